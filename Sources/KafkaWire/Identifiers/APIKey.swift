/// The number of a request type. The generated part names them all, with their versions.
public struct APIKey: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number as it goes over the wire.
    public let rawValue: Int16

    /// Takes any number, known or not.
    @inlinable
    public init(rawValue: Int16) { self.rawValue = rawValue }

    /// Kafka's name of the API (`OffsetCommit`), or `API n` for a number without one.
    public var name: String { facts?.name ?? "API \(rawValue)" }

    /// True when Apache Kafka 4.3.1 has an API of this number.
    public var isKnown: Bool { facts != nil }

    /// Kafka's name of the API.
    public var description: String { name }

    /// Orders by number.
    @inlinable
    public static func < (a: APIKey, b: APIKey) -> Bool { a.rawValue < b.rawValue }

    /// What the schemas say about one API.
    struct Facts {
        let name: String
        /// All versions that have a schema.
        let versions: ClosedRange<Int16>
        /// The first flexible version of the request; 32767 when there is none.
        let flexibleRequest: Int16
        /// The first flexible version of the response; 32767 when there is none.
        let flexibleResponse: Int16
        /// The highest version that Kafka offers; below the end of `versions` when that one is still unstable.
        let latestStable: Int16
    }

    /// The versions that have a schema; nil for an unknown number.
    public var versions: ClosedRange<Int16>? { facts?.versions }

    /// The versions that Kafka 4.3.1 offers to everybody: without those still marked unstable.
    public var stableVersions: ClosedRange<Int16>? {
        facts.map { $0.versions.lowerBound...$0.latestStable }
    }
}

extension APIKey: WireValue {
    /// Reads an int16.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self.init(rawValue: try reader.integer()) }

    /// Writes an int16.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { writer.integer(rawValue) }
}
