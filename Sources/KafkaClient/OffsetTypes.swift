import KafkaWire

/// Which offset of a partition is wanted.
public enum OffsetSpec: Sendable, Hashable {
    /// The first there is.
    case earliest
    /// The one behind the last.
    case latest
    /// That of the record with the greatest timestamp.
    case maxTimestamp
    /// The first whose timestamp is that or later; milliseconds since 1970.
    case timestamp(Int64)

    /// As the request says it.
    var timestamp: Int64 {
        switch self {
        case .latest: -1
        case .earliest: -2
        case .maxTimestamp: -3
        case .timestamp(let milliseconds): max(0, milliseconds)
        }
    }
}

/// An offset that was asked for.
public struct ListedOffset: Sendable, Hashable {
    /// The offset; -1 when there is no such record.
    public var offset: Int64
    /// The record's timestamp in milliseconds since 1970; -1 for earliest and latest.
    public var timestamp: Int64
    /// The leader epoch of the record; -1 when not known.
    public var leaderEpoch: Int32

    /// The parts.
    public init(offset: Int64, timestamp: Int64 = -1, leaderEpoch: Int32 = -1) {
        self.offset = offset
        self.timestamp = timestamp
        self.leaderEpoch = leaderEpoch
    }
}

/// Whether records of transactions that are open or were given up are seen.
public enum Isolation: Int8, Sendable, Hashable {
    /// They are.
    case readUncommitted = 0
    /// They are not.
    case readCommitted = 1
}

/// Where a group stands in a partition.
public struct CommittedOffset: Sendable, Hashable {
    /// The offset of the record the group reads next.
    public var offset: Int64
    /// The leader epoch of the record before it; -1 when not known.
    public var leaderEpoch: Int32
    /// What the group wrote beside it.
    public var metadata: String

    /// The parts.
    public init(offset: Int64, leaderEpoch: Int32 = -1, metadata: String = "") {
        self.offset = offset
        self.leaderEpoch = leaderEpoch
        self.metadata = metadata
    }
}
