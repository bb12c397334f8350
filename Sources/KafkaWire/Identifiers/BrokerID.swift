import Bytes

/// The node id of a broker or controller; -1 means none.
public struct BrokerID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral,
    CustomStringConvertible
{
    /// The number as it goes over the wire.
    public let rawValue: Int32

    /// No broker: a partition without a leader, a client instead of a follower.
    public static let none = BrokerID(rawValue: -1)

    /// Takes any number.
    @inlinable
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Takes any number.
    @inlinable
    public init(_ number: Int32) { rawValue = number }

    /// The same as `init(_:)`.
    @inlinable
    public init(integerLiteral value: Int32) { rawValue = value }

    /// The number in decimal.
    public var description: String { rawValue.description }

    /// Orders by number.
    @inlinable
    public static func < (a: BrokerID, b: BrokerID) -> Bool { a.rawValue < b.rawValue }
}

extension BrokerID: WireValue {
    /// Reads an Int32.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self.init(rawValue: try reader.integer()) }

    /// All at once: of a cluster of 100,000 partitions two lists each are read.
    public static func list(of count: Int, from reader: inout WireReader) throws(WireError) -> [BrokerID] {
        let size = MemoryLayout<Int32>.size
        guard count >= 0, count <= reader.remaining / size else {
            throw .truncated(offset: reader.offset, needed: size, left: reader.remaining)
        }
        let start = reader.offset
        reader.position += count * size
        return reader.source.withUnsafeBytes { all in
            [BrokerID](unsafeUninitializedCapacity: count) { list, filled in
                for index in 0..<count {
                    let raw = all.loadUnaligned(fromByteOffset: start + index * size, as: Int32.self)
                    list.initializeElement(at: index, to: BrokerID(rawValue: Int32(bigEndian: raw)))
                }
                filled = count
            }
        }
    }

    /// Writes an Int32.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { writer.integer(rawValue) }
}
