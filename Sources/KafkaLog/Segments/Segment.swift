import Bytes

/// One `.log` file with its indexes. Only the newest segment of a log is written; the others keep no descriptor and, until
/// they are read, no index in memory.
final class Segment {
    let baseOffset: Int64
    /// Directory and base offset, without the suffix.
    private let stem: String
    private let files: any FileSystem
    /// Behind the suffix of its files: nothing, or `.cleaned` and `.swap` while it is to replace others.
    var ending: String {
        didSet { readPath = nil }
    }
    /// The path of the records' file, kept once they were read: a fetch must not build it anew.
    private var readPath: String?
    /// Bytes written.
    var size: Int
    /// Bytes that have blocks on the disk.
    var allocated = 0
    /// Blocks that a process got ahead of its writes before it was killed may lie behind the end.
    private var isUntrimmed = false
    /// Open for writing, while the segment is the newest and in use.
    private(set) var file: (any LogFile)?
    private var loadedIndex: OffsetIndex?
    private var loadedTimeIndex: TimeIndex?
    /// The index files say less than the memory does.
    var hasUnsavedIndexes = false
    var bytesSinceIndexEntry = 0
    /// Largest timestamp of any batch, and the last offset of that batch; nil until somebody asks.
    private var largest: (timestamp: Int64, offset: Int64)?
    /// Largest timestamp of the first batch: what the age of the segment is counted from.
    private var firstTimestamp: Int64?
    /// Milliseconds; stands in for the age when the first batch has no timestamp.
    var created: Int64
    /// Aborted transactions whose marker is here; nil until somebody asks.
    private var loadedAborted: [ProducerLedger.Aborted]?
    /// Those that the file has.
    private var savedAborted = 0

    init(baseOffset: Int64, directory: String, files: any FileSystem, size: Int, now: Int64, ending: String = "") {
        self.baseOffset = baseOffset
        stem = directory + "/" + SegmentName.digits(baseOffset)
        self.files = files
        self.size = size
        created = now
        self.ending = ending
    }

    func path(_ suffix: SegmentName.Suffix) -> String { stem + "." + suffix.rawValue + ending }

    // MARK: Files

    /// The file for writing; it is created when this segment is new.
    @inline(__always)
    func writable() throws(FileError) -> any LogFile {
        if let file { return file }
        return try openWritable()
    }

    private func openWritable() throws(FileError) -> any LogFile {
        let opened = try files.open(path(.log), .write)
        file = opened
        allocated = size
        return opened
    }

    /// The file for reading.
    func readable() throws(FileError) -> any LogFile {
        if let file { return file }
        let path = readPath ?? path(.log)
        readPath = path
        return try files.openShared(path)
    }

    /// Gets blocks ahead of a write that ends at `end`, in steps that double with the segment.
    @inline(__always)
    func allocateAhead(_ end: Int, step: Int, limit: Int) throws(FileError) {
        guard end > allocated, step > 0, end >= 64 << 10 else { return }
        try allocate(end, step: step, limit: limit)
    }

    private func allocate(_ end: Int, step: Int, limit: Int) throws(FileError) {
        let wanted = max(end, min(end + min(max(end, 256 << 10), step), limit))
        try writable().allocate(from: size, count: wanted - size)
        allocated = wanted
    }

    /// Ends writing: gives back blocks that were not used, writes the indexes, closes the file. Kafka's closed segments
    /// end their time index with their largest timestamp.
    func close() throws(FileError) {
        if let largest = try loadedIndex == nil ? nil : largestTimestamp() {
            try changeIndexes { index, times in
                times.append(timestamp: largest.timestamp, relativeOffset: relative(largest.offset))
            }
        }
        if isUntrimmed { _ = try writable() }
        if let file {
            if allocated > size || isUntrimmed { try file.truncate(to: size) }
            allocated = size
            isUntrimmed = false
        }
        try saveIndexes()
        file = nil
        loadedIndex = nil
        loadedTimeIndex = nil
    }

