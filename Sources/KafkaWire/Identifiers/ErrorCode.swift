/// The int16 with which a broker says how something went; 0 is success.
public struct ErrorCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The number as it goes over the wire.
    public let rawValue: Int16

    /// Takes any number, known or not.
    @inlinable
    public init(rawValue: Int16) { self.rawValue = rawValue }

    /// Kafka's name: `OFFSET_OUT_OF_RANGE`, or `ERROR n` for a number without one.
    public var name: String { row?.name ?? "ERROR \(rawValue)" }

    /// True when the same request may work a moment later.
    public var isRetriable: Bool { row?.isRetriable ?? false }

    /// True when the client should ask for metadata before it tries again.
    public var refreshesMetadata: Bool { row?.refreshesMetadata ?? false }

    /// What the operator should do, in one sentence.
    public var advice: String {
        row?.advice ?? "This broker is newer than kdeck: look the code up in its documentation."
    }

    /// Name and number.
    public var description: String { row.map { "\($0.name) (\(rawValue))" } ?? name }

    /// One row of the table.
    struct Row: Sendable {
        let code: Int16
        let name: String
        let isRetriable: Bool
        let refreshesMetadata: Bool
        let advice: String

        init(_ code: Int16, _ name: String, _ traits: Traits, _ advice: String) {
            self.code = code
            self.name = name
            isRetriable = traits.contains(.retriable)
            refreshesMetadata = traits.contains(.metadata)
            self.advice = advice
        }
    }

    /// What clients do by themselves about a code.
    struct Traits: OptionSet, Sendable {
        let rawValue: Int
        static let retriable = Traits(rawValue: 1)
        static let metadata = Traits(rawValue: 2)
    }

    private var row: Row? {
        let index = Int(rawValue) + 1
        return Self.table.indices.contains(index) ? Self.table[index] : nil
    }

    /// All codes of Apache Kafka 4.3.1 in ascending order.
    public static var allCases: [ErrorCode] { table.map { ErrorCode(rawValue: $0.code) } }
}

extension ErrorCode: WireValue {
    /// Reads an int16.
    @inlinable
    public init(from reader: inout WireReader) throws(WireError) { self.init(rawValue: try reader.integer()) }

    /// Writes an int16.
    @inlinable
    public func write(to writer: inout WireWriter) throws(WireError) { writer.integer(rawValue) }
}
