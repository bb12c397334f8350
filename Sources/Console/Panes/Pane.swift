import KafkaClient
import KafkaWire
import Terminal

/// One screenful with its own keys and state, a plain value. **How to write a pane:**
///
/// 1. One file `Panes/<Name>Pane.swift` with `struct <Name>Pane: Pane`; its stored properties are the pane's state.
/// 2. `Command` is an enum of what its keys do; ``bindings`` is the table of keys. Nothing else reads keys, except
///    ``type(_:in:)`` while a text field has the focus.
/// 3. ``needs(in:)`` names the questions to keep asking while the pane is seen; the answers are in `context.view`
///    (``ClusterView``). A question asked once, a stream or a change is a ``Job``: return `.start(job)` from ``handle``;
///    its reports arrive in ``receive(_:in:)``. Jobs of a pane that was closed are stopped by the console.
/// 4. ``draw(on:in:)`` only draws: no scrolling there. Clamp cursors in ``settle(in:)``, which runs after every event.
/// 5. Add it to `PaneCatalog` (a tab, or a pane opened from another one with `.open`).
///
/// A pane that is a table conforms to ``TablePane`` and gets cursor, scroll, sort, filter, wheel and click for nothing.
/// Tests: drive `ConsoleState` with `update` and look at the effects and at `render` (Tests/ConsoleTests has the kit).
protocol Pane: Equatable, Sendable {
    /// What the keys do; raw values are the words of the palette.
    associatedtype Command: CaseIterable & RawRepresentable<String> & Hashable & Sendable

    /// Its scope in the key table and its word in the palette.
    static var name: String { get }
    /// Its keys, most used first.
    static var bindings: [KeyBinding<Self>] { get }
    /// Letters that sort, with what they sort by.
    static var sortKeys: [(letter: Character, words: String)] { get }

    /// Where one is: the parts between `›` after the tab's title; empty for a tab's root.
    var crumbs: [String] { get }
    /// A word at the right of the tab row for a tab's root: `6 topics`.
    func remark(in context: PaneContext) -> String
    /// The questions to keep asking while it is seen.
    func needs(in context: PaneContext) -> [Query]
    /// Does what a key says.
    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction]
    /// Takes a key as text while a field has the focus; nil when no field has, so that it is looked up in the tables.
    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]?
    /// Takes pasted text; nothing by default. Line ends never count as enter.
    mutating func paste(_ text: String, in context: PaneContext) -> [PaneAction]
    /// Moves the cursor of its list.
    mutating func move(_ motion: Motion, in context: PaneContext)
    /// A click at column and row of its own area; true when it means "deeper" (a click on the selected row).
    mutating func click(x: Int, y: Int, in context: PaneContext) -> Bool
    /// Sorts by the column with this letter.
    mutating func sort(by letter: Character, in context: PaneContext)
    /// Takes a report of one of its jobs.
    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction]
    /// Takes a text that it gave to the user's editor.
    mutating func edited(_ text: String, in context: PaneContext) -> [PaneAction]
    /// Asked before anything else sees `esc`: true when the pane used it (left a filter, a field).
    mutating func escape(in context: PaneContext) -> Bool
    /// What `esc` does instead of leaving the pane, once ``escape(in:)`` had no use for it; nil leaves.
    mutating func leave(in context: PaneContext) -> [PaneAction]?
    /// Puts cursor and scroll where they may be; runs after every event.
    mutating func settle(in context: PaneContext)
    /// What is to be asked for again, since the cluster answers again; runs after every event.
    mutating func recovered(in context: PaneContext) -> [PaneAction]
    /// Runs once when it comes on the screen for the first time.
    mutating func opened(in context: PaneContext) -> [PaneAction]
    /// What is under the cursor, in sentences, for `x`.
    func explain(in context: PaneContext) -> Explanation?
    /// What the columns on the screen mean, for `x`.
    func columnMeanings(in context: PaneContext) -> [ColumnMeaning]
    /// Whether a command is in the foot now; nil leaves it to its binding.
    func isInFoot(_ command: Command) -> Bool?
    /// What stands for the words in capitals of a binding's shell form: `["GROUP": "billing"]`.
    func subject(in context: PaneContext) -> [String: String]
    /// All columns, and those that do not fit now, for `w`.
    func columnNames(in context: PaneContext) -> (all: [String], hidden: [String])
    /// Draws it.
    func draw(on area: inout GridArea, in context: PaneContext)
    /// Where the text cursor stands in its area; nil hides it.
    func cursor(in context: PaneContext) -> (x: Int, y: Int)?
}

/// A movement in a list.
enum Motion: Equatable, Sendable {
    /// Down by so many rows (negative: up).
    case rows(Int)
    /// Down by so many screenfuls.
    case pages(Int)
    /// To the first row.
    case first
    /// To the last row.
    case last
}

