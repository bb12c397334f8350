import KafkaClient
import KafkaWire
import Terminal

/// All topics: what they hold, what comes in, who reads them.
struct TopicsPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case records, partitions, create = "new", configs, filter, mark, faults, delete, empty
        case addPartitions = "add-partitions", clone, internals = "internal", demo, copyAddress = "copy"
    }

    /// The table.
    var table = TableState(sort: "TOPIC")
    var cache = RowCache<TopicRow>()
    /// Kafka's own topics are shown too.
    var showsInternal = false

    static let name = "topics"

    @Sendable static func hasSelection(_ pane: TopicsPane, _ context: PaneContext) -> Availability {
        pane.selection(in: context) == nil ? .absent : .enabled
    }

    func mayChange(in context: PaneContext, _ why: String) -> Availability {
        let rows = markedOrSelected(in: context)
        guard !rows.isEmpty else { return .absent }
        return rows.first { $0.topic.isInternal }.map { .disabled("\($0.topic.name) is Kafka's own: \(why)") }
            ?? .enabled
    }

    static let columns: [Column<TopicRow>] = [
        Column(
            "TOPIC", means: "its name", letter: "T", minimum: 16, maximum: 44, shrinksTo: 24, natural: true,
            role: { _, _ in .strong }
        ) { row, _ in
            row.topic.name.rawValue
        },
        Column(
            "PARTS", .right, means: "partitions", letter: "P", rank: 5, descendsFirst: true,
            number: { row, _ in Double(row.topic.partitions.count) }
        ) { row, _ in Quantity.grouped(row.topic.partitions.count) },
        Column("RF", .right, means: "copies of each partition", rank: 6) { row, _ in String(row.replicationFactor) },
        Column(
            "RECORDS", .right,
            means: "offsets between first and end; ≤ where some hold no record: compacted or transactional",
            letter: "R", minimum: 10, rank: 1, descendsFirst: true,
            number: { row, context in Double(row.records(context.view) ?? -1) },
            role: { row, context in row.records(context.view) == nil ? .dim : .text }
        ) { row, context in row.recordsText(context.view) },
        Column(
            "SIZE", .right, means: "bytes of one copy, as its leader stores it", letter: "S", minimum: 8, rank: 4,
            descendsFirst: true,
            number: { row, context in Double(row.size(context.view) ?? -1) },
            role: { row, context in row.size(context.view) == nil ? .dim : .text }
        ) { row, context in
            row.size(context.view).map(Quantity.size)
                ?? (context.view.sizes.values.contains { $0.failure != nil } ? Quantity.unknown : Quantity.asking)
        },
        Column(
            "IN/s", .right, means: "records that came in, a second over the last ten", letter: "I", minimum: 6, rank: 2,
            descendsFirst: true,
            number: { row, context in row.rate(context.view) ?? -1 },
            role: { row, context in row.rate(context.view) == nil ? .dim : .text }
        ) { row, context in
            row.rate(context.view).map(Quantity.rate)
                ?? (row.hasFailed(context.view) ? Quantity.unknown : Quantity.asking)
        },
        Column(
            "LAST MIN", means: "records that came in over the last minute, scaled by row", minimum: 10, rank: 9,
            role: { _, _ in .spark }
        ) { row, context in
            Sparkline.text(context.view.topicEnds[row.topic.name]?.rates(columns: 10, now: context.now) ?? [])
        },
        Column(
            "GROUPS", means: "groups that committed on it, and how far the worst is behind in time", letter: "G",
            minimum: 20, rank: 3, descendsFirst: true,
            number: { row, context in row.groups(context.view, now: context.now).sortKey },
            role: { row, context in
                let groups = row.groups(context.view, now: context.now)
                return groups.count == 0 ? .dim : groups.isUpToDate ? .good : .warn
            }
        ) { row, context in row.groups(context.view, now: context.now).text },
        Column(
            "KEEPS", means: "how long a record stays; latest: the newest of each key", minimum: 6, rank: 8,
            role: { _, _ in .dim }
        ) { row, context in row.keeps(context.view) },
        Column(
            "NOTE", means: "what is wrong or unusual", minimum: 12, maximum: 24, rank: 7,
            role: { row, _ in row.note.isBad ? .bad : .warn }
        ) { row, _ in
            row.note.text
        },
    ]

    func id(of row: TopicRow) -> String { row.topic.name.rawValue }

    func subject(in context: PaneContext) -> [String: String] {
        guard let row = selection(in: context) else { return [:] }
        let own = (context.view.configs[row.topic.name]?.value?.entries ?? []).filter { !$0.isDefault }
        let settings = own.compactMap { entry in entry.value.map { shellWord("\(entry.name)=\($0)") } }
        return [
            "TOPIC": row.topic.name.rawValue, "PARTITIONS": String(row.topic.partitions.count),
            "COPIES": String(row.replicationFactor),
            "SETTINGS": settings.map { "--set \($0)" }.joined(separator: " "),
            "CONFIGS": settings.map { "--config \($0)" }.joined(separator: " "),
        ]
    }

    func rowVersion(in context: PaneContext) -> RowVersion? {
        // By name the lines change with the topics alone; by a number, with every answer.
        let isByName = table.sort == "TOPIC" && !table.onlyFaults
        return RowVersion(
            data: isByName ? context.view.structure : -1 - context.view.revision, pane: showsInternal ? 1 : 0)
    }

    func unsortedRows(in context: PaneContext) -> [TopicRow] {
        let view = context.view
        return (showsInternal ? view.metadata.value?.topics ?? [] : view.summary.users).map(TopicRow.init)
    }

    static var faults: (words: String, none: String) {
        ("only faults", "No topic has a fault, and every group keeps up.")
    }

    func isFault(_ row: TopicRow, in context: PaneContext) -> Bool {
        let view = context.view
        if view.summary.faulty.contains(row.topic.name) { return true }
        guard view.groupsOn[row.topic.name] != nil else { return false }
        return !row.groups(view, now: context.now).isUpToDate
    }

    /// Asked, and there is no topic to show.
    func isEmpty(_ context: PaneContext) -> Bool {
        guard let topics = context.view.metadata.value?.topics else { return false }
        return showsInternal ? topics.isEmpty : context.view.summary.users.isEmpty
    }

    func remark(in context: PaneContext) -> String {
        guard context.view.metadata.value != nil else { return "" }
        let hidden = context.view.summary.internals.count
        let shown = context.view.summary.users.count
        if shown == 0, !showsInternal { return "no topics yet" }
        if !table.marks.isEmpty { return "\(Quantity.grouped(table.marks.count)) marked" }
        let count = Quantity.count(showsInternal ? shown + hidden : shown, "topic")
        return hidden == 0 || showsInternal || context.width < 120 ? count : "\(count), \(hidden) internal hidden (.)"
    }

    func needs(in context: PaneContext) -> [Query] {
        guard context.view.metadata.value != nil, !isEmpty(context) else { return [.groups] }
        let isLarge = context.view.summary.partitions > ConsoleState.smallCluster
        let names: [TopicName]
        if isLarge || context.view.summary.users.count > Self.batch {
            names = visibleRows(in: context).map(\.topic.name).sorted()
        } else {
            names = unsortedRows(in: context).map(\.topic.name)
        }
        var needs: [Query] = [.ends(names), .configs(names), .sizes(isLarge ? names : nil), .groups, .writers(names)]
        let groups = context.view.groupsInTurn(now: context.now)
        if !groups.isEmpty {
            needs.append(.lag(groups))
            let seen = visibleRows(in: context).flatMap { context.view.groupsOn[$0.topic.name] ?? [] }.map(\.group)
            if let question = context.view.unreadQuestion(among: Set(seen), now: context.now) { needs.append(question) }
        }
        if previewFrame(in: context) != nil, let selected = table.selected {
            needs.append(.newest(TopicName(selected)))
        }
        return needs
    }

    /// Up to so many topics are asked for as a whole; above, only the rows on the screen.
    static let batch = 200

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .create: return [.dialog(NewTopicDialog(context))]
        case .delete: return [.dialog(deletion(in: context))]
        case .empty: return [.dialog(emptying(in: context))]
        case .filter: table.isFiltering = true
        case .mark: toggleMark(in: context)
        case .faults: table.onlyFaults.toggle()
        case .internals: showsInternal.toggle()
        case .demo: return [.startDemo]
        case .copyAddress:
            let names = markedOrSelected(in: context).map(\.topic.name.rawValue)
            let text = names.isEmpty ? context.console.address : names.joined(separator: "\n")
            let what = names.count > 1 ? Quantity.count(names.count, "name") : text
            return [.copy(text), .say(Notice(.info, "copied \(what)"))]
        case .records, .partitions, .configs, .addPartitions, .clone:
            guard let row = selection(in: context) else { return [] }
            return open(command, row, in: context)
        }
        return []
    }

    private func open(_ command: Command, _ row: TopicRow, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .records: PaneCatalog.records.map { [.open($0(row.topic.name, nil))] } ?? []
        case .partitions: [.open(PartitionsPane(topic: row.topic.name))]
        case .configs: [.open(ConfigsPane(of: .topic(row.topic.name)))]
        case .addPartitions: [.dialog(AddPartitionsDialog(row.topic, context))]
        case .clone: [.dialog(NewTopicDialog(like: row.topic, context))]
        default: []
        }
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? TopicChangeReport else { return [] }
        if report.failure == nil {
            if report.isCreated { table.select(report.topic.rawValue) }
            table.marks = []
        }
        return [.say(report.notice), .refresh]
    }

    mutating func escape(in context: PaneContext) -> Bool {
        if table.isFiltering || !table.filter.isEmpty {
            table.isFiltering = false
            table.filter = ""
            return true
        }
        guard !table.marks.isEmpty || table.onlyFaults else { return false }
        table.marks = []
        table.onlyFaults = false
        return true
    }

    func explain(in context: PaneContext) -> Explanation? {
        selection(in: context).map { TopicExplanation.of($0, in: context) }
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

    func tableFrame(in context: PaneContext) -> Rect {
        let preview = previewFrame(in: context)
        guard let preview, preview.x > 0 else { return tableFrame(above: preview, in: context) }
        var frame = tableFrame(above: nil, in: context)
        frame.width = preview.x - 2
        return frame
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard context.view.metadata.value != nil else { return Waiting.draw(on: &area, in: context) }
        if isEmpty(context) { return EmptyCluster.draw(on: &area, in: context) }
        drawFilter(on: &area, y: 0, in: context)
        area.draw(in: tableFrame(in: context)) { drawTable(on: &$0, in: context) }
        if let frame = previewFrame(in: context), let row = selection(in: context) {
            area.draw(in: frame) { TopicPreview(row: row).draw(on: &$0, in: context) }
        }
    }
}
