import KafkaClient
import KafkaWire

extension Happening {
    /// What changed from one answer about the cluster to the next, in sentences: brokers that come and go, leaders that
    /// move, in-sync sets that shrink and grow.
    static func between(
        _ old: ClusterMetadata, _ new: ClusterMetadata, _ counted: ClusterSummary, at now: Int64
    ) -> [Happening] {
        var found = ofBrokers(old.brokers, new.brokers, at: now)
        var moves: [BrokerID: [BrokerID: Int]] = [:]
        var lost = 0
        var shrunk: [String] = []
        var grown: [String] = []
        for topic in new.topics {
            guard let place = counted.places[topic.name] else { continue }
            let past = old.topics[place]
            guard past.id == topic.id, past.partitions != topic.partitions else { continue }
            let pastByIndex = Dictionary(past.partitions.map { ($0.index, $0) }, uniquingKeysWith: { $1 })
            for partition in topic.partitions {
                guard let was = pastByIndex[partition.index] else { continue }
                let name = "\(topic.name)-\(partition.index)"
                switch (was.leader, partition.leader) {
                case (let a?, let b?) where a != b: moves[a, default: [:]][b, default: 0] += 1
                case (.some, nil): lost += 1
                default: break
                }
                if partition.inSync.count < was.inSync.count { shrunk.append(name) }
                if partition.inSync.count > was.inSync.count { grown.append(name) }
            }
        }
        for (from, targets) in moves.sorted(by: { $0.key < $1.key }) {
            let total = targets.values.reduce(0, +)
            let parts = targets.sorted { $0.key < $1.key }.map { "\($0.value) → broker \($0.key)" }
            let text =
                "\(Quantity.count(total, "partition")) led by broker \(from) moved: \(parts.joined(separator: ", "))"
            found.append(Happening(at: now, text: text, kind: .good))
        }
        if lost > 0 {
            found.append(
                Happening(at: now, text: "\(Quantity.count(lost, "partition")) without a leader", kind: .bad))
        }
        if let text = sentence(shrunk, "smaller in-sync set:") {
            found.append(Happening(at: now, text: text, kind: .warn))
        }
        if let text = sentence(grown, "larger in-sync set:") {
            found.append(Happening(at: now, text: text, kind: .good))
        }
        return found
    }

    /// Brokers that came and went.
    static func ofBrokers(_ old: [BrokerInfo], _ new: [BrokerInfo], at now: Int64) -> [Happening] {
        let before = Set(old.map(\.id))
        let after = Set(new.map(\.id))
        return before.subtracting(after).sorted().map { Happening(at: now, text: "broker \($0) is gone", kind: .bad) }
            + after.subtracting(before).sorted().map { Happening(at: now, text: "broker \($0) is here", kind: .good) }
    }

    private static func sentence(_ names: [String], _ lead: String) -> String? {
        guard let first = names.first else { return nil }
        return names.count <= 4
            ? "\(lead) \(names.joined(separator: ", "))" : "\(lead) \(first) and \(names.count - 1) more partitions"
    }
}
