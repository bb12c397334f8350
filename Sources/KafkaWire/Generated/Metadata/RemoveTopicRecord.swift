// Generated from Sources/kdeck-dev/Schemas/metadata/09-RemoveTopicRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 9 (metadata), versions 0, flexible from 0.
public struct RemoveTopicRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 9 }
    /// Kafka's name.
    public static var messageName: String { "RemoveTopicRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// The id that survives deletion and re-creation under the same name.
    public var topicId: KafkaUUID = .zero
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topicId: KafkaUUID = .zero) {
        self.topicId = topicId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topicId = try KafkaUUID(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.topicId.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
