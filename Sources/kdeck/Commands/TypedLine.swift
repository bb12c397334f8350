/// A command line that is still being typed, as far as it can be understood: what is wrong in it stops nothing.
struct TypedLine {
    /// The command that it leads to.
    private(set) var command: Command
    /// The words behind the command's name.
    private(set) var operands: [String] = []
    /// The options so far, with their arguments.
    private(set) var options: [(option: CommandOption, argument: String)] = []
    /// The option whose argument is being typed.
    private(set) var waiting: CommandOption?
    /// What stands before the argument in the word that is being typed: `--output=`.
    private(set) var before = ""
    /// What is typed of the word, or of the argument in it.
    private(set) var last: String
    /// `--` came: what begins with a dash is no option.
    private(set) var onlyOperands = false
    /// `help` came: commands follow.
    private(set) var asksHelp = false
    private var isRoot = true

    /// Reads the words, the last of which is being typed.
    init(_ words: [String], table root: Command = CommandTable.root) {
        command = root
        last = words.last ?? ""
        for word in words.dropLast() { read(word) }
        guard waiting == nil, !onlyOperands, last.hasPrefix("--"), let equal = last.firstIndex(of: "=") else { return }
        guard let option = option("--" + last[..<equal].dropFirst(2)), option.argument != nil else { return }
        waiting = option
        before = String(last[...equal])
        last = String(last[last.index(after: equal)...])
    }

    /// The options that may stand here.
    var known: [CommandOption] { command.taken(atRoot: isRoot) }

    /// The arguments of an option that were given.
    func arguments(of name: String) -> [String] {
        options.filter { $0.option.name == name }.map(\.argument)
    }

    private mutating func read(_ word: String) {
        if let option = waiting {
            options.append((option, word))
            waiting = nil
        } else if onlyOperands {
            operands.append(word)
        } else if word == "--" {
            onlyOperands = true
        } else if word.hasPrefix("--") {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let option = option(String(parts[0])) else { return }
            take(option, parts.count == 2 ? String(parts[1]) : nil)
        } else if word.hasPrefix("-"), word != "-" {
            letters(word.dropFirst())
        } else if operands.isEmpty, let next = command.commands.first(where: { $0.name == word }) {
            command = next
            isRoot = false
        } else if operands.isEmpty, word == "help", !command.commands.isEmpty {
            asksHelp = true
        } else {
            operands.append(word)
        }
    }

    private mutating func take(_ option: CommandOption, _ argument: String?) {
        if option.argument == nil || argument != nil {
            options.append((option, argument ?? ""))
        } else {
            waiting = option
        }
    }

    /// `-eo json`, `-ojson`.
    private mutating func letters(_ word: Substring) {
        var rest = word
        while let letter = rest.popFirst() {
            guard let option = known.first(where: { $0.letter == letter }) else { return }
            let argument = option.argument == nil || rest.isEmpty ? nil : String(rest)
            take(option, argument)
            if option.argument != nil { return }
        }
    }

    private func option(_ spelling: String) -> CommandOption? {
        known.first { "--" + $0.name == spelling || $0.alias.map { "--" + $0 == spelling } ?? false }
    }
}
