import Bytes

/// The zigzag variable-length integers of records, and sizes of the unsigned ones of flexible messages.
///
/// Kafka's `ByteUtils`: 7 bits a byte, lowest first, at most 5 bytes for 32 and 10 bytes for 64 bits.
public enum Varint {
    /// Bytes that the unsigned form of `value` takes.
    @inlinable
    public static func size(unsigned value: UInt32) -> Int {
        value < 0x80 ? 1 : (38 - value.leadingZeroBitCount) / 7
    }

    /// Bytes that the unsigned form of `value` takes.
    @inlinable
    public static func size(unsigned value: UInt64) -> Int {
        value < 0x80 ? 1 : (70 - value.leadingZeroBitCount) / 7
    }

    /// Bytes that the zigzag form of `value` takes.
    @inlinable
    public static func size(_ value: Int64) -> Int { size(unsigned: zigzag(value)) }

    /// Small magnitudes to small numbers: 0, -1, 1, -2 become 0, 1, 2, 3.
    @inlinable
    public static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value << 1) ^ (value >> 63)) }

    /// The way back from `zigzag`.
    @inlinable
    public static func unzigzag(_ value: UInt64) -> Int64 {
        Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// The same for 32 bits.
    @inlinable
    public static func unzigzag(_ value: UInt32) -> Int32 {
        Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
    }

    /// Appends the zigzag form of `value`; for 32-bit values the bytes are the same as Kafka's `writeVarint`.
    @inlinable
    public static func append(_ value: Int64, to buffer: inout ByteBuffer) {
        append(unsigned: zigzag(value), to: &buffer)
    }

    /// Appends the unsigned form of `value`.
    @inlinable
    public static func append(unsigned value: UInt64, to buffer: inout ByteBuffer) {
        var value: UInt64 = value
        while value >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        buffer.append(UInt8(truncatingIfNeeded: value))
    }
}
