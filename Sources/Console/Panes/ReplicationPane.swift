import KafkaClient
import KafkaWire
import Terminal

/// Partitions by brokers: who leads, who is in sync, who is behind, who is gone; the worst first.
struct ReplicationPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable { case filter, problems, copyName = "copy" }

    /// The table, by problem.
    var table = TableState(sort: "PARTITION")
    /// Only partitions with a problem are shown.
    var onlyProblems = false

    static let name = "replication"

    static let bindings: [KeyBinding<ReplicationPane>] = [
        KeyBinding("p", .problems, "only problems"),
        KeyBinding("/", .filter, "filter"),
        KeyBinding("y", .copyName, "copy the name", foot: false),
    ]

    /// A partition and where its copies stand.
    struct Row: Sendable {
        var partition: TopicPartition
        var info: PartitionInfo
        var severity: Int
    }

    static let columns: [Column<Row>] = [
        Column("PARTITION", letter: "P", minimum: 20, maximum: 44, role: { row, _ in .strong }) { row, _ in
            row.partition.description
        },
        Column("IN SYNC", minimum: 7, role: { row, _ in ReplicationPane.role(row) }) { row, _ in
            "\(row.info.inSync.count) of \(row.info.replicas.count)"
        },
        Column("EPOCH", .right, minimum: 5, role: { _, _ in .dim }) { row, _ in
            row.info.leaderEpoch < 0 ? Quantity.unknown : String(row.info.leaderEpoch)
        },
    ]

    static func role(_ row: Row) -> Role {
        switch row.severity {
        case 0: .dim
        case 1: .warn
        default: .bad
        }
    }

    func id(of row: Row) -> String { row.partition.description }

    func unsortedRows(in context: PaneContext) -> [Row] {
        var rows: [Row] = []
        let topics = context.view.metadata.value?.topics ?? []
        for topic in topics.filter({ !$0.isInternal }) + topics.filter(\.isInternal) {
            let minimum = context.view.configs[topic.name]?.value?.minInSync ?? 1
            for info in topic.partitions {
                let severity =
                    info.leader == nil
                    ? 3 : info.inSync.count < info.replicas.count ? (info.inSync.count < minimum ? 2 : 1) : 0
                if onlyProblems, severity == 0 { continue }
                rows.append(
                    Row(
                        partition: TopicPartition(topic: topic.name, partition: info.index), info: info,
                        severity: severity))
            }
        }
        // Swift's sort is stable: equal problems keep the order of the topics.
        return rows.sorted { a, b in
            if a.severity != b.severity { return a.severity > b.severity }
            if a.severity > 0, a.info.inSync.count != b.info.inSync.count {
                return a.info.inSync.count < b.info.inSync.count
            }
            return false
        }
    }

    func remark(in context: PaneContext) -> String {
        let count = (context.view.metadata.value?.topics ?? []).reduce(0) { $0 + $1.partitions.count }
        return "\(Quantity.count(count, "partition")), \(onlyProblems ? "problems only" : "by problem")"
    }

    func needs(in context: PaneContext) -> [Query] {
        let topics = (context.view.metadata.value?.topics ?? []).map(\.name)
        guard !topics.isEmpty else { return [] }
        if topics.count <= TopicsPane.batch { return [.quorum, .configs(topics)] }
        let visible = rows(in: context).dropFirst(table.top).prefix(tableHeight(in: context)).map(\.partition.topic)
        return [.quorum, .configs(Set(visible).sorted())]
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .filter: table.isFiltering = true
        case .problems: onlyProblems.toggle()
        case .copyName:
            guard let selected = table.selected else { return [] }
            return [.copy(selected), .say(Notice(.info, "copied \(selected)"))]
        }
        return []
    }

    mutating func sort(by letter: Character, in context: PaneContext) {}
    static var sortKeys: [(letter: Character, words: String)] { [] }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = selection(in: context) else { return nil }
        let info = row.info
        var lines = [
            "Copies on \(info.replicas.map(\.description).joined(separator: ", ")), in sync: \(info.inSync.map(\.description).joined(separator: ", "))."
        ]
        lines.append(
            info.leader.map { "Broker \($0) leads since epoch \(info.leaderEpoch)." }
                ?? "Nobody leads: it can be neither written nor read.")
        if let first = info.replicas.first, let leader = info.leader, first != leader {
            lines.append("Its preferred leader is \(first).")
        }
        if let minimum = context.view.configs[row.partition.topic]?.value?.minInSync {
            lines.append(
                "min.insync.replicas is \(minimum): \(info.inSync.count < minimum ? "acks=all gets NOT_ENOUGH_REPLICAS until more are in sync." : "acks=all is served.")"
            )
        }
        lines.append("How far a copy is behind is not told by the protocol of clients; in sync or not is.")
        return Explanation(title: row.partition.description, lines: lines)
    }

    // MARK: Where things stand

    /// The rows above the table: the question, the brokers.
    private func top(in context: PaneContext) -> Int { table.isFiltering || !table.filter.isEmpty ? 5 : 4 }

    private func happenings(in context: PaneContext) -> Rect? {
        guard context.height >= 18, !context.view.happenings.isEmpty else { return nil }
        let rows = min(context.view.happenings.count, max(3, context.height / 4)) + 1
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    func tableFrame(in context: PaneContext) -> Rect {
        let top = top(in: context)
        let end = happenings(in: context).map { $0.y - 1 } ?? context.height
        return Rect(x: 0, y: top, width: context.width, height: max(2, end - top))
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard context.view.metadata.value != nil else { return Waiting.draw(on: &area, in: context) }
        let matrix = ReplicationMatrix(context, selected: table.selected)
        matrix.drawAdvice(on: &area)
        if table.isFiltering || !table.filter.isEmpty {
            area.fill(Rect(x: 0, y: 1, width: area.width, height: 1), style: .plain)
            drawFilter(on: &area, y: 1, in: context)
        }
        let all = rows(in: context)
        let frame = tableFrame(in: context)
        if all.isEmpty {
            area.put(
                onlyProblems ? "No partition has a problem." : "No partitions yet.", x: 2, y: frame.y + 1, style: .good)
        }
        let visible = Array(all.dropFirst(table.top).prefix(frame.height - 1))
        matrix.draw(visible, of: all.count, from: table.top, frame: frame, on: &area)
        if let frame = happenings(in: context) {
            area.draw(in: frame) { area in
                area.rule("What happened", y: 0)
                for (line, entry) in context.view.happenings.suffix(frame.height - 1).enumerated() {
                    area.put(
                        TimeText.short(entry.at, now: context.now, in: context.zone), x: 2, y: line + 1, style: .dim)
                    area.put(entry.text, x: 16, y: line + 1, style: Style(entry.kind.role), cutTo: area.width - 17)
                }
            }
        }
    }
}
