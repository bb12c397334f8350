import Codecs
import Console
import Glibc
import KafkaBroker
import KafkaClient

/// What may follow the words of a command line: read from the command table, with the names that the cluster knows. The
/// scripts of `kdeck completion` ask `kdeck __complete` for it at every tab.
enum WordCompletion {
    /// One thing that may follow.
    struct Candidate: Equatable, Sendable {
        var word: String
        var about = ""
    }

    /// What may follow.
    enum Answer: Equatable, Sendable {
        case words([Candidate])
        /// Names that only the cluster knows.
        case topics, groups, brokers
        /// A topic, and behind a colon its partitions.
        case partitions
        /// Numbers of the partitions of this topic.
        case numbers(topic: String)
        /// Names of the settings of what these operands name, as `NAME=` or alone.
        case settings(kind: String, name: String?, assigns: Bool)
        /// Names of the user's contexts.
        case contexts
        /// Names of files; the shell knows them better.
        case files
    }

    /// What may follow a line.
    static func answer(_ line: TypedLine) -> Answer {
        let command = line.command
        if let waiting = line.waiting { return argument(of: waiting, line) }
        if !line.onlyOperands, line.last.hasPrefix("-") {
            return .words(line.known.map { Candidate(word: "--" + $0.name, about: $0.about) })
        }
        if line.operands.isEmpty, !line.onlyOperands, !command.commands.isEmpty, command.operands.isEmpty {
            return .words(command.commands.map { Candidate(word: $0.name, about: $0.summary) })
        }
        guard !line.asksHelp, let last = command.operands.last else { return .words([]) }
        let next = command.operands.dropFirst(line.operands.count).first ?? (last.isMany ? last : nil)
        return next.map { operand($0.name, command, line.operands) } ?? .words([])
    }

    /// By the word that stands for it in the help.
    private static func operand(_ word: String, _ command: Command, _ before: [String]) -> Answer {
        switch word {
        // A new one is called as nobody else is.
        case "TOPIC" where command.name == "create": .words([])
        case "TOPIC": .topics
        case "GROUP", "SOURCE", "TARGET": .groups
        case "KIND": words(ConfigList.kinds)
        case "NAME" where command.name == "configs":
            switch before.first?.first {
            case "t": .topics
            case "g": .groups
            default: .brokers
            }
        case "NAME" where command.name != "add": .contexts
        case "FILE", "DIR", "PATH": .files
        case "SHELL": words(CompletionScript.shells)
        default: .words([])
        }
    }

    private static func argument(of option: CommandOption, _ line: TypedLine) -> Answer {
        let (command, operands) = (line.command, line.operands)
        switch (option.name, option.argument) {
        case ("context", _): return .contexts
        case ("theme", _): return words(ThemeCatalog.fromEnvironment().names)
        case ("codec", _): return words(CompressionCodec.allCases.map(\.name))
        case ("acks", _): return words(Produce.levels)
        case ("input", _): return words(LineForm.names)
        case ("color", _): return words(ContextColor.allCases.map(\.rawValue))
        case ("output", _): return words(OutputFormat.allCases.map(\.rawValue))
        case ("property", _): return words(ClientProperties.names.map { $0 + "=" })
        case ("set", "KEY=VALUE"): return words(BrokerConfiguration.settings.map { $0.name + "=" })
        case ("set", _) where command.name == "create": return .settings(kind: "topic", name: nil, assigns: true)
        case ("set", _), ("delete", _):
            return .settings(
                kind: operands.first ?? "topic", name: operands.dropFirst().first, assigns: option.name == "set")
        case ("partition", _): return operands.first.map { .numbers(topic: $0) } ?? .words([])
        case (_, "T[:P,...]"): return .partitions
        case (_, "GROUP"): return .groups
        case (_, "FILE"), (_, "DIR"): return .files
        default: return .words([])
        }
    }

    private static func words(_ words: [String]) -> Answer { .words(words.map { Candidate(word: $0) }) }

    /// `kdeck __complete WORD...`: a line for each candidate, its description after a tab; `:files` for names of files. Says
    /// nothing of what fails: a shell has no place for it.
    static func run(_ words: [String]) {
        // A tab waits two seconds at most, and never for a password: without a terminal nobody can be asked for one.
        alarm(2)
        _ = setsid()
        var output = StandardOutput()
        let line = TypedLine(words)
        for candidate in candidates(line) where candidate.word.hasPrefix(line.last) {
            // A name with control characters is not typed by a shell.
            guard !candidate.word.unicodeScalars.contains(where: { $0.value < 0x21 || $0.value == 0x7F }) else {
                continue
            }
            output.write(line.before + candidate.word + (candidate.about.isEmpty ? "" : "\t" + candidate.about) + "\n")
        }
        output.flush()
    }
}