/// What a pane wants the console to do.
enum PaneAction: Sendable {
    /// Show this pane above the present one; `esc` comes back.
    case open(any Pane)
    /// Go back one pane.
    case close
    /// Start a job whose reports come to this pane. A job with the same name is stopped first.
    case start(any Job)
    /// Stop the job of that name.
    case stop(String)
    /// Show a dialog above the pane.
    case dialog(any Dialog)
    /// Say what happened.
    case say(Notice)
    /// Put text on the clipboard.
    case copy(String)
    /// Let the user edit a text in their editor; it comes back in ``Pane/edited(_:in:)``.
    case edit(String)
    /// Ask these questions now, not when their time has come.
    case refresh
    /// Start the demo workload of the sandbox.
    case startDemo
    /// Unlock changes for ten minutes.
    case unlock
    /// Go to another context.
    case attach(String)
    /// Leave, although something armed is dropped: that was asked.
    case depart(Departure)
}

/// What a pane or dialog may look at.
struct PaneContext: Sendable {
    /// What is known of the cluster; while the pane is frozen, what was known then.
    var view: ClusterView
    /// Milliseconds since the epoch.
    var now: Int64
    /// Columns of the pane's own area.
    var width: Int
    /// Rows of the pane's own area.
    var height: Int
    /// The cluster's badge, address and mode.
    var console: ConsoleContext
    /// The user's time zone.
    var zone: LocalZone
    /// What was changed from here.
    var activity = ActivityLog()
    /// The keys as the user wants them.
    var keys = KeyMap()
}

/// Sentences about the thing under the cursor.
struct Explanation: Equatable, Sendable {
    /// The thing.
    var title: String
    /// One idea a line.
    var lines: [String]
    /// What the columns mean that it stands in.
    var columns: [ColumnMeaning] = []

    /// An explanation.
    init(title: String, lines: [String]) {
        self.title = title
        self.lines = lines
    }
}

/// What a column says.
struct ColumnMeaning: Equatable, Sendable {
    /// Its title; a column without one has an empty title.
    var title: String
    /// What it says.
    var text: String
}

extension Pane {
    static var sortKeys: [(letter: Character, words: String)] { [] }
    var crumbs: [String] { [] }
    func remark(in context: PaneContext) -> String { "" }
    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]? { nil }
    mutating func paste(_ text: String, in context: PaneContext) -> [PaneAction] { [] }
    mutating func move(_ motion: Motion, in context: PaneContext) {}
    mutating func click(x: Int, y: Int, in context: PaneContext) -> Bool { false }
    mutating func sort(by letter: Character, in context: PaneContext) {}
    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] { [] }
    mutating func edited(_ text: String, in context: PaneContext) -> [PaneAction] { [] }
    mutating func escape(in context: PaneContext) -> Bool { false }
    mutating func leave(in context: PaneContext) -> [PaneAction]? { nil }
    mutating func settle(in context: PaneContext) {}
    mutating func recovered(in context: PaneContext) -> [PaneAction] { [] }
    mutating func opened(in context: PaneContext) -> [PaneAction] { [] }
    func explain(in context: PaneContext) -> Explanation? { nil }
    func columnMeanings(in context: PaneContext) -> [ColumnMeaning] { [] }
    func subject(in context: PaneContext) -> [String: String] { [:] }
    func isInFoot(_ command: Command) -> Bool? { nil }
    func columnNames(in context: PaneContext) -> (all: [String], hidden: [String]) { ([], []) }
    func cursor(in context: PaneContext) -> (x: Int, y: Int)? { nil }

    /// Looks `key` up in the pane's own tables; nil when it is not bound here.
    mutating func press(_ key: Key, in context: PaneContext) -> [PaneAction]? {
        if let taken = type(key, in: context) { return taken }
        var reason: String?
        for binding in Self.bindings where context.keys.keys(of: binding).contains(key) {
            switch binding.availability(self, context) {
            case .enabled: return handle(binding.command, in: context)
            case .disabled(let why): reason = why
            case .absent: continue
            }
        }
        if let reason { return [.say(Notice(.warn, reason))] }
        if let letter = key.text, Self.sortKeys.contains(where: { $0.letter == letter }) {
            sort(by: letter, in: context)
            return []
        }
        return nil
    }

    /// Runs the command of that name, as the palette does; nil when the pane has none of that name.
    mutating func run(_ name: String, in context: PaneContext) -> [PaneAction]? {
        guard let binding = Self.bindings.first(where: { $0.command.rawValue == name }) else { return nil }
        switch binding.availability(self, context) {
        case .enabled: return handle(binding.command, in: context)
        case .disabled(let why): return [.say(Notice(.warn, why))]
        case .absent: return nil
        }
    }

    /// The pane's keys as rows, with whether they work now.
    func bindingRows(in context: PaneContext) -> [BindingRow] {
        let subject = subject(in: context)
        return Self.bindings.map { binding in
            BindingRow(
                scope: Self.name, keys: context.keys.keys(of: binding), command: binding.command.rawValue,
                words: binding.words,
                isInFoot: isInFoot(binding.command) ?? binding.isInFoot,
                availability: binding.availability(self, context),
                shell: binding.shell.filled(with: subject, in: context))
        }
    }

    func equals(_ other: any Pane) -> Bool { (other as? Self) == self }
}
