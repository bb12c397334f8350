// Generated from Sources/kdeck-dev/Schemas/group-coordinator/15-ShareGroupStatePartitionMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 15 (group-coordinator), versions 0, never flexible.
public struct ShareGroupStatePartitionMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 15 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupStatePartitionMetadataKey" }
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

/// Value of record type 15 (group-coordinator), versions 0, flexible from 0.
public struct ShareGroupStatePartitionMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 15 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupStatePartitionMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var initializingTopics: [TopicPartitionsInfo] = []
    /// In every version.
    public var initializedTopics: [TopicPartitionsInfo] = []
    /// In every version.
    public var deletingTopics: [TopicInfo] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        initializingTopics: [TopicPartitionsInfo] = [],
        initializedTopics: [TopicPartitionsInfo] = [],
        deletingTopics: [TopicInfo] = []
    ) {
        self.initializingTopics = initializingTopics
        self.initializedTopics = initializedTopics
        self.deletingTopics = deletingTopics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.initializingTopics = try reader.structs(of: TopicPartitionsInfo.self, version: version, atLeast: 19)
        self.initializedTopics = try reader.structs(of: TopicPartitionsInfo.self, version: version, atLeast: 19)
        self.deletingTopics = try reader.structs(of: TopicInfo.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.initializingTopics, version: version)
        try writer.structs(self.initializedTopics, version: version)
        try writer.structs(self.deletingTopics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicPartitionsInfo` of `ShareGroupStatePartitionMetadataValue`, versions 0.
    public struct TopicPartitionsInfo: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var topicName: String = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, topicName: String = "", partitions: [Int32] = []) {
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.topicName = try String(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try self.topicName.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicInfo` of `ShareGroupStatePartitionMetadataValue`, versions 0.
    public struct TopicInfo: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var topicName: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, topicName: String = "") {
            self.topicId = topicId
            self.topicName = topicName
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.topicName = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try self.topicName.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
