import KafkaClient
import KafkaWire

/// A question that a pane keeps asking while it is on the screen.
enum Query: Hashable, Sendable {
    /// Brokers, topics, partitions, leaders, in-sync sets.
    case metadata
    /// First and end offset of every partition of these topics.
    case ends([TopicName])
    /// The brokers alone, of a cluster so large that all of it is asked for seldom.
    case pulse
    /// Bytes of the replicas of these topics on every broker; nil for all topics.
    case sizes([TopicName]?)
    /// The configurations of these topics.
    case configs([TopicName])
    /// Log start, high watermark and last stable offset of every partition of a topic.
    case positions(TopicName)
    /// Every setting of a thing, with the chain of its sources and what it means.
    case settings(ConfigResource)
    /// `min.insync.replicas` of all topics, which decides whether a broker may stop.
    case minInSync
    /// The end of every copy of these partitions, by the broker that holds it.
    case copies([BrokerID: [TopicPartition]])
    /// The folders of all brokers; with the bytes in them, or of a large cluster only what is free.
    case directories(everything: Bool)
    /// All brokers that are registered, those that are down too, and what release each runs.
    case registered
    /// Partitions on their way to other brokers.
    case moves
    /// Who writes to these topics: in transactions or not, and which of those are open.
    case writers([TopicName])
    /// All groups by name, state and type.
    case groups
    /// Members and assignments of these groups.
    case members([GroupID])
    /// Committed offsets of these groups and, asked after them, the ends of the partitions they name.
    case lag([GroupID])
    /// The first record that the group has not read, in each partition where it is behind, and what a small lag holds.
    case firstUnread(GroupID)
    /// The newest record of a topic.
    case newest(TopicName)
    /// Who leads the quorum of controllers: with KRaft, metadata names any broker as the controller.
    case quorum

    /// Pause between an answer and the next question, in milliseconds.
    var interval: Int64 {
        switch self {
        case .metadata, .pulse: 2_000
        case .ends, .lag, .positions, .copies: 2_000
        case .groups, .members, .quorum: 3_000
        case .firstUnread, .newest: 4_000
        case .sizes, .registered, .moves, .writers: 5_000
        case .settings, .directories: 10_000
        case .configs: 30_000
        case .minInSync: 60_000
        }
    }

    /// Queries of one kind are asked at most four times a second, however fast the screen scrolls.
    var kind: Int {
        switch self {
        case .metadata: 0
        case .ends: 1
        case .sizes: 2
        case .configs: 3
        case .groups: 4
        case .members: 5
        case .lag: 6
        case .firstUnread: 7
        case .newest: 8
        case .quorum: 9
        case .pulse: 10
        case .positions: 11
        case .settings: 12
        case .minInSync: 13
        case .copies: 14
        case .directories: 15
        case .registered: 16
        case .moves: 17
        case .writers: 18
        }
    }
}

/// What came back for a ``Query``.
enum Answer: Equatable, Sendable {
    /// For `.metadata`; with the listed brokers that are not reached any more, and why.
    case metadata(ClusterMetadata, ClusterSummary? = nil, silent: [BrokerID: String] = [:])
    /// For `.pulse`, likewise.
    case pulse([BrokerInfo], silent: [BrokerID: String] = [:])
    /// For `.ends`: a partition whose leader does not answer is an error of its own.
    case ends([TopicPartition: PartitionBounds], failures: [TopicPartition: String])
    /// For `.sizes`: a broker that does not answer costs only its own bytes.
    case sizes([BrokerID: [TopicPartition: Int64]], failures: [BrokerID: String])
    /// For `.quorum`.
    case quorum(Quorum)
    /// For `.configs`.
    case configs([TopicName: [ConfigEntry]], failures: [TopicName: String] = [:])
    /// For `.positions`.
    case positions([TopicPartition: PartitionPositions], failures: [TopicPartition: String])
    /// For `.settings`.
    case settings([ConfigEntry])
    /// For `.minInSync`: a topic that does not tell is left out.
    case minInSync([TopicName: Int])
    /// For `.copies`: a copy that could not be asked is left out.
    case copies([BrokerID: [TopicPartition: Int64]])
    /// For `.directories`: a broker that does not answer costs only its own.
    case directories([BrokerID: [LogDirectory]], failures: [BrokerID: String])
    /// For `.registered`.
    case registered([RegisteredBroker], releases: [BrokerID: BrokerRelease])
    /// For `.moves`.
    case moves([TopicPartition: Reassignment])
    /// Topics that are written to in transactions, and the open ones.
    case writers(TopicWriters)
    /// For `.groups`.
    case groups([ListedGroup])
    /// For `.members`.
    case members([GroupID: GroupDescription], failures: [GroupID: String])
    /// For `.lag`.
    case lag([GroupID: [TopicPartition: CommitAndEnd]], failures: [GroupID: String])
    /// For `.newest`: records by partition; a partition without one is left out.
    case records([TopicPartition: RecordGlance])
    /// For `.firstUnread`: a partition without a record, or whose lag was not counted, is left out.
    case unread([TopicPartition: RecordGlance], readable: [TopicPartition: ReadableLag])
    /// The question failed as a whole.
    case failed(ClientError)
}

/// First offset kept and the offset the next record will get.
struct PartitionBounds: Equatable, Sendable {
    /// The first offset still in the log.
    var start: Int64
    /// One past the last record readers may see.
    var end: Int64

    /// Both bounds.
    init(start: Int64, end: Int64) {
        self.start = start
        self.end = end
    }

    /// Offsets between the two: an upper bound of the records.
    var count: Int64 { max(0, end &- start) }
}

/// The three offsets of a partition that matter to its readers.
struct PartitionPositions: Equatable, Sendable {
    /// The first offset still in the log.
    var start: Int64
    /// Readers see up to here: it is on all copies in sync.
    var highWatermark: Int64
    /// Readers of committed records see up to here: the first open transaction.
    var stable: Int64

    /// Offsets that wait behind an open transaction.
    var unstable: Int64 { max(0, highWatermark &- stable) }
}

/// A committed offset (asked first) and the end of its partition (asked second, so that lag never looks negative).
struct CommitAndEnd: Equatable, Sendable {
    /// What the group committed; nil when it never did.
    var committed: Int64?
    /// First and end offset; nil when the leader did not answer.
    var bounds: PartitionBounds?
    /// The lag as the broker counts it: of share groups, which finish records out of order.
    var toldLag: Int64?

    /// The pair.
    init(committed: Int64?, bounds: PartitionBounds?, toldLag: Int64? = nil) {
        self.toldLag = toldLag
        self.committed = committed
        self.bounds = bounds
    }

    /// Records between commit and end; nil when one of the two is not known.
    var lag: Int64? {
        if let toldLag { return toldLag }
        guard let committed, let bounds else { return nil }
        return max(0, bounds.end &- max(committed, 0))
    }
}

/// As much of a record as a line shows.
struct RecordGlance: Equatable, Sendable {
    /// Its offset.
    var offset: Int64
    /// Its timestamp, milliseconds since the epoch; -1 when it has none.
    var timestamp: Int64
    /// Key as text, cut; nil for a null key.
    var key: String?
    /// Value as text, cut; nil for a null value.
    var value: String?
    /// True when offsets without records lie behind it: the topic is written by transactions.
    var isTransactional = false

    /// A glance at a record.
    init(offset: Int64, timestamp: Int64, key: String?, value: String?, isTransactional: Bool = false) {
        self.offset = offset
        self.timestamp = timestamp
        self.key = key
        self.value = value
        self.isTransactional = isTransactional
    }
}
