// Generated from Sources/kdeck-dev/Schemas/group-coordinator/17-StreamsGroupMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 17 (group-coordinator), versions 0, never flexible.
public struct StreamsGroupMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 17 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupMetadataKey" }
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

/// Value of record type 17 (group-coordinator), versions 0, flexible from 0.
public struct StreamsGroupMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 17 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var epoch: Int32 = 0
    /// Of the topics the group reads; a change starts a new assignment.
    public var metadataHash: Int64 = 0
    /// Tag 0.
    public var validatedTopologyEpoch: Int32 = -1
    /// Tag 1, may be null.
    public var lastAssignmentConfigs: [LastAssignmentConfig]? = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        epoch: Int32 = 0,
        metadataHash: Int64 = 0,
        validatedTopologyEpoch: Int32 = -1,
        lastAssignmentConfigs: [LastAssignmentConfig]? = []
    ) {
        self.epoch = epoch
        self.metadataHash = metadataHash
        self.validatedTopologyEpoch = validatedTopologyEpoch
        self.lastAssignmentConfigs = lastAssignmentConfigs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.epoch = try Int32(from: &reader)
        self.metadataHash = try Int64(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.validatedTopologyEpoch = try Int32(from: &reader)
                try reader.close(tag)
            case 1:
                self.lastAssignmentConfigs = try reader.nullableStructs(
                    of: LastAssignmentConfig.self, version: version, atLeast: 3)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.epoch.write(to: &writer)
        try self.metadataHash.write(to: &writer)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasValidatedTopologyEpoch: Bool = self.validatedTopologyEpoch != -1
        if hasValidatedTopologyEpoch { known += 1 }
        let hasLastAssignmentConfigs: Bool = self.lastAssignmentConfigs != []
        if hasLastAssignmentConfigs { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasValidatedTopologyEpoch {
            let start: Int = writer.openTag(0, &tags)
            try self.validatedTopologyEpoch.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasLastAssignmentConfigs {
            let start: Int = writer.openTag(1, &tags)
            try writer.nullableStructs(self.lastAssignmentConfigs, version: version)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `LastAssignmentConfig` of `StreamsGroupMetadataValue`, versions 0.
    public struct LastAssignmentConfig: WireStruct {
        /// In every version.
        public var key: String = ""
        /// In every version.
        public var value: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(key: String = "", value: String = "") {
            self.key = key
            self.value = value
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.key = try String(from: &reader)
            self.value = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.key.write(to: &writer)
            try self.value.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