    /// Writes what the index files lack. Not durable: they can be built again.
    func saveIndexes() throws(FileError) {
        guard hasUnsavedIndexes, let loadedIndex, let loadedTimeIndex else { return }
        try files.open(path(.index), .replace).pwrite(loadedIndex.encode(), at: 0)
        try files.open(path(.timeindex), .replace).pwrite(loadedTimeIndex.encode(), at: 0)
        hasUnsavedIndexes = false
    }

    /// Makes the bytes durable.
    func sync() throws(FileError) {
        guard size > 0 || file != nil else { return }
        try readable().sync()
    }

    /// Ends recovery: cuts the file behind the last good batch and writes what was built. Of the newest segment the
    /// indexes stay in memory, and blocks behind its end stay where they are, until it is closed: with a thousand logs
    /// to open, both would be waited for.
    func finishRecovery(at end: Int, isNewest: Bool) throws(FileError) {
        if end < size {
            try files.open(path(.log), .write).truncate(to: end)
            size = end
        }
        allocated = end
        isUntrimmed = isNewest
        try saveAborted()
        if !isNewest { try saveIndexes() }
    }

    func removeFiles() throws(FileError) {
        file = nil
        for suffix in [SegmentName.Suffix.log, .index, .timeindex, .txnindex] { try files.remove(path(suffix)) }
    }

    /// Cuts the file behind `newSize` and the indexes from `offset` on.
    func truncate(to newSize: Int, fromOffset offset: Int64) throws(FileError) {
        try writable().truncate(to: newSize)
        try changeIndexes { index, times in
            index.truncate(from: offset - baseOffset)
            times.truncate(from: offset - baseOffset)
        }
        size = newSize
        allocated = newSize
        largest = nil
        if newSize == 0 { firstTimestamp = nil }
        let kept = try aborted().filter { $0.lastOffset < offset }
        if kept.count != savedAborted {
            try files.open(path(.txnindex), .replace).pwrite(TransactionIndex.encode(kept), at: 0)
            loadedAborted = kept
            savedAborted = kept.count
        }
    }

    // MARK: Indexes

    @inline(__always)
    func relative(_ offset: Int64) -> Int32 { Int32(truncatingIfNeeded: offset - baseOffset) }

    /// The offset index; read from its file, or built again when that is not one.
    func offsetIndex() throws(FileError) -> OffsetIndex {
        if let loadedIndex { return loadedIndex }
        try loadIndexes()
        return loadedIndex ?? OffsetIndex()
    }

    func timeIndex() throws(FileError) -> TimeIndex {
        if let loadedTimeIndex { return loadedTimeIndex }
        try loadIndexes()
        return loadedTimeIndex ?? TimeIndex()
    }

    var indexEntries: Int { loadedIndex?.count ?? 0 }

    /// Reads the indexes into memory if they are not there.
    func loadIndexes() throws(FileError) {
        guard loadedIndex == nil || loadedTimeIndex == nil else { return }
        guard size > 0 else {
            loadedIndex = OffsetIndex()
            loadedTimeIndex = TimeIndex()
            return
        }
        if let index = try files.readAll(path(.index)).flatMap({ OffsetIndex($0, segmentSize: size) }),
            let times = try files.readAll(path(.timeindex)).flatMap({ TimeIndex($0) })
        {
            loadedIndex = index
            loadedTimeIndex = times
        } else {
            try rebuildIndexes()
        }
    }

    /// Frees the memory of indexes that their files have.
    func unloadIndexes() {
        guard !hasUnsavedIndexes else { return }
        loadedIndex = nil
        loadedTimeIndex = nil
    }

    func changeIndexes(_ change: (inout OffsetIndex, inout TimeIndex) -> Void) throws(FileError) {
        try loadIndexes()
        guard var index = loadedIndex.take(), var times = loadedTimeIndex.take() else { return }
        change(&index, &times)
        loadedIndex = index
        loadedTimeIndex = times
        hasUnsavedIndexes = true
    }

