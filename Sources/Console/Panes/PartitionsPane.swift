import KafkaClient
import KafkaWire
import Terminal

/// The partitions of a topic: who leads, who is in sync, from where to where they can be read, and where the groups stand.
struct PartitionsPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case records, configs, addPartitions = "add-partitions", filter, faults, copyName = "copy"
    }

    /// The topic.
    let topic: TopicName
    /// The table.
    var table = TableState(sort: "P")

    static let name = "partitions"
    var crumbs: [String] { [topic.rawValue, "partitions"] }

    static let bindings: [KeyBinding<PartitionsPane>] = [
        KeyBinding(
            "enter", .records, "records",
            shell: .line(
                "kdeck tail TOPIC --partition PARTITION",
                "kafka-console-consumer --topic TOPIC --partition PARTITION --offset latest")
        ) { pane, context in
            pane.selection(in: context) == nil ? .absent : .enabled
        },
        KeyBinding(
            "c", .configs, "configs",
            shell: .line(
                "kdeck configs topic TOPIC", "kafka-configs --describe --entity-type topics --entity-name TOPIC")),
        KeyBinding(
            "+", .addPartitions, "add partitions", changes: true,
            shell: .line(
                "kdeck topics add-partitions TOPIC --partitions N", "kafka-topics --alter --topic TOPIC --partitions N")
        ) { pane, context in
            guard let topic = context.view.topic(pane.topic) else { return .absent }
            return topic.isInternal ? .disabled("Kafka's own topics keep their partitions") : .enabled
        },
        KeyBinding(
            "/", .filter, "filter", foot: false,
            shell: .view),
        KeyBinding("ctrl-z", .faults, "only faults", foot: false, shell: .view),
        KeyBinding(
            "y", .copyName, "copy the name", foot: false,
            shell: .none(.clipboard)),
    ]

    /// A partition with what is known of it.
    struct Row: Sendable {
        var key: TopicPartition
        var info: PartitionInfo
        var positions: PartitionPositions?
        var placeholder: String
        var failure: String?
        var size: Int64?
        var rate: Double?

        var isBelow: Bool { info.inSync.count < info.replicas.count }
    }

    static let columns: [Column<Row>] = [
        Column(
            "P", .right, means: "its number", letter: "P", minimum: 3, natural: true, glows: false,
            role: { _, _ in .strong }
        ) { row, _ in
            String(row.info.index)
        },
        Column(
            "LEADER", .right, means: "the broker that writes and reads go to", letter: "L", rank: 1,
            number: { row, _ in Double(row.info.leader?.rawValue ?? -1) },
            role: { row, _ in row.info.leader == nil ? .bad : .text }
        ) { row, _ in row.info.leader?.description ?? "none" },
        Column("EPOCH", .right, means: "how often the leader changed", rank: 6, role: { _, _ in .dim }) { row, _ in
            row.info.leaderEpoch < 0 ? Quantity.unknown : String(row.info.leaderEpoch)
        },
        Column(
            "REPLICAS", means: "brokers with a copy, the preferred leader first", maximum: 18, rank: 5,
            role: { _, _ in .dim }
        ) { row, _ in list(row.info.replicas) },
        Column(
            "IN SYNC", means: "copies that have all that is committed", maximum: 18, rank: 2,
            role: { row, _ in row.isBelow ? .warn : .good }
        ) { row, _ in
            row.isBelow ? "\(list(row.info.inSync)) of \(row.info.replicas.count)" : list(row.info.inSync)
        },
        Column(
            "START", .right, means: "the first offset still there", letter: "S", minimum: 7, rank: 4,
            number: { row, _ in Double(row.positions?.start ?? -1) },
            role: { row, _ in row.positions == nil ? .dim : .text }
        ) { row, _ in row.positions.map { Quantity.grouped($0.start) } ?? row.placeholder },
        Column(
            "HIGH WM", .right, means: "high watermark: on all copies in sync; readers see up to here", letter: "H",
            minimum: 9,
            number: { row, _ in Double(row.positions?.highWatermark ?? -1) },
            role: { row, _ in row.positions == nil ? .dim : .text }
        ) { row, _ in row.positions.map { Quantity.grouped($0.highWatermark) } ?? row.placeholder },
        Column(
            "STABLE", .right,
            means: "last stable offset: where read_committed readers end, before the first open transaction",
            minimum: 9, rank: 7, role: { row, _ in (row.positions?.unstable ?? 0) > 0 ? .warn : .dim }
        ) { row, _ in
            guard let positions = row.positions else { return row.placeholder }
            return positions.unstable == 0 ? "= high wm" : "−" + Quantity.grouped(positions.unstable)
        },
        Column(
            "SIZE", .right, means: "bytes of its leader's copy", letter: "B", minimum: 8, rank: 3,
            number: { row, _ in Double(row.size ?? -1) },
            role: { row, _ in row.size == nil ? .dim : .text }
        ) { row, _ in row.size.map(Quantity.size) ?? Quantity.asking },
        Column(
            "IN/s", .right, means: "records that came in, a second over the last ten", letter: "I", minimum: 6, rank: 8,
            number: { row, _ in row.rate ?? -1 },
            role: { row, _ in row.rate == nil ? .dim : .text }
        ) { row, _ in row.rate.map(Quantity.rate) ?? Quantity.asking },
        Column(
            "LAST MIN", means: "records that came in over the last minute", minimum: 10, rank: 9,
            role: { _, _ in .spark }
        ) { row, context in
            Sparkline.text(context.view.ends[row.key]?.rates(columns: 10, now: context.now) ?? [])
        },
    ]

    private static func list(_ brokers: [BrokerID]) -> String { brokers.map(\.description).joined(separator: " ") }

    func id(of row: Row) -> String { row.key.description }

    func subject(in context: PaneContext) -> [String: String] {
        var words = ["TOPIC": topic.rawValue]
        if let row = selection(in: context) { words["PARTITION"] = String(row.info.index) }
        return words
    }

    func unsortedRows(in context: PaneContext) -> [Row] {
        let view = context.view
        return (view.topic(topic)?.partitions ?? []).map { info in
            let key = TopicPartition(topic: topic, partition: info.index)
            let known = view.positions[key]
            return Row(
                key: key, info: info, positions: known?.value, placeholder: known?.placeholder ?? Quantity.asking,
                failure: known?.failure, size: view.size(of: info, in: topic), rate: view.ends[key]?.rate())
        }
    }

    func remark(in context: PaneContext) -> String { "" }

    static var faults: (words: String, none: String) {
        ("only faults", "Every partition has a leader and all its copies.")
    }

    func isFault(_ row: Row, in context: PaneContext) -> Bool {
        row.isBelow || row.info.leader == nil || row.failure != nil
    }

    func needs(in context: PaneContext) -> [Query] {
        var needs: [Query] = [
            .positions(topic), .ends([topic]), .configs([topic]), .sizes([topic]), .groups, .writers([topic]),
        ]
        let groups = context.view.groupsInTurn(now: context.now)
        if !groups.isEmpty {
            needs.append(.lag(groups))
            let here = (context.view.groupsOn[topic] ?? []).map(\.group)
            if let question = context.view.unreadQuestion(among: here, now: context.now) { needs.append(question) }
        }
        return needs
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .records:
            guard let make = PaneCatalog.records, let row = selection(in: context) else { return [] }
            // The end of this partition, with a screenful of records before it.
            let end = row.positions?.highWatermark ?? 0
            let place = TopicPosition(
                partition: row.info.index, offset: max(row.positions?.start ?? 0, end - Int64(context.height)))
            return [.open(make(topic, place))]
        case .configs: return [.open(ConfigsPane(of: .topic(topic)))]
        case .addPartitions:
            return context.view.topic(topic).map { [.dialog(AddPartitionsDialog($0, context))] } ?? []
        case .faults:
            table.onlyFaults.toggle()
            return []
        case .filter:
            table.isFiltering = true
            return []
        case .copyName:
            guard let selected = table.selected else { return [] }
            return [.copy(selected), .say(Notice(.info, "copied \(selected)"))]
        }
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? TopicChangeReport else { return [] }
        return [.say(report.notice), .refresh]
    }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = selection(in: context) else { return nil }
        var lines = [
            "Copies on \(Self.list(row.info.replicas)), in sync: \(Self.list(row.info.inSync)).",
            row.info.leader.map { "Broker \($0) leads since epoch \(row.info.leaderEpoch)." }
                ?? "Nobody leads: it can be neither written nor read.",
        ]
        if let first = row.info.replicas.first, let leader = row.info.leader, first != leader {
            lines.append("Its preferred leader is \(first).")
        }
        if let positions = row.positions {
            lines.append(
                "START \(Quantity.grouped(positions.start)): the first offset still there. HIGH WM \(Quantity.grouped(positions.highWatermark)): on all copies in sync, readers see up to here."
            )
            lines.append(
                positions.unstable == 0
                    ? "STABLE: no transaction is open, read_committed readers see as much."
                    : "STABLE: the oldest open transaction holds read_committed readers \(Quantity.grouped(positions.unstable)) offsets before the high watermark."
            )
        }
        if let open = context.view.openTransactions[row.key] {
            lines.append(
                "Producer \(open.producer) has a transaction open from offset \(Quantity.grouped(open.firstOffset)) on; it last wrote \(Quantity.age(context.now - open.lastWrite)) ago. kafka-transactions tells its transactional.id."
            )
        }
        if let failure = row.failure { lines.append("It does not tell its offsets: \(failure)") }
        return Explanation(title: row.key.description, lines: lines)
    }

    // MARK: Where things stand

    private func barsFrame(in context: PaneContext) -> Rect? {
        guard context.height >= 14 else { return nil }
        let count = context.view.topic(topic)?.partitions.count ?? 0
        let rows = max(7, min(count + 6, context.height / 2))
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    func tableFrame(in context: PaneContext) -> Rect { tableFrame(above: barsFrame(in: context), in: context) }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard let info = context.view.topic(topic) else {
            if context.view.metadata.value == nil { return Waiting.draw(on: &area, in: context) }
            area.put("\(topic) is not there any more: somebody deleted it. esc goes back.", x: 2, y: 1, style: .warn)
            return
        }
        drawFilter(on: &area, y: 0, in: context)
        area.draw(in: tableFrame(in: context)) { drawTable(on: &$0, in: context) }
        guard let frame = barsFrame(in: context) else { return }
        // The bars that are seen go along with the cursor.
        let count = max(1, frame.height - 6)
        let cursor = selection(in: context)?.info.index ?? 0
        let place = info.partitions.firstIndex { $0.index == cursor } ?? 0
        let first = min(max(0, place - count / 2), max(0, info.partitions.count - count))
        area.draw(in: frame) {
            PartitionBars(topic: info, selected: cursor).draw(
                first..<min(info.partitions.count, first + count), on: &$0, in: context)
        }
    }
}
