/// The name of a topic.
///
/// Two are equal when their UTF-8 bytes are, as for Kafka; a Swift `String` would take composed and decomposed letters
/// for the same.
public struct TopicName: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The text as it goes over the wire.
    public let rawValue: String

    /// Takes any text; what is legal is the broker's matter.
    @inlinable
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes any text; what is legal is the broker's matter.
    @inlinable
    public init(_ text: String) { rawValue = text }

    /// The same as `init(_:)`.
    @inlinable
    public init(stringLiteral value: String) { rawValue = value }

    /// The text.
    public var description: String { rawValue }

    /// Compares bytes.
    @inlinable
    public static func == (a: TopicName, b: TopicName) -> Bool { a.rawValue.hasSameBytes(as: b.rawValue) }

    /// Orders by bytes, as Kafka's tools sort.
    public static func < (a: TopicName, b: TopicName) -> Bool {
        a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
    }

    /// Hashes the text; texts with equal bytes hash alike.
    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension TopicName: WireNullable {
    /// Reads a string.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self.init(rawValue: try reader.string()) }

    /// Writes a string.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { try writer.string(rawValue) }

    /// Reads a string or null.
    @inlinable
    public static func readNullable(from reader: inout WireReader) throws(WireError) -> TopicName? {
        guard let text: String = try reader.nullableString() else { return nil }
        return TopicName(rawValue: text)
    }

    /// Writes null.
    @inlinable
    public static func writeNull(to writer: inout WireWriter) { writer.nullString() }
}
