import KafkaClient
import KafkaWire
import Terminal

/// What was committed, what it read back as, and what became of it since.
extension ResetPane {
    func drawOutcome(
        _ outcome: ResetOutcome, wasUndo: Bool, _ layout: ResetLayout, on area: inout GridArea, in context: PaneContext
    ) {
        let sign = outcome.isVerified ? "✔" : "✘"
        let role: Role = outcome.isVerified ? .good : .badStrong
        area.put(sign, x: 4, y: layout.kinds, style: role)
        area.put(
            wasUndo ? "Undone: " + outcome.sentence : outcome.sentence, x: 6, y: layout.kinds, style: Style(.strong),
            cutTo: area.width - 9)
        area.put("WAS", endingAt: 40, y: layout.head, style: .dim)
        area.put("NOW, READ BACK", endingAt: 58, y: layout.head, style: .dim)
        for (line, row) in outcome.rows.prefix(layout.rows).enumerated() {
            let y = layout.firstRow + line
            area.put(row.topicPartition.short(24), x: 4, y: y, style: Style(.text), cutTo: 24)
            area.put(row.old.map { Quantity.grouped($0.offset) } ?? Quantity.nothing, endingAt: 40, y: y, style: .dim)
            area.put(
                row.readBack.map { Quantity.grouped($0) } ?? Quantity.nothing, endingAt: 58, y: y,
                style: row.isVerified ? .text : .bad)
            let (words, role) = since(row, context)
            area.put(words, x: 61, y: y, style: Style(role), cutTo: area.width - 64)
        }
        if let path = outcome.undoPath {
            area.put(
                "The offsets before are in \(path)", x: 4, y: layout.totals, style: Style(.dim), cutTo: area.width - 7)
        }
        var x = 4
        if !wasUndo {
            x += area.put(" u ", x: x, y: layout.buttons, style: .button) + 1
            x += area.put("bring the old offsets back", x: x, y: layout.buttons, style: .text) + 4
        }
        x += area.put(" esc ", x: x, y: layout.buttons, style: .buttonGood) + 1
        area.put("back to the group", x: x, y: layout.buttons, style: .text)
    }

    /// What became of a commit: what it read back as, and what the coordinator holds since.
    private func since(_ row: ResetOutcome.Row, _ context: PaneContext) -> (String, Role) {
        if row.error != .none { return (row.error.name, .bad) }
        guard row.isVerified else {
            return ("asked for \(Quantity.grouped(row.new)): someone committed meanwhile", .bad)
        }
        guard case .done(_, _, let at) = stage, let known = context.view.lags[group], known.at ?? 0 > at,
            let committed = known.value?.rows[row.topicPartition]?.committed
        else { return ("✔", .good) }
        let members = context.view.members[group]?.value?.members ?? []
        guard committed != row.new else {
            // Whoever came back goes on from what was committed, if it reads its commits at all.
            let owner = members.first { $0.assignment.contains(row.topicPartition) }
            return (owner.map { "✔ \($0.instanceID ?? $0.clientID) is back" } ?? "✔", .good)
        }
        let now = Quantity.grouped(committed)
        if members.isEmpty { return ("✘ \(now) since, from outside of the group: written over", .bad) }
        if committed < row.new { return ("▲ went back to \(now) since", .warn) }
        if let old = row.old?.offset, row.new < old, committed >= old {
            return ("▲ \(now) since: look whether it read from here", .warn)
        }
        return ("✔ reads on from here, at \(now)", .good)
    }
}
