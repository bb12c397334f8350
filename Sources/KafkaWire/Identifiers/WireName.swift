/// A name or id that is text: a topic, a group, a transactional id. A conforming type adds nothing but its meaning.
///
/// Two are equal when their UTF-8 bytes are, as for Kafka; a Swift `String` would take composed and decomposed letters
/// for the same.
public protocol WireName: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible, WireNullable
where RawValue == String {
    /// Takes any text; what is legal is the broker's matter.
    init(rawValue: String)
}

extension WireName {
    /// Takes any text; what is legal is the broker's matter.
    @inlinable
    public init(_ text: String) { self.init(rawValue: text) }

    /// The same as `init(_:)`.
    @inlinable
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// The text.
    public var description: String { rawValue }

    /// Compares bytes.
    @inlinable
    public static func == (a: Self, b: Self) -> Bool { a.rawValue.hasSameBytes(as: b.rawValue) }

    /// Compares bytes: without it the standard library would compare the texts.
    @inlinable
    public static func != (a: Self, b: Self) -> Bool { !a.rawValue.hasSameBytes(as: b.rawValue) }

    /// Orders by bytes, as Kafka's tools sort.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8) }

    /// Hashes the bytes: the text's own hash would compose the letters of each name first.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        var text = rawValue
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        // Names side by side in one value must not run into each other.
        hasher.combine(0xFF as UInt8)
    }
}

extension WireName {
    /// Reads a string.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self.init(rawValue: try reader.string()) }

    /// Writes a string.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { try writer.string(rawValue) }

    /// Reads a string or null.
    @inlinable
    public static func readNullable(from reader: inout WireReader) throws(WireError) -> Self? {
        guard let text: String = try reader.nullableString() else { return nil }
        return Self(rawValue: text)
    }

    /// Writes null.
    @inlinable
    public static func writeNull(to writer: inout WireWriter) { writer.nullString() }
}
