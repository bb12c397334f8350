import KafkaWire

/// Why offsets hold no record, counted by cause. The causes add up to the offsets of the gap.
public struct GapCauses: Sendable, Hashable {
    /// Records of transactions that were given up, where only committed records are shown.
    public var aborted: Int64
    /// Markers that end transactions.
    public var markers: Int64
    /// Those of the markers that gave a transaction up.
    public var abortMarkers: Int64
    /// Gone by compaction, or never written.
    public var compacted: Int64
    /// Gone by retention or by DeleteRecords, before they were read.
    public var removed: Int64

    /// Counts; zero where not given.
    public init(
        aborted: Int64 = 0, markers: Int64 = 0, abortMarkers: Int64 = 0, compacted: Int64 = 0, removed: Int64 = 0
    ) {
        self.aborted = aborted
        self.markers = markers
        self.abortMarkers = abortMarkers
        self.compacted = compacted
        self.removed = removed
    }

    /// All of them.
    public var count: Int64 { aborted &+ markers &+ compacted &+ removed }

    static func + (a: GapCauses, b: GapCauses) -> GapCauses {
        GapCauses(
            aborted: a.aborted &+ b.aborted, markers: a.markers &+ b.markers,
            abortMarkers: a.abortMarkers &+ b.abortMarkers, compacted: a.compacted &+ b.compacted,
            removed: a.removed &+ b.removed)
    }
}

/// Something between records that a reader should know of.
public struct ReadIssue: Sendable, Hashable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
        /// Offsets that hold no record, and why.
        case gap(GapCauses)
        /// A batch that cannot be read; in words.
        case badBatch(String)
        /// Records behind the last stable offset: a transaction is open, so readers of committed records wait.
        case open
    }

    /// What it is.
    public var kind: Kind
    /// The partition.
    public var partition: Int32
    /// The offsets it covers.
    public var offsets: Range<Int64>

    /// The parts.
    public init(kind: Kind, partition: Int32, offsets: Range<Int64>) {
        self.kind = kind
        self.partition = partition
        self.offsets = offsets
    }

    /// A batch that cannot be read.
    public var isBad: Bool { if case .badBatch = kind { true } else { false } }
}
