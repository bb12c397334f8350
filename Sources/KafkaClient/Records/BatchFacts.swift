public import Codecs
public import KafkaWire

/// What is known of the batch that a record came in: who wrote it, how it was packed, whose clock it carries. One object,
/// shared by the batch's records.
public final class BatchFacts: Sendable {
    /// Offset of the batch's first record; stays when compaction removes that record.
    public let baseOffset: Int64
    /// Offset of its last record, or that of one that was there.
    public let lastOffset: Int64
    /// Records that its header counts; of a message of magic 0 or 1 those that were found.
    public let recordCount: Int
    /// Bytes of the whole batch as it was sent and is stored.
    public let size: Int
    /// How it is compressed; nil for a number that names no codec.
    public let codec: CompressionCodec?
    /// Whose clock its timestamps are.
    public let timestampType: TimestampType
    /// 0, 1 or 2.
    public let magic: Int8
    /// The idempotent or transactional producer, or `.none`.
    public let producerID: ProducerID
    /// Its epoch, or -1.
    public let producerEpoch: Int16
    /// It belongs to a transaction.
    public let isTransactional: Bool
    /// How its transaction ended; nil when it belongs to none, or when that was not asked.
    public let outcome: TransactionOutcome?
    /// Epoch of the leader that appended it, -1 when the format does not say.
    public let leaderEpoch: Int32

    /// The facts of a checked batch in which `found` records were found.
    public init(_ batch: RecordBatch, found: Int, outcome: TransactionOutcome? = nil) {
        self.outcome = outcome
        let header = batch.header
        baseOffset = header?.baseOffset ?? batch.lastOffset &- Int64(max(0, found - 1))
        lastOffset = batch.lastOffset
        recordCount = header.map { Int($0.recordCount) } ?? found
        size = batch.sizeInBytes
        codec = batch.codec
        timestampType = batch.timestampType
        magic = batch.magic
        producerID = header?.producerID ?? .none
        producerEpoch = header?.producerEpoch ?? -1
        isTransactional = header?.isTransactional ?? false
        leaderEpoch = header?.partitionLeaderEpoch ?? -1
    }

    private init(_ other: BatchFacts, outcome: TransactionOutcome) {
        baseOffset = other.baseOffset
        lastOffset = other.lastOffset
        recordCount = other.recordCount
        size = other.size
        codec = other.codec
        timestampType = other.timestampType
        magic = other.magic
        producerID = other.producerID
        producerEpoch = other.producerEpoch
        isTransactional = other.isTransactional
        self.outcome = outcome
        leaderEpoch = other.leaderEpoch
    }

    /// The same batch once its transaction's end is known.
    public func ended(_ outcome: TransactionOutcome) -> BatchFacts { BatchFacts(self, outcome: outcome) }
}

extension BatchFacts: Equatable {
    /// Equal when it is the same stretch of the same bytes: offsets, size and writer.
    public static func == (a: BatchFacts, b: BatchFacts) -> Bool {
        a === b
            || a.baseOffset == b.baseOffset && a.lastOffset == b.lastOffset && a.size == b.size
                && a.producerID == b.producerID && a.producerEpoch == b.producerEpoch
                && a.leaderEpoch == b.leaderEpoch && a.outcome == b.outcome
    }
}
