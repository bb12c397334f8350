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

    /// When appended bytes are made durable. Kafka itself relies on the page cache (`none`).
    public enum FlushPolicy: Sendable, Hashable {
        /// When the system likes; segments are synced in the background after a roll.
        case none
        /// Every so many milliseconds.
        case interval(ms: Int64)
        /// Before they are acknowledged.
        case acks
    }

    /// How far compressed batches are checked on append.
    public enum Validation: Sendable, Hashable {
        /// By their header; inside only where a rule needs it (keys, compression, timestamps out of bounds).
        case header
        /// Each is decompressed and walked.
        case deep
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
    /// `compression.type`
    public var compressionType = Compression.producer
    /// When appended bytes are made durable.
    public var flush = FlushPolicy.none
    /// How far compressed batches are checked.
    public var validation = Validation.header
    /// Bytes that one batch may have decompressed, where it must be looked into.
    public var maxInflatedBytes = 128 << 20
    /// `producer.id.expiration.ms`
    public var producerIDExpirationMs: Int64 = 86_400_000
    /// Blocks are got ahead of the writes in steps that double up to this; 0 switches it off. Trimmed at roll and close.
    public var preallocationStep = 16 << 20

    /// Kafka's defaults.
    public init() {}
}
