import Bytes
import Codecs
import KafkaWire

/// The checks of one batch that need no state of the log (points 10 to 13 of the produce checks), in Kafka's order, and
/// the rewriting of its timestamps.
struct AppendCheck {
    let config: LogConfig
    let topicPartition: TopicPartition
    let origin: AppendOrigin
    let now: Int64

    /// Checks the batch in `bytes`; sets timestamp type and largest timestamp in it where they must change.
    @inline(__always)
    func run(_ bytes: UnsafeMutableRawBufferPointer) throws(AppendError) {
        guard let base = bytes.baseAddress, bytes.count >= BatchView.headerSize else {
            throw .corrupt("Record is corrupt: \(bytes.count) bytes are no batch, in topic partition \(topicPartition)")
        }
        let batch = BatchView(base)
        if origin == .client, batch.baseOffset != 0 {
            throw .invalid(
                "The baseOffset of the record batch in the append to \(topicPartition) should be 0, "
                    + "but it is \(batch.baseOffset)")
        }
        if bytes.count > config.maxMessageBytes { throw tooLarge(bytes.count) }
        let checksum = batch.computedChecksum()
        if checksum != batch.checksum {
            throw .corrupt(
                "Record is corrupt (stored crc = \(batch.checksum), computed crc = \(checksum)) "
                    + "in topic partition \(topicPartition).")
        }
        try checkHeader(batch)
        let maxTimestamp = try inspect(batch, bytes)
        switch config.timestampType {
        case .createTime:
            if batch.isLogAppendTime || maxTimestamp != batch.maxTimestamp {
                BatchView.set(attributes: batch.attributes & ~8, maxTimestamp: maxTimestamp, in: base)
            }
        case .logAppendTime:
            BatchView.set(attributes: batch.attributes | 8, maxTimestamp: now, in: base)
        }
    }

    func tooLarge(_ size: Int) -> AppendError {
        .tooLarge(
            "The record batch size in the append to \(topicPartition) is \(size) bytes "
                + "which exceeds the maximum configured value of \(config.maxMessageBytes).")
    }

    private func checkHeader(_ batch: BatchView) throws(AppendError) {
        let delta = batch.lastOffsetDelta
        guard delta >= 0, delta < Int32.max else {
            throw .invalid("Batch has an invalid offset range: [\(batch.baseOffset), \(batch.lastOffset)]")
        }
        guard batch.codec <= 4 else { throw .invalid("Unknown compression type id: \(batch.codec)") }
        guard origin == .client else { return }
        if batch.count <= 0 { throw .invalid("Invalid reported count for record batch: \(batch.count)") }
        if batch.count != delta + 1 {
            throw .invalid(
                "Inconsistent batch offset range [\(batch.baseOffset), \(batch.lastOffset)] "
                    + "and count of records \(batch.count)")
        }
        if batch.isControl { throw .invalid("Clients are not allowed to write control records") }
        if batch.hasProducer, batch.baseSequence < 0 {
            throw .invalid(
                "Invalid sequence number \(batch.baseSequence) in record batch with producerId \(batch.producerID)")
        }
        if batch.isTransactional, !batch.hasProducer {
            throw .invalid("A transactional record batch needs a producer id")
        }
    }

    /// Looks at the records where a rule needs it; returns the largest timestamp.
    @inline(__always)
    private func inspect(_ batch: BatchView, _ bytes: UnsafeMutableRawBufferPointer) throws(AppendError) -> Int64 {
        let payload = UnsafeRawBufferPointer(rebasing: bytes[BatchView.headerSize...])
        if batch.codec == 0 { return try walk(batch, payload) }
        guard mustInflate(batch) else { return batch.maxTimestamp }
        return try inspectInside(batch, payload)
    }

    private func mustInflate(_ batch: BatchView) -> Bool {
        if config.validation == .deep || config.cleanupPolicy.contains(.compact) { return true }
        if config.timestampType == .logAppendTime { return false }
        return isOutOfBounds(batch.maxTimestamp) || isOutOfBounds(batch.baseTimestamp)
    }

