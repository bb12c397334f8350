import Bytes

/// The segment that a group of segments becomes, while it is written: files with the ending `.cleaned`.
final class CleanedSegment {
    private let segment: Segment
    private let plan: CompactionPlan
    private var buffer = ByteBuffer(capacity: CleanedSegment.chunk)
    private static let chunk = 256 << 10

    init(_ plan: CompactionPlan, baseOffset: Int64, created: Int64) throws(LogError) {
        self.plan = plan
        segment = Segment(
            baseOffset: baseOffset, directory: plan.directory, files: plan.files, size: 0, now: created,
            ending: SegmentSwap.cleaned)
        segment.resetIndexes()
        try inLog { () throws(FileError) in
            try SegmentSwap.remove(baseOffset, SegmentSwap.cleaned, in: plan.directory, plan.files)
            _ = try segment.writable()
        }
    }

    /// Bytes so far.
    var size: Int { segment.size + buffer.count }

    /// Adds a batch.
    func append(_ batch: BatchView, _ bytes: UnsafeRawBufferPointer) throws(LogError) {
        segment.note(
            lastOffset: batch.lastOffset, maxTimestamp: batch.indexedTimestamp, position: size, size: bytes.count,
            plan.config.indexIntervalBytes)
        buffer.append(bytes)
        if buffer.count >= Self.chunk { try write() }
    }

    /// Adds an aborted transaction to the `.txnindex`.
    func append(_ entries: [ProducerLedger.Aborted]) throws(LogError) {
        for entry in entries { try inLog { () throws(FileError) in try segment.add(aborted: entry) } }
    }

    /// Makes the files durable and decides the swap: `.cleaned` becomes `.swap`. Blocks as long as the disk needs.
    func commit() throws(LogError) {
        try write()
        try inLog { () throws(FileError) in
            let file = try segment.writable()
            try file.sync()
            try segment.close()
            if !plan.aborted.isEmpty {
                // Also when nothing is in it: it replaces the one that is there.
                let index = try plan.files.open(segment.path(.txnindex), .replace)
                try index.pwrite(TransactionIndex.encode(try segment.aborted()), at: 0)
                try index.sync()
            }
            for suffix in [SegmentName.Suffix.index, .timeindex] {
                try plan.files.open(segment.path(suffix), .write).sync()
            }
            try plan.files.syncDirectory(plan.directory)
            try SegmentSwap.rename(
                segment.baseOffset, from: SegmentSwap.cleaned, to: SegmentSwap.swap, in: plan.directory, plan.files)
            try plan.files.syncDirectory(plan.directory)
        }
    }

    private func write() throws(LogError) {
        guard buffer.count > 0 else { return }
        try inLog { () throws(FileError) in
            let file = try segment.writable()
            try buffer.withUnsafeBytes { bytes throws(FileError) in try file.pwrite(bytes, at: segment.size) }
        }
        segment.size += buffer.count
        buffer.truncate(to: 0)
    }
}

/// Segments that were compacted into one, whose files wait as `.swap`.
public struct CleanedGroup: Sendable {
    /// Base offsets of the segments that it replaces, ascending; the first is its own.
    let replaces: [Int64]
    let size: Int
    let created: Int64
}
