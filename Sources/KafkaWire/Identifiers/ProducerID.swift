/// The number that the cluster gave to an idempotent or transactional producer; -1 means none.
public struct ProducerID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral,
    CustomStringConvertible
{
    /// The number as it goes over the wire.
    public let rawValue: Int64

    /// A producer without idempotence.
    public static let none = ProducerID(rawValue: -1)

    /// Takes any number.
    @inlinable
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Takes any number.
    @inlinable
    public init(_ number: Int64) { rawValue = number }

    /// The same as `init(_:)`.
    @inlinable
    public init(integerLiteral value: Int64) { rawValue = value }

    /// The number in decimal.
    public var description: String { rawValue.description }

    /// Orders by number.
    @inlinable
    public static func < (a: ProducerID, b: ProducerID) -> Bool { a.rawValue < b.rawValue }
}

extension ProducerID: WireValue {
    /// Reads an Int64.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self.init(rawValue: try reader.integer()) }

    /// Writes an Int64.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { writer.integer(rawValue) }
}
