import KafkaClient
import KafkaWire
import Terminal

/// The drawing of partitions by brokers.
struct ReplicationMatrix {
    private let context: PaneContext
    private let selected: String?
    private let brokers: [BrokerID]
    private let live: Set<BrokerID>

    init(_ context: PaneContext, selected: String?) {
        self.context = context
        self.selected = selected
        live = context.view.live
        brokers = live.union(context.view.everSeen.keys).sorted()
    }

    /// Left edges: name, in sync, epoch, then the brokers that fit.
    private func places(width: Int, name: Int) -> (sync: Int, epoch: Int, brokers: [Int], column: Int) {
        let sync = 2 + name + 2
        let epoch = sync + 9
        let first = epoch + 7
        let room = max(1, width - first - 1)
        let fit = min(brokers.count, max(1, room / 13))
        let column = min(28, room / max(1, fit))
        return (sync, epoch, (0..<fit).map { first + $0 * column }, column)
    }

    func draw(_ rows: [ReplicationPane.Row], frame: Rect, on area: inout GridArea) {
        let isNarrow = area.width < 100
        let longest = rows.reduce(isNarrow ? 16 : 22) { max($0, TextWidth.of($1.partition.description)) }
        let name = min(longest, max(16, min(44, area.width - 26 - 14 * min(brokers.count, 3))))
        let places = places(width: area.width, name: name)
        drawHeads(places, y: frame.y - 2, on: &area)
        area.put(isNarrow ? "PARTITION ▾" : "PARTITION ▾ by fault", x: 2, y: frame.y, style: Style(.dim), cutTo: name)
        area.put("IN SYNC", x: places.sync, y: frame.y, style: .dim)
        area.put("EPOCH", x: places.epoch, y: frame.y, style: .dim)
        for (broker, x) in zip(brokers, places.brokers) {
            let rack = context.view.metadata.value?.brokers.first { $0.id == broker }?.rack
            if let rack { area.put("rack \(rack)", x: x, y: frame.y, style: Style(.faint), cutTo: places.column - 2) }
        }
        for (line, row) in rows.enumerated() {
            let y = frame.y + 1 + line
            let isSelected = row.partition.description == selected
            if isSelected { area.selectRow(y) }
            let ground: Role? = isSelected ? .selection : nil
            area.put(row.partition.short(name), x: 2, y: y, style: Role.strong.on(ground), cutTo: name)
            area.put(
                "\(row.info.inSync.count) of \(row.info.replicas.count)", x: places.sync, y: y,
                style: row.role.on(ground))
            area.put(
                row.info.leaderEpoch < 0 ? Quantity.unknown : String(row.info.leaderEpoch), x: places.epoch, y: y,
                style: Role.dim.on(ground))
            for (broker, x) in zip(brokers, places.brokers) {
                let copy = CopyStanding(
                    row.info, row.partition, on: broker, isLive: live.contains(broker), in: context)
                area.put(copy.sign, x: x, y: y, style: copy.role.on(ground))
                let role: Role = copy.kind == .leads || copy.kind == .inSync ? .dim : copy.role
                area.put(
                    copy.words(within: places.column - 3), x: x + 2, y: y, style: role.on(ground),
                    cutTo: places.column - 3)
            }
        }
        let hidden = brokers.count - places.brokers.count
        if hidden > 0 {
            area.put(
                "… \(hidden) more \(hidden == 1 ? "broker" : "brokers")", endingAt: area.width - 1, y: frame.y,
                style: .warn)
        }
    }

    private func drawHeads(
        _ places: (sync: Int, epoch: Int, brokers: [Int], column: Int), y: Int, on area: inout GridArea
    ) {
        guard context.view.metadata.value != nil else { return }
        for (broker, x) in zip(brokers, places.brokers) {
            let isController = context.view.controller == broker
            let title = "BROKER \(broker)" + (isController ? (places.column >= 22 ? " ◆ controller" : " ◆") : "")
            area.put(title, x: x, y: y, style: Style(.dim), cutTo: places.column - 1)
            if live.contains(broker) {
                area.put(
                    "● leads \(Quantity.grouped(context.view.summary.leads[broker] ?? 0))", x: x, y: y + 1,
                    style: Style(.good), cutTo: places.column - 1)
            } else if let since = context.view.silentSince[broker] {
                let span = Quantity.duration(max(1_000, context.now - since))
                let words = places.column >= 22 ? "✘ no answer for \(span)" : "✘ silent \(span)"
                area.put(words, x: x, y: y + 1, style: Style(.bad), cutTo: places.column - 1)
            } else {
                let since =
                    context.view.goneSince[broker].map { " for \(Quantity.duration(max(1_000, context.now - $0)))" }
                    ?? ""
                area.put("✘ gone\(since)", x: x, y: y + 1, style: Style(.bad), cutTo: places.column - 1)
            }
        }
    }
}
