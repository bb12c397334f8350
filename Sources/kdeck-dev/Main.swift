import Foundation

/// The developer's tool: one sub-command a job.
#if !FUZZ
    @main
#endif
enum Main {
    /// One sub-command.
    struct Command: Sendable {
        let name: String
        let usage: String
        let run: @Sendable ([String]) throws -> Int32
    }

    static let commands: [Command] = [
        Command(
            name: "generate", usage: "generate [--package DIR] [--check]   write KafkaWire's messages from the schemas",
            run: GenerateCommand.run),
        Command(
            name: "vectors", usage: "vectors DIR [--verbose]   check golden bytes both ways, as Kafka wrote them",
            run: VectorsCommand.run),
        Command(
            name: "themes", usage: "themes [FILE...]   check theme files: roles, colours, contrast",
            run: ThemesCommand.run),
        Command(
            name: "screenshots", usage: "screenshots [--kdeck FILE] [DIR]   draw the real program's screens as SVG",
            run: ScreenshotsCommand.run),
        Command(
            name: "keys", usage: "keys [--readme FILE [--check]]   the table of keys, from the bindings",
            run: KeysCommand.run),
        Command(
            name: "apis", usage: "apis [--readme FILE [--check]]   the table of APIs, from the broker's own",
            run: APIsCommand.run),
        Command(
            name: "proxy",
            usage:
                "proxy [--listen PORT] [--as RELEASE] HOST:PORT   write down what passes, as itself or an older Kafka",
            run: ProxyCommand.run),
        Command(
            name: "fuzz", usage: "fuzz [--runs N] [--seed S]   hostile bytes to every decoder", run: FuzzCommand.run),
        Command(
            name: "console-fuzz",
            usage:
                "console-fuzz [--seconds N] [--life N] [--seed S] [--kdeck FILE]   random keys and hostile data to the console",
            run: ConsoleFuzzCommand.run),
        Command(
            name: "history", usage: "history FILE | --self-test [N]   anomalies in what clients of a broker saw",
            run: HistoryCommand.run),
    ]

    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        guard let command = commands.first(where: { $0.name == words.first }) else {
            let isHelp = words.first == "--help" || words.first == "help"
            let text = "usage:\n" + commands.map { "  kdeck-dev \($0.usage)\n" }.joined()
            FileHandle(fileDescriptor: isHelp ? 1 : 2).write(Data(text.utf8))
            exit(isHelp ? 0 : 2)
        }
        do {
            exit(try command.run(Array(words.dropFirst())))
        } catch {
            FileHandle.standardError.write(Data("kdeck-dev \(command.name): \(error)\n".utf8))
            exit(1)
        }
    }
}
