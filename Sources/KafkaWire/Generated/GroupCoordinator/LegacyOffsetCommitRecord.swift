// Generated from Sources/kdeck-dev/Schemas/group-coordinator/00-LegacyOffsetCommit.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 0 (group-coordinator), versions 0, never flexible.
public struct LegacyOffsetCommitKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 0 }
    /// Kafka's name.
    public static var messageName: String { "LegacyOffsetCommitKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var group: String = ""
    /// In every version.
    public var topic: String = ""
    /// In every version.
    public var partition: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(group: String = "", topic: String = "", partition: Int32 = 0) {
        self.group = group
        self.topic = topic
        self.partition = partition
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.group = try String(from: &reader)
        self.topic = try String(from: &reader)
        self.partition = try Int32(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.group.write(to: &writer)
        try self.topic.write(to: &writer)
        try self.partition.write(to: &writer)
    }
}

/// Value of record type 0 (group-coordinator), versions 0, never flexible.
public struct LegacyOffsetCommitValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 0 }
    /// Kafka's name.
    public static var messageName: String { "LegacyOffsetCommitValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var offset: Int64 = 0
    /// In every version.
    public var metadata: String = ""
    /// In every version.
    public var commitTimestamp: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(offset: Int64 = 0, metadata: String = "", commitTimestamp: Int64 = 0) {
        self.offset = offset
        self.metadata = metadata
        self.commitTimestamp = commitTimestamp
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.offset = try Int64(from: &reader)
        self.metadata = try String(from: &reader)
        self.commitTimestamp = try Int64(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.offset.write(to: &writer)
        try self.metadata.write(to: &writer)
        try self.commitTimestamp.write(to: &writer)
    }
}
