// Generated from Sources/kdeck-dev/Schemas/group-coordinator/01-OffsetCommit.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 1 (group-coordinator), versions 0, never flexible.
public struct OffsetCommitKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 1 }
    /// Kafka's name.
    public static var messageName: String { "OffsetCommitKey" }
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

/// Value of record type 1 (group-coordinator), versions 0-4, flexible from 4.
public struct OffsetCommitValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 1 }
    /// Kafka's name.
    public static var messageName: String { "OffsetCommitValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// In every version.
    public var offset: Int64 = 0
    /// Grows with every new leader of the partition; -1 unknown. From version 3, dropped silently by other versions.
    public var leaderEpoch: Int32 = -1
    /// In every version.
    public var metadata: String = ""
    /// In every version.
    public var commitTimestamp: Int64 = 0
    /// Of old clients; -1 none. Version 1, dropped silently by other versions.
    public var expireTimestamp: Int64 = -1
    /// The id that survives deletion and re-creation under the same name. From version 4, tag 0, dropped silently by
    /// other versions.
    public var topicId: KafkaUUID = .zero
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        offset: Int64 = 0,
        leaderEpoch: Int32 = -1,
        metadata: String = "",
        commitTimestamp: Int64 = 0,
        expireTimestamp: Int64 = -1,
        topicId: KafkaUUID = .zero
    ) {
        self.offset = offset
        self.leaderEpoch = leaderEpoch
        self.metadata = metadata
        self.commitTimestamp = commitTimestamp
        self.expireTimestamp = expireTimestamp
        self.topicId = topicId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.offset = try Int64(from: &reader)
        if version >= 3 { self.leaderEpoch = try Int32(from: &reader) }
        self.metadata = try String(from: &reader)
        self.commitTimestamp = try Int64(from: &reader)
        if version == 1 { self.expireTimestamp = try Int64(from: &reader) }
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 4 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.topicId = try KafkaUUID(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.offset.write(to: &writer)
        if version >= 3 { try self.leaderEpoch.write(to: &writer) }
        try self.metadata.write(to: &writer)
        try self.commitTimestamp.write(to: &writer)
        if version == 1 { try self.expireTimestamp.write(to: &writer) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasTopicId: Bool = version >= 4 && self.topicId != .zero
        if hasTopicId { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasTopicId {
            let start: Int = writer.openTag(0, &tags)
            try self.topicId.write(to: &writer)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}
