import Bytes

/// Reads Kafka's encodings from bytes that nobody vouches for. Every read checks; nothing is allocated by an announced
/// length that the bytes left cannot hold.
public struct WireReader {
    /// What is read.
    public let source: ByteSlice
    /// Where the next value starts.
    @inlinable
    public var offset: Int { position }
    @usableFromInline var position: Int = 0
    /// True when lengths are compact (uvarint + 1) and structs end in tagged fields; set by each message.
    public var isFlexible: Bool = false

    /// A reader at the start of `bytes`.
    public init(_ bytes: ByteSlice) { source = bytes }

    /// Bytes not yet read.
    @inlinable
    public var remaining: Int { source.count - offset }

    /// The bytes not yet read.
    public var rest: ByteSlice { source.suffix(from: offset) }

    /// Reads an integer, big-endian.
    @inlinable
    public mutating func integer<I: FixedWidthInteger>(_ type: I.Type = I.self) throws(WireError) -> I {
        guard let value: I = source.integer(at: offset, as: I.self) else {
            throw .truncated(offset: offset, needed: MemoryLayout<I>.size, left: remaining)
        }
        position += MemoryLayout<I>.size
        return value
    }

    /// Reads `count` bytes without a copy.
    @inlinable
    public mutating func take(_ count: Int) throws(WireError) -> ByteSlice {
        guard count >= 0, count <= remaining else {
            throw .truncated(offset: offset, needed: count, left: remaining)
        }
        let slice: ByteSlice = source.slice(offset..<offset + count)
        position += count
        return slice
    }

    /// Reads an unsigned variable-length integer of at most 5 bytes: 7 bits each, lowest first, the top bit says that
    /// more follow. As in Kafka the surplus bits of a fifth byte are dropped when its top bit is clear.
    @inlinable
    public mutating func unsignedVarint() throws(WireError) -> UInt32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        let start: Int = offset
        while true {
            let byte: UInt8 = try integer()
            value |= UInt32(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
            if shift > 28 { throw .varintTooLong(offset: start) }
        }
    }

    /// Reads a zigzag variable-length integer of 32 bits.
    @inlinable
    public mutating func varint() throws(WireError) -> Int32 { Varint.unzigzag(try unsignedVarint()) }

    /// Reads a zigzag variable-length integer of 64 bits, of at most 10 bytes.
    @inlinable
    public mutating func varlong() throws(WireError) -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        let start: Int = offset
        while true {
            let byte: UInt8 = try integer()
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return Varint.unzigzag(value) }
            shift += 7
            if shift > 63 { throw .varintTooLong(offset: start) }
        }
    }

    /// Reads the length of a string (a count of bytes in front of them), nil for null.
    @inlinable
    mutating func stringLength() throws(WireError) -> Int? {
        if isFlexible { return try compactLength() }
        let length: Int16 = try integer()
        return length < 0 ? nil : try fitting(Int(length), each: 1)
    }

    /// Reads the length of bytes, nil for null.
    @inlinable
    mutating func bytesLength() throws(WireError) -> Int? {
        if isFlexible { return try compactLength() }
        let length: Int32 = try integer()
        return length < 0 ? nil : try fitting(Int(length), each: 1)
    }

    @inlinable
    mutating func compactLength() throws(WireError) -> Int? {
        let start: Int = offset
        let length: UInt32 = try unsignedVarint()
        if length == 0 { return nil }
        if length > UInt32(Int32.max) { throw .badLength(offset: start) }
        return try fitting(Int(length) - 1, each: 1)
    }

    /// Reads the count of an array whose elements take at least `minimum` bytes each, nil for null. A count that cannot
    /// fit in the bytes left is refused before anything is allocated.
    @inlinable
    mutating func arrayCount(atLeast minimum: Int) throws(WireError) -> Int? {
        guard let count: Int = try bytesLength() else { return nil }
        return try fitting(count, each: minimum)
    }

    @inlinable
    func fitting(_ count: Int, each size: Int) throws(WireError) -> Int {
        guard count <= remaining / size else { throw .lengthBeyondEnd(offset: offset, length: count) }
        return count
    }

    /// Reads a string or null; bad UTF-8 becomes U+FFFD, as in Kafka.
    @inlinable
    public mutating func nullableString() throws(WireError) -> String? {
        guard let length: Int = try stringLength() else { return nil }
        let start: Int = offset
        position += length
        return source.withUnsafeBytes { all in
            String(decoding: UnsafeRawBufferPointer(rebasing: all[start..<start + length]), as: UTF8.self)
        }
    }

    /// Reads a string that is not null.
    @inlinable
    public mutating func string() throws(WireError) -> String {
        let start: Int = offset
        guard let text: String = try nullableString() else { throw .unexpectedNull(offset: start) }
        return text
    }

    /// Reads bytes or null, without a copy.
    @inlinable
    public mutating func nullableBytes() throws(WireError) -> ByteSlice? {
        guard let length: Int = try bytesLength() else { return nil }
        return try take(length)
    }

    /// Reads bytes that are not null, without a copy.
    @inlinable
    public mutating func bytes() throws(WireError) -> ByteSlice {
        let start: Int = offset
        guard let bytes: ByteSlice = try nullableBytes() else { throw .unexpectedNull(offset: start) }
        return bytes
    }
}

