import Bytes

/// Kafka's 16-byte id of topics, directories, members; shown as 22 characters of base64url.
public struct KafkaUUID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The first 8 bytes, big-endian.
    public let high: UInt64
    /// The last 8 bytes, big-endian.
    public let low: UInt64

    /// All zero: no id.
    public static let zero = KafkaUUID(high: 0, low: 0)

    /// An id of two halves.
    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// An id from its text of 22 base64url characters (padding is accepted), or nil when it is none.
    public init?(_ text: String) {
        guard let bytes = Base64.decode(text, .url), bytes.count == 16,
            let high = bytes.integer(at: 0, as: UInt64.self), let low = bytes.integer(at: 8, as: UInt64.self)
        else { return nil }
        self.init(high: high, low: low)
    }

    /// The 22 characters that Kafka prints.
    public var description: String {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append(high)
        buffer.append(low)
        return Base64.encode(buffer.freeze(), .url)
    }

    /// Orders by the signed halves, as Kafka's `Uuid.compareTo`.
    public static func < (a: KafkaUUID, b: KafkaUUID) -> Bool {
        let (ah, bh) = (Int64(bitPattern: a.high), Int64(bitPattern: b.high))
        return ah == bh ? Int64(bitPattern: a.low) < Int64(bitPattern: b.low) : ah < bh
    }
}

extension KafkaUUID: WireValue {
    /// Reads 16 bytes.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) {
        let high: UInt64 = try reader.integer()
        let low: UInt64 = try reader.integer()
        self.init(high: high, low: low)
    }

    /// Writes 16 bytes.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) {
        writer.integer(high)
        writer.integer(low)
    }
}
