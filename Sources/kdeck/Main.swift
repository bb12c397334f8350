import Glibc

@main
enum Main {
    static func main() {
        Signals.unblockAll()
        Signals.ignoreClosedPipes()
        Streams.fillClosed()
        let words = Array(CommandLine.arguments.dropFirst())
        // Words of an unfinished command line are not parsed as one.
        if words.first == "__complete" { return WordCompletion.run(Array(words.dropFirst())) }
        do throws(Failure) {
            switch try ArgumentReader.read(words, table: CommandTable.root) {
            case .version: try StandardOutput.say("kdeck \(CommandTable.version)")
            case .help(let path, let command): try StandardOutput.put(Help.text(path: path, command))
            case .run(let invocation): try invocation.command.run?(invocation)
            }
        } catch {
            writeError("kdeck: \(error.sentence)")
            exit(error.code.rawValue)
        }
    }
}
