import KafkaWire

extension PartitionLog {
    /// How much there is to compact: closed segments behind `firstDirty` (the offset up to which the log was compacted;
    /// nil when it never was) of which every record is stable and older than `min.compaction.lag.ms`. Nil for a log that
    /// is not compacted or has failed.
    public func dirtiness(firstDirty: Int64?, highWatermark: Int64, now: Int64) throws(LogError) -> Dirtiness? {
        guard config.cleanupPolicy.contains(.compact), failure == nil else { return nil }
        return try inLog { () throws(FileError) in
            let start = dirtyStart(firstDirty)
            let count = try cleanableCount(from: start, highWatermark, now)
            var found = Dirtiness(dirtyBytes: 0, cleanBytes: 0, isOverdue: false)
            for (index, segment) in segments[..<count].enumerated() {
                if segments[index + 1].baseOffset > start {
                    found.dirtyBytes += segment.size
                    if config.maxCompactionLagMs < now, segment.size > 0,
                        try segment.age(timestamp: now, now: now) > config.maxCompactionLagMs
                    {
                        found.isOverdue = true
                    }
                } else {
                    found.cleanBytes += segment.size
                }
            }
            return found
        }
    }

    /// Draws up a round of compaction when it is time for one.
    public func compactionPlan(
        firstDirty: Int64?, highWatermark: Int64, now: Int64
    ) throws(LogError) -> CompactionPlan? {
        guard let found = try dirtiness(firstDirty: firstDirty, highWatermark: highWatermark, now: now),
            found.isDue(config)
        else { return nil }
        return try inLog { () throws(FileError) in
            let start = dirtyStart(firstDirty)
            let count = try cleanableCount(from: start, highWatermark, now)
            var aborted: [ProducerLedger.Aborted] = []
            for segment in segments { aborted += try segment.aborted() }
            return CompactionPlan(
                topicPartition: topicPartition, directory: directory, config: config, files: files,
                sources: (0..<count).map { index in
                    CompactionPlan.Source(
                        baseOffset: segments[index].baseOffset, size: segments[index].size,
                        endOffset: segments[index + 1].baseOffset, created: segments[index].created)
                },
                firstDirtyOffset: start, aborted: aborted,
                lastRecords: ledger.producers.mapValues { state in
                    CompactionPlan.LastRecord(dataOffset: state.last?.lastOffset, epoch: state.epoch)
                },
                now: now)
        }
    }

    /// A checkpoint that lies outside of the log says nothing about it.
    private func dirtyStart(_ firstDirty: Int64?) -> Int64 {
        guard let firstDirty, firstDirty >= logStartOffset, firstDirty <= active.baseOffset else {
            return logStartOffset
        }
        return firstDirty
    }

    /// How many segments from the first on may be compacted. The one in use never is.
    private func cleanableCount(from start: Int64, _ highWatermark: Int64, _ now: Int64) throws(FileError) -> Int {
        let stable = lastStableOffset(highWatermark)
        var count = 0
        for (index, segment) in segments.dropLast().enumerated() {
            let end = segments[index + 1].baseOffset
            guard end <= stable else { break }
            if end > start, config.minCompactionLagMs > 0 {
                let (newest, overflow) = now.subtractingReportingOverflow(config.minCompactionLagMs)
                let largest = try segment.largestTimestamp().timestamp
                if overflow || (largest >= 0 ? largest : segment.created) > newest { break }
            }
            count += 1
        }
        return count
    }

    // MARK: Taking the result

    /// Puts a compacted segment in the place of those it was made of. False when they are not there any more: then its
    /// files were removed. Three steps, so that nothing slow is done under the partition's lock:
    /// 1. `replace` under the lock: readers use the `.swap` files from now on.
    /// 2. `SwapWork.retireSources` without it: the old files get out of the way.
    /// 3. `finish` under the lock: the files take their final names.
    public func replace(by group: CleanedGroup) throws(LogError) -> SwapWork? {
        guard let first = segments.firstIndex(where: { $0.baseOffset == group.replaces[0] }),
            segments.count > first + group.replaces.count,
            segments[first..<first + group.replaces.count].map(\.baseOffset) == group.replaces
        else {
            try inLog { () throws(FileError) in
                try SegmentSwap.remove(group.replaces[0], SegmentSwap.swap, in: directory, files)
            }
            return nil
        }
        let old = segments[first..<first + group.replaces.count]
        // Their blocks are freed when the last descriptor goes, not within a rename under the lock.
        let held = try orFail { () throws(FileError) -> [any LogFile] in
            var held: [any LogFile] = []
            for segment in old { held.append(try files.open(segment.path(.log), .read)) }
            return held
        }
        for segment in old { files.forget(segment.path(.log)) }
        let fresh = Segment(
            baseOffset: group.replaces[0], directory: directory, files: files, size: group.size, now: group.created,
            ending: SegmentSwap.swap)
        unsynced.removeAll { segment in old.contains { $0 === segment } }
        segments.replaceSubrange(first..<first + group.replaces.count, with: [fresh])
        countClosedBytes()
        return SwapWork(directory: directory, files: files, replaces: group.replaces, held: held)
    }

    /// The last step of `replace`.
    public func finish(_ work: SwapWork) throws(LogError) {
        guard let segment = segments.first(where: { $0.baseOffset == work.replaces[0] }) else { return }
        files.forget(segment.path(.log))
        try orFail { () throws(FileError) in
            try SegmentSwap.rename(segment.baseOffset, from: SegmentSwap.swap, to: "", in: directory, files)
        }
        segment.ending = ""
        directoryVersion += 1
    }
}

/// The middle of a swap, done without the partition's lock.
public struct SwapWork: Sendable {
    let directory: String
    let files: any FileSystem
    let replaces: [Int64]
    /// Keeps the old blocks until the swap is over.
    let held: [any LogFile]

    /// Renames the replaced files out of the way and makes that durable: otherwise a power cut could bring them back
    /// behind the segment that holds their records.
    public func retireSources() throws(LogError) {
        try inLog { () throws(FileError) in
            for base in replaces.dropFirst() {
                try SegmentSwap.rename(base, from: "", to: SegmentSwap.deleted, in: directory, files)
            }
            try files.syncDirectory(directory)
        }
    }

    /// After the swap: makes the final names durable and frees the old files.
    public func removeSources() throws(LogError) {
        try inLog { () throws(FileError) in
            try files.syncDirectory(directory)
            for base in replaces.dropFirst() { try SegmentSwap.remove(base, SegmentSwap.deleted, in: directory, files) }
        }
    }
}
