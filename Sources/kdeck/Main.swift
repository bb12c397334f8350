import Glibc

@main
enum Main {
    static func main() {
        Signals.ignoreClosedPipes()
        do throws(Failure) {
            switch try ArgumentReader.read(Array(CommandLine.arguments.dropFirst()), table: CommandTable.root) {
            case .version: print("kdeck \(CommandTable.version)")
            case .help(let path, let command): print(Help.text(path: path, command), terminator: "")
            case .run(let invocation): try invocation.command.run?(invocation)
            }
        } catch {
            writeError("kdeck: \(error.sentence)")
            exit(error.code.rawValue)
        }
    }
}
