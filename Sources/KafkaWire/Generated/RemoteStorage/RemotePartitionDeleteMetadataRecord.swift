// Generated from Sources/kdeck-dev/Schemas/remote-storage/02-RemotePartitionDeleteMetadataRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 2 (storage), versions 0, flexible from 0.
public struct RemotePartitionDeleteMetadataRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 2 }
    /// Kafka's name.
    public static var messageName: String { "RemotePartitionDeleteMetadataRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var topicIdPartition: TopicIdPartitionEntry = TopicIdPartitionEntry()
    /// In every version.
    public var brokerId: Int32 = 0
    /// In every version.
    public var eventTimestampMs: Int64 = 0
    /// In every version.
    public var remotePartitionDeleteState: Int8 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        topicIdPartition: TopicIdPartitionEntry = TopicIdPartitionEntry(),
        brokerId: Int32 = 0,
        eventTimestampMs: Int64 = 0,
        remotePartitionDeleteState: Int8 = 0
    ) {
        self.topicIdPartition = topicIdPartition
        self.brokerId = brokerId
        self.eventTimestampMs = eventTimestampMs
        self.remotePartitionDeleteState = remotePartitionDeleteState
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topicIdPartition = try TopicIdPartitionEntry(from: &reader, version: version)
        self.brokerId = try Int32(from: &reader)
        self.eventTimestampMs = try Int64(from: &reader)
        self.remotePartitionDeleteState = try Int8(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.topicIdPartition.write(to: &writer, version: version)
        try self.brokerId.write(to: &writer)
        try self.eventTimestampMs.write(to: &writer)
        try self.remotePartitionDeleteState.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `TopicIdPartitionEntry` of `RemotePartitionDeleteMetadataRecord`, versions 0.
    public struct TopicIdPartitionEntry: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var id: KafkaUUID = .zero
        /// In every version.
        public var partition: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", id: KafkaUUID = .zero, partition: Int32 = 0) {
            self.name = name
            self.id = id
            self.partition = partition
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.id = try KafkaUUID(from: &reader)
            self.partition = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.id.write(to: &writer)
            try self.partition.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
