import Bytes
import KafkaWire

/// Reads a log directory: after a clean stop by trusting the files, otherwise by walking what is unsure.
struct LogLoader {
    let directory: String
    let files: any FileSystem
    let config: LogConfig
    let now: Int64
    /// The page cache is as the last process left it: only the end of what it wrote may be torn.
    let isCached: Bool

    private(set) var segments: [Segment] = []
    private(set) var epochs = EpochCache()
    private(set) var ledger = ProducerLedger()
    /// Offsets of the snapshots that are kept, ascending.
    private(set) var snapshots: [Int64] = []
    private(set) var logStartOffset: Int64 = 0
    private(set) var logEndOffset: Int64 = 0

    init(directory: String, files: any FileSystem, config: LogConfig, now: Int64, isCached: Bool) {
        self.directory = directory
        self.files = files
        self.config = config
        self.now = now
        self.isCached = isCached
    }

    mutating func load(isClean: Bool, recoveryPoint: Int64, logStartOffset wanted: Int64?) throws(LogError) {
        try inLog { () throws(FileError) in try findFiles() }
        let epochsAreKnown = try loadEpochs()
        try inLog { () throws(FileError) in
            var mustRecover = !isClean
            if isClean { mustRecover = try !trustLast() }
            if mustRecover { try recover(from: isClean ? segments[segments.count - 1].baseOffset : recoveryPoint) }
            if !epochsAreKnown { try rebuildEpochs() }
            try settleStart(wanted)
            epochs.truncate(fromEnd: logEndOffset)
            epochs.truncate(fromStart: logStartOffset)
            for offset in snapshots where offset > logEndOffset { try removeSnapshot(offset) }
            snapshots.removeAll { $0 > logEndOffset }
            if !mustRecover {
                ledger = try Self.ledger(segments: segments, snapshots: snapshots, directory: directory, files: files)
            }
        }
    }

    // MARK: Files

    private mutating func findFiles() throws(FileError) {
        var bases: Set<Int64> = []
        var others: [(Int64, SegmentName.Suffix)] = []
        var names = try files.list(directory)
        if names.contains(where: SegmentSwap.isUnfinished) {
            try SegmentSwap.finish(in: directory, files)
            names = try files.list(directory)
        }
        for name in names {
            if let (offset, suffix) = SegmentName.parse(name) {
                switch suffix {
                case .log: bases.insert(offset)
                case .snapshot: snapshots.append(offset)
                default: others.append((offset, suffix))
                }
            } else if name.hasSuffix(".tmp") {
                try files.remove(directory + "/" + name)
            }
        }
        // An index without its segment is what a crash left of a deletion.
        for (offset, suffix) in others where !bases.contains(offset) {
            try files.remove(directory + "/" + SegmentName.name(offset, suffix))
        }
        snapshots.sort()
        for base in bases.sorted() {
            let path = directory + "/" + SegmentName.name(base, .log)
            let size = try files.size(of: path) ?? 0
            segments.append(Segment(baseOffset: base, directory: directory, files: files, size: size, now: now))
        }
        if segments.isEmpty { segments = [newSegment(0)] }
    }

    private func newSegment(_ offset: Int64) -> Segment {
        Segment(baseOffset: offset, directory: directory, files: files, size: 0, now: now)
    }

    private func removeSnapshot(_ offset: Int64) throws(FileError) {
        try files.remove(directory + "/" + SegmentName.name(offset, .snapshot))
    }

    private mutating func loadEpochs() throws(LogError) -> Bool {
        do throws(LogError) {
            guard let found = try Checkpoint.readEpochs(in: directory, files) else { return false }
            epochs = found
            return true
        } catch {
            guard case .corrupt = error else { throw error }
            return false
        }
    }

    // MARK: Clean

    /// Finds the end of the newest segment through its index; false when its bytes do not add up to its size.
    private mutating func trustLast() throws(FileError) -> Bool {
        let last = segments[segments.count - 1]
        logEndOffset = last.baseOffset
        guard last.size > 0 else { return true }
        var position = try last.offsetIndex().position(for: Int64.max)
        let scanner = BatchScanner(try last.readable(), limit: last.size)
        while let batch = try scanner.header(at: position) {
            guard batch.baseOffset >= last.baseOffset else { return false }
            logEndOffset = batch.lastOffset + 1
            position += batch.sizeInBytes
        }
        last.unloadIndexes()
        return position == last.size
    }

    // MARK: Recovery

    private mutating func recover(from recoveryPoint: Int64) throws(FileError) {
        let first = segments.lastIndex { $0.baseOffset <= recoveryPoint } ?? 0
        let base = segments[first].baseOffset
        ledger = try Self.ledger(
            segments: Array(segments[..<first]), snapshots: snapshots.filter { $0 <= base }, directory: directory,
            files: files, upTo: base)
        epochs.truncate(fromEnd: base)
        logEndOffset = base
        var kept = first
        while kept < segments.count {
            // A gap to the segment before is what compaction leaves; going back is not.
            if kept > first, segments[kept].baseOffset < logEndOffset { break }
            let isWhole = try recover(segments[kept], isNewest: kept == segments.count - 1)
            kept += 1
            if !isWhole { break }
        }
        for doomed in segments[kept...].reversed() { try doomed.removeFiles() }
        segments.removeLast(segments.count - kept)
        if let last = segments.last, last.size == 0 { logEndOffset = max(logEndOffset, last.baseOffset) }
    }