    /// Throws the indexes away; `note` builds them again.
    func resetIndexes() {
        loadedIndex = OffsetIndex()
        loadedTimeIndex = TimeIndex()
        hasUnsavedIndexes = true
        bytesSinceIndexEntry = 0
        largest = nil
        firstTimestamp = nil
    }

    private func rebuildIndexes() throws(FileError) {
        resetIndexes()
        let scanner = BatchScanner(try readable(), limit: size, chunk: 64 << 10)
        var position = 0
        while let batch = try scanner.header(at: position) {
            let size = batch.sizeInBytes
            note(
                lastOffset: batch.lastOffset, maxTimestamp: batch.indexedTimestamp, position: position, size: size, 4096
            )
            position += size
        }
    }

    /// Takes a batch into the indexes; `position` is where it begins. The indexes must be in memory.
    @inline(__always)
    func note(lastOffset: Int64, maxTimestamp: Int64, position: Int, size: Int, _ interval: Int) {
        if firstTimestamp == nil { firstTimestamp = maxTimestamp }
        if largest.map({ maxTimestamp > $0.timestamp }) ?? true { largest = (maxTimestamp, lastOffset) }
        if bytesSinceIndexEntry > interval {
            loadedIndex?.append(relativeOffset: relative(lastOffset), position: position)
            if let largest {
                loadedTimeIndex?.append(timestamp: largest.timestamp, relativeOffset: relative(largest.offset))
            }
            bytesSinceIndexEntry = 0
            hasUnsavedIndexes = true
        }
        bytesSinceIndexEntry += size
    }

    // MARK: Timestamps

    /// The largest timestamp and the last offset of its batch; (-1, base offset) when empty.
    func largestTimestamp() throws(FileError) -> (timestamp: Int64, offset: Int64) {
        if let largest { return largest }
        var found: (timestamp: Int64, offset: Int64) = (-1, baseOffset)
        guard size > 0 else { return found }
        let times = try timeIndex()
        if let last = times.last { found = (last.timestamp, baseOffset + Int64(last.relativeOffset)) }
        // What came behind the last entries may be newer.
        var position = try offsetIndex().position(for: Int64.max)
        let scanner = BatchScanner(try readable(), limit: size)
        while let batch = try scanner.header(at: position) {
            if batch.indexedTimestamp > found.timestamp { found = (batch.indexedTimestamp, batch.lastOffset) }
            position += batch.sizeInBytes
        }
        largest = found
        return found
    }

    /// Milliseconds that the segment is old for a batch of `timestamp`.
    @inline(__always)
    func age(timestamp: Int64, now: Int64) throws(FileError) -> Int64 {
        if firstTimestamp == nil, size > 0 {
            let scanner = BatchScanner(try readable(), limit: size)
            // What the header points into is the scanner's, and a scanner without a name is gone before it is read.
            firstTimestamp = try withExtendedLifetime(scanner) { () throws(FileError) in
                try scanner.header(at: 0)?.maxTimestamp ?? -1
            }
        }
        guard let firstTimestamp, firstTimestamp >= 0, timestamp >= 0 else { return now &- created }
        return timestamp &- firstTimestamp
    }

    // MARK: Aborted transactions

    func aborted() throws(FileError) -> [ProducerLedger.Aborted] {
        if let loadedAborted { return loadedAborted }
        let found = try files.readAll(path(.txnindex)).map { TransactionIndex.decode($0) } ?? []
        loadedAborted = found
        savedAborted = found.count
        return found
    }

    func add(aborted entry: ProducerLedger.Aborted) throws(FileError) {
        loadedAborted = try aborted() + [entry]
    }

    /// Forgets them, before recovery finds them again.
    func resetAborted() throws(FileError) {
        try files.remove(path(.txnindex))
        loadedAborted = []
        savedAborted = 0
    }

    func saveAborted() throws(FileError) {
        guard let loadedAborted, loadedAborted.count > savedAborted else { return }
        try files.open(path(.txnindex), .write).pwrite(TransactionIndex.encode(loadedAborted), at: 0)
        savedAborted = loadedAborted.count
    }
}