// MARK: Arrays and structs

extension WireReader {
    /// Reads an array of values or null; `minimum` is the least size of one.
    @inlinable
    public mutating func nullableArray<T: WireValue>(
        of type: T.Type, atLeast minimum: Int
    ) throws(WireError) -> [T]? {
        guard let count: Int = try arrayCount(atLeast: minimum) else { return nil }
        return count == 0 ? [] : try T.list(of: count, from: &self)
    }

    /// Reads an array of values that is not null; `minimum` is the least size of one.
    @inlinable
    public mutating func array<T: WireValue>(of type: T.Type, atLeast minimum: Int) throws(WireError) -> [T] {
        let start: Int = offset
        guard let array: [T] = try nullableArray(of: type, atLeast: minimum) else {
            throw .unexpectedNull(offset: start)
        }
        return array
    }

    /// Reads an array of structs or null; `minimum` is the least size of one.
    @inlinable
    public mutating func nullableStructs<T: WireStruct>(
        of type: T.Type, version: Int16, atLeast minimum: Int
    ) throws(WireError) -> [T]? {
        guard let count: Int = try arrayCount(atLeast: minimum) else { return nil }
        var array: [T] = []
        array.reserveCapacity(count)
        for _ in 0..<count { array.append(try T(from: &self, version: version)) }
        return array
    }

    /// Reads an array of structs that is not null; `minimum` is the least size of one.
    @inlinable
    public mutating func structs<T: WireStruct>(
        of type: T.Type, version: Int16, atLeast minimum: Int
    ) throws(WireError) -> [T] {
        let start: Int = offset
        guard let array: [T] = try nullableStructs(of: type, version: version, atLeast: minimum) else {
            throw .unexpectedNull(offset: start)
        }
        return array
    }

    /// Reads a struct behind its int8 (negative: null).
    @inlinable
    public mutating func nullableStruct<T: WireStruct>(
        _ type: T.Type, version: Int16
    ) throws(WireError) -> T? {
        let present: Int8 = try integer()
        return present < 0 ? nil : try T(from: &self, version: version)
    }

    /// Reads a struct in a tagged field behind its uvarint (0: null).
    @inlinable
    public mutating func nullableTaggedStruct<T: WireStruct>(
        _ type: T.Type, version: Int16
    ) throws(WireError) -> T? {
        try unsignedVarint() == 0 ? nil : try T(from: &self, version: version)
    }
}

// MARK: Tagged fields

extension WireReader {
    /// A tagged field that comes next.
    public struct Tag {
        /// Its number.
        public let number: UInt32
        /// The bytes of its content.
        public let size: Int
        /// Where its content starts.
        public let start: Int
    }

    /// Reads how many tagged fields follow: each takes at least two bytes.
    @inlinable
    public mutating func tagCount() throws(WireError) -> UInt32 {
        let count: UInt32 = try unsignedVarint()
        guard Int(count) <= remaining / 2 else { throw .lengthBeyondEnd(offset: offset, length: Int(count)) }
        return count
    }

    /// Reads number and size of a tagged field; the size lies within the bytes left.
    public mutating func tag() throws(WireError) -> Tag {
        let number: UInt32 = try unsignedVarint()
        let size: UInt32 = try unsignedVarint()
        return Tag(number: number, size: try fitting(Int(size), each: 1), start: offset)
    }

    /// Checks that the content of `tag` was read to its end and not beyond.
    @inlinable
    public func close(_ tag: Tag) throws(WireError) {
        guard offset - tag.start == tag.size else {
            throw .tagSize(tag: tag.number, size: tag.size, read: offset - tag.start)
        }
    }

    /// Reads the tagged fields of a struct whose schema has none.
    @inlinable
    public mutating func unknownTags() throws(WireError) -> UnknownTags {
        guard isFlexible else { return UnknownTags() }
        var tags = UnknownTags()
        for _ in 0..<(try tagCount()) {
            let tag: Tag = try tag()
            tags.append(tag: tag.number, content: try take(tag.size))
        }
        return tags
    }
}
