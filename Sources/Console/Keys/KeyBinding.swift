import Terminal

/// Whether a key works now.
enum Availability: Equatable, Sendable {
    /// It works.
    case enabled
    /// It would work, were it not for this reason; the foot shows it dim and pressing it tells the reason.
    case disabled(String)
    /// It means nothing here; it is shown nowhere.
    case absent
}

/// One key of a pane: dispatch, help, foot, palette and the README's key table all read it.
struct KeyBinding<P: Pane>: Sendable {
    /// The keys, the first of them the one that is shown.
    let keys: [Key]
    /// What they do.
    let command: P.Command
    /// What they do, in the words of the foot.
    let words: String
    /// Shown in the foot. Help shows all.
    let isInFoot: Bool
    /// Changes the cluster: dead in read-only mode.
    let changes: Bool
    /// The line in a shell that does the same.
    let shell: ShellForm
    /// Whether it works now.
    let when: @Sendable (P, PaneContext) -> Availability

    /// A binding. `names` are key names as in help, several of them apart by a space: `"enter"`, `"n"`, `"[ pgup"`.
    init(
        _ names: String, _ command: P.Command, _ words: String, foot: Bool = true, changes: Bool = false,
        shell: ShellForm,
        when: @escaping @Sendable (P, PaneContext) -> Availability = { _, _ in .enabled }
    ) {
        keys = names.split(separator: " ").compactMap { Key(String($0)) }
        self.command = command
        self.words = words
        isInFoot = foot
        self.changes = changes
        self.shell = shell
        self.when = when
    }

    /// Whether it works now, read-only mode included.
    func availability(_ pane: P, _ context: PaneContext) -> Availability {
        let own = when(pane, context)
        if case .enabled = own, changes, context.console.isReadOnly {
            return .disabled("read-only: \(words) is off until W unlocks changes")
        }
        return own
    }
}

/// A binding without its pane's type: what help, foot and palette show.
struct BindingRow: Equatable, Sendable {
    /// Where it works: a pane's name, or `everywhere`, or `lists`.
    var scope: String
    /// The keys as they are written, the first the main one.
    var keys: [Key]
    /// The command's name in the palette.
    var command: String
    /// What it does.
    var words: String
    /// Shown in the foot.
    var isInFoot: Bool
    /// Whether it works now.
    var availability: Availability
    /// The line in a shell that does the same.
    var shell = ShellForm.view

    /// The main key as the screen writes it: `⏎`, `esc`, `ctrl-d`.
    var sign: String { keys.first.map(KeySign.text) ?? "" }
}

/// How keys are written on the screen.
enum KeySign {
    /// `⏎` for enter, arrows for arrows, the key's name for the rest.
    static func text(_ key: Key) -> String {
        switch key.name {
        case "enter": "⏎"
        case "up": "↑"
        case "down": "↓"
        case "left": "←"
        case "right": "→"
        default: key.name
        }
    }
}

/// The keys that mean the same in every pane.
enum FrameCommand: String, CaseIterable, Sendable {
    case command, help, explain, freeze, faults, columns, back, quit, suspend, redraw, unlock, attach
    case up, down, pageUp = "page-up", pageDown = "page-down", first, last, nextPane = "next-pane"

    /// Keys, command, words, in the foot, scope.
    static let table: [(keys: String, command: FrameCommand, words: String, foot: Bool, scope: String)] = [
        (":", .command, "command", true, "everywhere"),
        ("x", .explain, "explain", true, "everywhere"),
        ("?", .help, "keys", true, "everywhere"),
        ("esc", .back, "back", false, "everywhere"),
        ("q ctrl-c", .quit, "quit", false, "everywhere"),
        ("space ctrl-s", .freeze, "freeze or go on", false, "everywhere"),
        ("w", .columns, "columns", false, "everywhere"),
        ("W", .unlock, "unlock changes for ten minutes, or lock them", false, "everywhere"),
        ("A", .attach, "attach to another context", false, "everywhere"),
        ("tab", .nextPane, "next pane", false, "everywhere"),
        ("ctrl-z", .faults, "only what is wrong, in tables", false, "everywhere"),
        ("Z", .suspend, "suspend to the shell", false, "everywhere"),
        ("ctrl-l", .redraw, "draw anew", false, "everywhere"),
        ("up k", .up, "up", false, "lists"),
        ("down j", .down, "down", false, "lists"),
        ("pgup ctrl-b", .pageUp, "a page up", false, "lists"),
        ("pgdn ctrl-f", .pageDown, "a page down", false, "lists"),
        ("home", .first, "first", false, "lists"),
        ("end", .last, "last", false, "lists"),
    ]

    /// The table as rows for help.
    static let rows: [BindingRow] = table.map { row in
        BindingRow(
            scope: row.scope, keys: row.keys.split(separator: " ").compactMap { Key(String($0)) },
            command: row.command.rawValue, words: row.words, isInFoot: row.foot, availability: .enabled)
    }
}
