import KafkaClient
import KafkaWire
import Terminal

/// Partitions as bars from their start to their end, with the groups' committed offsets on them.
struct PartitionBars {
    /// The topic.
    let topic: TopicInfo
    /// The partition under the cursor; nil when none is meant.
    var selected: Int32?

    /// A group and the letter that stands for it.
    struct Group {
        var id: GroupID
        var mark: Character
        var lag: Int64?
        var behind: ClusterView.Behind?

        var role: Role {
            guard let lag else { return .dim }
            return lag == 0 || (behind.map { $0.milliseconds < ClusterView.upToDate } ?? false) ? .good : .warn
        }

        /// `up to date`, `18,204 behind, 41 s`.
        var words: String {
            guard let lag else { return "no commit" }
            if lag == 0 { return "up to date" }
            let time = behind.map { $0 == .none ? "" : ", \($0.text)" } ?? ""
            return "\(Quantity.grouped(lag)) behind\(time)"
        }
    }

    /// The groups that commit on the topic, the first 26 of them.
    func groups(in context: PaneContext) -> [Group] {
        (context.view.groupsOn[topic.name] ?? []).prefix(26).enumerated().map { index, entry in
            Group(
                id: entry.group, mark: Character(Unicode.Scalar(UInt8(97 + index))), lag: entry.lag,
                behind: context.view.behind(entry.group, entry.partitions, now: context.now))
        }
    }

    func draw(_ range: Range<Int>, on area: inout GridArea, in context: PaneContext) {
        let groups = groups(in: context)
        let hidden = topic.partitions.count - range.count
        let rest =
            hidden == 0
            ? "" : "\(Quantity.grouped(range.count)) of \(Quantity.count(topic.partitions.count, "partition"))"
        area.rule("where the groups are", y: 0, right: rest)
        var y = 1
        for partition in topic.partitions[range] {
            let isSelected = partition.index == selected
            area.put("p\(partition.index)", x: 2, y: y, style: isSelected ? .strong : .dim)
            drawBar(partition, groups, on: &area, x: 8, y: y, width: max(10, area.width - 8 - 30), in: context)
            drawEnd(partition, on: &area, x: area.width - 1, y: y, in: context)
            y += 1
        }
        y += 1
        drawLegend(groups, on: &area, y: y, lines: max(1, area.height - y), in: context)
    }

    private func drawEnd(
        _ partition: PartitionInfo, on area: inout GridArea, x: Int, y: Int, in context: PaneContext
    ) {
        let key = TopicPartition(topic: topic.name, partition: partition.index)
        guard let bounds = context.view.bounds[key]?.value else { return }
        area.put("\(Quantity.grouped(bounds.start)) … \(Quantity.grouped(bounds.end))", endingAt: x, y: y, style: .dim)
    }

    /// One bar of `width` cells, its ends included.
    func drawBar(
        _ partition: PartitionInfo, _ groups: [Group], on area: inout GridArea, x: Int, y: Int, width: Int,
        in context: PaneContext
    ) {
        let key = TopicPartition(topic: topic.name, partition: partition.index)
        let known = context.view.bounds[key]
        guard let bounds = known?.value else {
            area.put(known?.placeholder ?? Quantity.asking, x: x, y: y, style: .dim)
            return
        }
        let inner = max(1, width - 2)
        let line = String(repeating: bounds.count == 0 ? "─" : "━", count: inner)
        area.put("├\(line)┤", x: x, y: y, style: bounds.count == 0 ? .faint : .bar)
        var taken: Set<Int> = []
        for group in groups {
            guard let committed = context.view.lags[group.id]?.value?.rows[key]?.committed, bounds.count > 0 else {
                continue
            }
            let share = Double(min(max(committed, bounds.start), bounds.end) - bounds.start) / Double(bounds.count)
            // Groups at one place stand side by side, or one would hide the other.
            let place = Int((share * Double(inner - 1)).rounded(.down))
            let free =
                (0...place).reversed().first { !taken.contains($0) } ?? (place..<inner).first { !taken.contains($0) }
            guard let free else { continue }
            taken.insert(free)
            area.put(String(group.mark), x: x + 1 + free, y: y, style: group.role)
        }
    }

    /// Which letter is which group and how it stands; two on a line where they have room.
    func drawLegend(_ groups: [Group], on area: inout GridArea, y: Int, lines: Int, in context: PaneContext) {
        guard !groups.isEmpty else {
            area.put(context.view.groups.value == nil ? "" : "no group commits on it", x: 2, y: y, style: .faint)
            return
        }
        let perLine = area.width > 90 && groups.count > 1 ? 2 : 1
        let columns = (area.width - 2) / perLine
        for (index, group) in groups.prefix(lines * perLine).enumerated() {
            let line = y + index / perLine
            let x = 2 + index % perLine * columns
            area.put(String(group.mark), x: x, y: line, style: group.role)
            area.put("\(group.id)  \(group.words)", x: x + 2, y: line, style: Style(.text), cutTo: columns - 4)
        }
    }
}