    /// Walks one segment with checksums and builds what belongs to it; cuts it at the first bad batch. False when it was
    /// cut. When nothing can have been lost since it was written, the headers are enough, but for the last batch.
    private mutating func recover(_ segment: Segment, isNewest: Bool) throws(FileError) -> Bool {
        segment.resetIndexes()
        try segment.resetAborted()
        guard segment.size > 0 else {
            logEndOffset = max(logEndOffset, segment.baseOffset)
            return true
        }
        let scanner = BatchScanner(
            try segment.readable(), limit: segment.size, chunk: isCached ? 4 << 10 : 256 << 10)
        var position = 0
        var next = max(logEndOffset, segment.baseOffset)
        while let header = try scanner.header(at: position) {
            let size = header.sizeInBytes
            let isSure = isCached && position + size < segment.size && !header.isControl
            guard let batch = isSure ? header : try scanner.batch(at: position, size: size),
                isSure || batch.isIntact(),
                batch.baseOffset >= next, batch.lastOffset - segment.baseOffset <= Int64(Int32.max)
            else { break }
            epochs.assign(batch.leaderEpoch, at: batch.baseOffset)
            if let aborted = ledger.replay(batch, size: size) { try segment.add(aborted: aborted) }
            segment.note(
                lastOffset: batch.lastOffset, maxTimestamp: batch.indexedTimestamp, position: position, size: size,
                config.indexIntervalBytes)
            next = batch.lastOffset + 1
            position += size
        }
        logEndOffset = next
        let isWhole = position == segment.size
        // Where it was cut it becomes the newest, but that is rare enough to be waited for.
        try segment.finishRecovery(at: position, isNewest: isNewest)
        return isWhole
    }

    private mutating func rebuildEpochs() throws(FileError) {
        epochs = EpochCache()
        for segment in segments where segment.size > 0 {
            let scanner = BatchScanner(try segment.readable(), limit: segment.size, chunk: 64 << 10)
            var position = 0
            while let batch = try scanner.header(at: position) {
                epochs.assign(batch.leaderEpoch, at: batch.baseOffset)
                position += batch.sizeInBytes
            }
        }
    }

    private mutating func settleStart(_ wanted: Int64?) throws(FileError) {
        logStartOffset = max(wanted ?? 0, segments[0].baseOffset)
        guard logStartOffset > logEndOffset else { return }
        // The log's start was durable and its end was not: everything before the start was deleted by the user, so an
        // empty log that begins there loses nothing that was still to be read.
        for segment in segments { try segment.removeFiles() }
        segments = [newSegment(logStartOffset)]
        _ = try segments[0].writable()
        logEndOffset = logStartOffset
        ledger.reset(to: logStartOffset)
    }

    // MARK: Producers

    /// The producers at the end of `segments`: the newest good snapshot and what came behind it.
    static func ledger(
        segments: [Segment], snapshots: [Int64], directory: String, files: any FileSystem, upTo end: Int64 = Int64.max
    ) throws(FileError) -> ProducerLedger {
        var ledger = ProducerLedger()
        for offset in snapshots.reversed() {
            let path = directory + "/" + SegmentName.name(offset, .snapshot)
            guard let bytes = try files.readAll(path) else { continue }
            if let found = ProducerSnapshot.decode(bytes, at: offset) {
                ledger = found
                break
            }
        }
        for (index, segment) in segments.enumerated() where segment.size > 0 {
            if index + 1 < segments.count, segments[index + 1].baseOffset <= ledger.mapEndOffset { continue }
            if segment.baseOffset >= end { break }
            var position = 0
            if ledger.mapEndOffset > segment.baseOffset {
                position = try segment.offsetIndex().position(for: ledger.mapEndOffset - segment.baseOffset)
            }
            let scanner = BatchScanner(try segment.readable(), limit: segment.size, chunk: 64 << 10)
            while let header = try scanner.header(at: position) {
                let size = header.sizeInBytes
                if header.lastOffset >= ledger.mapEndOffset, let batch = try scanner.batch(at: position, size: size) {
                    _ = ledger.replay(batch, size: size)
                }
                position += size
            }
            segment.unloadIndexes()
        }
        return ledger
    }
}

extension ProducerLedger {
    /// Takes up a batch that is in the log already; returns the transaction that it aborts.
    mutating func replay(_ batch: BatchView, size: Int) -> Aborted? {
        defer { mapEndOffset = max(mapEndOffset, batch.lastOffset + 1) }
        guard batch.hasProducer, batch.lastOffset >= mapEndOffset else { return nil }
        guard batch.isControl else {
            record(batch)
            return nil
        }
        guard let marker = ControlMarker(batch.payload(size: size)) else { return nil }
        return recordMarker(batch, commits: marker.commits, coordinatorEpoch: marker.coordinatorEpoch)
    }
}
