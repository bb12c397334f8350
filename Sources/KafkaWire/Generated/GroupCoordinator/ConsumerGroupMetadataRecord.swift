// Generated from Sources/kdeck-dev/Schemas/group-coordinator/03-ConsumerGroupMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 3 (group-coordinator), versions 0, never flexible.
public struct ConsumerGroupMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 3 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupMetadataKey" }
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

/// Value of record type 3 (group-coordinator), versions 0, flexible from 0.
public struct ConsumerGroupMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 3 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var epoch: Int32 = 0
    /// Of the topics the group reads; a change starts a new assignment. Tag 0.
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
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.metadataHash = try Int64(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.epoch.write(to: &writer)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasMetadataHash: Bool = self.metadataHash != 0
        if hasMetadataHash { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasMetadataHash {
            let start: Int = writer.openTag(0, &tags)
            try self.metadataHash.write(to: &writer)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}
