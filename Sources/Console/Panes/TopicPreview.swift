import KafkaClient
import KafkaWire
import Terminal

/// What the selected topic looks like inside: its partitions as bars with the groups on them, its configuration, its
/// newest record. Costs no key and moves with the cursor.
struct TopicPreview {
    let row: TopicRow

    func draw(on area: inout GridArea, in context: PaneContext) {
        let name = row.topic.name
        area.rule(name.rawValue, y: 0, right: PaneCatalog.records == nil ? "" : "⏎ records")
        let groups = (context.view.groupsByTopic()[name] ?? []).prefix(26).enumerated().map { index, entry in
            Group(
                id: entry.group, mark: Character(Unicode.Scalar(UInt8(97 + index))), lag: entry.lag,
                behind: context.view.behind(entry.group, topic: name, now: context.now))
        }
        let legend = groups.isEmpty ? 0 : min(groups.count, area.width > 90 ? (groups.count + 1) / 2 : groups.count, 4)
        let rest = legend + 4
        let room = max(1, area.height - 1 - rest)
        var y = 1
        let partitions = row.topic.partitions
        let shown = partitions.count <= room ? partitions.count : room - 1
        for partition in partitions.prefix(shown) {
            draw(partition, groups, on: &area, y: y, in: context)
            y += 1
        }
        if shown < partitions.count {
            drawRest(partitions.dropFirst(shown), on: &area, y: y, in: context)
            y += 1
        }
        y = drawLegend(groups, on: &area, y: y, lines: legend, in: context)
        y += 1
        y = drawConfigs(on: &area, y: y, in: context)
        drawNewest(on: &area, y: y, in: context)
    }

    private struct Group {
        var id: GroupID
        var mark: Character
        var lag: Int64?
        var behind: ClusterView.Behind?
        var role: Role {
            guard let lag else { return .dim }
            return lag == 0 || (behind.map { $0.milliseconds < ClusterView.upToDate } ?? false) ? .good : .warn
        }
    }

    /// Columns of the bar, the rest is for numbers.
    private func barWidth(_ area: borrowing GridArea) -> Int { max(8, area.width - 54) }

    private func draw(
        _ partition: PartitionInfo, _ groups: [Group], on area: inout GridArea, y: Int, in context: PaneContext
    ) {
        let key = TopicPartition(topic: row.topic.name, partition: partition.index)
        area.put("p\(partition.index)", x: 2, y: y, style: .dim)
        let bar = barWidth(area)
        let known = context.view.bounds[key]
        if let bounds = known?.value {
            let line = String(repeating: bounds.count == 0 ? "─" : "━", count: bar)
            area.put("├\(line)┤", x: 6, y: y, style: bounds.count == 0 ? .faint : .bar)
            for group in groups {
                guard let committed = context.view.lags[group.id]?.value?.rows[key]?.committed, bounds.count > 0 else {
                    continue
                }
                let share = Double(min(max(committed, bounds.start), bounds.end) - bounds.start) / Double(bounds.count)
                area.put(
                    String(group.mark), x: 6 + Int((share * Double(bar + 1)).rounded(.down)), y: y, style: group.role)
            }
        } else {
            area.put(known?.placeholder ?? Quantity.asking, x: 6, y: y, style: .dim)
        }
        let x = 8 + bar
        area.put(known?.value.map { Quantity.grouped($0.count) } ?? "", endingAt: x + 12, y: y, style: .text)
        let size = TopicRow.size(of: partition, of: row.topic.name, context.view).map(Quantity.size) ?? ""
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
                TopicRow.size(of: partition, of: row.topic.name, context.view).map { sum &+ $0 }
            }
        }
        area.put(records.map { Quantity.grouped($0) } ?? "", endingAt: x + 12, y: y, style: .text)
        area.put(bytes.map(Quantity.size) ?? "", endingAt: x + 22, y: y, style: .dim)
    }

    private func drawLegend(
        _ groups: [Group], on area: inout GridArea, y: Int, lines: Int, in context: PaneContext
    ) -> Int {
        guard !groups.isEmpty else {
            area.put(context.view.groups.value == nil ? "" : "no group commits on it", x: 2, y: y, style: .faint)
            return y + 1
        }
        let perLine = (groups.count + max(1, lines) - 1) / max(1, lines)
        let columns = (area.width - 2) / max(1, min(perLine, 2))
        for (index, group) in groups.prefix(lines * min(perLine, 2)).enumerated() {
            let line = y + index / min(perLine, 2)
            let x = 2 + index % min(perLine, 2) * columns
            area.put(String(group.mark), x: x, y: line, style: group.role)
            var words = "no commit"
            if let lag = group.lag {
                words = lag == 0 ? "up to date" : "\(Quantity.grouped(lag)) behind"
                if lag > 0, let behind = group.behind, behind != .none { words += ", \(behind.text)" }
            }
            area.put("\(group.id)  \(words)", x: x + 2, y: line, style: Style(.text), cutTo: columns - 4)
        }
        return y + lines
    }

    private func drawConfigs(on area: inout GridArea, y: Int, in context: PaneContext) -> Int {
        guard let configs = context.view.configs[row.topic.name]?.value else { return y }
        let own = configs.entries.filter { !$0.isDefault && !$0.isSensitive }
        area.put("differs from default", x: 2, y: y, style: .dim)
        var x = 24
        if own.isEmpty { area.put("nothing", x: x, y: y, style: .dim) }
        for entry in own {
            let value = Self.readable(entry)
            guard x + TextWidth.of(entry.name) + TextWidth.of(value) + 4 < area.width else {
                area.put("…", x: x, y: y, style: .dim)
                break
            }
            x += area.put(entry.name, x: x, y: y, style: .accent) + 1
            x += area.put(value, x: x, y: y, style: .text) + 4
        }
        return y + 1
    }

    /// `segment.bytes` as `64 MiB`, `retention.ms` as `7 d`.
    static func readable(_ entry: ConfigEntry) -> String {
        guard let value = entry.value else { return "hidden" }
        guard let number = Int64(value), number >= 0 else { return value }
        if entry.name.hasSuffix(".ms") { return Quantity.duration(number) }
        if entry.name.hasSuffix(".bytes") { return Quantity.size(number) }
        return value
    }

    private func drawNewest(on area: inout GridArea, y: Int, in context: PaneContext) {
        area.put("newest", x: 2, y: y, style: .dim)
        guard let newest = context.view.newest[row.topic.name]?.value else {
            let words = row.records == 0 ? "nothing written yet" : Quantity.asking
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
