// Generated from Sources/kdeck-dev/Schemas/metadata/20-NoOpRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 20 (metadata), versions 0, flexible from 0.
public struct NoOpRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 20 }
    /// Kafka's name.
    public static var messageName: String { "NoOpRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        writer.tags(self.unknownTags)
    }
}
