import KafkaClient
import KafkaWire
import Terminal

/// All topics: what they hold, what comes in, who reads them.
struct TopicsPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case records, create = "new", delete, filter, internals = "internal", demo, copyAddress = "copy"
    }

    /// The table.
    var table = TableState(sort: "TOPIC")
    /// Kafka's own topics are shown too.
    var showsInternal = false

    static let name = "topics"

    static let bindings: [KeyBinding<TopicsPane>] = [
        KeyBinding("enter", .records, "records") { pane, context in
            PaneCatalog.records != nil && pane.selection(in: context) != nil ? .enabled : .absent
        },
        KeyBinding("n", .create, "new topic", changes: true) { _, context in
            context.view.metadata.value == nil ? .absent : .enabled
        },
        KeyBinding("g", .demo, "demo", changes: true) { pane, context in
            context.console.hasDemo && pane.isEmpty(context) ? .enabled : .absent
        },
        KeyBinding("/", .filter, "filter") { pane, context in
            pane.isEmpty(context) || context.view.metadata.value == nil ? .absent : .enabled
        },
        KeyBinding("ctrl-d", .delete, "delete", changes: true) { pane, context in
            guard let row = pane.selection(in: context) else { return .absent }
            return row.topic.isInternal
                ? .disabled("\(row.topic.name) is Kafka's own: deleting it breaks the cluster") : .enabled
        },
        KeyBinding("i", .internals, "Kafka's own topics", foot: false),
        KeyBinding("y", .copyAddress, "copy the name, or the address while there are no topics", foot: false),
    ]

    static let columns: [Column<TopicRow>] = [
        Column(
            "TOPIC", letter: "T", minimum: 16, maximum: 44, precedes: { $0.topic.name < $1.topic.name },
            role: { _, _ in .strong }
        ) { row, _ in row.topic.name.rawValue },
        Column(
            "PARTS", .right, letter: "P", rank: 3, descendsFirst: true,
            precedes: { $0.topic.partitions.count < $1.topic.partitions.count }
        ) { row, _ in Quantity.grouped(row.topic.partitions.count) },
        Column("RF", .right, rank: 5) { row, _ in String(row.replicationFactor) },
        Column(
            "RECORDS", .right, letter: "R", minimum: 10, rank: 1, descendsFirst: true,
            precedes: { $0.records ?? -1 < $1.records ?? -1 }, role: { row, _ in row.records == nil ? .dim : .text }
        ) { row, _ in row.recordsText },
        Column(
            "SIZE", .right, letter: "S", minimum: 8, rank: 4, descendsFirst: true,
            precedes: { $0.size ?? -1 < $1.size ?? -1 }, role: { row, _ in row.size == nil ? .dim : .text }
        ) { row, context in
            row.size.map(Quantity.size)
                ?? (context.view.sizes.values.contains { $0.failure != nil } ? Quantity.unknown : Quantity.asking)
        },
        Column(
            "IN/s", .right, letter: "I", minimum: 6, rank: 2, descendsFirst: true,
            precedes: { $0.rate ?? -1 < $1.rate ?? -1 }, role: { row, _ in row.rate == nil ? .dim : .text }
        ) { row, _ in
            row.rate.map(Quantity.rate) ?? (row.recordsFailed ? Quantity.unknown : Quantity.asking)
        },
        Column("LAST MIN", minimum: 10, rank: 9, role: { _, _ in .spark }) { row, context in
            Sparkline.text(context.view.topicEnds[row.topic.name]?.rates(columns: 10, now: context.now) ?? [])
        },
        Column(
            "GROUPS", letter: "G", minimum: 15, rank: 6, descendsFirst: true,
            precedes: {
                ($0.behind?.milliseconds ?? -1, $0.lag ?? -1, $0.groups) < (
                    $1.behind?.milliseconds ?? -1, $1.lag ?? -1, $1.groups
                )
            },
            role: { row, _ in
                row.groups == 0 ? .dim : row.isUpToDate ? .good : .warn
            }
        ) { row, _ in row.groupsText },
        Column("KEEPS", minimum: 6, rank: 8, role: { _, _ in .dim }) { row, _ in row.keeps },
        Column("NOTE", minimum: 12, maximum: 24, rank: 7, role: { row, _ in row.note.isBad ? .bad : .warn }) { row, _ in
            row.note.text
        },
    ]

    func id(of row: TopicRow) -> String { row.topic.name.rawValue }

    func unsortedRows(in context: PaneContext) -> [TopicRow] {
        let groups = context.view.groupsByTopic()
        return visibleTopics(context).map { topic in
            TopicRow(topic, context.view, groups: groups[topic.name] ?? [], now: context.now)
        }
    }

    private func visibleTopics(_ context: PaneContext) -> [TopicInfo] {
        (context.view.metadata.value?.topics ?? []).filter { showsInternal || !$0.isInternal }
    }

    /// Asked, and there is no topic to show.
    func isEmpty(_ context: PaneContext) -> Bool {
        context.view.metadata.value != nil && visibleTopics(context).isEmpty
    }

    func remark(in context: PaneContext) -> String {
        guard let topics = context.view.metadata.value?.topics else { return "" }
        let hidden = topics.count { $0.isInternal }
        let shown = topics.count - hidden
        if shown == 0, !showsInternal { return "no topics yet" }
        let count = Quantity.count(showsInternal ? topics.count : shown, "topic")
        return hidden == 0 || showsInternal || context.width < 110 ? count : "\(count), \(hidden) internal hidden"
    }

    func needs(in context: PaneContext) -> [Query] {
        let topics = visibleTopics(context)
        guard !topics.isEmpty else { return [.groups] }
        var names = topics.map(\.name)
        if names.count > Self.batch {
            names = rows(in: context).dropFirst(table.top).prefix(tableHeight(in: context)).map(\.topic.name)
        }
        var needs: [Query] = [.ends(names), .configs(names), .sizes, .groups]
        let groups = (context.view.groups.value ?? []).map(\.id)
        if !groups.isEmpty, groups.count <= Self.groupBatch { needs.append(.lag(groups.sorted())) }
        if previewFrame(in: context) != nil, let selected = table.selected {
            needs.append(.newest(TopicName(selected)))
        }
        return needs
    }

    /// Up to so many topics are asked for as a whole; above, only the rows on the screen.
    static let batch = 200
    /// Up to so many groups are asked for their commits while topics are shown.
    static let groupBatch = 64

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .records:
            guard let make = PaneCatalog.records, let row = selection(in: context) else { return [] }
            return [.open(make(row.topic.name, nil))]
        case .create: return [.dialog(NewTopicDialog(context))]
        case .delete:
            guard let row = selection(in: context) else { return [] }
            return [.dialog(deletion(of: row, in: context))]
        case .filter:
            table.isFiltering = true
            return []
        case .internals:
            showsInternal.toggle()
            return []
        case .demo: return [.startDemo]
        case .copyAddress:
            let text = isEmpty(context) ? context.console.address : table.selected ?? context.console.address
            return [.copy(text), .say(Notice(.info, "copied \(text)"))]
        }
    }

    /// Says what is lost, and asks for the name.
    private func deletion(of row: TopicRow, in context: PaneContext) -> ConfirmDialog {
        let topic = row.topic
        let records =
            row.records.map { row.isUpperBound ? Quantity.atMost($0) : Quantity.grouped($0) } ?? Quantity.unknown
        var lines = [
            "\(records) records, \(row.size.map(Quantity.size) ?? "unknown size") in \(Quantity.count(topic.partitions.count, "partition")) are lost. There is no undo."
        ]
        let readers = (context.view.groupsByTopic()[topic.name] ?? []).map(\.group.rawValue)
        if !readers.isEmpty {
            lines.append("Groups that read it: \(readers.joined(separator: ", ")). They lose their offsets on it.")
        }
        return ConfirmDialog(
            "Delete \(topic.name) on \(context.console.badge)", lines: lines, word: topic.name.rawValue,
            verb: "delete it",
            job: DeleteTopicJob(topic: topic.name, id: topic.id), in: context)
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? TopicChangeReport else { return [] }
        if report.failure == nil, report.isCreated { table.select(report.topic.rawValue) }
        return [.say(report.notice), .refresh]
    }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = selection(in: context) else { return nil }
        var lines: [String] = []
        if let records = row.records {
            lines.append("\(Quantity.grouped(records)) offsets between the first and the end of its partitions.")
            lines.append(
                row.isUpperBound
                    ? "At most so many records (≤): compaction and transactions leave offsets without a record."
                    : "It is neither compacted nor seen to be transactional, so that is the number of its records.")
        }
        if let rate = row.rate {
            lines.append(
                "\(Quantity.rate(rate)) records a second came in over the last ten seconds, by its end offsets.")
        }
        let top = context.view.topicEnds[row.topic.name]?.rates(columns: 10, now: context.now).compactMap { $0 }.max()
        if let top { lines.append("The highest bar of the last minute is \(Quantity.rate(top)) a second.") }
        for (broker, known) in context.view.sizes.sorted(by: { $0.key < $1.key }) {
            if let why = known.failure { lines.append("Broker \(broker) does not tell its sizes: \(why)") }
        }
        if row.topic.error != .none { lines.append("\(row.topic.error.name): \(row.topic.error.advice)") }
        if row.belowReplicationFactor > 0 {
            lines.append("\(row.belowReplicationFactor) of its partitions have fewer copies in sync than they should.")
        }
        return Explanation(title: row.topic.name.rawValue, lines: lines)
    }

    // MARK: Where things stand

    /// The preview: below from 25 pane rows up (30 of the screen), at the right from 150 columns.
    func previewFrame(in context: PaneContext) -> Rect? {
        guard !isEmpty(context) else { return nil }
        if context.width >= 150 {
            let columns = min(84, max(52, context.width - 122))
            return Rect(x: context.width - columns, y: 0, width: columns, height: context.height)
        }
        guard context.height >= 25 else { return nil }
        let rows = min(max(11, context.height * 2 / 5), 22)
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    private func hasFilterLine() -> Bool { table.isFiltering || !table.filter.isEmpty }

    func tableFrame(in context: PaneContext) -> Rect {
        let top = hasFilterLine() ? 2 : 0
        var frame = Rect(x: 0, y: top, width: context.width, height: context.height - top)
        if let preview = previewFrame(in: context) {
            if preview.x > 0 { frame.width = preview.x - 2 } else { frame.height = preview.y - top - 1 }
        }
        return Rect(x: frame.x, y: frame.y, width: frame.width, height: frame.height)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard context.view.metadata.value != nil else { return Waiting.draw(on: &area, in: context) }
        if isEmpty(context) { return EmptyCluster.draw(on: &area, in: context) }
        if hasFilterLine() { drawFilter(on: &area, y: 0, in: context) }
        area.draw(in: tableFrame(in: context)) { drawTable(on: &$0, in: context) }
        if let frame = previewFrame(in: context), let row = selection(in: context) {
            area.draw(in: frame) { TopicPreview(row: row).draw(on: &$0, in: context) }
        }
    }
}
