import KafkaClient
import KafkaWire

extension ClusterView {
    /// So many groups are asked for their commits together.
    static let groupsAtOnce = 100

    /// The groups to ask for their commits now, where all of them matter: all of them while they are few, else some each
    /// second in turn. Thousands of groups are so known within a minute or two, and never asked for all at once.
    func groupsInTurn(now: Int64) -> [GroupID] {
        let all = groups.value ?? []
        let turns = (all.count + Self.groupsAtOnce - 1) / Self.groupsAtOnce
        guard turns > 1 else { return all.map(\.id).sorted() }
        let from = Int(max(0, now) / 1_000) % turns * Self.groupsAtOnce
        return all[from..<min(from + Self.groupsAtOnce, all.count)].map(\.id).sorted()
    }

    /// Puts a group among those of the topics that it committed on, before ``lags`` takes these rows, and takes it from where
    /// it was.
    mutating func place(_ group: GroupID, _ rows: [TopicPartition: CommitAndEnd]) {
        for topic in lags[group]?.value?.topics ?? [] {
            groupsOn[topic]?.removeAll { $0.group == group }
            if groupsOn[topic]?.isEmpty ?? false { groupsOn[topic] = nil }
        }
        var here: [TopicName: GroupOnTopic] = [:]
        for (partition, row) in rows where row.committed != nil {
            var entry = here[partition.topic] ?? GroupOnTopic(group: group, lag: 0, partitions: [])
            entry.lag = entry.lag.flatMap { sum in row.lag.map { sum &+ $0 } }
            entry.partitions.append(partition)
            here[partition.topic] = entry
        }
        for (topic, entry) in here {
            let place = groupsOn[topic]?.firstIndex { $0.group > group } ?? groupsOn[topic]?.count ?? 0
            groupsOn[topic, default: []].insert(entry, at: place)
        }
    }

    /// Counts the listed groups that nobody looked at yet.
    mutating func countUnaskedGroups() { groupsUnasked = (groups.value ?? []).count { lags[$0.id] == nil } }
}
