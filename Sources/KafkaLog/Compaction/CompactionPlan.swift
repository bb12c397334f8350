import KafkaWire

/// How much of a compacted log is dirty: what the cleaner picks the next log by.
public struct Dirtiness: Sendable, Equatable {
    /// Bytes of closed segments that were never compacted and may be.
    public var dirtyBytes: Int
    /// Bytes of segments that were.
    public var cleanBytes: Int
    /// A record is older than `max.compaction.lag.ms`.
    public var isOverdue: Bool

    /// Dirty bytes among all that may be compacted; 0 when there are none.
    public var ratio: Double {
        dirtyBytes == 0 ? 0 : Double(dirtyBytes) / Double(dirtyBytes + cleanBytes)
    }

    /// Whether it is time, by `min.cleanable.dirty.ratio` or the lag.
    public func isDue(_ config: LogConfig) -> Bool {
        dirtyBytes > 0 && (isOverdue || ratio > config.minCleanableRatio)
    }
}

/// One round of compaction, drawn up under the partition's lock and worked off without it: closed segments do not change.
public struct CompactionPlan: Sendable {
    /// A segment to be read.
    struct Source: Sendable {
        var baseOffset: Int64
        var size: Int
        /// Where the next segment begins.
        var endOffset: Int64
        var created: Int64
    }

    /// The newest thing a live producer wrote: recovery and duplicates need its sequence.
    struct LastRecord: Sendable {
        /// nil when only a marker is known.
        var dataOffset: Int64?
        var epoch: Int16
    }

    let topicPartition: TopicPartition
    let directory: String
    let config: LogConfig
    let files: any FileSystem
    /// From the first segment of the log to the last one that may be compacted.
    let sources: [Source]
    /// Up to here the log was compacted before.
    let firstDirtyOffset: Int64
    let aborted: [ProducerLedger.Aborted]
    let lastRecords: [Int64: LastRecord]
    let now: Int64

    /// Segments that become one: neighbours, as long as their sum fits a segment and its 32-bit offsets.
    func groups(upTo end: Int64) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var first = 0
        while first < sources.count, sources[first].baseOffset < end {
            var size = sources[first].size
            var next = first + 1
            while next < sources.count, sources[next].baseOffset < end,
                size + sources[next].size <= config.segmentBytes,
                sources[next].endOffset - sources[first].baseOffset <= Int64(Int32.max),
                // An entry for each batch at the most, each batch of 61 bytes or more.
                (size + sources[next].size) / max(config.indexIntervalBytes, BatchView.headerSize)
                    * OffsetIndex.entrySize <= config.segmentIndexBytes
            {
                size += sources[next].size
                next += 1
            }
            groups.append(first..<next)
            first = next
        }
        return groups
    }
}
