import Terminal

/// Reads the words of a command line against the table.
enum ArgumentReader {
    /// What was asked for.
    enum Request {
        case run(Invocation)
        case help(path: [String], Command)
        case version
    }

    static let helpOption = CommandOption("help", "h", nil, "print this help")
    static let versionOption = CommandOption("version", "V", nil, "print the version")

    /// Fails with exit code 2 and a sentence that names the wrong word.
    static func read(_ words: [String], table root: Command) throws(Failure) -> Request {
        var invocation = Invocation(command: root)
        var rest = words[...]
        var onlyOperands = false
        // The option that took the last word of the line for its argument.
        var taker: OptionReader.Found?
        while true {
            if !onlyOperands {
                let level = try OptionReader.read(Array(rest), into: &invocation)
                rest = rest.dropFirst(level.consumed)
                onlyOperands = level.dashes
                taker = rest.isEmpty && level.last?.isApart == true ? level.last : nil
            }
            if invocation.has("help") { return .help(path: invocation.path, invocation.command) }
            if invocation.has("version") { return .version }
            guard let word = rest.first else { break }
            rest = rest.dropFirst()
            if !onlyOperands, invocation.operands.isEmpty, !invocation.command.commands.isEmpty {
                if let next = invocation.command.commands.first(where: { $0.name == word }) {
                    invocation.command = next
                    invocation.path.append(word)
                    continue
                }
                if word == "help" { return try help(of: Array(rest), invocation) }
                if word == "version", invocation.path.isEmpty, rest.isEmpty { return .version }
                if invocation.command.operands.isEmpty { throw .usage(Refusal.command(word, invocation)) }
            }
            invocation.add(operand: word)
        }
        return .run(try complete(invocation, taker))
    }

    private static func help(of words: [String], _ at: Invocation) throws(Failure) -> Request {
        var at = at
        for word in words {
            guard let next = at.command.commands.first(where: { $0.name == word }) else {
                throw .usage(Refusal.command(word, at))
            }
            at.command = next
            at.path.append(word)
        }
        return .help(path: at.path, at.command)
    }

    private static func complete(_ invocation: Invocation, _ taker: OptionReader.Found?) throws(Failure) -> Invocation {
        let command = invocation.command
        let name = invocation.name
        if command.run == nil {
            throw .usage("`\(name)` needs one of: \(command.commands.map(\.name).joined(separator: ", "))")
        }
        if invocation.operands.count > command.operands.count, command.operands.last?.isMany != true {
            throw .usage(
                "'\(Sanitizer.visible(invocation.operands[command.operands.count]))' is one word too many; "
                    + "see `\(name) --help`")
        }
        // An option given before a subcommand must be one of the subcommand's own.
        let known = Set(command.options.map(\.name))
        for option in invocation.values.keys.sorted() where !known.contains(option) {
            throw .usage(Refusal.misplaced(option, invocation))
        }
        if invocation.operands.count < command.operands.count {
            throw .usage(Refusal.missing(command.operands[invocation.operands.count], invocation, taker))
        }
        return invocation
    }
}
