import KafkaClient
import Terminal

/// Every change that was made from here, and between them what happened in the cluster; the newest first.
struct ActivityPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case undo, ours = "only-changes", filter, faults, copyCommand = "copy"
    }

    /// The table.
    var table = TableState()
    /// Only changes made from here are shown.
    var onlyOurs = false

    static let name = "activity"

    static let bindings: [KeyBinding<ActivityPane>] = [
        KeyBinding(
            "u", .undo, "undo", changes: true,
            shell: .none(.session)
        ) { pane, context in
            guard let entry = pane.selectedEntry(in: context) else { return .absent }
            if entry.undoneAt != nil { return .disabled("it was taken back already") }
            if entry.ending == nil { return .disabled("it is not done yet: leaving its pane gives up what waits") }
            return entry.undo == nil ? .disabled("nothing takes this back") : .enabled
        },
        KeyBinding(
            "m", .ours, "only mine",
            shell: .view),
        KeyBinding(
            "/", .filter, "filter",
            shell: .view),
        KeyBinding("ctrl-z", .faults, "only faults", foot: false, shell: .view),
        KeyBinding(
            "y", .copyCommand, "copy the command",
            shell: .none(.clipboard)
        ) { pane, context in
            pane.selectedEntry(in: context)?.change.sameAs.isEmpty == false ? .enabled : .absent
        },
    ]

    /// A line: a change of ours, or something that happened.
    enum Row: Sendable {
        case change(ActivityEntry)
        case happening(Happening, number: Int)
    }

    static let columns: [Column<Row>] = [
        Column("TIME", means: "when it was started, or seen", minimum: 12, role: { _, _ in .dim }) { row, context in
            TimeText.short(row.at, now: context.now, in: context.zone)
        },
        Column(
            "BY", means: "you: sent from here; cluster: seen to happen", minimum: 7, rank: 3,
            role: { row, _ in row.isOurs ? .accent : .dim }
        ) { row, _ in
            row.isOurs ? "you" : "cluster"
        },
        Column(
            "WHAT", means: "what was asked for, or what changed", minimum: 24, elastic: true,
            role: { row, _ in row.isOurs ? .strong : .text }
        ) { row, _ in
            row.what
        },
        Column("RESULT", means: "how it ended", minimum: 11, role: { row, _ in row.role }) { row, _ in row.result },
        Column("UNDO", means: "u takes it back where something can", minimum: 6, rank: 2, role: { _, _ in .dim }) {
            row, _ in row.undoText
        },
    ]

    func id(of row: Row) -> String {
        switch row {
        case .change(let entry): "c\(entry.number)"
        case .happening(let happening, let number): "h\(happening.at) \(number) \(happening.text)"
        }
    }

    func filterText(of row: Row) -> String {
        guard case .change(let entry) = row else { return row.what }
        return "\(row.what) \(entry.ending?.sentence ?? row.result)"
    }

    func unsortedRows(in context: PaneContext) -> [Row] {
        var rows = context.activity.entries.map(Row.change)
        if !onlyOurs { rows += context.view.happenings.enumerated().map { .happening($1, number: $0) } }
        // Swift's sort is stable: what came at one moment keeps its order.
        return rows.reversed().sorted { $0.at > $1.at }
    }

    static var faults: (words: String, none: String) { ("only faults", "Nothing went wrong since this console looks.") }

    func isFault(_ row: Row, in context: PaneContext) -> Bool {
        switch row {
        case .change(let entry): entry.ending.map { !$0.isGood } ?? false
        case .happening(let happening, _): happening.kind == .warn || happening.kind == .bad
        }
    }

    func remark(in context: PaneContext) -> String {
        Quantity.count(context.activity.entries.count, "change") + (context.width < 100 ? "" : " from here")
    }

    func needs(in context: PaneContext) -> [Query] { [] }

    func selectedEntry(in context: PaneContext) -> ActivityEntry? {
        guard case .change(let entry)? = selection(in: context) else { return nil }
        return entry
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .ours: onlyOurs.toggle()
        case .faults: table.onlyFaults.toggle()
        case .filter: table.isFiltering = true
        case .copyCommand:
            guard let text = selectedEntry(in: context)?.change.sameAs else { return [] }
            return [.copy(text), .say(Notice(.info, "copied \(text)"))]
        case .undo:
            guard let entry = selectedEntry(in: context), let undo = entry.undo else { return [] }
            let title = "Take back: \(entry.change.what)"
            guard let planned = undo as? any LooksFirst else {
                let lines = [undo.change.what + "."] + undo.change.details
                return [.dialog(ConfirmDialog(title, lines: lines, verb: "take it back", job: undo, in: context))]
            }
            let question = ConfirmDialog(title, verb: "take it back", planning: planned, in: context)
            return [.dialog(question), .start(LookJob(for: planned))]
        }
        return []
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? any ChangeReport else { return [] }
        return [.say(report.notice), .refresh]
    }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = selection(in: context) else { return nil }
        switch row {
        case .change(let entry):
            return Explanation(
                title: entry.change.what,
                lines: ActivityDetail.lines(entry, in: context).map {
                    $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)"
                })
        case .happening(let happening, _):
            return Explanation(
                title: "what happened",
                lines: [
                    happening.text,
                    "Seen by comparing two answers of the cluster about itself; between them more may have happened.",
                ])
        }
    }

    // MARK: Where things stand

    private func detailFrame(in context: PaneContext) -> Rect? {
        guard context.height >= 16, selection(in: context) != nil else { return nil }
        let rows = max(8, context.height * 2 / 5)
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    func tableFrame(in context: PaneContext) -> Rect { tableFrame(above: detailFrame(in: context), in: context) }

    func draw(on area: inout GridArea, in context: PaneContext) {
        drawFilter(on: &area, y: 0, in: context)
        if context.activity.entries.isEmpty, onlyOurs || context.view.happenings.isEmpty {
            return ActivityDetail.drawEmpty(on: &area)
        }
        area.draw(in: tableFrame(in: context)) { drawTable(on: &$0, in: context) }
        if let frame = detailFrame(in: context), let row = selection(in: context) {
            area.draw(in: frame) { ActivityDetail.draw(row, on: &$0, in: context) }
        }
    }
}

extension ActivityPane.Row {
    var at: Int64 {
        switch self {
        case .change(let entry): entry.at
        case .happening(let happening, _): happening.at
        }
    }

    var isOurs: Bool { if case .change = self { true } else { false } }

    var what: String {
        switch self {
        case .change(let entry): entry.change.what
        case .happening(let happening, _): happening.text
        }
    }

    var result: String {
        guard case .change(let entry) = self else { return "" }
        return entry.ending.map { $0.isGood ? "✔ done" : "✘ not done" } ?? "◌ on its way"
    }

    var undoText: String {
        guard case .change(let entry) = self else { return "" }
        if entry.undoneAt != nil { return "undone" }
        return entry.undo == nil ? Quantity.nothing : "u"
    }

    var role: Role {
        switch self {
        case .change(let entry): entry.ending.map { $0.isGood ? .good : .bad } ?? .dim
        case .happening(let happening, _): happening.kind.role
        }
    }
}

extension Happening.Kind {
    /// How it is coloured.
    var role: Role {
        switch self {
        case .plain: .text
        case .good: .good
        case .warn: .warn
        case .bad: .bad
        }
    }
}