    private func inspectInside(_ batch: BatchView, _ payload: UnsafeRawBufferPointer) throws(AppendError) -> Int64 {
        guard let codec = CompressionCodec(rawValue: batch.codec) else {
            throw .invalid("Unknown compression type id: \(batch.codec)")
        }
        let inflated: ByteSlice
        do {
            inflated = try codec.decompress(ByteSlice(copying: payload), limit: config.maxInflatedBytes)
        } catch {
            throw .invalid("The \(codec) batch in the append to \(topicPartition) cannot be decompressed: \(error)")
        }
        return try inflated.withUnsafeBytes { bytes throws(AppendError) in try walk(batch, bytes) }
    }

    private func walk(_ batch: BatchView, _ payload: UnsafeRawBufferPointer) throws(AppendError) -> Int64 {
        let needsKey = config.cleanupPolicy.contains(.compact) && !batch.isControl
        let checksTime = config.timestampType == .createTime && origin == .client
        let base = batch.baseTimestamp
        let count = batch.count
        var largest: Int64 = -1
        var errors: [AppendError.RecordError] = []
        var hasTimeError = false
        var walk = RecordWalk(payload)
        do throws(RecordWalk.Fault) {
            var left = count
            while left > 0 {
                let record = try walk.next()
                left -= 1
                let timestamp = base &+ record.timestampDelta
                if timestamp > largest { largest = timestamp }
                if needsKey, !record.hasKey {
                    errors.append(missingKey(record.index))
                } else if checksTime, isOutOfBounds(timestamp) {
                    hasTimeError = true
                    errors.append(badTime(record, timestamp))
                }
            }
        } catch {
            throw .invalid(
                "The records of the batch in the append to \(topicPartition) do not match its record count \(count)")
        }
        guard walk.isAtEnd else {
            throw .invalid(
                "The batch in the append to \(topicPartition) has bytes behind its \(count) records")
        }
        guard errors.isEmpty else { throw refused(errors, hasTimeError) }
        return largest
    }

    @inline(__always)
    private func isOutOfBounds(_ timestamp: Int64) -> Bool {
        guard timestamp != -1 else { return false }
        if timestamp <= now {
            let (age, overflow) = now.subtractingReportingOverflow(timestamp)
            return !overflow ? age > config.timestampBeforeMaxMs : config.timestampBeforeMaxMs != Int64.max
        }
        let (lead, overflow) = timestamp.subtractingReportingOverflow(now)
        return overflow || lead > config.timestampAfterMaxMs
    }

    private func missingKey(_ index: Int32) -> AppendError.RecordError {
        AppendError.RecordError(
            index: index,
            message: "Compacted topic cannot accept message without key in topic partition \(topicPartition).")
    }

    private func badTime(_ record: RecordWalk.Item, _ timestamp: Int64) -> AppendError.RecordError {
        let (low, under) = now.subtractingReportingOverflow(config.timestampBeforeMaxMs)
        let (high, over) = now.addingReportingOverflow(config.timestampAfterMaxMs)
        return AppendError.RecordError(
            index: record.index,
            message: "Timestamp \(timestamp) of message with offset \(record.offsetDelta) is out of range. "
                + "The timestamp should be within [\(under ? Int64.min : low), \(over ? Int64.max : high)]")
    }

    private func refused(_ errors: [AppendError.RecordError], _ hasTimeError: Bool) -> AppendError {
        if hasTimeError {
            return .invalidTimestamp("One or more records have been rejected due to invalid timestamp", errors)
        }
        let shown = errors.prefix(3).map { "record \($0.index): \($0.message)" }.joined(separator: "; ")
        return .invalidRecord(
            "One or more records have been rejected due to \(errors.count) record errors in total, "
                + "and only showing the first three errors at most: \(shown)", errors)
    }
}
