import Glibc
import KafkaClient
import KafkaWire

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
        case topics, groups
        /// Names of the user's contexts.
        case contexts
        /// Names of files; the shell knows them better.
        case files
    }

    /// What may follow `words`, the last of which is being typed.
    static func answer(_ words: [String], table root: Command = CommandTable.root) -> Answer {
        var command = root
        var operands = 0
        var waiting: CommandOption?
        for word in words.dropLast() {
            if waiting != nil {
                waiting = nil
            } else if word.hasPrefix("-"), word != "-" {
                waiting = option(word, of: command).flatMap {
                    $0.argument == nil || word.contains("=" as Character) ? nil : $0
                }
            } else if let next = command.commands.first(where: { $0.name == word }), operands == 0 {
                command = next
            } else {
                operands += 1
            }
        }
        let last = words.last ?? ""
        if let waiting { return argument(waiting.argument ?? "", of: command) }
        if last.hasPrefix("-") {
            let options = command.options + [ArgumentReader.helpOption]
            return .words(options.map { Candidate(word: "--" + $0.name, about: $0.about) })
        }
        if operands == 0, !command.commands.isEmpty, command.operands.isEmpty {
            return .words(command.commands.map { Candidate(word: $0.name, about: $0.summary) })
        }
        guard operands < command.operands.count else { return .words([]) }
        return argument(command.operands[operands].name, of: command)
    }

    private static func option(_ word: String, of command: Command) -> CommandOption? {
        let name = word.prefix { $0 != "=" }
        return command.options.first {
            "--" + $0.name == name || $0.alias.map { "--" + $0 == name } ?? false
                || $0.letter.map { "-\($0)" == name } ?? false
        }
    }

    /// By the word that stands for it in the help.
    private static func argument(_ word: String, of command: Command) -> Answer {
        switch word {
        case "TOPIC", "T[:P,...]": .topics
        case "GROUP", "SOURCE", "TARGET": .groups
        case "NAME": .contexts
        case "FILE", "DIR": .files
        case "SHELL": .words(CompletionScript.shells.map { Candidate(word: $0) })
        case "FORMAT": .words(OutputFormat.allCases.map { Candidate(word: $0.rawValue) })
        default: .words([])
        }
    }

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

    private static func candidates(_ words: [String]) -> [Candidate] {
        switch answer(words) {
        case .words(let candidates): return candidates
        case .files: return [Candidate(word: ":files")]
        case .contexts: return contexts.map { Candidate(word: $0) }
        case .topics:
            return names(words) { (cluster: Cluster) async throws(ClientError) in
                try await cluster.metadata(nil).topics.filter { !$0.isInternal }.map(\.name.rawValue)
            }
        case .groups:
            return names(words) { (cluster: Cluster) async throws(ClientError) in
                try await cluster.listGroups().map(\.id.rawValue)
            }
        }
    }

    private static var contexts: [String] {
        guard let store = ContextStore.standard(), let file = try? store.load() else { return [] }
        return file.contexts.map(\.name)
    }

    /// Asks the cluster that the words so far lead to.
    private static func names(
        _ words: [String], _ ask: @escaping @Sendable (Cluster) async throws(ClientError) -> [String]
    ) -> [Candidate] {
        // Only what says where the cluster is; the rest of the line is not finished.
        var invocation = Invocation(command: CommandTable.root)
        let known = Attached.options
        var waiting: CommandOption?
        for word in words.dropLast() {
            if let option = waiting {
                invocation.set(option.name, word)
                waiting = nil
            } else {
                waiting = known.first {
                    word == "--" + $0.name || word == $0.alias.map { "--" + $0 } || word == $0.letter.map { "-\($0)" }
                }
            }
        }
        let asked = invocation
        let found = try? Attached.run(asked) { (cluster: Cluster) async throws(Failure) -> [String] in
            try await Attached.asked { () async throws(ClientError) in try await ask(cluster) }
        }
        return (found ?? []).sorted().map { Candidate(word: $0) }
    }
}
