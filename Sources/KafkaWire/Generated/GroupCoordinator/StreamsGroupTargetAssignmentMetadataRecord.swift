// Generated from Sources/kdeck-dev/Schemas/group-coordinator/20-StreamsGroupTargetAssignmentMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 20 (group-coordinator), versions 0, never flexible.
public struct StreamsGroupTargetAssignmentMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 20 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupTargetAssignmentMetadataKey" }
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

/// Value of record type 20 (group-coordinator), versions 0, flexible from 0.
public struct StreamsGroupTargetAssignmentMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 20 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupTargetAssignmentMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var assignmentEpoch: Int32 = 0
    /// Tag 0.
    public var assignmentTimestamp: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(assignmentEpoch: Int32 = 0, assignmentTimestamp: Int64 = 0) {
        self.assignmentEpoch = assignmentEpoch
        self.assignmentTimestamp = assignmentTimestamp
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.assignmentEpoch = try Int32(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.assignmentTimestamp = try Int64(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.assignmentEpoch.write(to: &writer)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasAssignmentTimestamp: Bool = self.assignmentTimestamp != 0
        if hasAssignmentTimestamp { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasAssignmentTimestamp {
            let start: Int = writer.openTag(0, &tags)
            try self.assignmentTimestamp.write(to: &writer)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}
