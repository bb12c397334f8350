// Generated from Sources/kdeck-dev/Schemas/remote-storage/01-RemoteLogSegmentMetadataUpdateRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 1 (storage), versions 0, flexible from 0.
public struct RemoteLogSegmentMetadataUpdateRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 1 }
    /// Kafka's name.
    public static var messageName: String { "RemoteLogSegmentMetadataUpdateRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var remoteLogSegmentId: RemoteLogSegmentIdEntry = RemoteLogSegmentIdEntry()
    /// In every version.
    public var brokerId: Int32 = 0
    /// In every version.
    public var eventTimestampMs: Int64 = 0
    /// May be null.
    public var customMetadata: ByteSlice? = nil
    /// In every version.
    public var remoteLogSegmentState: Int8 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        remoteLogSegmentId: RemoteLogSegmentIdEntry = RemoteLogSegmentIdEntry(),
        brokerId: Int32 = 0,
        eventTimestampMs: Int64 = 0,
        customMetadata: ByteSlice? = nil,
        remoteLogSegmentState: Int8 = 0
    ) {
        self.remoteLogSegmentId = remoteLogSegmentId
        self.brokerId = brokerId
        self.eventTimestampMs = eventTimestampMs
        self.customMetadata = customMetadata
        self.remoteLogSegmentState = remoteLogSegmentState
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.remoteLogSegmentId = try RemoteLogSegmentIdEntry(from: &reader, version: version)
        self.brokerId = try Int32(from: &reader)
        self.eventTimestampMs = try Int64(from: &reader)
        self.customMetadata = try ByteSlice.readNullable(from: &reader)
        self.remoteLogSegmentState = try Int8(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.remoteLogSegmentId.write(to: &writer, version: version)
        try self.brokerId.write(to: &writer)
        try self.eventTimestampMs.write(to: &writer)
        try writer.nullable(self.customMetadata)
        try self.remoteLogSegmentState.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `RemoteLogSegmentIdEntry` of `RemoteLogSegmentMetadataUpdateRecord`, versions 0.
    public struct RemoteLogSegmentIdEntry: WireStruct {
        /// In every version.
        public var topicIdPartition: TopicIdPartitionEntry = TopicIdPartitionEntry()
        /// In every version.
        public var id: KafkaUUID = .zero
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicIdPartition: TopicIdPartitionEntry = TopicIdPartitionEntry(), id: KafkaUUID = .zero) {
            self.topicIdPartition = topicIdPartition
            self.id = id
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicIdPartition = try TopicIdPartitionEntry(from: &reader, version: version)
            self.id = try KafkaUUID(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicIdPartition.write(to: &writer, version: version)
            try self.id.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicIdPartitionEntry` of `RemoteLogSegmentMetadataUpdateRecord`, versions 0.
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
