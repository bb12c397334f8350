import KafkaClient
import KafkaWire
import Terminal

/// All groups: state, members, how far behind, in records and in time.
struct GroupsPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case open = "lag", reset, copyOffsets = "copy-offsets", delete, filter, faults, copyName = "copy"
    }

    /// The table, the one furthest behind first.
    var table = TableState(sort: "BEHIND", isDescending: true)

    var cache = RowCache<GroupRow>()

    static let name = "groups"

    static let bindings: [KeyBinding<GroupsPane>] = [
        KeyBinding(
            "enter", .open, "lag by partition",
            shell: .line("kdeck groups describe GROUP", "kafka-consumer-groups --describe --group GROUP")
        ) { pane, _ in
            pane.table.selected == nil ? .absent : .enabled
        },
        KeyBinding(
            "o", .reset, "reset offsets",
            shell: .line(
                "kdeck groups reset GROUP --to-datetime TIME",
                "kafka-consumer-groups --group GROUP --reset-offsets --all-topics --to-datetime TIME --dry-run")
        ) {
            pane, context in
            pane.table.selected.map { GroupWords.movable(GroupID($0), in: context) } ?? .absent
        },
        KeyBinding(
            "ctrl-n", .copyOffsets, "copy offsets",
            shell: .line(
                "kdeck groups copy GROUP TARGET",
                "kafka-consumer-groups --group TARGET --reset-offsets --from-file FILE --dry-run")
        ) { pane, context in
            pane.table.selected.map { GroupWords.movable(GroupID($0), in: context) } ?? .absent
        },
        KeyBinding(
            "/", .filter, "filter",
            shell: .view
        ) { pane, _ in
            pane.table.selected == nil && pane.table.filter.isEmpty ? .absent : .enabled
        },
        KeyBinding("ctrl-z", .faults, "only late ones", shell: .view) { _, context in
            context.view.groups.value?.isEmpty ?? true ? .absent : .enabled
        },
        KeyBinding(
            "ctrl-d", .delete, "delete", changes: true,
            shell: .line("kdeck groups delete GROUP", "kafka-consumer-groups --delete --group GROUP")
        ) { pane, context in
            guard let row = pane.selection(in: context) else { return .absent }
            guard let members = row.members, members > 0 else { return .enabled }
            return .disabled(
                "\(Quantity.count(members, "member")) of \(row.group.id) must stop before it can be deleted")
        },
        KeyBinding(
            "y", .copyName, "copy the name", foot: false,
            shell: .none(.clipboard)
        ) { pane, _ in
            pane.table.selected == nil ? .absent : .enabled
        },
    ]

    static let columns: [Column<GroupRow>] = [
        Column(
            "GROUP", means: "its name", letter: "G", minimum: 16, maximum: 40, shrinksTo: 24,
            precedes: { $0.group.id < $1.group.id },
            role: { _, _ in .strong }
        ) { row, _ in row.group.id.rawValue },
        Column(
            "STATE", means: "Stable reads, Empty has commits and no member, the others are on the way", letter: "S",
            minimum: 8, rank: 2, precedes: { $0.state < $1.state },
            role: { row, _ in GroupRow.role(of: row.state) }
        ) { row, _ in
            row.state.isEmpty ? row.placeholder : row.state
        },
        Column(
            "TYPE", means: "classic, consumer (KIP-848), share or streams", minimum: 8, rank: 6, role: { _, _ in .dim }
        ) { row, _ in
            row.group.type.isEmpty ? Quantity.unknown : row.group.type
        },
        Column(
            "MEMBERS", .right, means: "clients in it", letter: "M", rank: 3, descendsFirst: true,
            precedes: { $0.members ?? -1 < $1.members ?? -1 }
        ) { row, _ in
            row.members.map { Quantity.grouped($0) } ?? row.placeholder
        },
        Column(
            "IDLE", .right, means: "members without a partition", rank: 7,
            role: { row, _ in row.idle > 0 ? .warn : .dim }
        ) { row, _ in
            row.members == nil ? row.placeholder : row.idle == 0 ? Quantity.nothing : String(row.idle)
        },
        Column(
            "LAG", .right, means: "records between commits and ends; – never committed, unknown not told", letter: "L",
            minimum: 10, rank: 1, descendsFirst: true,
            precedes: { $0.lag ?? -1 < $1.lag ?? -1 }, role: { row, _ in lagRole(row) }
        ) { row, context in
            row.lagText(known: context.view.lags[row.group.id]?.value != nil)
        },
        Column(
            "BEHIND", .right, means: "age of the first record it has not read, the worst partition", letter: "B",
            minimum: 8, rank: 4, descendsFirst: true,
            precedes: { ($0.behind?.milliseconds ?? -1, $0.lag ?? -1) < ($1.behind?.milliseconds ?? -1, $1.lag ?? -1) },
            glows: false,
            role: { row, _ in lagRole(row) }
        ) { row, _ in
            row.behind?.text ?? (row.lag ?? 0 == 0 ? Quantity.nothing : Quantity.unknown)
        },
        Column(
            "DRAINS", .right, means: "lag ÷ (out − in): when it has caught up; grows when it does not", letter: "D",
            minimum: 9, rank: 6,
            precedes: { ($0.pace.drains ?? .max) < ($1.pace.drains ?? .max) }, glows: false,
            role: { row, _ in row.pace.growth != nil && lagRole(row) == .warn ? .bad : .dim }
        ) { row, _ in
            row.pace.growth != nil && lagRole(row) != .warn ? Quantity.nothing : row.pace.text
        },
        Column(
            "IN/s", .right, means: "records that come in for it, a second", minimum: 6, rank: 10, role: { _, _ in .dim }
        ) { row, _ in
            row.pace.rateIn.map(Quantity.rate) ?? Quantity.nothing
        },
        Column("OUT/s", .right, means: "records it commits, a second", minimum: 6, rank: 10, role: { _, _ in .dim }) {
            row, _ in
            row.pace.rateOut.map(Quantity.rate) ?? Quantity.nothing
        },
        Column(
            "COMMIT", .right, means: "when a commit was last seen to move; ≥ not since this console looks", letter: "C",
            minimum: 8, rank: 9, precedes: { $0.lastCommit ?? 0 < $1.lastCommit ?? 0 }, glows: false,
            role: { _, _ in .dim }
        ) { row, context in
            row.commitText(context.now)
        },
        Column("LAST MINUTE", means: "its lag over the last minute", minimum: 10, rank: 8, role: { _, _ in .spark }) {
            row, context in
            GroupsPane.trend(row.group.id, context)
        },
        Column(
            "TOPICS", means: "what it committed on or is assigned", minimum: 12, maximum: 36, rank: 5,
            role: { _, _ in .dim }
        ) { row, _ in
            row.topics.isEmpty ? Quantity.nothing : row.topics.map(\.rawValue).joined(separator: ", ")
        },
    ]

    private static func lagRole(_ row: GroupRow) -> Role {
        guard let lag = row.lag else { return .dim }
        if lag == 0 { return .dim }
        return (row.behind?.milliseconds ?? ClusterView.upToDate) < ClusterView.upToDate ? .text : .warn
    }

    /// The group's lag over the last minute.
    static func trend(_ group: GroupID, _ context: PaneContext) -> String {
        guard let lags = context.view.lags[group]?.value?.lags, !lags.isEmpty else { return "" }
        var sum: [Double?] = Array(repeating: nil, count: 10)
        for history in lags.values {
            for (column, value) in history.values(columns: 10, now: context.now).enumerated() {
                if let value { sum[column] = (sum[column] ?? 0) + value }
            }
        }
        return Sparkline.text(sum)
    }

    func id(of row: GroupRow) -> String { row.group.id.rawValue }

    func rowVersion(in context: PaneContext) -> RowVersion? {
        // How far behind a group is grows with the clock, and is told in seconds.
        RowVersion(data: context.view.revision, pane: Int(clamping: context.now / 1_000))
    }

    func unsortedRows(in context: PaneContext) -> [GroupRow] {
        (context.view.groups.value ?? []).map { GroupRow($0, context.view, now: context.now) }
    }

    static var faults: (words: String, none: String) { ("only late ones", "Every group keeps up.") }

    /// Behind for longer than commits take, or gone.
    func isFault(_ row: GroupRow, in context: PaneContext) -> Bool {
        Self.lagRole(row) == .warn || row.state == "Dead" || row.failure != nil
    }

    /// Which groups are on the screen follows from how far behind each one is, those below the screen too.
    private var needsAll: Bool { table.onlyFaults || ["LAG", "BEHIND", "DRAINS", "COMMIT"].contains(table.sort) }

    func remark(in context: PaneContext) -> String {
        guard let groups = context.view.groups.value else { return context.view.groups.placeholder }
        let count = groups.isEmpty ? "no groups yet" : Quantity.count(groups.count, "group")
        guard needsAll, groups.count > ClusterView.groupsAtOnce, context.view.groupsUnasked > 0 else { return count }
        return count + ", \(Quantity.grouped(groups.count - context.view.groupsUnasked)) looked at so far"
    }

    func needs(in context: PaneContext) -> [Query] {
        let seen = visibleRows(in: context).map(\.group.id)
        let visible = seen.sorted()
        let turn = needsAll ? context.view.groupsInTurn(now: context.now) : []
        var needs: [Query] = [.groups]
        if !visible.isEmpty { needs.append(.members(visible)) }
        // Few are asked for together; of many, those on the screen more often.
        let isAll = !turn.isEmpty && turn.count == context.view.groups.value?.count
        if !visible.isEmpty, !isAll { needs.append(.lag(visible)) }
        if !turn.isEmpty { needs.append(.lag(turn)) }
        if let question = context.view.unreadQuestion(among: seen, now: context.now) { needs.append(question) }
        if previewFrame(in: context) != nil, let selected = table.selected.map({ GroupID($0) }) {
            if !needs.contains(.firstUnread(selected)) { needs.append(.firstUnread(selected)) }
            let topics = context.view.lags[selected]?.value?.topics ?? []
            if !topics.isEmpty { needs.append(.configs(topics)) }
        }
        return needs
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        if command == .faults { table.onlyFaults.toggle() }
        guard let selected = table.selected.map({ GroupID($0) }) else { return [] }
        switch command {
        case .faults: return []
        case .open: return [.open(GroupLagPane(group: selected))]
        case .reset: return [.open(ResetPane(group: selected, topic: nil))]
        case .copyOffsets: return [.dialog(GroupDialogs.copy(selected, in: context))]
        case .delete: return [.dialog(GroupDialogs.delete(selected, in: context))]
        case .filter:
            table.isFiltering = true
            return []
        case .copyName: return [.copy(selected.rawValue), .say(Notice(.info, "copied \(selected)"))]
        }
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? GroupChangeReport else { return [] }
        return [.say(report.notice), .refresh]
    }

    func subject(in context: PaneContext) -> [String: String] { table.selected.map { ["GROUP": $0] } ?? [:] }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = selection(in: context) else { return nil }
        return Explanation(title: row.group.id.rawValue, lines: GroupWords.explain(row))
    }

    /// The preview: the selected group below its table, from 25 pane rows up (30 of the screen).
    func previewFrame(in context: PaneContext) -> Rect? {
        let count = context.view.groups.value?.count ?? 0
        guard context.height >= 25, count > 0 else { return nil }
        let rows = min(max(14, context.height / 2), context.height - 4 - min(count, context.height / 2 - 4))
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    func tableFrame(in context: PaneContext) -> Rect { tableFrame(above: previewFrame(in: context), in: context) }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard let groups = context.view.groups.value else {
            if let failure = context.view.groups.failure {
                area.put(failure, x: 4, y: 2, style: Style(.bad), cutTo: area.width - 6)
                return
            }
            return Waiting.draw(on: &area, in: context)
        }
        if groups.isEmpty {
            area.put("No group has read here yet.", x: 4, y: 2, style: .strong)
            area.put("A consumer with a group.id makes one when it joins:", x: 4, y: 4, style: .text)
            area.put(
                "kcat -b \(context.console.address) -G my-group TOPIC", x: 6, y: 5, style: Style(.string),
                cutTo: area.width - 8)
            area.put("Looking at a group never joins it and never commits.", x: 4, y: 7, style: .dim)
            return
        }
        drawFilter(on: &area, y: 0, in: context)
        area.draw(in: tableFrame(in: context)) { drawTable(on: &$0, in: context) }
        if let frame = previewFrame(in: context), let row = selection(in: context) {
            area.draw(in: frame) { GroupPreview(row: row).draw(on: &$0, in: context) }
        }
    }
}
