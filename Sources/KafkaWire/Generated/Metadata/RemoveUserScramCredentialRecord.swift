// Generated from Sources/kdeck-dev/Schemas/metadata/22-RemoveUserScramCredentialRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 22 (metadata), versions 0, flexible from 0.
public struct RemoveUserScramCredentialRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 22 }
    /// Kafka's name.
    public static var messageName: String { "RemoveUserScramCredentialRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var name: String = ""
    /// 1 SCRAM-SHA-256, 2 SCRAM-SHA-512.
    public var mechanism: Int8 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(name: String = "", mechanism: Int8 = 0) {
        self.name = name
        self.mechanism = mechanism
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.name = try String(from: &reader)
        self.mechanism = try Int8(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.name.write(to: &writer)
        try self.mechanism.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
