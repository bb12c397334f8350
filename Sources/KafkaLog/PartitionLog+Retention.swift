import Bytes

extension PartitionLog {
    /// Deletes whole segments whose records are past `retention.ms`, that are more than `retention.bytes`, or that lie
    /// before the log's start. An old segment in use is rolled first. Only what lies below `highWatermark` goes.
    ///
    /// - Returns: segments deleted.
    public func applyRetention(now: Int64, highWatermark: Int64? = nil) throws(LogError) -> Int {
        try flushStaged()
        let limit = min(highWatermark ?? flushedEndOffset, flushedEndOffset)
        var count = 0
        if config.cleanupPolicy.contains(.delete) {
            count += try deleteExpired(now: now, limit)
            if config.retentionBytes >= 0 {
                var surplus = Int64(sizeInBytes) - config.retentionBytes
                count += try deleteOldest(limit) { segment throws(FileError) in
                    guard surplus >= Int64(segment.size) else { return false }
                    surplus -= Int64(segment.size)
                    return true
                }
            }
        }
        count += try deleteOldest(limit) { segment throws(FileError) in false }
        return count
    }

    private func deleteExpired(now: Int64, _ limit: Int64) throws(LogError) -> Int {
        guard config.retentionMs >= 0 else { return 0 }
        let oldest = now &- config.retentionMs
        func isExpired(_ segment: Segment) throws(FileError) -> Bool {
            // Compaction may leave a segment without a record.
            if segment.size == 0 { return true }
            let largest = try segment.largestTimestamp().timestamp
            return (largest >= 0 ? largest : segment.created) < oldest
        }
        let last = active
        let everythingExpired = try inLog { () throws(FileError) in
            for segment in segments {
                guard try isExpired(segment) else { return false }
            }
            return true
        }
        if everythingExpired, last.size > 0, limit >= flushedEndOffset { try roll(now: now) }
        return try deleteOldest(limit) { segment throws(FileError) in try isExpired(segment) }
    }

    /// Deletes from the oldest on while `isOld` says so or the segment ends before the log's start; never the last one.
    private func deleteOldest(
        _ limit: Int64, _ isOld: (Segment) throws(FileError) -> Bool
    ) throws(LogError) -> Int {
        var count = 0
        while segments.count > 1 {
            let segment = segments[0]
            let next = segments[1].baseOffset
            let isBefore = next <= logStartOffset
            let goes = try inLog { () throws(FileError) -> Bool in
                if isBefore { return true }
                return try isOld(segment)
            }
            guard next <= limit, goes else { break }
            try orFail { () throws(FileError) in try segment.removeFiles() }
            segments.removeFirst()
            unsynced.removeAll { $0 === segment }
            count += 1
            moveStart(to: max(logStartOffset, next))
        }
        if count > 0 {
            countClosedBytes()
            directoryVersion += 1
        }
        return count
    }

    private func moveStart(to offset: Int64) {
        logStartOffset = offset
        epochs.truncate(fromStart: offset)
        recoveryPoint = max(recoveryPoint, min(offset, flushedEndOffset))
    }

    /// Moves the log's start: records before `offset` are gone for readers at once, their segments with the next
    /// retention. An offset that is before the start already changes nothing.
    public func deleteRecords(before offset: Int64) throws(LogError) {
        try flushStaged()
        guard offset <= flushedEndOffset else {
            throw .offsetOutOfRange(offset: offset, logStartOffset: logStartOffset, logEndOffset: flushedEndOffset)
        }
        guard offset > logStartOffset else { return }
        moveStart(to: offset)
        try orFail { () throws(FileError) in if epochs.isDirty { try saveEpochs(durable: false) } }
    }

    /// Throws away everything from `offset` on: what a follower does when its leader has something else there.
    public func truncate(to offset: Int64) throws(LogError) {
        try flushStaged()
        guard offset < logEndOffset else { return }
        // Positions in the segments that go mean nothing in the one that stays.
        tail.clear()
        try orFail { () throws(FileError) in
            while segments.count > 1, active.baseOffset >= offset {
                try active.removeFiles()
                segments.removeLast()
            }
            unsynced.removeAll { $0.baseOffset >= offset }
            let last = active
            try last.loadIndexes()
            let end: Int64
            if offset <= last.baseOffset {
                try last.truncate(to: 0, fromOffset: last.baseOffset)
                end = last.baseOffset
            } else {
                let place = try locate(offset)
                let inLast = place.flatMap { $0.segment == segments.count - 1 ? $0 : nil }
                end = min(offset, inLast?.baseOffset ?? offset)
                if let inLast { try last.truncate(to: inLast.position, fromOffset: end) }
            }
            logEndOffset = end
            flushedEndOffset = end
            logStartOffset = min(logStartOffset, end)
            recoveryPoint = min(recoveryPoint, end)
            epochs.truncate(fromEnd: end)
            if epochs.isDirty { try saveEpochs(durable: false) }
            for old in snapshots where old > end {
                try files.remove(directory + "/" + SegmentName.name(old, .snapshot))
            }
            snapshots.removeAll { $0 > end }
            countClosedBytes()
            ledger = try LogLoader.ledger(segments: segments, snapshots: snapshots, directory: directory, files: files)
            ledger.mayHaveForgotten = end > 0
        }
    }
}
