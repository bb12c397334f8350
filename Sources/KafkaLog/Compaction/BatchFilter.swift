import Bytes
import Codecs
import KafkaWire

/// Decides what of each batch stays when a log is compacted, as Kafka's `Cleaner` and `MemoryRecords.filterTo` do: a
/// record stays when it is the newest of its key; a tombstone besides only until the delete horizon that the first round
/// writes into its batch (KIP-534); markers likewise, once nothing of their transaction is left. Offsets never change.
struct BatchFilter {
    /// What became of a batch.
    enum Outcome {
        /// It stays as it is.
        case whole
        /// These bytes take its place.
        case rewritten(ByteSlice)
        /// Nothing is left.
        case gone
    }

    let plan: CompactionPlan
    let hash: KeyHash
    let keys: KeyOffsets
    /// Behind the last offset that `keys` knows: what lies there is not judged.
    let end: Int64
    var transactions: CleanedTransactions
    /// Aborted transactions of which data was there until now.
    var keptAborted: [ProducerLedger.Aborted] = []
    private(set) var recordsRead = 0
    private(set) var recordsKept = 0

    init(plan: CompactionPlan, hash: KeyHash, keys: KeyOffsets, end: Int64) {
        self.plan = plan
        self.hash = hash
        self.keys = keys
        self.end = end
        transactions = CleanedTransactions(plan.aborted, from: plan.sources.first?.baseOffset ?? 0)
    }

    /// Judges the next batch, of `size` bytes.
    mutating func outcome(_ batch: BatchView, size: Int) throws(LogError) -> Outcome {
        recordsRead += Int(max(batch.count, 0))
        if batch.isControl { return control(batch, size: size) }
        let isAborted = transactions.isAborted(batch)
        if isAborted || batch.count <= 0 { return emptied(batch, size: size) }
        let payload = try Self.plain(batch, size: size, limit: plan.config.maxInflatedBytes, plan)
        let found = try survivors(batch, payload)
        recordsKept += found.ranges.count
        let setsHorizon = found.hasTombstone && batch.deleteHorizon == nil
        if found.ranges.isEmpty { return emptied(batch, size: size) }
        if found.ranges.count == Int(batch.count), !setsHorizon { return .whole }
        let horizon = setsHorizon ? plan.now + plan.config.deleteRetentionMs : nil
        return .rewritten(try rewrite(batch, payload, found, horizon: horizon))
    }

    private mutating func control(_ batch: BatchView, size: Int) -> Outcome {
        let commits = ControlMarker(batch.payload(size: size))?.commits
        let marker = transactions.marker(batch, commits: commits)
        if let entry = marker.entry { keptAborted.append(entry) }
        guard marker.isEmpty, batch.count > 0 else {
            recordsKept += Int(max(batch.count, 0))
            return batch.count > 0 ? .whole : emptied(batch, size: size)
        }
        if let horizon = batch.deleteHorizon {
            if horizon <= plan.now { return emptied(batch, size: size) }
            recordsKept += 1
            return .whole
        }
        recordsKept += 1
        let payload = ByteSlice(copying: batch.payload(size: size))
        let whole = Survivors(ranges: [0..<payload.count], largest: batch.maxTimestamp, hasTombstone: true)
        // A marker is never compressed, and its one record is read again only for its timestamp.
        let rewritten = try? rewrite(batch, payload, whole, horizon: plan.now + plan.config.deleteRetentionMs)
        return rewritten.map { .rewritten($0) } ?? .whole
    }

    /// A batch without records goes, unless its header is needed: it holds the last sequence of a live producer, or the
    /// end of what this round looked at.
    private func emptied(_ batch: BatchView, size: Int) -> Outcome {
        guard isLastOfProducer(batch) || batch.lastOffset + 1 == end else { return .gone }
        return batch.count == 0 && size == BatchView.headerSize ? .whole : .rewritten(BatchView.emptied(batch))
    }

    private func isLastOfProducer(_ batch: BatchView) -> Bool {
        guard batch.hasProducer, let last = plan.lastRecords[batch.producerID] else { return false }
        if let offset = last.dataOffset { return batch.lastOffset == offset }
        return batch.isControl && batch.producerEpoch == last.epoch
    }

    // MARK: Records

    private struct Survivors {
        /// Where the records lie in the payload, with their lengths.
        var ranges: [Range<Int>] = []
        var largest: Int64 = -1
        var hasTombstone = false
    }

