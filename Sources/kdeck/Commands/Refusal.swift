import Terminal

/// What is said of words that the command table does not have.
enum Refusal {
    /// A command that is none, with the one that was meant: by its letters, or by what other tools call it.
    static func command(_ word: String, _ at: Invocation) -> String {
        let commands = at.command.commands
        let called = commands.first { kin[$0.name]?.contains(word.lowercased()) ?? false }?.name
        var hint = called.map { " did you mean '\($0)'?" } ?? Nearest.hint(word, among: commands.map(\.name))
        // kubectl's users name a thing behind its kind.
        if hint.isEmpty, let one = commands.first(where: { ["describe", "show"].contains($0.name) }) {
            hint = " `\(at.name) \(one.name) \(Sanitizer.visible(word))` looks at what is called so,"
        }
        return "there is no command '\(Sanitizer.visible(word))';\(hint) `\(at.name) --help` lists what there is"
    }

    /// An option that is none. Others' tools have options where this one has words.
    static func option(_ word: String, among names: [String], _ at: Invocation) -> String {
        let said = "there is no option '\(Sanitizer.visible(word))';"
        let help = "`\(at.name) --help` lists what there is"
        let bare = word.drop { $0 == "-" }.lowercased()
        let operands = at.command.operands
        for (operand, spellings) in operandOptions
        where operands.contains(where: { $0.name == operand }) && spellings.contains(word) {
            return
                "\(said) \(operand) is a word of its own: `\(at.name) \(operands.map(\.spelling).joined(separator: " "))`"
        }
        if let command = at.command.commands.first(where: { $0.name == bare || kin[$0.name]?.contains(word) ?? false })
        {
            return "\(said) the command is `\(at.name) \(command.name)`"
        }
        if let option = elsewhere[word], names.contains("--" + option) {
            return "\(said) did you mean '--\(option)'? \(help)"
        }
        return "\(said)\(Nearest.hint(word, among: names)) \(help)"
    }

    /// An option that was given before the command and is none of its own.
    static func misplaced(_ option: String, _ at: Invocation) -> String {
        if at.path.isEmpty, at.command.shared.contains(where: { $0.name == option }) {
            return "--\(option) is for a command; `kdeck` alone starts a Kafka of its own, `kdeck attach` shows another"
        }
        return "`\(at.name)` has no option --\(option); see `\(at.name) --help`"
    }

    /// An operand that is not there, and which option took the word that may have been meant for it.
    static func missing(_ operand: CommandOperand, _ at: Invocation, _ taker: OptionReader.Found?) -> String {
        let words = at.command.operands.map(\.spelling).joined(separator: " ")
        let taken = taker.map { found in
            " '\(Sanitizer.visible(found.argument ?? ""))' was taken as the \(found.option.argument ?? "argument") of \(found.typed)."
        }
        return "\(operand.name) is missing: `\(at.name) \(words)`.\(taken ?? "") See `\(at.name) --help`"
    }

    /// What other tools call these commands, or the options that are commands here.
    private static let kin: [String: [String]] = [
        "topics": ["topic", "get", "-L"], "partitions": ["partition"], "groups": ["group", "consumer-groups", "cg"],
        "tail": ["consume", "consumer", "console-consumer", "cat", "logs", "follow", "read", "-C"],
        "search": ["grep", "find", "query"],
        "produce": ["producer", "console-producer", "send", "publish", "-P"], "configs": ["config", "settings"],
        "cluster": ["metadata", "status", "info", "cluster-info"], "brokers": ["broker", "nodes"],
        "contexts": ["context", "ctx", "clusters"], "attach": ["connect", "open"], "serve": ["server", "start"],
        "doctor": ["check", "ping"], "themes": ["theme", "skins"], "man": ["manual"],
        "list": ["ls", "get"], "describe": ["show", "info"], "create": ["new", "add"],
        "delete": ["rm", "remove"], "remove": ["rm", "delete"], "empty": ["purge", "truncate", "delete-records"],
        "add-partitions": ["--alter", "alter"], "reset": ["--reset-offsets", "reset-offsets", "seek"],
        "use": ["switch", "use-context"], "show": ["describe", "view"], "add": ["create", "new"],
    ]

    /// Options of kcat and of Kafka's tools for what is a word here.
    private static let operandOptions: [(operand: String, spellings: [String])] = [
        ("TOPIC", ["-t", "--topic"]), ("GROUP", ["-g", "-G", "--group"]), ("NAME", ["--entity-name"]),
        ("KIND", ["--entity-type"]),
    ]

    /// Options of kcat and of Kafka's tools, and ours for the same.
    private static let elsewhere = [
        "--brokers": "bootstrap", "--broker-list": "bootstrap", "--brokerlist": "bootstrap",
        "--consumer.config": "properties",
        "--producer.config": "properties", "--producer-property": "property", "--consumer-property": "property",
        "--count": "max-messages", "--add-config": "set", "--delete-config": "delete",
        "--output-format": "output", "--format": "output", "--yes": "execute", "--force": "execute", "--entity": "set",
    ]
}
