import KafkaClient
import KafkaWire

/// A question that a pane keeps asking while it is on the screen.
enum Query: Hashable, Sendable {
    /// Brokers, topics, partitions, leaders, in-sync sets.
    case metadata
    /// First and end offset of every partition of these topics.
    case ends([TopicName])
    /// Bytes of every replica on every broker.
    case sizes
    /// The configurations of these topics.
    case configs([TopicName])
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
        case .metadata: 2_000
        case .ends, .lag: 2_000
        case .groups, .members, .quorum: 3_000
        case .firstUnread, .newest: 4_000
        case .sizes: 5_000
        case .configs: 30_000
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
        }
    }
}

/// What came back for a ``Query``.
enum Answer: Equatable, Sendable {
    /// For `.metadata`.
    case metadata(ClusterMetadata)
    /// For `.ends`: a partition whose leader does not answer is an error of its own.
    case ends([TopicPartition: PartitionBounds], failures: [TopicPartition: String])
    /// For `.sizes`: a broker that does not answer costs only its own bytes.
    case sizes([BrokerID: [TopicPartition: Int64]], failures: [BrokerID: String])
    /// For `.quorum`.
    case quorum(leader: BrokerID)
    /// For `.configs`.
    case configs([TopicName: [ConfigEntry]])
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

/// A committed offset (asked first) and the end of its partition (asked second, so that lag never looks negative).
struct CommitAndEnd: Equatable, Sendable {
    /// What the group committed; nil when it never did.
    var committed: Int64?
    /// First and end offset; nil when the leader did not answer.
    var bounds: PartitionBounds?

    /// The pair.
    init(committed: Int64?, bounds: PartitionBounds?) {
        self.committed = committed
        self.bounds = bounds
    }

    /// Records between commit and end; nil when one of the two is not known.
    var lag: Int64? {
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
