import KafkaWire

/// What one fetch of one partition gave.
public struct FetchedRecords: Sendable, Equatable {
    /// The records from the offset asked for on, without transaction markers.
    public var records: [Record]
    /// The batches they came in, in order.
    public var batches: [BatchFacts]
    /// Records before `records` that were only counted, since the caller wanted no more than the newest.
    public var skipped: Int
    /// Gaps and batches that cannot be read, in order.
    public var issues: [ReadIssue]
    /// The ends of transactions, in order.
    public var markers: [TransactionMarker]
    /// The first offset that is not yet on all in-sync replicas.
    public var highWatermark: Int64
    /// The first offset of a transaction that is still open, or the high watermark.
    public var lastStableOffset: Int64
    /// The first offset there is.
    public var logStartOffset: Int64
    /// Where to go on.
    public var nextOffset: Int64

    /// The parts.
    public init(
        records: [Record] = [], batches: [BatchFacts] = [], skipped: Int = 0, issues: [ReadIssue] = [],
        markers: [TransactionMarker] = [], highWatermark: Int64, lastStableOffset: Int64, logStartOffset: Int64,
        nextOffset: Int64
    ) {
        self.records = records
        self.batches = batches
        self.skipped = skipped
        self.issues = issues
        self.markers = markers
        self.highWatermark = highWatermark
        self.lastStableOffset = lastStableOffset
        self.logStartOffset = logStartOffset
        self.nextOffset = nextOffset
    }
}
