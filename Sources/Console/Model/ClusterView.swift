import KafkaClient
import KafkaWire

/// Everything the panes know of a cluster, as told by the answers so far. Plain values; panes only read it.
struct ClusterView: Equatable, Sendable {
    /// Grows with every answer: what is worked out from the view is worked out again when it changed.
    private(set) var revision = 0
    /// Grows when topics, partitions, leaders or in-sync sets changed.
    var structure = 0
    /// Brokers, topics, partitions.
    var metadata = Known<ClusterMetadata>()
    /// What was counted over them.
    var summary = ClusterSummary()
    /// First and end offset of a partition.
    var bounds: [TopicPartition: Known<PartitionBounds>] = [:]
    /// The end offset of a partition over the last minute.
    var ends: [TopicPartition: History] = [:]
    /// The sum of a topic's ends over the last minute; only while all its partitions answer.
    var topicEnds: [TopicName: History] = [:]
    /// Sums over the partitions of a topic.
    var totals: [TopicName: TopicTotals] = [:]
    /// ``recordsSeen`` over the last minute.
    var clusterIn = History()
    /// ``recordsRead`` over the last minute.
    var clusterOut = History()
    /// Records that groups read since the console looks: the sum of what their commits moved forward.
    var recordsRead: Int64 = 0
    /// Records that came into the users' topics since the console looks: the sum of what their ends moved.
    var recordsSeen: Int64 = 0
    /// Bytes by broker.
    var sizes: [BrokerID: Known<[TopicPartition: Int64]>] = [:]
    /// Configurations by topic.
    var configs: [TopicName: Known<TopicConfigs>] = [:]
    /// Start, high watermark and last stable offset by partition, of topics whose partitions were looked at.
    var positions: [TopicPartition: Known<PartitionPositions>] = [:]
    /// Every setting of what was looked at closely.
    var settings: [ConfigResource: Known<[ConfigEntry]>] = [:]
    /// `min.insync.replicas` by topic, as far as it was told.
    var minInSync: [TopicName: Int] = [:]
    /// Grows when ``minInSync`` changed.
    var minima = 0
    /// The end of each copy over the last minute, by partition and broker.
    var copies: [TopicPartition: [BrokerID: History]] = [:]
    /// Folders by broker.
    var directories: [BrokerID: Known<[LogDirectory]>] = [:]
    /// Brokers that are registered, up or not.
    var registered = Known<[RegisteredBroker]>()
    /// What each broker runs.
    var releases: [BrokerID: BrokerRelease] = [:]
    /// Partitions on their way to other brokers.
    var moves = Known<[TopicPartition: Reassignment]>()
    /// Topics that are written to in transactions.
    var transactional: Set<TopicName> = []
    /// The oldest open transaction, by partition that has one.
    var openTransactions: [TopicPartition: OpenTransaction] = [:]
    /// All groups.
    var groups = Known<[ListedGroup]>()
    /// Members by group.
    var members: [GroupID: Known<GroupDescription>] = [:]
    /// Commits and ends by group.
    var lags: [GroupID: Known<GroupLag>] = [:]
    /// Listed groups of which nobody has looked yet what they read.
    var groupsUnasked = 0
    /// The groups that committed on each topic, in the order of their names.
    var groupsOn: [TopicName: [GroupOnTopic]] = [:]
    /// The first unread record, by group and partition.
    var firstUnread: [GroupID: [TopicPartition: RecordGlance]] = [:]
    /// When that was asked last, by group.
    var firstUnreadAt: [GroupID: Int64] = [:]
    /// What a small lag holds for a reader, by group and partition.
    var readable: [GroupID: [TopicPartition: ReadableLag]] = [:]
    /// How a group's members and state changed under our eyes, newest last; at most ``happeningLimit`` a group.
    var rebalances: [GroupID: [Happening]] = [:]
    /// Since when a group's members are watched.
    var membersSince: [GroupID: Int64] = [:]
    /// The newest record, by topic.
    var newest: [TopicName: (Known<NewestRecord>)] = [:]
    /// Brokers that were listed at some time, with their last address.
    var everSeen: [BrokerID: String] = [:]
    /// When a broker was last listed, for those that are gone.
    var goneSince: [BrokerID: Int64] = [:]
    /// Since when a broker that is listed does not answer any more.
    var silentSince: [BrokerID: Int64] = [:]
    /// Brokers that are listed and answer, as far as one knows.
    var live: Set<BrokerID> {
        Set(metadata.value?.brokers.lazy.map(\.id).filter { silentSince[$0] == nil } ?? [])
    }
    /// The controllers; their leader is what metadata of a KRaft cluster does not tell.
    var quorum = Known<Quorum>()
    /// The broker that leads the quorum of controllers; nil while that is not known.
    var controller: BrokerID? { quorum.value?.leader }
    /// What changed under our eyes, newest last; at most ``happeningLimit``.
    var happenings: [Happening] = []

    /// The most happenings kept.
    static let happeningLimit = 64

    /// Nothing known yet.
    init() {}

    /// The newest answer about the cluster that the head counts the age of.
    var freshest: Int64? { metadata.at }

    /// Notes that something is known that was not before.
    mutating func touch() { revision += 1 }
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
    /// The state that a group came into by it; nil where it is not about that.
    var state: String?
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
    let entries: [ConfigEntry]
    /// True when records are thrown away by key, so that offsets say nothing of their number.
    let isCompacted: Bool
    /// How long a record is kept, in milliseconds; nil for ever, or when it is not deleted by time.
    let retention: Int64?
    /// What the KEEPS column says: `7 d`, `latest`, `latest, 7 d`, `for ever`.
    let keeps: String

    /// Reads the entries once: what the table says of them is asked for with every frame.
    init(entries: [ConfigEntry]) {
        self.entries = entries
        func value(_ name: String) -> String? { entries.first { $0.name == name }?.value }
        let policy = value("cleanup.policy")
        isCompacted = policy?.holds("compact") ?? false
        let isDeleted = policy?.holds("delete") ?? true
        retention = isDeleted ? value("retention.ms").flatMap { Int64($0) }.flatMap { $0 < 0 ? nil : $0 } : nil
        guard policy != nil else {
            keeps = Quantity.unknown
            return
        }
        var words = isCompacted ? ["latest"] : []
        if isDeleted { words.append(retention.map { Quantity.duration($0) } ?? "for ever") }
        keeps = words.isEmpty ? "for ever" : words.joined(separator: ", ")
    }

    /// The value of `name`.
    public subscript(name: String) -> String? { entries.first { $0.name == name }?.value }

    /// How many replicas must be in sync for acks=all; nil when the broker did not say.
    var minInSync: Int? { self["min.insync.replicas"].flatMap { Int($0) } }
}
