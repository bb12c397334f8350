import Bytes

extension PartitionLog {
    /// Starts a segment when the batch would not fit the one in use: by size, by age (of the batch's timestamp against
    /// the first one's, or the clock where there is none), by index entries, or by the 32 bits of relative offsets.
    @inline(__always)
    func rollIfNeeded(size: Int, lastOffset: Int64, timestamp: Int64, now: Int64) throws(LogError) {
        let segment = active
        let used = segment.size + stagedBytes
        guard used > 0 else {
            if lastOffset - segment.baseOffset > Int64(Int32.max) { try roll(now: now) }
            return
        }
        let limit = config.longestSegmentMs &- config.segmentJitterMs
        let age = try orFail { () throws(FileError) in try segment.age(timestamp: timestamp, now: now) }
        if used + size > config.segmentBytes || age > limit
            || segment.indexEntries >= config.segmentIndexBytes / OffsetIndex.entrySize
            || lastOffset - segment.baseOffset > Int64(Int32.max)
        {
            try roll(now: now)
        }
    }

    /// Ends the segment in use and starts one at the log's end: writes what is staged, the indexes and a snapshot of the
    /// producers. The old file is synced later, by `sync` or `pendingSync`.
    public func roll(now: Int64) throws(LogError) {
        try flushStaged()
        let old = active
        try orFail { () throws(FileError) in
            if old.size == 0, old.baseOffset != logEndOffset {
                try old.removeFiles()
                segments.removeLast()
            } else if old.size > 0 {
                try old.close()
                unsynced.append(old)
            } else {
                return
            }
            try saveSnapshot(durable: false)
            if epochs.isDirty { try saveEpochs(durable: false) }
            let fresh = Segment(
                baseOffset: logEndOffset, directory: directory, files: files, size: 0, now: now)
            segments.append(fresh)
            // The name of the file holds the log's end, so it is there even before a byte is.
            _ = try fresh.writable()
        }
        tail.clear()
        directoryVersion += 1
        countClosedBytes()
    }

    func countClosedBytes() {
        closedBytes = segments.dropLast().reduce(0) { $0 + $1.size }
    }

    /// Writes the ledger as the snapshot of the log's end, and removes all but the newest two.
    func saveSnapshot(durable: Bool) throws(FileError) {
        let name = SegmentName.name(logEndOffset, .snapshot)
        try files.writeAtomically(directory + "/" + name, ProducerSnapshot.encode(ledger), durable: durable)
        snapshots.removeAll { $0 == logEndOffset }
        snapshots.append(logEndOffset)
        while snapshots.count > 2 {
            try files.remove(directory + "/" + SegmentName.name(snapshots.removeFirst(), .snapshot))
        }
    }

    // MARK: Durability

    /// Makes everything written durable, in this call.
    public func sync() throws(LogError) {
        try flushStaged()
        guard let work = pendingSync(withActive: true) else { return }
        try orFail { () throws(FileError) in try work.perform() }
        synced(work)
    }

    /// What must be synced, or nil when nothing must. With the flush policy `none` these are the closed segments, as in
    /// Kafka: the one in use is left to the page cache. The work may be done on another thread and without the
    /// partition's lock; `synced` then moves the recovery point. After an error the log must be failed.
    public func pendingSync() -> SyncWork? {
        pendingSync(withActive: config.flush != .none)
    }

    private func pendingSync(withActive: Bool) -> SyncWork? {
        let end = withActive ? flushedEndOffset : active.baseOffset
        // The directory of a log that never held a record is made again by any start.
        let hasNames = directoryIsUnsynced && flushedEndOffset > 0
        guard recoveryPoint < end || !unsynced.isEmpty || hasNames else { return nil }
        do throws(FileError) {
            var open: [any LogFile] = []
            for segment in unsynced { open.append(try segment.readable()) }
            if withActive, active.size > 0 { open.append(try active.readable()) }
            return SyncWork(
                files: open, fileSystem: files, directory: hasNames ? directory : nil,
                directoryVersion: directoryVersion,
                endOffset: end, segments: unsynced.map(\.baseOffset))
        } catch {
            failure = .file(error)
            return nil
        }
    }

    /// Notes that the work was done.
    public func synced(_ work: SyncWork) {
        unsynced.removeAll { work.segments.contains($0.baseOffset) }
        // A segment that began meanwhile has a name that this did not make durable.
        if work.directory != nil { durableDirectoryVersion = max(durableDirectoryVersion, work.directoryVersion) }
        recoveryPoint = max(recoveryPoint, min(work.endOffset, flushedEndOffset))
    }

    /// Marks the log as failed: a sync that went wrong elsewhere, or a disk that was given up.
    public func fail(_ error: LogError) {
        if failure == nil { failure = error }
    }
}

/// Files to make durable.
public struct SyncWork: Sendable {
    let files: [any LogFile]
    let fileSystem: any FileSystem
    let directory: String?
    let directoryVersion: Int
    /// The end of the log when the work was drawn up.
    public let endOffset: Int64
    let segments: [Int64]

    /// Syncs; blocks as long as the disk needs.
    public func perform() throws(FileError) {
        for file in files { try file.sync() }
        if let directory { try fileSystem.syncDirectory(directory) }
    }
}
