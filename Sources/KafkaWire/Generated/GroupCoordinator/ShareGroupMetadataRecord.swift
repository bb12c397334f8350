// Generated from Sources/kdeck-dev/Schemas/group-coordinator/11-ShareGroupMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 11 (group-coordinator), versions 0, never flexible.
public struct ShareGroupMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 11 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupMetadataKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var groupId: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "") {
        self.groupId = groupId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
    }
}

/// Value of record type 11 (group-coordinator), versions 0, flexible from 0.
public struct ShareGroupMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 11 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var epoch: Int32 = 0
    /// Of the topics the group reads; a change starts a new assignment.
    public var metadataHash: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(epoch: Int32 = 0, metadataHash: Int64 = 0) {
        self.epoch = epoch
        self.metadataHash = metadataHash
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.epoch = try Int32(from: &reader)
        self.metadataHash = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.epoch.write(to: &writer)
        try self.metadataHash.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
