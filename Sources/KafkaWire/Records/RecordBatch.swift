public import Bytes
public import Codecs

/// One batch as it lies in a log or a Fetch answer: magic 2, or a message of magic 0 or 1 (a compressed one wraps others).
public struct RecordBatch: Sendable, Equatable {
    /// The whole batch.
    public let bytes: ByteSlice
    /// 0, 1 or 2.
    public let magic: Int8
    /// The header, for magic 2.
    public let header: RecordBatchHeader?

    /// Most bytes that `records()` inflates a batch to when the caller names no limit: 128 MiB.
    public static let inflatedLimit = 128 << 20

    /// Takes one whole batch and checks size and checksum.
    public init(checking bytes: ByteSlice) throws(RecordError) {
        guard let magic: Int8 = bytes.integer(at: 16) else { throw .corrupt("fewer bytes than a header") }
        self.bytes = bytes
        self.magic = magic
        guard magic == 2 else {
            header = nil
            try LegacyMessage.check(bytes, magic: magic)
            return
        }
        guard bytes.count >= RecordBatchHeader.size else { throw .corrupt("fewer bytes than a header") }
        let header = try RecordBatchHeader(from: bytes)
        guard header.sizeInBytes == bytes.count else { throw .corrupt("size is not that of its header") }
        let computed = header.computedChecksum(of: bytes)
        guard computed == header.crc else { throw .corrupt("CRC-32C is \(computed), header says \(header.crc)") }
        self.header = header
    }

    /// Bytes of the whole batch.
    public var sizeInBytes: Int { bytes.count }
    /// Codec, timestamp type and further bits.
    public var attributes: Int16 { header?.attributes ?? Int16(bytes[17]) }
    /// The codec, or nil for the numbers 5 to 7.
    public var codec: CompressionCodec? { CompressionCodec(rawValue: Int8(truncatingIfNeeded: attributes & 7)) }
    /// Whose clock the timestamps are.
    public var timestampType: TimestampType {
        magic == 0 ? .none : attributes & 8 == 0 ? .createTime : .logAppendTime
    }
    /// A commit or abort marker, not data.
    public var isControl: Bool { header?.isControl ?? false }
    /// Offset of the last record; of a wrapper its own offset.
    public var lastOffset: Int64 { header?.lastOffset ?? bytes.integer(at: 0) ?? -1 }
    /// The checksum as stored.
    public var crc: UInt32 { header?.crc ?? bytes.integer(at: 12) ?? 0 }
    /// The greatest timestamp of the batch in milliseconds since the epoch, -1 when it has none.
    public var maxTimestamp: Int64 { header?.maxTimestamp ?? (magic == 1 ? bytes.integer(at: 18) ?? -1 : -1) }

    /// The records, inflated to at most `limit` bytes. Throws at the first one that breaks the format.
    public func records(limit: Int = RecordBatch.inflatedLimit) throws(RecordError) -> [Record] {
        guard let header else { return try LegacyMessage.records(of: bytes, magic: magic, limit: limit) }
        guard header.recordCount >= 0 else { throw .invalid("record count \(header.recordCount)") }
        let payload = try payload(header, limit: limit)
        var records: [Record] = []
        // A record takes at least 7 bytes: the count is not believed beyond what the bytes can hold.
        records.reserveCapacity(min(Int(header.recordCount), payload.count / 7 + 1))
        try payload.withUnsafeBytes { (all) throws(RecordError) in
            var cursor = RecordCursor(all)
            for _ in 0..<header.recordCount {
                let view = try cursor.next()
                records.append(try Self.record(view, header, payload))
            }
            if header.recordCount > 0, !cursor.isAtEnd {
                throw .invalid("more records than the count of \(header.recordCount)")
            }
        }
        return records
    }

    /// The bytes behind a header of magic 2, inflated to at most `limit` bytes: records for a `RecordCursor`.
    public func payload(
        _ header: RecordBatchHeader, limit: Int = RecordBatch.inflatedLimit
    ) throws(RecordError) -> ByteSlice {
        guard let codec = header.codec else { throw .invalid("unknown codec \(header.attributes & 7)") }
        return try Self.inflate(bytes.suffix(from: RecordBatchHeader.size), codec, limit: limit, magic: 2)
    }

    private static func record(
        _ view: RecordCursor.View, _ header: RecordBatchHeader, _ payload: ByteSlice
    ) throws(RecordError) -> Record {
        func slice(_ start: Int, _ length: Int) -> ByteSlice? {
            length < 0 ? nil : payload.slice(start..<start + length)
        }
        return Record(
            offset: header.baseOffset &+ Int64(view.offsetDelta),
            timestamp: header.timestampType == .logAppendTime
                ? header.maxTimestamp : header.baseTimestamp &+ view.timestampDelta,
            sequence: RecordBatchHeader.sequence(header.baseSequence, plus: view.offsetDelta),
            key: slice(view.keyStart, view.keyLength), value: slice(view.valueStart, view.valueLength),
            headers: try RecordCursor.headers(of: view, in: payload))
    }

    static func inflate(
        _ payload: ByteSlice, _ codec: CompressionCodec, limit: Int, magic: Int8
    ) throws(RecordError) -> ByteSlice {
        do {
            return try codec.decompress(payload, limit: limit, magic: magic)
        } catch {
            throw .compression(error)
        }
    }
}
