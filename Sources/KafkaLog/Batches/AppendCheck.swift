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
        // No client knows the broker's clock.
        if origin == .client, batch.isLogAppendTime, config.timestampType == .logAppendTime {
            throw refused([], true)
        }
        // Where the header is written again, bits that mean nothing yet are not kept.
        switch config.timestampType {
        case .createTime:
            if batch.isLogAppendTime || maxTimestamp != batch.maxTimestamp {
                BatchView.set(attributes: batch.attributes & 0x77, maxTimestamp: maxTimestamp, in: base)
            }
        case .logAppendTime:
            BatchView.set(attributes: batch.attributes & 0x7f | 8, maxTimestamp: now, in: base)
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

    /// Looks at every record; returns the largest timestamp. A compressed batch is decompressed for that: what cannot
    /// be read again must not be acknowledged.
    @inline(__always)
    private func inspect(_ batch: BatchView, _ bytes: UnsafeMutableRawBufferPointer) throws(AppendError) -> Int64 {
        let payload = UnsafeRawBufferPointer(rebasing: bytes[BatchView.headerSize...])
        return batch.codec == 0 ? try walk(batch, payload) : try inspectInside(batch, payload)
    }

    private func inspectInside(_ batch: BatchView, _ payload: UnsafeRawBufferPointer) throws(AppendError) -> Int64 {
        guard let codec = CompressionCodec(rawValue: batch.codec) else {
            throw .invalid("Unknown compression type id: \(batch.codec)")
        }
        let inflated: ByteSlice
        do {
            inflated = try codec.decompress(ByteSlice(copying: payload), limit: config.maxInflatedBytes)
        } catch {
            let why = "The \(codec) batch in the append to \(topicPartition) cannot be decompressed: \(error)"
            if case .tooLarge = error { throw .inflatesTooLarge(why) }
            throw .invalid(why)
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
        // Plain records may carry any offset delta, as with Kafka; inside of a compressed batch it refuses them too.
        let isCounted = batch.codec != 0 && origin == .client
        let (now, before, after) = (now, config.timestampBeforeMaxMs, config.timestampAfterMaxMs)
        var walk = RecordWalk(payload)
        do throws(RecordWalk.Fault) {
            var left = count
            while left > 0 {
                let record = try walk.next()
                left -= 1
                if isCounted, record.offsetDelta != record.index { throw .malformed }
                let timestamp = base &+ record.timestampDelta
                if timestamp > largest { largest = timestamp }
                if needsKey, !record.hasKey {
                    errors.append(missingKey(record.index))
                } else if checksTime, timestamp != -1, now &- timestamp > before || timestamp &- now > after {
                    // Wrapping as Java does: what is too far from now on either side to be subtracted is out of bounds.
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

    private func missingKey(_ index: Int32) -> AppendError.RecordError {
        AppendError.RecordError(
            index: index,
            message: "Compacted topic cannot accept message without key in topic partition \(topicPartition)")
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
        let shown = errors.prefix(3).map { "RecordError(batchIndex=\($0.index), message='\($0.message)')" }
            .joined(separator: ", ")
        return .invalidRecord(
            "One or more records have been rejected due to \(errors.count) record errors in total, "
                + "and only showing the first three errors at most: [\(shown)]", errors)
    }
}
