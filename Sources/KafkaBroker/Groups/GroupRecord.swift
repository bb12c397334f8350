import Bytes
import KafkaWire

/// An offset that a group committed for one partition.
struct StoredOffset: Sendable, Equatable {
    var offset: Int64
    var leaderEpoch: Int32 = -1
    var metadata = ""
    /// Wall clock ms.
    var commitTimestamp: Int64
    /// Wall clock ms; only of commits by old clients that named a retention of their own.
    var expireTimestamp: Int64?
    var topicID: KafkaUUID = .zero
}

/// A group as `__consumer_offsets` keeps it.
struct StoredGroup: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        var id: String
        var instanceID: String?
        var clientID: String
        var clientHost: String
        var rebalanceTimeoutMs: Int32
        var sessionTimeoutMs: Int32
        var subscription: ByteSlice
        var assignment: ByteSlice
    }
    /// Empty when no member ever joined.
    var protocolType: String
    var generation: Int32
    var protocolName: String?
    var leader: String?
    /// Wall clock ms at which the group came into its state; -1 unknown.
    var stateTimestamp: Int64
    var members: [Member]
}

/// One record of `__consumer_offsets`. nil is a tombstone.
enum GroupRecord: Sendable, Equatable {
    case offset(GroupID, TopicPartition, StoredOffset?)
    case group(GroupID, StoredGroup?)

    /// The group it belongs to: it decides the partition.
    var group: GroupID {
        switch self {
        case .offset(let group, _, _), .group(let group, _): group
        }
    }
}
