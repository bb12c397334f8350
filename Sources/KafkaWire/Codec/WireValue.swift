import Bytes

/// A value that is no struct: a number, a string, an id, bytes. Whether its length is compact is the reader's and
/// writer's knowledge.
public protocol WireValue: Sendable, Equatable {
    /// Reads one.
    init(from reader: inout WireReader) throws(WireError)
    /// Writes it.
    func write(to writer: inout WireWriter) throws(WireError)
    /// Reads so many of them, one behind the other.
    static func list(of count: Int, from reader: inout WireReader) throws(WireError) -> [Self]
}

extension WireValue {
    /// One after the other.
    @inlinable
    public static func list(of count: Int, from reader: inout WireReader) throws(WireError) -> [Self] {
        var list: [Self] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try Self(from: &reader)) }
        return list
    }
}

/// A value that some versions may leave out as null.
public protocol WireNullable: WireValue {
    /// Reads one or null.
    static func readNullable(from reader: inout WireReader) throws(WireError) -> Self?
    /// Writes null.
    static func writeNull(to writer: inout WireWriter)
}

extension WireValue where Self: FixedWidthInteger {
    /// Reads it big-endian.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.integer() }

    /// Writes it big-endian.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { writer.integer(self) }
}

extension Int8: WireValue {}
extension Int16: WireValue {}
extension UInt16: WireValue {}
extension Int32: WireValue {}
extension UInt32: WireValue {}
extension Int64: WireValue {}

extension Bool: WireValue {
    /// Reads one byte; everything but 0 is true, as in Kafka.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) {
        let byte: UInt8 = try reader.integer()
        self = byte != 0
    }

    /// Writes one byte.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { writer.integer(self ? 1 as UInt8 : 0) }
}

extension Double: WireValue {
    /// Reads 8 bytes, IEEE 754 big-endian.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) {
        let bits: UInt64 = try reader.integer()
        self.init(bitPattern: bits)
    }

    /// Writes 8 bytes, IEEE 754 big-endian.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { writer.integer(bitPattern) }
}

extension String: WireNullable {
    /// Reads a string that is not null; bad UTF-8 becomes U+FFFD, as in Kafka.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.string() }

    /// Writes it.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { try writer.string(self) }

    /// Reads a string or null.
    @inlinable
    public static func readNullable(from reader: inout WireReader) throws(WireError) -> String? {
        try reader.nullableString()
    }

    /// Writes null.
    @inlinable
    public static func writeNull(to writer: inout WireWriter) { writer.nullString() }
}

extension ByteSlice: WireNullable {
    /// Reads bytes that are not null, without a copy: the slice keeps the frame alive.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.bytes() }

    /// Writes them.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { try writer.bytes(self) }

    /// Reads bytes or null, without a copy.
    @inlinable
    public static func readNullable(from reader: inout WireReader) throws(WireError) -> ByteSlice? {
        try reader.nullableBytes()
    }

    /// Writes null.
    @inlinable
    public static func writeNull(to writer: inout WireWriter) { writer.nullLength() }
}
