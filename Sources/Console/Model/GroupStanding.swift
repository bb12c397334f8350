import KafkaClient
import KafkaWire

extension ClusterView {
    /// How long a group is behind in one partition.
    enum Behind: Equatable, Sendable, Comparable {
        /// Up to date, or nothing to say.
        case none
        /// About so many milliseconds.
        case time(Int64)
        /// Longer than was watched, milliseconds.
        case moreThan(Int64)

        /// For comparing: milliseconds.
        var milliseconds: Int64 {
            switch self {
            case .none: 0
            case .time(let span), .moreThan(let span): span
            }
        }

        static func < (left: Behind, right: Behind) -> Bool { left.milliseconds < right.milliseconds }

        /// `41 s`, `> 58 s`, `–`.
        var text: String {
            switch self {
            case .none: Quantity.nothing
            case .time(let span): Quantity.behind(span)
            case .moreThan(let span): "> " + Quantity.behind(span)
            }
        }
    }

    /// How old the first unread record of `group` in a partition is: by its own timestamp when it was looked at, else
    /// from when the end stood where the commit stands now; nil when neither is known.
    func behind(_ group: GroupID, _ partition: TopicPartition, now: Int64) -> Behind? {
        guard let row = lags[group]?.value?.rows[partition], let lag = row.lag, let committed = row.committed else {
            return nil
        }
        if lag == 0 { return Behind.none }
        // As old as the answer: what is not asked any more does not get later by itself.
        let now = min(now, lags[group]?.at ?? now)
        if let record = firstUnread[group]?[partition], record.offset >= committed, record.timestamp > 0,
            record.timestamp <= now
        {
            return .time(now - record.timestamp)
        }
        guard let history = ends[partition], let first = history.samples.first else { return nil }
        if let passed = history.time(at: committed) { return .time(max(0, now - passed)) }
        return committed < first.value && now - first.time >= 1_000 ? .moreThan(now - first.time) : nil
    }

    /// The worst ``behind(_:_:now:)`` over the partitions of a group, of one topic if given.
    func behind(_ group: GroupID, topic: TopicName? = nil, now: Int64) -> Behind? {
        guard let rows = lags[group]?.value?.rows else { return nil }
        var worst: Behind?
        for (partition, _) in rows where topic == nil || partition.topic == topic {
            guard let here = behind(group, partition, now: now) else { continue }
            if worst.map({ $0 < here }) ?? true { worst = here }
        }
        return worst
    }

    /// The worst ``behind(_:_:now:)`` of a group over these partitions.
    func behind(_ group: GroupID, _ partitions: [TopicPartition], now: Int64) -> Behind? {
        partitions.compactMap { behind(group, $0, now: now) }.max()
    }

    /// What ``groupsOn`` holds, worked out from commits and ends.
    func groupsByTopic() -> [TopicName: [GroupOnTopic]] {
        var found: [TopicName: [GroupOnTopic]] = [:]
        for (group, known) in lags.sorted(by: { $0.key < $1.key }) {
            guard let rows = known.value?.rows else { continue }
            var here: [TopicName: GroupOnTopic] = [:]
            for (partition, row) in rows where row.committed != nil {
                var entry = here[partition.topic] ?? GroupOnTopic(group: group, lag: 0, partitions: [])
                entry.lag = entry.lag.flatMap { sum in row.lag.map { sum &+ $0 } }
                entry.partitions.append(partition)
                here[partition.topic] = entry
            }
            for (topic, entry) in here { found[topic, default: []].append(entry) }
        }
        return found
    }

    /// A commit that falls within so many milliseconds counts as up to date: groups commit every five seconds at default.
    static let upToDate: Int64 = 10_000
}
