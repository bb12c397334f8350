import KafkaClient
import KafkaWire
import Terminal

/// What the selected topic looks like inside: its partitions as bars with the groups on them, its configuration, its
/// newest record. Costs no key and moves with the cursor.
struct TopicPreview {
    let row: TopicRow

    func draw(on area: inout GridArea, in context: PaneContext) {
        let name = row.topic.name
        area.rule(name.rawValue, y: 0, right: area.width < 100 ? "⏎ records" : "⏎ records   p partitions   c configs")
        let bars = PartitionBars(topic: row.topic)
        let groups = bars.groups(in: context)
        let legend = groups.isEmpty ? 1 : min(area.width > 90 ? (groups.count + 1) / 2 : groups.count, 4)
        let room = max(1, area.height - 4 - legend)
        var y = 1
        let partitions = row.topic.partitions
        let shown = partitions.count <= room ? partitions.count : room - 1
        for partition in partitions.prefix(shown) {
            draw(partition, bars, groups, on: &area, y: y, in: context)
            y += 1
        }
        if shown < partitions.count {
            drawRest(partitions.dropFirst(shown), on: &area, y: y, in: context)
            y += 1
        }
        bars.drawLegend(groups, on: &area, y: y, lines: legend, in: context)
        y += legend + 1
        y = drawConfigs(on: &area, y: y, in: context)
        drawNewest(on: &area, y: y, in: context)
    }

    /// Columns of the bar between its ends, the rest is for numbers.
    private func barWidth(_ area: borrowing GridArea) -> Int { max(8, area.width - 54) }

    private func draw(
        _ partition: PartitionInfo, _ bars: PartitionBars, _ groups: [PartitionBars.Group], on area: inout GridArea,
        y: Int, in context: PaneContext
    ) {
        area.put("p\(partition.index)", x: 2, y: y, style: .dim)
        let bar = barWidth(area)
        bars.drawBar(partition, groups, on: &area, x: 6, y: y, width: bar + 2, in: context)
        let key = TopicPartition(topic: row.topic.name, partition: partition.index)
        let x = 8 + bar
        let count = context.view.bounds[key]?.value.map { Quantity.grouped($0.count) }
        area.put(count ?? "", endingAt: x + 12, y: y, style: .text)
        let size = context.view.size(of: partition, in: row.topic.name).map(Quantity.size) ?? ""
        area.put(size, endingAt: x + 22, y: y, style: .dim)
        guard let leader = partition.leader else {
            area.put("no leader", x: x + 24, y: y, style: .bad)
            return
        }
        let isr = partition.inSync.map(\.description).joined(separator: " ")
        let role: Role = partition.inSync.count < partition.replicas.count ? .warn : .dim
        area.put(
            "leader \(leader), isr \(isr)", x: x + 24, y: y, style: Style(role), cutTo: max(0, area.width - x - 24))
    }

    private func drawRest(
        _ partitions: ArraySlice<PartitionInfo>, on area: inout GridArea, y: Int, in context: PaneContext
    ) {
        guard let first = partitions.first, let last = partitions.last else { return }
        area.put("p\(first.index) … p\(last.index)", x: 2, y: y, style: .dim)
        let x = 8 + barWidth(area)
        var records: Int64? = 0
        var bytes: Int64? = 0
        for partition in partitions {
            let key = TopicPartition(topic: row.topic.name, partition: partition.index)
            records = records.flatMap { sum in context.view.bounds[key]?.value.map { sum &+ $0.count } }
            bytes = bytes.flatMap { sum in
                context.view.size(of: partition, in: row.topic.name).map { sum &+ $0 }
            }
        }
        area.put(records.map { Quantity.grouped($0) } ?? "", endingAt: x + 12, y: y, style: .text)
        area.put(bytes.map(Quantity.size) ?? "", endingAt: x + 22, y: y, style: .dim)
    }

    private func drawConfigs(on area: inout GridArea, y: Int, in context: PaneContext) -> Int {
        guard let configs = context.view.configs[row.topic.name]?.value else { return y }
        let own = configs.entries.filter { !$0.isDefault && !$0.isSensitive }
        area.put("differs from default", x: 2, y: y, style: .dim)
        var x = 24
        if own.isEmpty { area.put("nothing", x: x, y: y, style: .dim) }
        for entry in own {
            let value = ConfigText.readable(entry)
            guard x + TextWidth.of(entry.name) + TextWidth.of(value) + 4 < area.width else {
                area.put("…", x: x, y: y, style: .dim)
                break
            }
            x += area.put(entry.name, x: x, y: y, style: .accent) + 1
            x += area.put(value, x: x, y: y, style: .text) + 4
        }
        return y + 1
    }

    private func drawNewest(on area: inout GridArea, y: Int, in context: PaneContext) {
        area.put("newest", x: 2, y: y, style: .dim)
        guard let newest = context.view.newest[row.topic.name]?.value else {
            let isUsed = (context.view.totals[row.topic.name]?.ends ?? 0) > 0
            let words =
                row.records(context.view) == 0 ? isUsed ? "no record left" : "nothing written yet" : Quantity.asking
            area.put(words, x: 24, y: y, style: .dim)
            return
        }
        RecordLine.draw(newest.record, partition: newest.partition, on: &area, x: 24, y: y, in: context)
    }
}

/// A record on one line: time, place, key, value.
enum RecordLine {
    static func draw(
        _ record: RecordGlance, partition: Int32?, on area: inout GridArea, x start: Int, y: Int, columns: Int = .max,
        ground: Role? = nil, in context: PaneContext
    ) {
        let end = min(area.width, columns == .max ? area.width : start + columns)
        var x = start
        func put(_ text: String, _ role: Role, _ area: inout GridArea) {
            guard end > x else { return }
            x += area.put(text, x: x, y: y, style: role.on(ground), cutTo: end - x) + 2
        }
        let time =
            record.timestamp < 0 ? "no time" : TimeText.short(record.timestamp, now: context.now, in: context.zone)
        put(time, .dim, &area)
        if let partition { put("p\(partition)@\(Quantity.grouped(record.offset))", .dim, &area) }
        put(record.key.map { $0.isEmpty ? "\"\"" : $0 } ?? "∅", .key, &area)
        put(record.value.map { $0.isEmpty ? "\"\" empty" : $0 } ?? "∅ null (a tombstone)", .text, &area)
    }
}
