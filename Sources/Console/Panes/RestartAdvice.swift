import KafkaClient
import KafkaWire
import Terminal

/// Which broker may be restarted next, and why another may not: worked out over all partitions once for each change.
struct RestartAdvice: Equatable, Sendable {
    /// What would happen if a broker stopped now.
    enum Verdict: Equatable, Sendable {
        case gone
        case silent
        case safe
        case unsafe(String)
        case unknown
    }

    private struct Key: Equatable, Sendable {
        var structure: Int
        var minima: Int
        var brokers: [BrokerID]
        var silent: Set<BrokerID>
    }

    private var key: Key?
    private(set) var verdicts: [(broker: BrokerID, verdict: Verdict)] = []

    /// Nothing known yet.
    init() {}

    /// What follows from the rest makes no difference.
    static func == (left: RestartAdvice, right: RestartAdvice) -> Bool { left.key == right.key }

    /// Works it out anew if partitions, brokers or minima changed.
    mutating func settle(in context: PaneContext) {
        let view = context.view
        let live = view.metadata.value?.brokers.map(\.id) ?? []
        let silent = Set(view.silentSince.keys)
        let now = Key(structure: view.structure, minima: view.minima, brokers: live, silent: silent)
        guard key != now else { return }
        key = now
        var reasons: [BrokerID: String] = [:]
        var isUnknown: Set<BrokerID> = []
        for topic in view.metadata.value?.topics ?? [] {
            let minimum = view.minInSync[topic.name]
            for partition in topic.partitions {
                // A copy that does not answer is not counted on, although the cluster still does.
                let inSync = silent.isEmpty ? partition.inSync : partition.inSync.filter { !silent.contains($0) }
                let left = inSync.count - 1
                // Known to be fine without looking closer: most partitions of most clusters.
                if let minimum, left >= minimum, left > 0 { continue }
                for broker in inSync where reasons[broker] == nil {
                    let name = "\(topic.name)-\(partition.index)"
                    if partition.replicas == [broker] {
                        reasons[broker] = "\(name) lives only there"
                    } else if left == 0 {
                        reasons[broker] = "\(name) would have no leader"
                    } else if let minimum {
                        reasons[broker] = "\(name) would fall to \(left) in sync, needs \(minimum)"
                    } else {
                        isUnknown.insert(broker)
                    }
                }
            }
        }
        verdicts = Set(live + Array(view.everSeen.keys)).sorted().map { broker in
            if !live.contains(broker) { return (broker, .gone) }
            if silent.contains(broker) { return (broker, .silent) }
            if let reason = reasons[broker] { return (broker, .unsafe(reason)) }
            return (broker, isUnknown.contains(broker) ? .unknown : .safe)
        }
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        guard verdicts.count > 1 else {
            area.put(
                "One broker holds the only copies: a restart stops reading and writing.", x: 2, y: 0,
                style: Style(.dim), cutTo: area.width - 3)
            return
        }
        let start = 2 + area.put("Restart next?", x: 2, y: 0, style: .strong) + 3
        let isNarrow = area.width < 100
        var told: [String: BrokerID] = [:]
        var parts: [(broker: BrokerID, words: String, role: Role)] = []
        for (broker, verdict) in verdicts {
            switch verdict {
            case .gone:
                let since = context.view.goneSince[broker].map {
                    TimeText.short($0, now: context.now, in: context.zone)
                }
                let words = isNarrow ? "gone" : "is gone" + (since.map { " since \($0.prefix(8))" } ?? "")
                parts.append((broker, words, .buttonBad))
            case .silent: parts.append((broker, isNarrow ? "silent" : "does not answer", .buttonBad))
            case .safe:
                let isController = context.view.controller == broker
                parts.append((broker, isController && !isNarrow ? "yes, last: it controls" : "yes", .buttonGood))
            case .unknown:
                parts.append((broker, isNarrow ? "unknown" : "unknown: min.insync.replicas not told", .button))
            case .unsafe(let why):
                parts.append((broker, isNarrow ? "no" : told[why].map { "no: as \($0)" } ?? "no: \(why)", .buttonBad))
                told[why] = told[why] ?? broker
            }
        }
        draw(parts, from: start, on: &area)
        guard isNarrow, let first = told.min(by: { $0.value < $1.value }) else { return }
        area.put("\(first.value): \(first.key)", x: 2, y: 1, style: Style(.dim), cutTo: area.width - 3)
    }

    /// Every broker says all it has to when the line holds it; else the longest are cut first.
    private func draw(
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
