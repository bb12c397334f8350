// Generated from Sources/kdeck-dev/Schemas/group-coordinator/04-ConsumerGroupPartitionMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 4 (group-coordinator), versions 0, never flexible.
public struct ConsumerGroupPartitionMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 4 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupPartitionMetadataKey" }
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

/// Value of record type 4 (group-coordinator), versions 0, flexible from 0.
public struct ConsumerGroupPartitionMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 4 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupPartitionMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var topics: [TopicMetadata] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [TopicMetadata] = []) {
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.structs(of: TopicMetadata.self, version: version, atLeast: 23)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicMetadata` of `ConsumerGroupPartitionMetadataValue`, versions 0.
    public struct TopicMetadata: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var topicName: String = ""
        /// -1 the broker's default.
        public var numPartitions: Int32 = 0
        /// In every version.
        public var partitionMetadata: [PartitionMetadata] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            topicId: KafkaUUID = .zero,
            topicName: String = "",
            numPartitions: Int32 = 0,
            partitionMetadata: [PartitionMetadata] = []
        ) {
            self.topicId = topicId
            self.topicName = topicName
            self.numPartitions = numPartitions
            self.partitionMetadata = partitionMetadata
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.topicName = try String(from: &reader)
            self.numPartitions = try Int32(from: &reader)
            self.partitionMetadata = try reader.structs(of: PartitionMetadata.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try self.topicName.write(to: &writer)
            try self.numPartitions.write(to: &writer)
            try writer.structs(self.partitionMetadata, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionMetadata` of `ConsumerGroupPartitionMetadataValue`, versions 0.
    public struct PartitionMetadata: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// In every version.
        public var racks: [String] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partition: Int32 = 0, racks: [String] = []) {
            self.partition = partition
            self.racks = racks
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.racks = try reader.array(of: String.self, atLeast: 1)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            try writer.array(self.racks)
            writer.tags(self.unknownTags)
        }
    }
}
