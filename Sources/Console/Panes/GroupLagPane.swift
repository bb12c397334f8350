import KafkaClient
import KafkaWire
import Terminal

/// One group, partition by partition: committed, end, lag, who owns it; its members below.
struct GroupLagPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case reset, record = "record-at-committed", skip, copyOffsets = "copy-offsets", filter, faults
        case deleteOffsets = "delete-offsets", history = "rebalances", copyName = "copy"
    }

    /// The group.
    let group: GroupID
    /// The table.
    var table = TableState(sort: "TOPIC")

    /// What is known of it from before this console looked.
    var past = Past.unread

    /// The rebalances that this console did not see.
    enum Past: Equatable, Sendable {
        case unread, asked
        case known([Happening], GroupHistory)
        case failed(String)
    }

    /// The pane of a group.
    init(group: GroupID) { self.group = group }

    static let name = "group lag"

    static let bindings: [KeyBinding<GroupLagPane>] = [
        KeyBinding(
            "o", .reset, "reset offsets",
            shell: .line(
                "kdeck groups reset GROUP --topic TOPIC --to-datetime TIME",
                "kafka-consumer-groups --group GROUP --reset-offsets --topic TOPIC --to-datetime TIME --dry-run")
        ) {
            pane, context in GroupWords.movable(pane.group, in: context)
        },
        KeyBinding(
            "enter", .record, "record at committed",
            shell: .line(
                "kdeck search TOPIC PLACE -n 20",
                "kafka-console-consumer --topic TOPIC --partition PARTITION --offset COMMITTED")
        ) { pane, context in
            guard PaneCatalog.records != nil, let row = pane.selection(in: context) else { return .absent }
            return row.pair.committed == nil
                ? .disabled("it never committed here: there is no record to show") : .enabled
        },
        KeyBinding(
            "s", .skip, "skip one record",
            shell: .line(
                "kdeck groups reset GROUP --topic TOPIC:PARTITION --shift-by 1",
                "kafka-consumer-groups --group GROUP --reset-offsets --topic TOPIC:PARTITION --shift-by 1 --dry-run")
        ) { pane, context in
            guard let row = pane.selection(in: context) else { return .absent }
            if case .disabled(let why) = GroupWords.movable(pane.group, in: context) { return .disabled(why) }
            return row.pair.lag ?? 0 > 0 ? .enabled : .disabled("it is not behind here: there is no record to skip")
        },
        KeyBinding(
            "ctrl-n", .copyOffsets, "copy offsets",
            shell: .line(
                "kdeck groups copy GROUP TARGET",
                "kafka-consumer-groups --group TARGET --reset-offsets --from-file FILE --dry-run")
        ) { pane, context in
            GroupWords.movable(pane.group, in: context)
        },
        KeyBinding(
            "r", .history, "read earlier rebalances",
            shell: ShellForm(
                apache: "kafka-console-consumer --topic __consumer_offsets --from-beginning --formatter "
                    + "org.apache.kafka.tools.consumer.GroupMetadataMessageFormatter"), when: canReadPast),
        KeyBinding("/", .filter, "filter", shell: .view),
        KeyBinding("ctrl-z", .faults, "only late ones", foot: false, shell: .view),
        KeyBinding(
            "ctrl-d", .deleteOffsets, "delete its offsets on this topic", foot: false, changes: true,
            shell: .line(
                "kdeck groups delete-offsets GROUP --topic TOPIC",
                "kafka-consumer-groups --delete-offsets --group GROUP --topic TOPIC")
        ) { pane, context in
            guard let row = pane.selection(in: context) else { return .absent }
            let has = pane.unsortedRows(in: context).contains {
                $0.partition.topic == row.partition.topic && $0.pair.committed != nil
            }
            return has
                ? .enabled : .disabled("it never committed on \(row.partition.topic): there is nothing to delete")
        },
        KeyBinding(
            "y", .copyName, "copy the name", foot: false,
            shell: .none(.clipboard)),
    ]

    @Sendable private static func canReadPast(_ pane: GroupLagPane, _ context: PaneContext) -> Availability {
        let type = context.view.groups.value?.first { $0.id == pane.group }?.type ?? ""
        return type == "share" || type == "streams"
            ? .disabled("the log of a \(type) group is not read: what this console sees is shown") : .enabled
    }

    /// One partition of the group.
    struct Row: Sendable {
        var partition: TopicPartition
        var pair: CommitAndEnd
        var behind: ClusterView.Behind?
        var lastCommit: Int64?
        var watchedSince: Int64?
        var owner: GroupMemberInfo?
        var trend: String
    }

    static let columns: [Column<Row>] = [
        Column(
            "TOPIC", means: "the topic", letter: "T", minimum: 10, maximum: 36, shrinksTo: 20,
            precedes: { $0.partition < $1.partition }
        ) { row, _ in
            row.partition.topic.rawValue
        },
        Column("P", .right, means: "the partition", minimum: 2) { row, _ in String(row.partition.partition) },
        Column(
            "COMMITTED", .right, means: "the offset it reads next after a restart; of a share group its start",
            minimum: 11, rank: 3
        ) { row, _ in
            row.pair.committed.map { Quantity.grouped($0) } ?? Quantity.nothing
        },
        Column(
            "END", .right, means: "the offset of the next record to come, asked after the commit", minimum: 11, rank: 4
        ) { row, _ in
            row.pair.bounds.map { Quantity.grouped($0.end) } ?? Quantity.unknown
        },
        Column(
            "LAG", .right, means: "records in between; 0 is measured, unknown not told", letter: "L", minimum: 10,
            rank: 1, descendsFirst: true,
            precedes: { $0.pair.lag ?? -1 < $1.pair.lag ?? -1 }, role: { row, context in row.lagRole }
        ) { row, _ in
            row.pair.lag.map { Quantity.grouped($0) } ?? Quantity.unknown
        },
        Column(
            "BEHIND", .right, means: "age of the first record it has not read", letter: "B", minimum: 8, rank: 2,
            descendsFirst: true,
            precedes: { $0.behind?.milliseconds ?? -1 < $1.behind?.milliseconds ?? -1 }, glows: false,
            role: { row, _ in row.lagRole }
        ) { row, _ in
            row.behind?.text ?? (row.pair.lag ?? 0 > 0 ? Quantity.unknown : Quantity.nothing)
        },
        Column(
            "LAST MINUTE", means: "its lag, on one scale for the group", minimum: 9, rank: 7, role: { _, _ in .spark }
        ) { row, _ in row.trend },
        Column(
            "COMMIT", .right, means: "when the commit was last seen to move; ≥ not since this console looks",
            letter: "C", minimum: 10, rank: 6, descendsFirst: true,
            precedes: { $0.lastCommit ?? .max < $1.lastCommit ?? .max }, glows: false,
            role: { row, context in row.commitRole(context.now) }
        ) { row, context in
            row.commitText(context.now)
        },
        Column(
            "OWNER", means: "the member that reads it", letter: "O", minimum: 18, maximum: 40, rank: 5,
            precedes: { $0.owner?.id ?? "" < $1.owner?.id ?? "" }, role: { row, _ in row.owner == nil ? .warn : .text }
        ) { row, _ in
            row.owner.map { GroupLagPane.name(of: $0) } ?? "nobody"
        },
    ]

    func id(of row: Row) -> String { row.partition.description }

    func unsortedRows(in context: PaneContext) -> [Row] {
        let description = context.view.members[group]?.value
        var owners: [TopicPartition: GroupMemberInfo] = [:]
        for member in description?.members ?? [] { for partition in member.assignment { owners[partition] = member } }
        let lag = context.view.lags[group]?.value
        var pairs = lag?.rows ?? [:]
        for partition in owners.keys where pairs[partition] == nil {
            pairs[partition] = CommitAndEnd(committed: nil, bounds: context.view.bounds[partition]?.value)
        }
        // One scale for the whole group, so that the partition that holds the lag stands out.
        let top = (lag?.lags.values ?? [:].values).lazy.flatMap(\.samples).map(\.value).max() ?? 0
        return pairs.map { partition, pair in
            Row(
                partition: partition, pair: pair, behind: context.view.behind(group, partition, now: context.now),
                lastCommit: lag?.commits[partition]?.lastChange,
                watchedSince: lag?.commits[partition]?.samples.first?.time, owner: owners[partition],
                trend: Sparkline.text(
                    lag?.lags[partition]?.values(columns: 9, now: context.now) ?? [], top: Double(top)))
        }.sorted { $0.partition < $1.partition }
    }

    static var faults: (words: String, none: String) { ("only late ones", "No partition is behind.") }

    /// Behind for longer than commits take, or behind and nobody's.
    func isFault(_ row: Row, in context: PaneContext) -> Bool {
        let isBehind = row.pair.lag ?? 0 > 0
        return row.lagRole == .warn || row.lagRole == .bad || isBehind && row.owner == nil
    }

    var crumbs: [String] { [group.rawValue] }

    func needs(in context: PaneContext) -> [Query] {
        var needs: [Query] = [.groups, .members([group]), .lag([group]), .firstUnread(group)]
        let topics = context.view.lags[group]?.value?.topics ?? []
        if !topics.isEmpty { needs += [.configs(topics), .writers(topics)] }
        return needs
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .reset: return [.open(ResetPane(group: group, topic: selection(in: context)?.partition.topic))]
        case .record:
            guard let make = PaneCatalog.records, let row = selection(in: context), let committed = row.pair.committed
            else { return [] }
            let place = TopicPosition(partition: row.partition.partition, offset: committed)
            return [.open(make(row.partition.topic, place))]
        case .skip:
            guard let row = selection(in: context) else { return [] }
            return [.open(ResetPane.skipping(row.partition, of: group))]
        case .copyOffsets: return [.dialog(GroupDialogs.copy(group, in: context))]
        case .deleteOffsets:
            guard let row = selection(in: context) else { return [] }
            return [.dialog(GroupDialogs.deleteOffsets(of: group, on: row.partition.topic, in: context))]
        case .history:
            past = .asked
            return [.start(GroupHistoryJob(group: group))]
        case .faults:
            table.onlyFaults.toggle()
            return []
        case .filter:
            table.isFiltering = true
            return []
        case .copyName: return [.copy(group.rawValue), .say(Notice(.info, "copied \(group)"))]
        }
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        if let report = report as? GroupHistoryReport {
            switch report.result {
            case .success(let history): past = .known(Happening.of(history), history)
            case .failure(let error): past = .failed(error.sentence)
            }
            return []
        }
        guard let report = report as? GroupChangeReport else { return [] }
        return [.say(report.notice), .refresh]
    }

    func subject(in context: PaneContext) -> [String: String] {
        guard let row = selection(in: context) else { return ["GROUP": group.rawValue] }
        let committed = row.pair.committed ?? 0
        return [
            "GROUP": group.rawValue, "TOPIC": row.partition.topic.rawValue,
            "TOPIC:PARTITION": "\(row.partition.topic):\(row.partition.partition)",
            "PARTITION": String(row.partition.partition), "COMMITTED": String(committed),
            "PLACE": "partition == \(row.partition.partition) && offset >= \(committed)",
        ]
    }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = selection(in: context) else { return nil }
        return Explanation(title: row.partition.description, lines: GroupDiagnosis(self, context).explain(row))
    }

    /// `app-1 · 10.0.0.7`.
    static func name(of member: GroupMemberInfo) -> String {
        let host = member.host.hasPrefix("/") ? String(member.host.dropFirst()) : member.host
        let name = member.instanceID ?? member.clientID
        return host.isEmpty ? name : "\(name) · \(host)"
    }

    // MARK: Where things stand

    private struct Layout {
        var tableTop: Int
        var tableRows: Int
        var notes: Int
        var members: Rect?
        var rebalances: Rect?
    }

    private func layout(in context: PaneContext) -> Layout {
        let isTall = context.height >= 22
        let diagnosis = GroupDiagnosis(self, context)
        let more = max(0, sentence(diagnosis, in: context).count - 1)
        let top = (isTall ? 5 : 3) + more + (hasFilterLine ? 1 : 0)
        let count = max(1, rows(in: context).count)
        let members = diagnosis.memberRows
        let room = max(2, context.height - top - 1)
        let notes = min(context.height >= 30 ? 5 : 2, diagnosis.notes.count)
        let wanted = members > 0 && context.height >= 14 ? min(members + 1, max(4, room / 3)) : 0
        let tableRows = max(1, min(count, room - wanted - notes))
        let below = top + 1 + tableRows + notes + 1
        let left = context.height - below
        let frame =
            wanted > 0 && left >= 3
            ? Rect(x: 0, y: below, width: context.width, height: min(left, members)) : nil
        var layout = Layout(tableTop: top, tableRows: tableRows, notes: notes, members: frame)
        let end = frame.map { $0.y + $0.height + 1 } ?? below
        if context.height - end >= 3 {
            let lines = max(1, diagnosis.rebalances(past).count)
            layout.rebalances = Rect(x: 0, y: end, width: context.width, height: min(context.height - end, lines + 1))
        }
        return layout
    }

    /// The diagnosis on as many lines as it needs: its end is what it says to do.
    private func sentence(_ diagnosis: GroupDiagnosis, in context: PaneContext) -> [String] {
        guard let line = diagnosis.line else { return [] }
        return Array(Explanation.wrap(line, columns: max(20, context.width - 6)).prefix(context.height < 12 ? 1 : 3))
    }

    func tableFrame(in context: PaneContext) -> Rect {
        let layout = layout(in: context)
        return Rect(x: 0, y: layout.tableTop, width: context.width, height: layout.tableRows + 1)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let layout = layout(in: context)
        let diagnosis = GroupDiagnosis(self, context)
        diagnosis.drawHead(on: &area)
        let y = context.height >= 22 ? 3 : 2
        for (line, text) in sentence(diagnosis, in: context).enumerated() {
            if line == 0 { area.put("▲", x: 2, y: y, style: .warn) }
            area.put(text, x: 4, y: y + line, style: Style(.text), cutTo: area.width - 5)
        }
        drawFilter(on: &area, y: layout.tableTop - 1, in: context)
        guard context.view.lags[group]?.value != nil else {
            let known = context.view.lags[group]
            area.put(
                known?.failure ?? "asking for its commits …", x: 2, y: layout.tableTop,
                style: Style(known?.failure == nil ? .dim : .bad), cutTo: area.width - 4)
            return
        }
        let frame = tableFrame(in: context)
        area.draw(in: frame) { drawTable(on: &$0, in: context) }
        for (line, note) in diagnosis.notes.prefix(layout.notes).enumerated() {
            area.put(note, x: 4, y: frame.y + frame.height + line, style: Style(.dim), cutTo: area.width - 5)
        }
        if let members = layout.members { area.draw(in: members) { diagnosis.drawMembers(on: &$0) } }
        if let frame = layout.rebalances { area.draw(in: frame) { diagnosis.drawRebalances(past, on: &$0) } }
    }
}

extension GroupLagPane.Row {
    var lagRole: Role {
        guard let lag = pair.lag, lag > 0 else { return .dim }
        guard let behind, behind != .none else { return .text }
        if behind.milliseconds >= 6 * ClusterView.upToDate { return .bad }
        return behind.milliseconds >= ClusterView.upToDate ? .warn : .text
    }

    /// `2 s ago` when a commit was seen to move, `≥ 40 s` when it stood still all the while, `never`.
    func commitText(_ now: Int64) -> String {
        guard pair.committed != nil else { return "never" }
        if let lastCommit { return Quantity.duration(max(1_000, now - lastCommit)) + " ago" }
        guard let watchedSince, now - watchedSince >= 1_000 else { return Quantity.asking }
        return "≥ " + Quantity.duration(now - watchedSince)
    }

    func commitRole(_ now: Int64) -> Role {
        guard pair.committed != nil, pair.lag ?? 0 > 0 else { return .dim }
        let still = now - (lastCommit ?? watchedSince ?? now)
        return still > 30_000 ? .warn : .text
    }
}
