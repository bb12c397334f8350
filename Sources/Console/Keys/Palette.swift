import KafkaWire
import Terminal

/// A word of the palette: what it takes, what it does, and what a shell would say for it.
struct PaletteEntry: Equatable, Sendable {
    /// What the palette runs.
    enum Action: Equatable, Sendable {
        /// Show a tab.
        case tab(Int)
        /// A command of the seen pane, by name.
        case pane(String)
        /// A command of the frame.
        case frame(FrameCommand)
        /// Draw with the theme of that name.
        case theme
        /// Show the records of a topic.
        case records
    }

    /// The word.
    var word: String
    /// What follows it, in capitals; empty when nothing does.
    var argument: String
    /// What it does.
    var words: String
    /// The same in a shell.
    var shell: ShellForm
    /// What is run.
    var action: Action
    /// The arguments known, for completion.
    var candidates: [String]

    /// Every word that works here and now.
    static func all(in state: ConsoleState) -> [PaletteEntry] {
        var entries = state.tabs.enumerated().map { index, tab in
            PaletteEntry(
                word: tab.title.lowercased(), argument: "", words: "pane \(index + 1)",
                shell: tab.shell.filled(with: [:], in: state.context),
                action: .tab(index), candidates: [])
        }
        if PaneCatalog.records != nil {
            let topics = state.view.metadata.value?.topics.map(\.name.rawValue) ?? []
            entries.append(
                PaletteEntry(
                    word: "tail", argument: "TOPIC", words: "its newest records",
                    shell: ShellForm.line("kdeck tail TOPIC", "kafka-console-consumer --topic TOPIC").filled(
                        with: [:], in: state.context), action: .records, candidates: topics))
        }
        for row in state.top.pane.bindingRows(in: state.context) where row.availability == .enabled {
            entries.append(
                PaletteEntry(
                    word: row.command, argument: "", words: row.words + "  (\(row.sign))", shell: row.shell,
                    action: .pane(row.command), candidates: []))
        }
        entries.append(
            PaletteEntry(
                word: "theme", argument: "NAME", words: "colours, now \(state.themeName)", shell: .line("kdeck themes"),
                action: .theme,
                candidates: state.themeNames))
        for command in [FrameCommand.help, .freeze, .columns, .explain, .suspend, .redraw, .quit] {
            let row = FrameCommand.table.first { $0.command == command }
            entries.append(
                PaletteEntry(
                    word: command.rawValue, argument: "", words: row?.words ?? "", shell: .view,
                    action: .frame(command),
                    candidates: []))
        }
        var seen: Set<String> = []
        return entries.filter { seen.insert($0.word).inserted }
    }
}

/// What was chosen.
struct PaletteChoice: Equatable, Sendable {
    /// What to run.
    var action: PaletteEntry.Action
    /// With what.
    var argument: String
}

/// The palette: a line to type in and the words that fit.
struct Palette: Equatable, Sendable {
    /// The line.
    private(set) var field = TextField()
    /// The line that is marked.
    private(set) var index = 0
    /// What fits, best first.
    private(set) var matches: [Match] = []

    /// A word that fits, perhaps with its argument.
    struct Match: Equatable, Sendable {
        /// The word and what is known of it.
        var entry: PaletteEntry
        /// Its argument; empty when it takes none or none is typed.
        var argument: String
        /// As it is written in the list.
        var title: String {
            if entry.argument.isEmpty { return entry.word }
            return entry.word + " " + (argument.isEmpty ? entry.argument : argument)
        }
        /// The line in a shell that does the same.
        var shell: ShellForm {
            argument.isEmpty ? entry.shell : entry.shell.replacing(entry.argument, with: argument)
        }
    }

    init() {}

    /// Works out anew what fits the line.
    mutating func settle(with entries: [PaletteEntry], topics: [TopicName]) {
        let typed = field.text.drop { $0 == " " }
        let word = typed.prefix { $0 != " " }.lowercased()
        let rest = typed.dropFirst(word.count).drop { $0 == " " }
        let hasArgument = typed.contains(" ")
        var found: [Match] = []
        if hasArgument, let entry = entries.first(where: { $0.word == word && !$0.argument.isEmpty }) {
            let wanted = rest.lowercased()
            let names = entry.candidates.filter { wanted.isEmpty || $0.lowercased().holds(wanted) }
            found = names.sorted { a, b in
                (a.lowercased().hasPrefix(wanted) ? 0 : 1, a) < (b.lowercased().hasPrefix(wanted) ? 0 : 1, b)
            }.map { Match(entry: entry, argument: $0) }
        } else {
            let starts = entries.filter { $0.word.hasPrefix(word) }
            let contains = entries.filter { !$0.word.hasPrefix(word) && $0.word.holds(word) }
            found = (starts + contains).map { Match(entry: $0, argument: "") }
        }
        matches = found
        index = min(max(0, index), max(0, found.count - 1))
    }

    /// Takes a key; a choice when enter was pressed on a whole command.
    mutating func handle(_ key: Key) -> PaletteChoice? {
        switch key.name {
        case "up": index = max(0, index - 1)
        case "down": index = min(max(0, matches.count - 1), index + 1)
        case "tab": complete()
        case "enter":
            guard matches.indices.contains(index) else { return nil }
            let match = matches[index]
            if !match.entry.argument.isEmpty, match.argument.isEmpty {
                complete()
                return nil
            }
            return PaletteChoice(action: match.entry.action, argument: match.argument)
        default:
            if field.handle(key) { index = 0 }
        }
        return nil
    }

    mutating func paste(_ text: String) {
        field.paste(text)
        index = 0
    }

    private mutating func complete() {
        guard matches.indices.contains(index) else { return }
        let match = matches[index]
        let argument = match.entry.argument.isEmpty ? "" : " " + match.argument
        field.set(match.entry.word + argument)
        index = 0
    }
}
