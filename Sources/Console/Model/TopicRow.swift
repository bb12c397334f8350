import KafkaClient
import KafkaWire

/// What the topics table says of one topic.
struct TopicRow: Sendable {
    var topic: TopicInfo
    /// Offsets between first and end over all partitions; nil while not all are known.
    var records: Int64?
    /// A partition of it could not be asked.
    var recordsFailed: Bool
    /// Offsets count more than records: compacted, transactional, or not known to be neither.
    var isUpperBound: Bool
    /// Bytes of one copy; nil while not known.
    var size: Int64?
    /// Records written a second.
    var rate: Double?
    /// Replicas the topic should have.
    var replicationFactor: Int
    /// Partitions with fewer in sync than they should have.
    var belowReplicationFactor: Int
    /// Partitions nobody leads.
    var leaderless: Int
    /// Groups with commits on it.
    var groups: Int
    /// The worst of them in time.
    var behind: ClusterView.Behind?
    /// The worst of them in records; nil when not known.
    var lag: Int64?
    /// Groups were asked.
    var groupsKnown: Bool
    /// How long records are kept.
    var keeps: String

    /// The row of `topic`.
    init(_ topic: TopicInfo, _ view: ClusterView, groups list: [(group: GroupID, lag: Int64?)], now: Int64) {
        self.topic = topic
        var sum: Int64? = 0
        var failed = false
        for partition in topic.partitions {
            let known = view.bounds[TopicPartition(topic: topic.name, partition: partition.index)]
            if known?.failure != nil { failed = true }
            sum = sum.flatMap { total in known?.value.map { total &+ $0.count } }
        }
        records = sum
        recordsFailed = failed
        let configs = view.configs[topic.name]?.value
        isUpperBound = (configs?.isCompacted ?? true) || view.transactional.contains(topic.name)
        size = Self.size(of: topic, view)
        rate = view.topicEnds[topic.name]?.rate()
        replicationFactor = topic.partitions.map(\.replicas.count).max() ?? 0
        belowReplicationFactor = topic.partitions.count { $0.inSync.count < $0.replicas.count }
        leaderless = topic.partitions.count { $0.leader == nil }
        groups = list.count
        groupsKnown = view.groups.value != nil
        behind = list.compactMap { view.behind($0.group, topic: topic.name, now: now) }.max()
        lag = list.compactMap(\.lag).max()
        keeps = configs?.keeps ?? view.configs[topic.name]?.placeholder ?? Quantity.asking
    }

    /// Bytes of the leaders' copies, else of any copy; nil when a partition has none that is known.
    static func size(of topic: TopicInfo, _ view: ClusterView) -> Int64? {
        var sum: Int64 = 0
        for partition in topic.partitions {
            guard let bytes = size(of: partition, of: topic.name, view) else { return nil }
            sum &+= bytes
        }
        return sum
    }

    static func size(of partition: PartitionInfo, of topic: TopicName, _ view: ClusterView) -> Int64? {
        let key = TopicPartition(topic: topic, partition: partition.index)
        for broker in [partition.leader].compactMap({ $0 }) + partition.replicas {
            if let bytes = view.sizes[broker]?.value?[key] { return bytes }
        }
        return nil
    }

    /// `1,322,913`, `≤ 40,912`, `unknown`, `·`.
    var recordsText: String {
        guard let records else { return recordsFailed ? Quantity.unknown : Quantity.asking }
        return isUpperBound && records > 0 ? Quantity.atMost(records) : Quantity.grouped(records)
    }

    /// `3 · behind 41 s`, `1 · up to date`, `–`.
    var groupsText: String {
        guard groupsKnown else { return Quantity.asking }
        guard groups > 0 else { return Quantity.nothing }
        if isUpToDate { return "\(groups) · up to date" }
        if let behind, behind != .none { return "\(groups) · behind \(behind.text)" }
        return lag.map { "\(groups) · \(Quantity.grouped($0)) behind" } ?? "\(groups)"
    }

    /// Every group that commits here is up to date, as far as commits every few seconds can say.
    var isUpToDate: Bool {
        if case .time(let span) = behind { return span < ClusterView.upToDate }
        return behind == ClusterView.Behind.none || lag == 0
    }

    /// The one thing to note, the worst first.
    var note: (text: String, isBad: Bool) {
        if topic.error != .none { return (topic.error.name, true) }
        if leaderless > 0 { return ("\(leaderless) without leader", true) }
        if belowReplicationFactor > 0 { return ("\(belowReplicationFactor) below RF", false) }
        let name = topic.name.rawValue.lowercased()
        if [".dlt", ".dlq", "-dlt", "-dlq", "dead-letter", "dead.letter"].contains(where: name.hasSuffix) {
            return ("dead letters", false)
        }
        if topic.isInternal { return ("Kafka's own", false) }
        return ("", false)
    }
}
