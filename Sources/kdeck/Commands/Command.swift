/// One option of a command, as the table lists it.
struct CommandOption: Sendable {
    /// The long name without dashes.
    let name: String
    /// The short one.
    var letter: Character?
    /// The word that stands for its argument in the help, or nil for a switch.
    var argument: String?
    let about: String
    /// Another long name that is understood, not listed: what Kafka's own tools call it.
    var alias: String?

    init(_ name: String, _ letter: Character? = nil, _ argument: String? = nil, alias: String? = nil, _ about: String) {
        self.name = name
        self.letter = letter
        self.argument = argument
        self.alias = alias
        self.about = about
    }
}

/// A word of the command line that is no option.
struct CommandOperand: Sendable {
    let name: String
    let about: String
    /// Several may be given; only of the last one.
    var isMany = false

    /// `TOPIC`, or `TOPIC...`.
    var spelling: String { isMany ? name + "..." : name }
}

/// One command: everything that parsing, `--help` and the shell's completions need to know about it.
struct Command: Sendable {
    let name: String
    /// One line for the list of commands.
    let summary: String
    /// Whole sentences for its own help.
    var details: [String] = []
    var operands: [CommandOperand] = []
    var options: [CommandOption] = []
    /// Options of its commands that may stand before their names, too.
    var shared: [CommandOption] = []
    var examples: [String] = []
    var commands: [Command] = []
    /// What it does, or nil for a command that only holds others.
    var run: (@Sendable (Invocation) throws(Failure) -> Void)?

    /// The options that are understood behind its name.
    func taken(atRoot isRoot: Bool) -> [CommandOption] {
        let own = Set(options.map(\.name))
        return options + shared.filter { !own.contains($0.name) } + [ArgumentReader.helpOption]
            + (isRoot ? [ArgumentReader.versionOption] : [])
    }
}

/// A parsed command line: the command, its options and operands.
struct Invocation: Sendable {
    /// `["groups", "reset"]`.
    var path: [String] = []
    var command: Command
    /// Every argument of an option, in the order they were given.
    private var arguments: [String: [String]] = [:]
    var values: [String: String] { arguments.compactMapValues(\.last) }
    fileprivate(set) var operands: [String] = []

    init(command: Command) { self.command = command }

    /// `kdeck groups reset`.
    var name: String { (["kdeck"] + path).joined(separator: " ") }

    /// The argument of an option, the last one when it was given twice; "" for a switch.
    subscript(_ option: String) -> String? { arguments[option]?.last }

    /// The arguments of an option that may be given several times.
    func all(_ option: String) -> [String] { arguments[option] ?? [] }

    func has(_ option: String) -> Bool { arguments[option] != nil }

    mutating func set(_ option: String, _ value: String) { arguments[option, default: []].append(value) }

    mutating func add(operand: String) { operands.append(operand) }
}
