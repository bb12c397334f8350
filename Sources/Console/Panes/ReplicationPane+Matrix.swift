import KafkaClient
import KafkaWire
import Terminal

/// The drawing of partitions by brokers, and what can be said about the next restart.
struct ReplicationMatrix {
    private let context: PaneContext
    private let selected: String?
    private let brokers: [BrokerID]

    init(_ context: PaneContext, selected: String?) {
        self.context = context
        self.selected = selected
        let live = context.view.metadata.value?.brokers.map(\.id) ?? []
        brokers = Set(live + Array(context.view.everSeen.keys)).sorted()
    }

    private static let signs: (leads: String, inSync: String, behind: String, gone: String) = ("L", "●", "◌", "✘")

    /// Left edges: name, in sync, epoch, then the brokers that fit.
    private func places(width: Int, name: Int) -> (sync: Int, epoch: Int, brokers: [Int], column: Int) {
        let sync = 2 + name + 2
        let epoch = sync + 9
        let first = epoch + 7
        let room = max(1, width - first - 1)
        let fit = min(brokers.count, max(1, room / 13))
        let column = min(26, room / max(1, fit))
        return (sync, epoch, (0..<fit).map { first + $0 * column }, column)
    }

    func draw(_ rows: [ReplicationPane.Row], of total: Int, from top: Int, frame: Rect, on area: inout GridArea) {
        let isNarrow = area.width < 100
        let longest = rows.reduce(isNarrow ? 16 : 22) { max($0, TextWidth.of($1.partition.description)) }
        let name = min(longest, max(16, min(44, area.width - 26 - 14 * min(brokers.count, 3))))
        let places = places(width: area.width, name: name)
        drawHeads(places, y: frame.y - 2, on: &area)
        area.put(isNarrow ? "PARTITION ▾" : "PARTITION ▾ by problem", x: 2, y: frame.y, style: Style(.dim), cutTo: name)
        area.put("IN SYNC", x: places.sync, y: frame.y, style: .dim)
        area.put("EPOCH", x: places.epoch, y: frame.y, style: .dim)
        for (broker, x) in zip(brokers, places.brokers) {
            let rack = context.view.metadata.value?.brokers.first { $0.id == broker }?.rack
            if let rack { area.put("rack \(rack)", x: x, y: frame.y, style: Style(.faint), cutTo: places.column - 2) }
        }
        let live = Set(context.view.metadata.value?.brokers.map(\.id) ?? [])
        for (line, row) in rows.enumerated() {
            let y = frame.y + 1 + line
            let isSelected = row.partition.description == selected
            if isSelected { area.selectRow(y) }
            let ground: Role? = isSelected ? .selection : nil
            area.put(row.partition.description, x: 2, y: y, style: Role.strong.on(ground), cutTo: name)
            area.put(
                "\(row.info.inSync.count) of \(row.info.replicas.count)", x: places.sync, y: y,
                style: ReplicationPane.role(row).on(ground))
            area.put(
                row.info.leaderEpoch < 0 ? Quantity.unknown : String(row.info.leaderEpoch), x: places.epoch, y: y,
                style: Role.dim.on(ground))
            for (broker, x) in zip(brokers, places.brokers) {
                let (sign, words, role) = cell(row.info, broker, isLive: live.contains(broker))
                area.put(sign, x: x, y: y, style: role.on(ground))
                area.put(
                    words, x: x + 2, y: y, style: (role == .bad ? Role.bad : .dim).on(ground), cutTo: places.column - 3)
            }
        }
        let hidden = brokers.count - places.brokers.count
        if hidden > 0 {
            area.put(
                "… \(hidden) more \(hidden == 1 ? "broker" : "brokers")", endingAt: area.width - 1, y: frame.y,
                style: .warn)
        }
    }

    private func cell(_ info: PartitionInfo, _ broker: BrokerID, isLive: Bool) -> (String, String, Role) {
        guard info.replicas.contains(broker) else { return (" ", "", .faint) }
        if info.offline.contains(broker) || !isLive { return (Self.signs.gone, "offline", .bad) }
        if info.leader == broker { return (Self.signs.leads, "leads", .good) }
        if info.inSync.contains(broker) { return (Self.signs.inSync, "", .good) }
        return (Self.signs.behind, "out of sync", .warn)
    }

