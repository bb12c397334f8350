import Codecs
import Console
import Glibc

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
        /// Names of the settings of what these operands name, as `NAME=` or alone.
        case settings(kind: String, name: String?, assigns: Bool)
        /// Names of the user's contexts.
        case contexts
        /// Names of files; the shell knows them better.
        case files
    }

    /// What may follow `words`, the last of which is being typed.
    static func answer(_ words: [String], table root: Command = CommandTable.root) -> Answer {
        var command = root
        var operands: [String] = []
        var waiting: CommandOption?
        for word in words.dropLast() {
            if waiting != nil {
                waiting = nil
            } else if word.hasPrefix("-"), word != "-" {
                waiting = option(word, of: command).flatMap {
                    $0.argument == nil || word.contains("=" as Character) ? nil : $0
                }
            } else if let next = command.commands.first(where: { $0.name == word }), operands.isEmpty {
                command = next
            } else {
                operands.append(word)
            }
        }
        let last = words.last ?? ""
        if let waiting { return argument(of: waiting, command, operands) }
        if last.hasPrefix("-") {
            let options = command.options + [ArgumentReader.helpOption]
            return .words(options.map { Candidate(word: "--" + $0.name, about: $0.about) })
        }
        if operands.isEmpty, !command.commands.isEmpty, command.operands.isEmpty {
            return .words(command.commands.map { Candidate(word: $0.name, about: $0.summary) })
        }
        guard operands.count < command.operands.count else { return .words([]) }
        return operand(command.operands[operands.count].name, command, operands)
    }

    private static func option(_ word: String, of command: Command) -> CommandOption? {
        let name = word.prefix { $0 != "=" }
        return command.options.first {
            "--" + $0.name == name || $0.alias.map { "--" + $0 == name } ?? false
                || $0.letter.map { "-\($0)" == name } ?? false
        }
    }

    /// By the word that stands for it in the help.
    private static func operand(_ word: String, _ command: Command, _ before: [String]) -> Answer {
        switch word {
        case "TOPIC": .topics
        case "GROUP", "SOURCE", "TARGET": .groups
        case "KIND": words(["topic", "broker", "group"])
        case "NAME" where command.name == "configs":
            switch before.first?.first {
            case "t": .topics
            case "g": .groups
            default: .brokers
            }
        // A new one is called as nobody else is.
        case "NAME" where command.name != "add": .contexts
        case "FILE", "DIR", "PATH": .files
        case "SHELL": words(CompletionScript.shells)
        default: .words([])
        }
    }

    private static func argument(of option: CommandOption, _ command: Command, _ operands: [String]) -> Answer {
        switch (option.name, option.argument) {
        case ("context", _): .contexts
        case ("theme", _): words(ThemeCatalog.fromEnvironment().names)
        case ("codec", _): words(CompressionCodec.allCases.map(\.name))
        case ("acks", _): words(["all", "1", "0"])
        case ("input", _): words(["text", "jsonl"])
        case ("color", _): words(["red", "yellow", "green", "blue", "purple"])
        case ("output", _): words(OutputFormat.allCases.map(\.rawValue))
        case ("set", _) where command.name == "configs", ("delete", _) where command.name == "configs":
            .settings(kind: operands.first ?? "topic", name: operands.dropFirst().first, assigns: option.name == "set")
        case ("set", _) where command.name == "create": .settings(kind: "topic", name: nil, assigns: true)
        case (_, "T[:P,...]"): .partitions
        case (_, "GROUP"): .groups
        case (_, "FILE"), (_, "DIR"): .files
        default: .words([])
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
        let last = words.last ?? ""
        for candidate in candidates(words) where candidate.word.hasPrefix(last) {
            // A name with control characters is not typed by a shell.
            guard !candidate.word.unicodeScalars.contains(where: { $0.value < 0x21 || $0.value == 0x7F }) else {
                continue
            }
            output.write(candidate.word + (candidate.about.isEmpty ? "" : "\t" + candidate.about) + "\n")
        }
        output.flush()
    }
}
