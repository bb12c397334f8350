import KafkaWire

/// What lies between a commit and the end of a partition, for a reader of committed records: offsets are not records.
public struct ReadableLag: Sendable, Hashable {
    /// Records that it would get.
    public var records: Int64 = 0
    /// Offsets that hold none, by cause.
    public var causes = GapCauses()
    /// Offsets behind the first open transaction: readers of committed records wait for its end.
    public var open: Int64 = 0

    /// True when some of its offsets hold no record that can be read now. The count of its offsets is no measure: the end
    /// moves between two answers.
    public var hasGaps: Bool { causes.count > 0 || open > 0 }

    /// The parts.
    public init(records: Int64 = 0, causes: GapCauses = GapCauses(), open: Int64 = 0) {
        self.records = records
        self.causes = causes
        self.open = open
    }
}

extension Cluster {
    /// A lag of more offsets is not read to be counted.
    public static let countableLag: Int64 = 500
    /// Nor are more bytes.
    private static let countedBytes = 1 << 20

    /// Reads the offsets from `start` up to `end` and counts what a reader of committed records gets of them; nil when they
    /// are too many or too large to be read for that.
    public func readable(
        _ partition: TopicPartition, from start: Int64, to end: Int64
    ) async throws(ClientError) -> ReadableLag? {
        guard start < end, end - start <= Self.countableLag else { return nil }
        var lag = ReadableLag()
        var next = start
        var bytes = 0
        while next < end, bytes < Self.countedBytes {
            let fetched = try await fetchRecords(
                partition, from: next, maxBytes: Self.countedBytes / 4, isolation: .readCommitted)
            bytes += Self.countedBytes / 4
            lag.records += Int64(fetched.records.count { $0.offset < end })
            for issue in fetched.issues { if case .gap(let causes) = issue.kind { lag.causes = lag.causes + causes } }
            if fetched.nextOffset <= next {
                // Nothing more comes: what is left belongs to a transaction that is open, or stands behind it.
                lag.open = max(0, end - next)
                return fetched.lastStableOffset < end ? lag : nil
            }
            next = fetched.nextOffset
        }
        return next >= end ? lag : nil
    }
}
