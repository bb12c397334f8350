/// Walks the records of a batch of magic 2 without making an object of any: checks that their lengths add up, and finds
/// what the append needs (largest timestamp, records without a key, timestamps out of bounds).
struct RecordWalk {
    /// Why the walk stopped.
    enum Fault: Error {
        /// A length, count or varint that does not fit into the bytes there are.
        case malformed
    }

    /// One record as the walk sees it.
    struct Item: Equatable {
        var index: Int32
        var offsetDelta: Int32
        var timestampDelta: Int64
        var hasKey: Bool
    }

    private var at: UnsafeRawPointer
    private let end: UnsafeRawPointer
    private var index: Int32 = 0

    /// - Parameter payload: the bytes behind the header, decompressed.
    init(_ payload: UnsafeRawBufferPointer) {
        // An empty buffer may have no address; a walk of nothing needs one that is never read.
        let start = payload.baseAddress ?? UnsafeRawPointer(bitPattern: 16).unsafelyUnwrapped
        at = start
        end = start + payload.count
    }

    /// True when every byte was walked.
    var isAtEnd: Bool { at == end }

    /// The next record, which must be whole.
    @inline(__always)
    mutating func next() throws(Fault) -> Item {
        if let item = plain() { return item }
        return try general()
    }

    /// The next record if it is as nearly all are: without headers, and no number in it takes more than two bytes. For
    /// another one, and for bytes that need a closer look, nil, and nothing has moved.
    @inline(__always)
    private mutating func plain() -> Item? {
        // What is read before the first look at a length: four numbers and the attributes.
        guard end - at >= 16 else { return nil }
        var here = at
        guard let length = Self.short(&here), length > 0, length <= end - here else { return nil }
        let recordEnd = here + length
        here += 1
        guard let timestampDelta = Self.short(&here), let offsetDelta = Self.short(&here),
            let keyLength = Self.short(&here)
        else { return nil }
        if keyLength > 0 { here += keyLength }
        // The length of the value, and the count of headers behind it.
        guard end - here >= 3, let valueLength = Self.short(&here) else { return nil }
        if valueLength > 0 { here += valueLength }
        guard here + 1 == recordEnd, here.load(as: UInt8.self) == 0 else { return nil }
        at = recordEnd
        defer { index &+= 1 }
        return Item(
            index: index, offsetDelta: Int32(truncatingIfNeeded: offsetDelta), timestampDelta: Int64(timestampDelta),
            hasKey: keyLength >= 0)
    }

    /// A signed number of one or two bytes; the caller knows that two can be read.
    @inline(__always)
    private static func short(_ here: inout UnsafeRawPointer) -> Int? {
        let first = Int(here.load(as: UInt8.self))
        if first < 0x80 {
            here += 1
            return first >> 1 ^ -(first & 1)
        }
        let second = Int(here.load(fromByteOffset: 1, as: UInt8.self))
        guard second < 0x80 else { return nil }
        here += 2
        let value = first & 0x7f | second << 7
        return value >> 1 ^ -(value & 1)
    }

    /// The next record, whatever its shape.
    mutating func general() throws(Fault) -> Item {
        let length = Int(try varint32())
        guard length >= 0, length <= end - at else { throw .malformed }
        let recordEnd = at + length
        guard at < recordEnd else { throw .malformed }
        at += 1
        let timestampDelta = try varint64()
        let offsetDelta = try varint32()
        let keyLength = try varint32()
        if keyLength > 0 { try skip(Int(keyLength), recordEnd) }
        let valueLength = try varint32()
        if valueLength > 0 { try skip(Int(valueLength), recordEnd) }
        let headers = try varint32()
        guard headers >= 0, Int(headers) <= end - at else { throw .malformed }
        if headers > 0 { try skipHeaders(headers, recordEnd) }
        guard at == recordEnd else { throw .malformed }
        defer { index &+= 1 }
        return Item(index: index, offsetDelta: offsetDelta, timestampDelta: timestampDelta, hasKey: keyLength >= 0)
    }

    private mutating func skipHeaders(_ count: Int32, _ recordEnd: UnsafeRawPointer) throws(Fault) {
        for _ in 0..<count {
            let key = Int(try varint32())
            guard key >= 0 else { throw .malformed }
            try skip(key, recordEnd)
            let value = Int(try varint32())
            if value > 0 { try skip(value, recordEnd) }
        }
    }

    @inline(__always)
    private mutating func skip(_ count: Int, _ recordEnd: UnsafeRawPointer) throws(Fault) {
        guard count <= recordEnd - at else { throw .malformed }
        at += count
    }

    @inline(__always)
    private mutating func varint32() throws(Fault) -> Int32 {
        guard at < end else { throw .malformed }
        let first = at.load(as: UInt8.self)
        if first < 0x80 {
            at += 1
            return Int32(first >> 1) ^ -Int32(first & 1)
        }
        return try longVarint32()
    }

    private mutating func longVarint32() throws(Fault) -> Int32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while shift < 35 {
            guard at < end else { throw .malformed }
            let byte = at.load(as: UInt8.self)
            at += 1
            value |= UInt32(byte & 0x7f) &<< shift
            if byte < 0x80 { return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1) }
            shift += 7
        }
        throw .malformed
    }

    @inline(__always)
    private mutating func varint64() throws(Fault) -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 70 {
            guard at < end else { throw .malformed }
            let byte = at.load(as: UInt8.self)
            at += 1
            value |= UInt64(byte & 0x7f) &<< shift
            if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
            shift += 7
        }
        throw .malformed
    }
}
