import Glibc

@main
enum Main {
    static func main() {
        Signals.unblockAll()
        Signals.ignoreClosedPipes()
        let words = Array(CommandLine.arguments.dropFirst())
        // Words of an unfinished command line are not parsed as one.
        if words.first == "__complete" { return WordCompletion.run(Array(words.dropFirst())) }
        do throws(Failure) {
            switch try ArgumentReader.read(words, table: CommandTable.root) {
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
