import KafkaClient
import KafkaWire
import Terminal

/// The brokers: who is up, who controls, what each leads and holds, its disks, and what it runs.
struct BrokersPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case configs, elect = "prefer-leaders", faults, copyAddress = "copy"
    }

    /// The table.
    var table = TableState(sort: "BROKER")

    static let name = "brokers"

    static let bindings: [KeyBinding<BrokersPane>] = [
        KeyBinding(
            "enter c", .configs, "configs",
            shell: .line(
                "kdeck configs broker BROKER",
                "kafka-configs --describe --all --entity-type brokers --entity-name BROKER")
        ) { pane, context in
            guard let row = pane.selection(in: context) else { return .absent }
            return row.isUp ? .enabled : .disabled("broker \(row.id) is down: only it knows its settings")
        },
        KeyBinding(
            "l", .elect, "prefer leaders", changes: true,
            shell: ShellForm(apache: "kafka-leader-election --election-type preferred --all-topic-partitions")
        ) { _, context in ElectLeadersJob.availability(context)
        },
        KeyBinding("ctrl-z", .faults, "only faults", shell: .view),
        KeyBinding(
            "y", .copyAddress, "copy the address",
            shell: .none(.clipboard)),
    ]

    /// A broker with what is known of it.
    struct Row: Sendable {
        var id: BrokerID
        var address: String
        var rack: String?
        var isUp: Bool
        var isController: Bool
        /// Since when it is not listed, milliseconds since the epoch.
        var goneSince: Int64?
        /// Since when it is listed and not reached, milliseconds since the epoch.
        var silentSince: Int64?
        var leads: Int
        var preferred: Int
        var copies: Int
        var behind: Int
        var directories: Known<[LogDirectory]>?
        var release: BrokerRelease?

        /// Bytes of its logs; nil when not known.
        var used: Int64? { directories?.value.map { $0.reduce(0) { $0 &+ $1.usedBytes } } }
        /// Bytes free where its logs lie, the fullest folder; nil when not told.
        var free: Int64? { directories?.value.flatMap { $0.compactMap(\.freeBytes).min() } }
    }

    static let columns: [Column<Row>] = [
        Column(
            "BROKER", .right, means: "its node.id", letter: "B", minimum: 6, natural: true, glows: false,
            role: { _, _ in .strong }
        ) {
            row, _ in
            row.id.description
        },
        Column(
            "STATE", means: "up, silent (listed, but not reached) or gone, and whether it leads the controllers",
            minimum: 14,
            role: { row, _ in row.isUp && row.silentSince == nil ? .good : .bad }
        ) { row, context in
            if let since = row.silentSince {
                return "✘ silent for \(Quantity.duration(max(1_000, context.now - since)))"
            }
            if row.isUp { return row.isController ? "● up ◆ controls" : "● up" }
            let since = row.goneSince.map { " for \(Quantity.duration(max(1_000, context.now - $0)))" } ?? ""
            return "✘ gone\(since)"
        },
        Column(
            "ADDRESS", means: "what it advertises to clients", minimum: 14, maximum: 40, rank: 2,
            role: { _, _ in .text }
        ) { row, _ in row.address },
        Column(
            "RACK", means: "broker.rack: copies are spread over racks", minimum: 4, maximum: 16, rank: 6,
            role: { _, _ in .dim }
        ) { row, _ in
            row.rack ?? Quantity.nothing
        },
        Column(
            "LEADS", .right, means: "partitions it leads", minimum: 5, rank: 1, descendsFirst: true,
            number: { row, _ in Double(row.leads) },
            role: { row, _ in row.leads < row.preferred ? .warn : .text }
        ) { row, _ in
            row.leads == row.preferred
                ? Quantity.grouped(row.leads) : "\(Quantity.grouped(row.leads)) of \(Quantity.grouped(row.preferred))"
        },
        Column(
            "COPIES", .right, means: "copies it holds", letter: "C", minimum: 6, rank: 3, descendsFirst: true,
            number: { row, _ in Double(row.copies) }
        ) { row, _ in
            Quantity.grouped(row.copies)
        },
        Column(
            "BEHIND", .right, means: "its copies that are not in sync", minimum: 6, rank: 4,
            role: { row, _ in row.behind == 0 ? .dim : .warn }
        ) { row, _ in
            Quantity.grouped(row.behind)
        },
        Column(
            "LOGS", .right, means: "bytes of its copies", letter: "S", minimum: 8, rank: 2, descendsFirst: true,
            number: { row, _ in Double(row.used ?? -1) },
            role: { row, _ in row.used == nil ? .dim : .text }
        ) { row, _ in row.used.map(Quantity.size) ?? row.directories?.placeholder ?? Quantity.asking },
        Column(
            "FREE", .right, means: "room left on its disks", letter: "F", minimum: 8, rank: 5,
            number: { row, _ in Double(row.free ?? -1) },
            role: { row, _ in row.free == nil ? .dim : .text }
        ) { row, _ in
            row.free.map(Quantity.size)
                ?? (row.directories?.value == nil ? row.directories?.placeholder ?? Quantity.asking : Quantity.unknown)
        },
        Column(
            "RUNS", means: "its release, as far as its ApiVersions tell", minimum: 6, rank: 7, role: { _, _ in .dim }
        ) { row, _ in
            guard let release = row.release else { return row.isUp ? Quantity.asking : Quantity.nothing }
            return release.name.map { "Kafka \($0)" } ?? Quantity.unknown
        },
    ]

    func id(of row: Row) -> String { row.id.description }

    func subject(in context: PaneContext) -> [String: String] { table.selected.map { ["BROKER": $0] } ?? [:] }

    func unsortedRows(in context: PaneContext) -> [Row] {
        let view = context.view
        let live = Dictionary((view.metadata.value?.brokers ?? []).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let registered = Dictionary(
            (view.registered.value ?? []).map { ($0.info.id, $0.info) }, uniquingKeysWith: { $1 })
        return Set(live.keys).union(view.everSeen.keys).sorted().map { id in
            let info = live[id] ?? registered[id]
            return Row(
                id: id, address: info?.address ?? view.everSeen[id] ?? "", rack: info?.rack, isUp: live[id] != nil,
                isController: view.controller == id, goneSince: view.goneSince[id],
                silentSince: view.silentSince[id], leads: view.summary.leads[id] ?? 0,
                preferred: view.summary.preferred[id] ?? 0, copies: view.summary.copies[id] ?? 0,
                behind: view.summary.behind[id] ?? 0, directories: view.directories[id], release: view.releases[id])
        }
    }

    static var faults: (words: String, none: String) {
        ("only faults", "Every broker is up, and all its copies are in sync.")
    }

    func isFault(_ row: Row, in context: PaneContext) -> Bool {
        !row.isUp || row.silentSince != nil || row.behind > 0
            || (row.directories?.value ?? []).contains { $0.error != .none }
    }

    func remark(in context: PaneContext) -> String {
        guard let brokers = context.view.metadata.value?.brokers else { return "" }
        let racks = Set(brokers.compactMap(\.rack)).count
        return Quantity.count(brokers.count, "broker") + (racks > 1 ? " in \(racks) racks" : "")
    }

    func needs(in context: PaneContext) -> [Query] {
        let isLarge = context.view.summary.partitions > ConsoleState.smallCluster
        var needs: [Query] = [.registered, .directories(everything: !isLarge), .quorum]
        if let row = selection(in: context), row.isUp { needs.append(.settings(.broker(row.id))) }
        return needs
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        if command == .faults { table.onlyFaults.toggle() }
        guard let row = selection(in: context) else { return [] }
        switch command {
        case .faults: return []
        case .configs: return [.open(ConfigsPane(of: .broker(row.id)))]
        case .copyAddress: return [.copy(row.address), .say(Notice(.info, "copied \(row.address)"))]
        case .elect: return [.dialog(ElectLeadersJob.question(in: context))]
        }
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? ElectLeadersReport else { return [] }
        return [.say(report.notice), .refresh]
    }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = selection(in: context) else { return nil }
        return Explanation(title: "broker \(row.id)", lines: BrokerDetail.sentences(row, in: context))
    }

    // MARK: Where things stand

    private func detailFrame(in context: PaneContext) -> Rect? {
        let count = rows(in: context).count
        guard context.height >= 14, count > 0 else { return nil }
        let above = hasFilterLine ? 5 : 3
        let rows = min(context.height - above - 1, max(8, context.height - count - above))
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    func tableFrame(in context: PaneContext) -> Rect {
        tableFrame(above: detailFrame(in: context), in: context)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard context.view.metadata.value != nil else { return Waiting.draw(on: &area, in: context) }
        drawFilter(on: &area, y: 0, in: context)
        area.draw(in: tableFrame(in: context)) { drawTable(on: &$0, in: context) }
        if let frame = detailFrame(in: context), let row = selection(in: context) {
            area.draw(in: frame) { BrokerDetail.draw(row, on: &$0, in: context) }
        }
    }
}
