import Bytes

/// Reads the few encodings that occur in a hot request, without an error to throw and without a struct to fill.
struct RequestCursor {
    let source: ByteSlice
    let isFlexible: Bool
    var offset = 0

    init(_ source: ByteSlice, isFlexible: Bool) {
        self.source = source
        self.isFlexible = isFlexible
    }

    mutating func integer<I: FixedWidthInteger>(_ type: I.Type = I.self) -> I? {
        guard let value = source.integer(at: offset, as: I.self) else { return nil }
        offset += MemoryLayout<I>.size
        return value
    }

    /// A uvarint below 2^31.
    mutating func unsigned() -> Int? {
        var value = 0
        for shift in stride(from: 0, through: 28, by: 7) {
            guard let byte = integer(UInt8.self) else { return nil }
            value |= Int(byte & 0x7f) << shift
            if byte < 0x80 { return value <= Int(Int32.max) ? value : nil }
        }
        return nil
    }

    /// True when a string is null.
    mutating func isNull() -> Bool {
        isFlexible ? unsigned() == 0 : integer(Int16.self) == -1
    }

    /// The count of an array; -1 for null.
    mutating func count() -> Int? {
        if isFlexible { return unsigned().map { $0 - 1 } }
        return integer(Int32.self).map { Int($0) }
    }

    mutating func take(_ count: Int) -> ByteSlice? {
        guard count >= 0, count <= source.count - offset else { return nil }
        defer { offset += count }
        return source.slice(offset..<offset + count)
    }

    /// The bytes of a string that is not null.
    mutating func text() -> ByteSlice? {
        if isFlexible { return unsigned().flatMap { take($0 - 1) } }
        return integer(Int16.self).flatMap { take(Int($0)) }
    }

    /// Bytes that are not null.
    mutating func bytes() -> ByteSlice? {
        if isFlexible { return unsigned().flatMap { take($0 - 1) } }
        return integer(Int32.self).flatMap { take(Int($0)) }
    }

    /// True when `levels` structs end here without a tagged field.
    mutating func endTags(_ levels: Int) -> Bool {
        guard isFlexible else { return true }
        for _ in 0..<levels where integer(UInt8.self) != 0 { return false }
        return true
    }
}
