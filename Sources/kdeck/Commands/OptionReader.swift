import CGetopt
import Glibc

/// Reads the options of a command, by getopt's rules.
enum OptionReader {
    /// An option that was given.
    struct Found {
        var option: CommandOption
        /// As it was typed, without an argument that hangs on it.
        var typed: String
        var argument: String?
        /// The argument is a word of its own.
        var isApart: Bool
    }

    /// One level of options, up to the first word that is none.
    static func read(
        _ words: [String], into invocation: inout Invocation
    ) throws(Failure) -> (consumed: Int, dashes: Bool, last: Found?) {
        let options = invocation.command.taken(atRoot: invocation.path.isEmpty)
        var names: [(name: String, option: CommandOption)] = options.map { ($0.name, $0) }
        for option in options { if let alias = option.alias { names.append((alias, option)) } }
        let level = scan(words, names)
        for found in level.found {
            // What looks like the next option is one: its own argument was forgotten.
            if found.isApart, let word = found.argument, isOption(word, names) {
                throw .usage(
                    "\(found.typed) wants an argument: \(found.option.argument ?? "a value"); "
                        + "'\(word)' behind it is an option")
            }
            invocation.set(found.option.name, found.argument ?? "")
        }
        if level.outcome == KDECK_OPTIONS_STOPPED { return (level.stoppedAt - 1, level.dashes, level.found.last) }
        // Help asked for before the wrong word is still help.
        if invocation.has("help") { return (words.count, false, nil) }
        let word = String(words[level.stoppedAt - 1].prefix { $0 != "=" })
        switch level.outcome {
        case KDECK_OPTION_WANTS_ARGUMENT:
            // The last of several letters in one word: -eo.
            let option = names.first { "--" + $0.name == word }?.option ?? options.first { $0.letter == word.last }
            throw .usage("\(word) wants an argument: \(option?.argument ?? "a value")")
        case KDECK_OPTION_TAKES_NO_ARGUMENT:
            throw .usage("\(word) takes no argument")
        default:
            throw .usage(Refusal.option(word, among: names.map { "--" + $0.name }, invocation))
        }
    }

    private static func isOption(_ word: String, _ names: [(name: String, option: CommandOption)]) -> Bool {
        let name = word.prefix { $0 != "=" }
        return word == "--"
            || names.contains { "--" + $0.name == name || "-" + ($0.option.letter.map(String.init) ?? "-") == word }
    }

    private final class Collected {
        var found: [(index: Int, argument: UnsafePointer<CChar>?)] = []
    }

    private struct Level {
        var found: [Found] = []
        var outcome = KDECK_OPTIONS_STOPPED
        /// Counted from 1.
        var stoppedAt = 0
        var dashes = false
    }

    private static func scan(_ words: [String], _ names: [(name: String, option: CommandOption)]) -> Level {
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
        var level = Level()
        level.outcome = kdeck_read_options(
            Int32(argv.count), &argv, table, Int32(table.count),
            { context, index, argument in
                guard let context else { return }
                Unmanaged<Collected>.fromOpaque(context).takeUnretainedValue().found.append((Int(index), argument))
            }, Unmanaged.passUnretained(collected).toOpaque(), &stoppedAt, &dashes)
        level.stoppedAt = Int(stoppedAt)
        level.dashes = dashes != 0
        for (index, argument) in collected.found {
            let place = argument.flatMap { start in argv.firstIndex { $0.map { UnsafePointer($0) } == start } }
            let typed = place.map { words[$0 - 2] } ?? "--" + names[index].name
            level.found.append(
                Found(
                    option: names[index].option, typed: typed, argument: argument.map { String(cString: $0) },
                    isApart: place != nil))
        }
        return level
    }
}
