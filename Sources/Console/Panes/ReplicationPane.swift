import KafkaClient
import KafkaWire
import Terminal

/// Partitions by brokers: who leads, who is in sync, who is behind and by how much, who is gone; the worst first. And which
/// broker may be restarted next.
struct ReplicationPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case faults, elect = "prefer-leaders", filter, copyName = "copy"
    }

    /// The table, by problem.
    var table = TableState(sort: "PARTITION")
    var cache = RowCache<Row>()
    /// What would happen if a broker stopped now.
    private(set) var advice = RestartAdvice()

    static let name = "replication"

    static let bindings: [KeyBinding<ReplicationPane>] = [
        KeyBinding(
            "ctrl-z", .faults, "only faults",
            shell: ShellForm(apache: "kafka-topics --describe --under-replicated-partitions")),
        KeyBinding(
            "l", .elect, "prefer leaders", changes: true,
            shell: ShellForm(apache: "kafka-leader-election --election-type preferred --all-topic-partitions")
        ) { _, context in ElectLeadersJob.availability(context)
        },
        KeyBinding(
            "/", .filter, "filter",
            shell: .view),
        KeyBinding(
            "y", .copyName, "copy the name", foot: false,
            shell: .none(.clipboard)),
    ]

    /// A partition and where its copies stand.
    struct Row: Sendable {
        var partition: TopicPartition
        var info: PartitionInfo
        /// 0 fine, 1 a copy is missing, 2 fewer in sync than writes need, 3 nobody leads.
        var severity: Int

        var role: Role {
            switch severity {
            case 0: .dim
            case 1: .warn
            default: .bad
            }
        }
    }

    static let columns: [Column<Row>] = [
        Column("PARTITION", means: "the partition", minimum: 20, maximum: 44, natural: true) { row, _ in
            row.partition.description
        },
        Column(
            "IN SYNC", means: "copies in sync, of all; then a column for each broker: L leads, ● in sync, ◌ behind",
            minimum: 7
        ) { row, _ in "\(row.info.inSync.count) of \(row.info.replicas.count)" },
        Column("EPOCH", .right, means: "how often the leader changed", minimum: 5, glows: false) { row, _ in
            row.info.leaderEpoch < 0 ? Quantity.unknown : String(row.info.leaderEpoch)
        },
    ]

    func id(of row: Row) -> String { row.partition.description }

    func rowVersion(in context: PaneContext) -> RowVersion? {
        RowVersion(data: context.view.structure, pane: context.view.minima)
    }

    func unsortedRows(in context: PaneContext) -> [Row] {
        var groups: [[Row]] = [[], [], [], []]
        let topics = context.view.metadata.value?.topics ?? []
        for isInternal in [false, true] {
            for topic in topics where topic.isInternal == isInternal {
                let minimum = context.view.minInSync[topic.name] ?? 1
                for info in topic.partitions {
                    let severity =
                        info.leader == nil
                        ? 3 : info.inSync.count < info.replicas.count ? (info.inSync.count < minimum ? 2 : 1) : 0
                    groups[severity].append(
                        Row(
                            partition: TopicPartition(topic: topic.name, partition: info.index), info: info,
                            severity: severity))
                }
            }
        }
        // Swift's sort is stable: equal problems keep the order of the topics.
        return groups[1...].reversed().flatMap { rows in rows.sorted { $0.info.inSync.count < $1.info.inSync.count } }
            + groups[0]
    }

    static var faults: (words: String, none: String) { ("only faults", "No partition has a fault.") }
    func isFault(_ row: Row, in context: PaneContext) -> Bool { row.severity > 0 }

    func remark(in context: PaneContext) -> String {
        let count = Quantity.count(context.view.summary.partitions, "partition")
        let moving = context.view.moves.value?.count ?? 0
        return "\(count), by fault"
            + (moving > 0 ? ", \(Quantity.grouped(moving)) moving" : "")
    }

    func needs(in context: PaneContext) -> [Query] {
        guard let metadata = context.view.metadata.value, !metadata.topics.isEmpty else { return [] }
        var needs: [Query] = [.quorum, .minInSync, .moves]
        guard metadata.brokers.count > 1 else { return needs }
        let live = Set(metadata.brokers.map(\.id))
        var copies: [BrokerID: [TopicPartition]] = [:]
        for row in visibleRows(in: context) where row.info.replicas.count > 1 {
            for broker in row.info.replicas where live.contains(broker) {
                copies[broker, default: []].append(row.partition)
            }
        }
        if !copies.isEmpty { needs.append(.copies(copies)) }
        return needs
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .filter: table.isFiltering = true
        case .faults: table.onlyFaults.toggle()
        case .elect: return [.dialog(ElectLeadersJob.question(in: context))]
        case .copyName:
            guard let selected = table.selected else { return [] }
            return [.copy(selected), .say(Notice(.info, "copied \(selected)"))]
        }
        return []
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? ElectLeadersReport else { return [] }
        return [.say(report.notice), .refresh]
    }

    mutating func settle(in context: PaneContext) {
        settleTable(in: context)
        advice.settle(in: context)
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
        if let minimum = context.view.minInSync[row.partition.topic] {
            lines.append(
                "min.insync.replicas is \(minimum): \(info.inSync.count < minimum ? "acks=all gets NOT_ENOUGH_REPLICAS until more are in sync." : "acks=all is served.")"
            )
        }
        if let move = context.view.moves.value?[row.partition] {
            lines.append(
                "It moves: \(move.adding.map(\.description).joined(separator: ", ")) still to fill, \(move.removing.map(\.description).joined(separator: ", ")) to go."
            )
        }
        lines.append(
            context.view.copies[row.partition] == nil
                ? "How far a copy is behind is not told by these brokers; in sync or not is."
                : "How far a copy is behind: the end of its log, asked of the broker that holds it, beside the leader's."
        )
        return Explanation(title: row.partition.description, lines: lines)
    }

    // MARK: Where things stand

    /// The rows above the table: the question, the brokers.
    private func top(in context: PaneContext) -> Int { hasFilterLine ? 5 : 4 }

    private func happenings(in context: PaneContext) -> Rect? {
        guard context.height >= 18, !context.view.happenings.isEmpty else { return nil }
        let rows = min(context.view.happenings.count, max(3, context.height / 5)) + 1
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    /// The copies of the selected partition as bars, from 26 rows up.
    private func copies(in context: PaneContext) -> Rect? {
        guard context.height >= 26, let row = selection(in: context), row.info.replicas.count > 1 else { return nil }
        let end = happenings(in: context).map { $0.y - 1 } ?? context.height
        let rows = min(row.info.replicas.count, 6) + 2
        return Rect(x: 0, y: end - rows, width: context.width, height: rows)
    }

    func tableFrame(in context: PaneContext) -> Rect {
        let top = top(in: context)
        let below = (table.selected == nil ? nil : copies(in: context)) ?? happenings(in: context)
        return Rect(
            x: 0, y: top, width: context.width, height: max(2, (below.map { $0.y - 1 } ?? context.height) - top))
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard context.view.metadata.value != nil else { return Waiting.draw(on: &area, in: context) }
        advice.draw(on: &area, in: context)
        if hasFilterLine {
            area.fill(Rect(x: 0, y: 1, width: area.width, height: 1), style: .plain)
            drawFilter(on: &area, y: 1, in: context)
        }
        let all = rows(in: context)
        let frame = tableFrame(in: context)
        if all.isEmpty {
            area.put(
                table.onlyFaults ? Self.faults.none : "No partitions yet.", x: 2, y: frame.y + 1, style: .good)
        }
        let matrix = ReplicationMatrix(context, selected: table.selected)
        matrix.draw(Array(visibleRows(in: context)), frame: frame, on: &area)
        if let frame = copies(in: context), let row = selection(in: context) {
            area.draw(in: frame) { CopyBars(row: row).draw(on: &$0, in: context) }
        }
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
