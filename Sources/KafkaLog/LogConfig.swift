import Codecs

/// The settings of one partition's log, with Kafka's names and defaults. A negative time or size means no limit.
public struct LogConfig: Sendable, Equatable {
    /// What happens to old records (`cleanup.policy`).
    public struct CleanupPolicy: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8
        /// From bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Old segments are deleted by time and size.
        public static let delete = CleanupPolicy(rawValue: 1)
        /// The newest record of each key is kept; records without a key are refused.
        public static let compact = CleanupPolicy(rawValue: 2)
    }

    /// Whose clock the timestamps come from (`message.timestamp.type`).
    public enum TimestampType: Sendable, Hashable {
        /// The producer's.
        case createTime
        /// The broker's, at the append.
        case logAppendTime
    }

    /// How batches are stored (`compression.type`).
    public enum Compression: Sendable, Hashable {
        /// As they come.
        case producer
        /// With this codec; other batches are compressed again.
        case codec(CompressionCodec)
    }

    /// When appended bytes are made durable: what `flush.messages` and `flush.ms` come to.
    public enum FlushPolicy: String, Sendable, Hashable {
        /// When the system likes, as Kafka does by default; segments are synced in the background after a roll.
        case none
        /// After so many records or milliseconds.
        case interval
        /// Before they are acknowledged: one sync for all that came in together.
        case acks
    }

    /// `segment.bytes`
    public var segmentBytes = 1 << 30
    /// `segment.ms`
    public var segmentMs: Int64 = 7 * 86_400_000
    /// `segment.jitter.ms`, already drawn: subtracted from `segmentMs`.
    public var segmentJitterMs: Int64 = 0
    /// `segment.index.bytes`
    public var segmentIndexBytes = 10 << 20
    /// `index.interval.bytes`
    public var indexIntervalBytes = 4096
    /// `retention.ms`; -1 keeps for ever.
    public var retentionMs: Int64 = 7 * 86_400_000
    /// `retention.bytes`; -1 keeps all.
    public var retentionBytes: Int64 = -1
    /// `max.message.bytes`
    public var maxMessageBytes = 1_048_588
    /// `message.timestamp.type`
    public var timestampType = TimestampType.createTime
    /// `message.timestamp.before.max.ms`
    public var timestampBeforeMaxMs = Int64.max
    /// `message.timestamp.after.max.ms`
    public var timestampAfterMaxMs: Int64 = 3_600_000
    /// `cleanup.policy`
    public var cleanupPolicy: CleanupPolicy = .delete
    /// `delete.retention.ms`: how long a compacted log keeps a tombstone once it was the newest of its key.
    public var deleteRetentionMs: Int64 = 86_400_000
    /// `min.cleanable.dirty.ratio`
    public var minCleanableRatio = 0.5
    /// `min.compaction.lag.ms`
    public var minCompactionLagMs: Int64 = 0
    /// `max.compaction.lag.ms`
    public var maxCompactionLagMs = Int64.max
    /// `compression.type`
    public var compressionType = Compression.producer
    /// `flush.messages`: records that may be written and not durable. 1 makes each durable before it is acknowledged.
    public var flushMessages = Int64.max
    /// `flush.ms`: how long a record may be written and not durable.
    public var flushMs = Int64.max
    /// Bytes that one batch may have decompressed, where it must be looked into.
    public var maxInflatedBytes = 128 << 20
    /// `producer.id.expiration.ms`
    public var producerIDExpirationMs: Int64 = 86_400_000
    /// Blocks are got ahead of the writes in steps that double up to this; 0 switches it off. Trimmed at roll and close.
    public var preallocationStep = 16 << 20

    /// Kafka's defaults.
    public init() {}

    /// The age at which a segment is rolled: a compacted log lets no record wait longer than its lag allows, and only
    /// closed segments are compacted.
    var longestSegmentMs: Int64 { cleanupPolicy.contains(.compact) ? min(segmentMs, maxCompactionLagMs) : segmentMs }

    /// When appended bytes are made durable.
    public var flush: FlushPolicy {
        if flushMessages <= 1 { return .acks }
        return flushMessages == .max && flushMs == .max ? .none : .interval
    }
}
