import Terminal

/// The keys as the user wants them: what `[keys]` of config.toml changes over the tables. Everything that shows or looks up
/// a key asks here.
struct KeyMap: Equatable, Sendable {
    /// Keys by scope and command, where they differ from the tables.
    private var changed: [String: [String: [Key]]] = [:]

    /// The tables as they are.
    init() {}

    /// One wish: `[keys.groups] reset = "r"`.
    struct Wish: Equatable, Sendable {
        /// The pane's name with `-` for blanks, or `everywhere` or `lists`.
        var scope: String
        /// The command's word in the palette.
        var command: String
        /// Key names apart by blanks.
        var keys: String
        /// Where it stands.
        var line: Int
    }

    /// The tables changed by wishes, and one line for each that was refused: a name that nothing has, a key that means
    /// something else there already, a key that always keeps its meaning.
    static func applying(_ wishes: [Wish]) -> (map: KeyMap, problems: [String]) {
        var map = KeyMap()
        var problems: [String] = []
        for wish in wishes {
            if let why = map.apply(wish) { problems.append("line \(wish.line): \(why)") }
        }
        return (map, problems)
    }

    /// The keys of a command: the user's, or those of the table.
    func keys(_ scope: String, _ command: String, _ table: [Key]) -> [Key] {
        changed.isEmpty ? table : changed[Self.word(scope)]?[command] ?? table
    }

    /// The keys of a pane's binding.
    func keys<P: Pane>(of binding: KeyBinding<P>) -> [Key] { keys(P.name, binding.command.rawValue, binding.keys) }

    /// What a key means everywhere.
    func frameCommand(of key: Key) -> FrameCommand? {
        if key.name == "ctrl-c" { return .quit }
        return FrameCommand.rows.first { keys($0.scope, $0.command, $0.keys).contains(key) }
            .flatMap { FrameCommand(rawValue: $0.command) }
    }

    /// The frame's rows with the keys as they are now.
    var frameRows: [BindingRow] {
        if changed.isEmpty { return FrameCommand.rows }
        return FrameCommand.rows.map { row in
            var row = row
            row.keys = keys(row.scope, row.command, row.keys)
            return row
        }
    }

    static func word(_ scope: String) -> String { scope.swapping(" ", for: "-") }

    /// Keys that mean the same whatever anybody writes: one must always get out.
    private static let fixed: Set<String> = ["esc", "ctrl-c"]

    /// Nil when it was taken.
    private mutating func apply(_ wish: Wish) -> String? {
        let rows = KeyTable.rows()
        let scopes = rows.map { Self.word($0.scope) }
        guard scopes.contains(wish.scope) else {
            return "keys.\(wish.scope): there is no such pane" + Self.hint(wish.scope, Array(Set(scopes)).sorted())
        }
        let own = rows.filter { Self.word($0.scope) == wish.scope }
        guard own.contains(where: { $0.command == wish.command }) else {
            return "keys.\(wish.scope).\(wish.command): there is no such command"
                + Self.hint(wish.command, own.map(\.command))
        }
        var wanted: [Key] = []
        for name in wish.keys.split(separator: " ") {
            guard let key = Key(String(name)) else {
                return "keys.\(wish.scope).\(wish.command): no key is called '\(name)'; write r, R, ctrl-r, f5, enter"
            }
            if Self.fixed.contains(key.name) {
                return "keys.\(wish.scope).\(wish.command): \(key.name) keeps its meaning"
            }
            wanted.append(key)
        }
        guard !wanted.isEmpty else { return "keys.\(wish.scope).\(wish.command): say which key" }
        for row in own where row.command != wish.command {
            if let key = keys(row.scope, row.command, row.keys).first(where: wanted.contains) {
                return "keys.\(wish.scope).\(wish.command): \(key.name) is \(row.command) there already"
            }
        }
        for type in PaneCatalog.types where Self.word(type.name) == wish.scope {
            for sort in type.sortKeys where wanted.contains(Key(sort.letter)) {
                return "keys.\(wish.scope).\(wish.command): \(sort.letter) is \(sort.words) there already"
            }
        }
        changed[wish.scope, default: [:]][wish.command] = wanted
        return nil
    }

    private static func hint(_ word: String, _ names: [String]) -> String {
        Nearest.name(to: word, among: names).map { ": did you mean '\($0)'?" } ?? ": there are "
            + names.joined(separator: ", ")
    }
}