    private func survivors(_ batch: BatchView, _ payload: ByteSlice) throws(LogError) -> Survivors {
        let keepsTombstones = batch.deleteHorizon.map { plan.now < $0 } ?? true
        return try payload.withUnsafeBytes { bytes throws(LogError) in
            var found = Survivors()
            var cursor = RecordCursor(bytes)
            for _ in 0..<batch.count {
                let start = cursor.offset
                let record = try Self.next(&cursor, plan)
                let offset = batch.baseOffset &+ Int64(record.offsetDelta)
                if offset < end {
                    // A record without a key has no place here; Kafka drops it, too.
                    guard record.keyLength >= 0 else { continue }
                    let key = UnsafeRawBufferPointer(
                        rebasing: bytes[record.keyStart..<record.keyStart + record.keyLength])
                    if let newest = keys.offset(of: hash(key)), offset < newest { continue }
                    if record.valueLength < 0, !keepsTombstones { continue }
                }
                if record.valueLength < 0 { found.hasTombstone = true }
                found.ranges.append(start..<cursor.offset)
                found.largest = max(found.largest, batch.baseTimestamp &+ record.timestampDelta)
            }
            return found
        }
    }

    static func next(_ cursor: inout RecordCursor, _ plan: CompactionPlan) throws(LogError) -> RecordCursor.View {
        do throws(RecordError) {
            return try cursor.next()
        } catch {
            throw .corrupt("\(plan.topicPartition) cannot be compacted: \(error)")
        }
    }

    /// The records of a batch, decompressed.
    static func plain(_ batch: BatchView, size: Int, limit: Int, _ plan: CompactionPlan) throws(LogError) -> ByteSlice {
        let payload = ByteSlice(copying: batch.payload(size: size))
        guard batch.codec != 0 else { return payload }
        guard let codec = CompressionCodec(rawValue: batch.codec),
            let plain = try? codec.decompress(payload, limit: limit)
        else {
            throw .corrupt(
                "\(plan.topicPartition) cannot be compacted: the batch at \(batch.baseOffset) cannot be unpacked")
        }
        return plain
    }

    // MARK: Writing

    /// The batch with only the survivors. Their bytes stay as they are, since offsets and times count from the same
    /// bases; only a new delete horizon takes the place of the base timestamp and moves the times.
    private func rewrite(
        _ batch: BatchView, _ payload: ByteSlice, _ found: Survivors, horizon: Int64?
    ) throws(LogError) -> ByteSlice {
        var records = ByteBuffer(capacity: payload.count + 16)
        try payload.withUnsafeBytes { bytes throws(LogError) in
            for range in found.ranges {
                let record = UnsafeRawBufferPointer(rebasing: bytes[range])
                guard let horizon else {
                    records.append(record)
                    continue
                }
                var cursor = RecordCursor(record)
                let view = try Self.next(&cursor, plan)
                let time = batch.isLogAppendTime ? batch.maxTimestamp : batch.baseTimestamp &+ view.timestampDelta
                Self.append(record, view, timestampDelta: time &- horizon, to: &records)
            }
        }
        let stored: ByteSlice
        do {
            let codec = CompressionCodec(rawValue: batch.codec) ?? .none
            stored = codec == .none ? records.freeze() : try codec.compress(records.freeze())
        } catch {
            throw .corrupt("\(plan.topicPartition) cannot be compacted: the batch at \(batch.baseOffset): \(error)")
        }
        return batch.replaced(
            records: stored, count: Int32(found.ranges.count),
            maxTimestamp: batch.isLogAppendTime ? batch.maxTimestamp : found.largest, deleteHorizon: horizon)
    }

    /// A record with another timestamp delta.
    private static func append(
        _ record: UnsafeRawBufferPointer, _ view: RecordCursor.View, timestampDelta: Int64, to buffer: inout ByteBuffer
    ) {
        // In front of the key: length, attributes, timestamp delta, offset delta, key length.
        let key = view.keyLength < 0 ? -1 : Int64(view.keyLength)
        let rest = UnsafeRawBufferPointer(rebasing: record[view.keyStart...])
        let size =
            1 + Varint.size(timestampDelta) + Varint.size(Int64(view.offsetDelta)) + Varint.size(key) + rest.count
        Varint.append(Int64(size), to: &buffer)
        buffer.append(Int8(0))
        Varint.append(timestampDelta, to: &buffer)
        Varint.append(Int64(view.offsetDelta), to: &buffer)
        Varint.append(key, to: &buffer)
        buffer.append(rest)
    }
}
