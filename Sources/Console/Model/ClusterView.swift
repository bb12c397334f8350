import KafkaClient
import KafkaWire

/// Everything the panes know of a cluster, as told by the answers so far. Plain values; panes only read it.
struct ClusterView: Equatable, Sendable {
    /// Brokers, topics, partitions.
    var metadata = Known<ClusterMetadata>()
    /// First and end offset of a partition.
    var bounds: [TopicPartition: Known<PartitionBounds>] = [:]
    /// The end offset of a partition over the last minute.
    var ends: [TopicPartition: History] = [:]
    /// The sum of a topic's ends over the last minute; only while all its partitions answer.
    var topicEnds: [TopicName: History] = [:]
    /// ``recordsSeen`` over the last minute.
    var clusterIn = History()
    /// Records that came into the users' topics since the console looks: the sum of what their ends moved.
    var recordsSeen: Int64 = 0
    /// Bytes by broker.
    var sizes: [BrokerID: Known<[TopicPartition: Int64]>] = [:]
    /// Configurations by topic.
    var configs: [TopicName: Known<TopicConfigs>] = [:]
    /// Topics in which records of transactions were seen.
    var transactional: Set<TopicName> = []
    /// All groups.
    var groups = Known<[ListedGroup]>()
    /// Members by group.
    var members: [GroupID: Known<GroupDescription>] = [:]
    /// Commits and ends by group.
    var lags: [GroupID: Known<GroupLag>] = [:]
    /// The first unread record, by group and partition.
    var firstUnread: [GroupID: [TopicPartition: RecordGlance]] = [:]
    /// What a small lag holds for a reader, by group and partition.
    var readable: [GroupID: [TopicPartition: ReadableLag]] = [:]
    /// How a group's members and state changed under our eyes, newest last; at most ``happeningLimit`` a group.
    var rebalances: [GroupID: [Happening]] = [:]
    /// The newest record, by topic.
    var newest: [TopicName: (Known<NewestRecord>)] = [:]
    /// Brokers that were listed at some time, with their last address.
    var everSeen: [BrokerID: String] = [:]
    /// When a broker was last listed, for those that are gone.
    var goneSince: [BrokerID: Int64] = [:]
    /// The broker that leads the quorum of controllers; nil while that is not known.
    var controller: BrokerID?
    /// What changed under our eyes, newest last; at most ``happeningLimit``.
    var happenings: [Happening] = []

    /// The most happenings kept.
    static let happeningLimit = 64

    /// Nothing known yet.
    init() {}

    /// The newest answer of any kind that the head counts the age of.
    var freshest: Int64? { metadata.at }
}

/// The newest record of a topic and where it lies.
struct NewestRecord: Equatable, Sendable {
    /// The partition.
    var partition: Int32
    /// The record.
    var record: RecordGlance
}

/// Something that changed in the cluster while the console looked.
struct Happening: Equatable, Sendable {
    /// How it is coloured.
    enum Kind: Equatable, Sendable { case plain, good, warn, bad }
    /// When it was noticed, milliseconds since the epoch.
    var at: Int64
    /// What happened, one line.
    var text: String
    /// How it is coloured.
    var kind: Kind
}

/// Commits and ends of one group, with their past.
struct GroupLag: Equatable, Sendable {
    /// By partition.
    var rows: [TopicPartition: CommitAndEnd] = [:]
    /// Committed offsets over the last minute.
    var commits: [TopicPartition: History] = [:]
    /// Lag over the last minute.
    var lags: [TopicPartition: History] = [:]

    /// Records behind over all partitions that are known; nil when none is.
    var total: Int64? {
        let known = rows.values.compactMap(\.lag)
        return known.isEmpty ? nil : known.reduce(0, &+)
    }

    /// True when some partition is named without a commit or without an end.
    var isPartial: Bool { rows.values.contains { $0.lag == nil } }

    /// Topics in order.
    var topics: [TopicName] { Set(rows.keys.map(\.topic)).sorted() }
}

/// The configuration of a topic as the broker told it.
struct TopicConfigs: Equatable, Sendable {
    /// Every entry, in the broker's order.
    var entries: [ConfigEntry]

    /// The value of `name`.
    public subscript(name: String) -> String? { entries.first { $0.name == name }?.value }

    /// True when records are thrown away by key, so that offsets say nothing of their number.
    var isCompacted: Bool { self["cleanup.policy"]?.holds("compact") ?? false }

    /// How long a record is kept, in milliseconds; nil for ever, or when it is not deleted by time.
    var retention: Int64? {
        guard self["cleanup.policy"]?.holds("delete") ?? true else { return nil }
        return self["retention.ms"].flatMap { Int64($0) }.flatMap { $0 < 0 ? nil : $0 }
    }

    /// What the KEEPS column says: `7 d`, `latest`, `latest, 7 d`, `for ever`.
    var keeps: String {
        guard let policy = self["cleanup.policy"] else { return Quantity.unknown }
        var words: [String] = policy.holds("compact") ? ["latest"] : []
        if policy.holds("delete") { words.append(retention.map { Quantity.duration($0) } ?? "for ever") }
        return words.isEmpty ? "for ever" : words.joined(separator: ", ")
    }

    /// How many replicas must be in sync for acks=all; nil when the broker did not say.
    var minInSync: Int? { self["min.insync.replicas"].flatMap { Int($0) } }
}
