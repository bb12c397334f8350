import KafkaClient
import KafkaWire
import Terminal

/// The selected group in short: what can be said of it, where it lags most, who reads. Costs no key and moves with the
/// cursor.
struct GroupPreview {
    let row: GroupRow

    func draw(on area: inout GridArea, in context: PaneContext) {
        area.rule(row.group.id.rawValue, y: 0, right: "⏎ lag by partition")
        let pane = GroupLagPane(group: row.group.id)
        let diagnosis = GroupDiagnosis(pane, context)
        area.draw(in: Rect(x: 0, y: 1, width: area.width, height: 2)) { diagnosis.drawHead(on: &$0) }
        var y = 4
        let said = sentences(diagnosis).prefix(3).flatMap { Explanation.wrap($0, columns: area.width - 6) }
        for (line, text) in said.prefix(4).enumerated() {
            area.put(line == 0 && diagnosis.line != nil ? "▲" : " ", x: 2, y: y, style: .warn)
            area.put(text, x: 4, y: y, style: Style(.text), cutTo: area.width - 5)
            y += 1
        }
        if y > 4 { y += 1 }
        let worst = diagnosis.rows.sorted { ($0.pair.lag ?? -1, $1.partition) > ($1.pair.lag ?? -1, $0.partition) }
        let members = diagnosis.memberRows
        let forMembers = members == 0 ? 0 : min(members + 1, max(8, (area.height - y) / 2))
        let room = max(0, area.height - y - forMembers)
        let shown = worst.count <= room ? worst.count : room - 1
        for row in worst.prefix(max(0, shown)) {
            draw(row, on: &area, y: y, in: context)
            y += 1
        }
        if shown >= 0, shown < worst.count {
            let rest = worst.dropFirst(shown)
            let lag = rest.compactMap(\.pair.lag).reduce(0, &+)
            area.put("and \(rest.count) more, \(Quantity.grouped(lag)) behind", x: 4, y: y, style: .dim)
            y += 1
        }
        guard members > 0, area.height - y >= min(members + 1, 6) else { return }
        area.draw(in: Rect(x: 0, y: y + 1, width: area.width, height: area.height - y - 1)) {
            diagnosis.drawMembers(on: &$0)
        }
    }

    private func sentences(_ diagnosis: GroupDiagnosis) -> [String] {
        [diagnosis.line].compactMap { $0 } + diagnosis.notes
    }

    private func draw(_ row: GroupLagPane.Row, on area: inout GridArea, y: Int, in context: PaneContext) {
        let name = min(36, max(12, area.width / 4))
        area.put(row.partition.short(name), x: 4, y: y, style: Style(.text), cutTo: name)
        let x = 6 + name
        area.put(
            row.pair.lag.map { Quantity.grouped($0) }
                ?? (row.pair.committed == nil ? Quantity.nothing : Quantity.unknown), endingAt: x + 12, y: y,
            style: Style(row.lagRole))
        area.put(row.behind?.text ?? "", endingAt: x + 24, y: y, style: Style(row.lagRole))
        area.put(row.trend, x: x + 27, y: y, style: .spark)
        area.put(row.commitText(context.now), endingAt: x + 49, y: y, style: Style(row.commitRole(context.now)))
        let owner = row.owner.map { GroupLagPane.name(of: $0) } ?? "nobody"
        area.put(
            owner, x: x + 52, y: y, style: Style(row.owner == nil ? .warn : .dim), cutTo: max(0, area.width - x - 53))
    }
}
