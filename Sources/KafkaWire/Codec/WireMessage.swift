import Bytes

/// What the reader and writer can handle as a struct: a message or a part of one.
public protocol WireStruct: Sendable, Equatable {
    /// Every field at its default.
    init()
    /// Reads the fields that `version` has. The enclosing message has told the reader whether it is flexible.
    init(from reader: inout WireReader, version: Int16) throws(WireError)
    /// Writes the fields that `version` has. Fails when a field is set that `version` cannot carry, unless Kafka marks it
    /// as one to drop silently.
    func write(to writer: inout WireWriter, version: Int16) throws(WireError)
}

/// A whole message: request, response, header, or the content of a record of Kafka's own topics and files.
///
/// `init(from:version:)` and `write(to:version:)` of a message check the version and switch reader or writer to its
/// encoding (flexible or not).
public protocol WireMessage: WireStruct {
    /// Kafka's name: `ProduceRequest`.
    static var messageName: String { get }
    /// The versions there are.
    static var versions: ClosedRange<Int16> { get }
    /// The versions with compact lengths and tagged fields; nil when there are none.
    static var flexibleVersions: ClosedRange<Int16>? { get }
}

/// A request.
public protocol KafkaRequest: WireMessage {
    /// What answers it.
    associatedtype Response: KafkaResponse
    /// Its number.
    static var apiKey: APIKey { get }
}

/// A response.
public protocol KafkaResponse: WireMessage {
    /// The number of its request.
    static var apiKey: APIKey { get }
}

/// Key or value of a record in Kafka's internal topics and metadata log. A key's bytes are the record type (int16) and
/// the key; a value's bytes are its version (int16) and the value.
public protocol KafkaRecordMessage: WireMessage {
    /// The number of the record type; unique only within its topic.
    static var recordType: Int16 { get }
}

extension WireMessage {
    /// Reads a whole message from `bytes`; bytes left behind it are an error.
    public init(bytes: ByteSlice, version: Int16) throws(WireError) {
        var reader = WireReader(bytes)
        try self.init(from: &reader, version: version)
        guard reader.remaining == 0 else { throw .bytesLeft(count: reader.remaining) }
    }

    /// The bytes of the message in `version`, without header or size.
    public func encoded(version: Int16) throws(WireError) -> ByteSlice {
        var writer = WireWriter()
        try write(to: &writer, version: version)
        return writer.finish()
    }

    /// Throws when the message has no such version; gives back whether that version is flexible.
    @inlinable
    static func isFlexible(in version: Int16) throws(WireError) -> Bool {
        guard versions.contains(version) else {
            throw .unsupportedVersion(message: messageName, version: version)
        }
        return flexibleVersions?.contains(version) ?? false
    }
}
