import Bytes
import Codecs

/// Messages of magic 0 and 1, for reading what old producers left: offset 8, size 4, CRC-32 4, magic 1, attributes 1,
/// timestamp 8 (magic 1), key, value. A compressed one wraps a set of messages in its value.
enum LegacyMessage {
    /// Bytes in front of key and value, offset and size not counted.
    private static func overhead(_ magic: Int8) -> Int { magic == 0 ? 14 : 22 }

    /// Checks size and checksum of one whole message.
    static func check(_ bytes: ByteSlice, magic: Int8) throws(RecordError) {
        guard bytes.count >= 12 + overhead(magic) else { throw .corrupt("fewer bytes than a message") }
        let stored: UInt32 = bytes.integer(at: 12) ?? 0
        let computed = bytes.withUnsafeBytes { CRC32.checksum(UnsafeRawBufferPointer(rebasing: $0[16...])) }
        guard stored == computed else { throw .corrupt("CRC-32 is \(computed), message says \(stored)") }
    }

    /// The records of one checked message: itself, or those that it wraps.
    static func records(of bytes: ByteSlice, magic: Int8, limit: Int) throws(RecordError) -> [Record] {
        let outer = try read(bytes, magic: magic)
        let attributes = bytes[17]
        guard attributes & 7 != 0 else { return [outer] }
        guard let codec = CompressionCodec(rawValue: Int8(attributes & 7)), codec != .zstd else {
            throw .invalid("codec \(attributes & 7) with magic \(magic)")
        }
        guard let packed = outer.value else { throw .invalid("a compressed message without a value") }
        let inner = try RecordBatch.inflate(packed, codec, limit: limit, magic: magic)
        return try unwrap(inner, outer, magic: magic, hasLogAppendTime: magic == 1 && attributes & 8 != 0)
    }

    private static func unwrap(
        _ inner: ByteSlice, _ outer: Record, magic: Int8, hasLogAppendTime: Bool
    ) throws(RecordError) -> [Record] {
        var records: [Record] = []
        var position = 0
        while position < inner.count {
            guard let size: Int32 = inner.integer(at: position + 8), size >= 14,
                Int(size) <= inner.count - position - 12
            else { throw .invalid("message cut inside of a wrapper") }
            let message = inner.slice(position..<position + 12 + Int(size))
            guard let innerMagic: Int8 = message.integer(at: 16), innerMagic == magic else {
                throw .invalid("another magic inside of a wrapper")
            }
            try check(message, magic: magic)
            guard message[17] & 7 == 0 else { throw .invalid("a wrapper inside of a wrapper") }
            records.append(try read(message, magic: magic))
            position += message.count
        }
        guard let last = records.last else { throw .invalid("a wrapper around nothing") }
        // Magic 1 numbers the inner messages from 0; the wrapper carries the offset of the last one.
        let base = magic == 1 ? outer.offset &- last.offset : 0
        for index in records.indices {
            records[index].offset = records[index].offset &+ base
            if hasLogAppendTime { records[index].timestamp = outer.timestamp }
        }
        return records
    }

    private static func read(_ bytes: ByteSlice, magic: Int8) throws(RecordError) -> Record {
        var position = magic == 0 ? 18 : 26
        func field() throws(RecordError) -> ByteSlice? {
            guard let length: Int32 = bytes.integer(at: position) else { throw .invalid("message cut short") }
            position += 4
            guard length >= 0 else { return nil }
            guard Int(length) <= bytes.count - position else { throw .invalid("field past the end of its message") }
            defer { position += Int(length) }
            return bytes.slice(position..<position + Int(length))
        }
        let key = try field()
        let value = try field()
        return Record(
            offset: bytes.integer(at: 0) ?? -1, timestamp: magic == 0 ? -1 : bytes.integer(at: 18) ?? -1, key: key,
            value: value)
    }
}
