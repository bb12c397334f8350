import Bytes
import Codecs
import Glibc
import KafkaWire

extension PartitionLog {
    /// Checks one batch of a Produce request (or a coordinator's), gives it offsets and stages it: nothing is written
    /// but what a roll writes. The offsets and the epoch are set in the bytes that were given.
    ///
    /// The checks and their order are those of Kafka's LogValidator and ProducerAppendInfo; a batch that repeats one of
    /// the producer's newest five comes back as a duplicate with its old offsets. With origin `.replication`, `records`
    /// may hold many batches that have their offsets and epochs.
    ///
    /// - Parameters:
    ///   - leaderEpoch: the epoch to stamp.
    ///   - now: milliseconds since 1970.
    public func append(
        _ records: ByteSlice, leaderEpoch: Int32, origin: AppendOrigin, now: Int64
    ) throws(AppendError) -> AppendResult {
        if let failure { throw .storage(failure) }
        if origin == .replication { return try appendReplicated(records, now: now) }
        let size = try records.withUnsafeBytes { bytes throws(AppendError) in try BatchShape.single(in: bytes) }
        var batch = size == records.count ? records : records.slice(0..<size)
        let check = AppendCheck(config: config, topicPartition: topicPartition, origin: origin, now: now)
        try batch.withUnsafeMutableBytes { bytes throws(AppendError) in try check.run(bytes) }
        if case .codec(let codec) = config.compressionType,
            let stored = try Recompression.batch(batch, to: codec, limit: config.maxInflatedBytes)
        {
            batch = stored
            if batch.count > config.maxMessageBytes {
                throw check.tooLarge(batch.count)
            }
        }
        if batch.count > config.segmentBytes {
            throw .recordListTooLarge(
                "Message batch size is \(batch.count) bytes in append to partition \(topicPartition), "
                    + "which exceeds the maximum configured segment size of \(config.segmentBytes).")
        }
        return try batch.withUnsafeMutableBytes { bytes throws(AppendError) -> AppendResult in
            guard let base = bytes.baseAddress else { throw .invalid("an empty batch") }
            return try stage(batch, at: base, leaderEpoch: leaderEpoch, origin: origin, now: now)
        }
    }

    private func stage(
        _ batch: ByteSlice, at base: UnsafeMutableRawPointer, leaderEpoch: Int32, origin: AppendOrigin, now: Int64
    ) throws(AppendError) -> AppendResult {
        let view = BatchView(base)
        if view.hasProducer {
            if origin == .client, let stored = ledger.duplicate(of: view) {
                return AppendResult(
                    baseOffset: stored.firstOffset, lastOffset: stored.lastOffset, logAppendTime: stored.timestamp,
                    logStartOffset: logStartOffset, isDuplicate: true)
            }
            try ledger.check(view, at: logEndOffset, origin: origin, in: topicPartition)
        }
        let offset = logEndOffset
        BatchView.set(baseOffset: offset, leaderEpoch: leaderEpoch, in: base)
        do throws(LogError) {
            try take(batch, view, now: now)
        } catch {
            throw .storage(error)
        }
        return AppendResult(
            baseOffset: offset, lastOffset: view.lastOffset,
            logAppendTime: config.timestampType == .logAppendTime ? now : -1,
            logStartOffset: logStartOffset, isDuplicate: false)
    }

    /// Stages a batch whose offsets are set: rolls if it must, then epochs, producers and indexes.
    func take(_ batch: ByteSlice, _ view: BatchView, now: Int64) throws(LogError) {
        let (last, timestamp, size) = (view.lastOffset, view.maxTimestamp, batch.count)
        try rollIfNeeded(size: size, lastOffset: last, timestamp: timestamp, now: now)
        let segment = active
        epochs.assign(view.leaderEpoch, at: view.baseOffset)
        if view.hasProducer { try record(view, size: size, in: segment) }
        ledger.mapEndOffset = last + 1
        try orFail { () throws(FileError) in try segment.loadIndexes() }
        segment.note(
            lastOffset: last, maxTimestamp: timestamp, position: segment.size + stagedBytes, size: size,
            config.indexIntervalBytes)
        if staged.isEmpty { stagedBaseOffset = view.baseOffset }
        staged.append(batch)
        stagedBytes += size
        logEndOffset = last + 1
    }

    private func record(_ view: BatchView, size: Int, in segment: Segment) throws(LogError) {
        guard view.isControl else { return ledger.record(view) }
        guard let marker = ControlMarker(view.payload(size: size)) else { return }
        let aborted = ledger.recordMarker(view, commits: marker.commits, coordinatorEpoch: marker.coordinatorEpoch)
        if let aborted { try orFail { () throws(FileError) in try segment.add(aborted: aborted) } }
    }

    /// Writes everything staged since the last call, in one call to the file, and syncs once when `flush.messages` asks
    /// for it: with the flush policy `acks` all of it is durable when this returns. An error ends the log's life: see
    /// `failure`.
    public func flushStaged() throws(LogError) {
        guard !staged.isEmpty else {
            if let failure { throw failure }
            return
        }
        let segment = active
        try orFail { () throws(FileError) in
            let file = try segment.writable()
            try segment.allocateAhead(
                segment.size + stagedBytes, step: config.preallocationStep, limit: config.segmentBytes)
            for batch in staged {
                batch.withUnsafeBytes {
                    parts.append(iovec(iov_base: UnsafeMutableRawPointer(mutating: $0.baseAddress), iov_len: $0.count))
                }
            }
            try parts.withUnsafeBufferPointer { parts throws(FileError) in try file.pwritev(parts, at: segment.size) }
            try segment.saveAborted()
            if epochs.isDirty { try saveEpochs(durable: false) }
        }
        tail.add(stagedBaseOffset, segment.size)
        parts.removeAll(keepingCapacity: true)
        staged.removeAll(keepingCapacity: true)
        segment.size += stagedBytes
        stagedBytes = 0
        flushedEndOffset = logEndOffset
        if logEndOffset - recoveryPoint >= config.flushMessages { try sync() }
    }

    func saveEpochs(durable: Bool) throws(FileError) {
        try Checkpoint.writeEpochs(epochs, in: directory, files, durable: durable)
        epochs.isDirty = false
    }

    private func appendReplicated(_ records: ByteSlice, now: Int64) throws(AppendError) -> AppendResult {
        var position = 0
        let first = logEndOffset
        while position < records.count {
            let at = position
            let size = try records.withUnsafeBytes { bytes throws(AppendError) in
                try BatchShape.next(in: bytes, at: at)
            }
            guard let size else { break }
            let batch = records.slice(at..<at + size)
            try batch.withUnsafeBytes { bytes throws(AppendError) in
                guard let base = bytes.baseAddress, bytes.count >= BatchView.headerSize, BatchView(base).isIntact()
                else {
                    throw .corrupt("Record is corrupt in topic partition \(topicPartition)")
                }
                let view = BatchView(base)
                guard view.baseOffset >= logEndOffset, view.lastOffsetDelta >= 0 else {
                    throw .invalid("Offset \(view.baseOffset) is not behind the log end offset \(logEndOffset)")
                }
                do throws(LogError) {
                    try take(batch, view, now: now)
                } catch {
                    throw .storage(error)
                }
            }
            position += size
        }
        return AppendResult(
            baseOffset: first, lastOffset: logEndOffset - 1, logAppendTime: -1, logStartOffset: logStartOffset,
            isDuplicate: false)
    }
}
