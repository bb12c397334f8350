public import Codecs

/// How far a search is, counted exactly.
public struct SearchProgress: Sendable, Equatable {
    /// Records that were looked at, or whose batch cannot hold one that passes.
    public var records = 0
    /// Bytes of those records as they were before compression.
    public var bytes = 0
    /// Records that passed.
    public var matched = 0
    /// Records for which a pattern needed more steps than a search may have; they count as not passing.
    public var undecided = 0
    /// How the batches were compressed.
    public var codecs: Set<CompressionCodec> = []
    /// Offsets of all partitions together.
    public var offsets: Int64 = 0
    /// How many of them are behind.
    public var offsetsDone: Int64 = 0
    /// Where to go on in each partition.
    public var positions: [Int32: Int64] = [:]
    /// Where the search ends in each partition.
    public var ends: [Int32: Int64] = [:]
    /// Partitions that could not be read, and why.
    public var failures: [Int32: ClientError] = [:]

    /// Nothing yet.
    public init() {}

    /// This and what a later search did: counts are summed, places are the later ones.
    public func adding(_ later: SearchProgress) -> SearchProgress {
        var sum = self
        sum.records += later.records
        sum.bytes += later.bytes
        sum.matched += later.matched
        sum.undecided += later.undecided
        sum.codecs.formUnion(later.codecs)
        sum.offsets += later.offsets
        sum.offsetsDone += later.offsetsDone
        sum.positions.merge(later.positions) { $1 }
        sum.ends.merge(later.ends) { $1 }
        sum.failures.merge(later.failures) { $1 }
        return sum
    }

    /// True when nothing is left to read.
    public var isComplete: Bool { failures.isEmpty && positions.allSatisfy { $0.value >= ends[$0.key] ?? 0 } }

    /// From 0 to 1; 1 when there is nothing to do.
    public var fraction: Double { offsets > 0 ? min(1, Double(offsetsDone) / Double(offsets)) : 1 }
}

/// What a search hands over as it goes.
public struct SearchReport: Sendable {
    /// Records that passed, those of one partition in their order.
    public var found: [FoundRecord]
    /// Batches that could not be read.
    public var issues: [ReadIssue]
    /// All so far.
    public var progress: SearchProgress
}
