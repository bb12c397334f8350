import Bytes
import CGetopt
import Glibc

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
        while true {
            if !onlyOperands {
                let level = try readOptions(Array(rest), into: &invocation, root: root)
                rest = rest.dropFirst(level.consumed)
                onlyOperands = level.dashes
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
                if word == "help" { return try help(of: Array(rest), root: root) }
                if invocation.command.operands.isEmpty {
                    throw .usage(unknown("command", word, among: invocation.command.commands.map(\.name), invocation))
                }
            }
            invocation.add(operand: word)
        }
        return .run(try complete(invocation))
    }

    private static func help(of words: [String], root: Command) throws(Failure) -> Request {
        var command = root
        for word in words {
            guard let next = command.commands.first(where: { $0.name == word }) else {
                throw .usage("there is no command '\(word)' to explain; `kdeck --help` lists them")
            }
            command = next
        }
        return .help(path: words, command)
    }

    private static func complete(_ invocation: Invocation) throws(Failure) -> Invocation {
        let command = invocation.command
        let name = (["kdeck"] + invocation.path).joined(separator: " ")
        if command.run == nil {
            throw .usage("`\(name)` needs one of: \(command.commands.map(\.name).joined(separator: ", "))")
        }
        if invocation.operands.count > command.operands.count {
            throw .usage("'\(invocation.operands[command.operands.count])' is one word too many; see `\(name) --help`")
        }
        if invocation.operands.count < command.operands.count {
            throw .usage("\(command.operands[invocation.operands.count].name) is missing; see `\(name) --help`")
        }
        // An option given before a subcommand must be one of the subcommand's own.
        let known = Set(command.options.map(\.name))
        for option in invocation.values.keys.sorted() where !known.contains(option) {
            throw .usage("`\(name)` has no option --\(option); see `\(name) --help`")
        }
        return invocation
    }

    private static func unknown(_ kind: String, _ word: String, among names: [String], _ at: Invocation) -> String {
        let near = names.min { EditDistance.between($0, word) < EditDistance.between($1, word) }
        let hint = near.flatMap { EditDistance.between($0, word) <= 2 ? "did you mean '\($0)'" : nil }
        let path = (["kdeck"] + at.path).joined(separator: " ")
        return "there is no \(kind) '\(word)'; \(hint.map { $0 + "? " } ?? "")`\(path) --help` lists what there is"
    }

    private final class Collected {
        var found: [(Int, String?)] = []
    }

    /// One level of options, up to the first word that is none.
    private static func readOptions(
        _ words: [String], into invocation: inout Invocation, root: Command
    ) throws(Failure) -> (consumed: Int, dashes: Bool) {
        let isRoot = invocation.path.isEmpty
        let options = invocation.command.options + [helpOption] + (isRoot ? [versionOption] : [])
        var names: [(name: String, option: CommandOption)] = options.map { ($0.name, $0) }
        for option in options { if let alias = option.alias { names.append((alias, option)) } }

        var argv: [UnsafeMutablePointer<CChar>?] = (["kdeck"] + words).map { strdup($0) }
        let spellings = names.map { strdup($0.name) }
        defer { for pointer in argv + spellings { free(pointer) } }
        let table = names.enumerated().map { index, entry in
            kdeck_option(
                name: spellings[index],
                letter: entry.name == entry.option.name ? Int32(entry.option.letter?.asciiValue ?? 0) : 0,
                takes_argument: entry.option.argument == nil ? 0 : 1)
        }
        let collected = Collected()
        var stoppedAt: Int32 = 0
        var dashes: Int32 = 0
        let context = Unmanaged.passUnretained(collected).toOpaque()
        let outcome = kdeck_read_options(
            Int32(argv.count), &argv, table, Int32(table.count),
            { context, index, argument in
                guard let context else { return }
                let collected = Unmanaged<Collected>.fromOpaque(context).takeUnretainedValue()
                collected.found.append((Int(index), argument.map { String(cString: $0) }))
            }, context, &stoppedAt, &dashes)
        for (index, argument) in collected.found { invocation.set(names[index].option.name, argument ?? "") }
        if outcome == KDECK_OPTIONS_STOPPED { return (Int(stoppedAt) - 1, dashes != 0) }
        // Help asked for before the wrong word is still help.
        if invocation.has("help") { return (words.count, false) }
        let word = String(words[Int(stoppedAt) - 1].prefix { $0 != "=" })
        switch outcome {
        case KDECK_OPTION_WANTS_ARGUMENT:
            let option = names.first {
                "--" + $0.name == word || "-" + ($0.option.letter.map(String.init) ?? "") == word
            }
            throw .usage("\(word) wants an argument: \(option?.option.argument ?? "a value")")
        case KDECK_OPTION_TAKES_NO_ARGUMENT:
            throw .usage("\(word) takes no argument")
        default:
            throw .usage(unknown("option", word, among: names.map { "--" + $0.name }, invocation))
        }
    }
}