    private func drawHeads(
        _ places: (sync: Int, epoch: Int, brokers: [Int], column: Int), y: Int, on area: inout GridArea
    ) {
        guard let metadata = context.view.metadata.value else { return }
        let partitions = metadata.topics.flatMap(\.partitions)
        for (broker, x) in zip(brokers, places.brokers) {
            let isController = context.view.controller == broker
            let title = "BROKER \(broker)" + (isController ? (places.column >= 22 ? " ◆ controller" : " ◆") : "")
            area.put(title, x: x, y: y, style: Style(.dim), cutTo: places.column - 1)
            if metadata.brokers.contains(where: { $0.id == broker }) {
                area.put(
                    "● leads \(Quantity.grouped(partitions.count { $0.leader == broker }))", x: x, y: y + 1,
                    style: Style(.good), cutTo: places.column - 1)
            } else {
                let since =
                    context.view.goneSince[broker].map { " for \(Quantity.duration(max(1_000, context.now - $0)))" }
                    ?? ""
                area.put("✘ gone\(since)", x: x, y: y + 1, style: Style(.bad), cutTo: places.column - 1)
            }
        }
    }

    // MARK: Restart next?

    /// What would happen if a broker stopped now.
    enum Advice: Equatable {
        case gone
        case safe
        case unsafe(String)
        case unknown
    }

    func advice(for broker: BrokerID) -> Advice {
        guard let metadata = context.view.metadata.value else { return .unknown }
        guard metadata.brokers.contains(where: { $0.id == broker }) else { return .gone }
        for topic in metadata.topics {
            for partition in topic.partitions where partition.inSync.contains(broker) {
                let name = "\(topic.name)-\(partition.index)"
                if partition.replicas == [broker] { return .unsafe("\(name) lives only there") }
                guard let minimum = context.view.configs[topic.name]?.value?.minInSync else { return .unknown }
                let left = partition.inSync.filter { $0 != broker }.count
                if left == 0 { return .unsafe("\(name) would have no leader") }
                if left < minimum { return .unsafe("\(name) would fall to \(left) in sync, needs \(minimum)") }
            }
        }
        return .safe
    }

    func drawAdvice(on area: inout GridArea) {
        guard brokers.count > 1 else {
            area.put(
                "One broker: every copy is the only one. Restarting it stops reading and writing.", x: 2, y: 0,
                style: Style(.dim), cutTo: area.width - 3)
            return
        }
        let start = 2 + area.put("Restart next?", x: 2, y: 0, style: .strong) + 3
        let isNarrow = area.width < 100
        var told: [String: BrokerID] = [:]
        var parts: [(broker: BrokerID, words: String, role: Role)] = []
        for broker in brokers {
            switch advice(for: broker) {
            case .gone:
                let since = context.view.goneSince[broker].map {
                    TimeText.short($0, now: context.now, in: context.zone)
                }
                let words = isNarrow ? "gone" : "is gone" + (since.map { " since \($0.prefix(8))" } ?? "")
                parts.append((broker, words, .buttonGood))
            case .safe: parts.append((broker, "yes", .buttonGood))
            case .unknown:
                parts.append((broker, isNarrow ? "unknown" : "unknown: min.insync.replicas not told", .button))
            case .unsafe(let why):
                parts.append((broker, isNarrow ? "no" : told[why].map { "no: as \($0)" } ?? "no: \(why)", .buttonBad))
                told[why] = told[why] ?? broker
            }
        }
        drawAdvice(parts, from: start, on: &area)
        guard isNarrow, let first = told.min(by: { $0.value < $1.value }) else { return }
        area.put("\(first.value): \(first.key)", x: 2, y: 1, style: Style(.dim), cutTo: area.width - 3)
    }

    /// Every broker says all it has to when the line holds it; else the longest are cut first.
    private func drawAdvice(
        _ parts: [(broker: BrokerID, words: String, role: Role)], from start: Int, on area: inout GridArea
    ) {
        var widths = parts.map { TextWidth.of($0.words) }
        let numbers = parts.reduce(0) { $0 + TextWidth.of(" \($1.broker) ") + 4 }
        var surplus = start + numbers + widths.reduce(0, +) - area.width
        while surplus > 0, let longest = widths.max(), longest > 4, let index = widths.firstIndex(of: longest) {
            widths[index] -= 1
            surplus -= 1
        }
        var x = start
        for (part, width) in zip(parts, widths) where x + 8 < area.width {
            x += area.put(" \(part.broker) ", x: x, y: 0, style: part.role) + 1
            x += area.put(part.words, x: x, y: 0, style: Style(.text), cutTo: width) + 3
        }
    }
}
