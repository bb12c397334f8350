// Generated from Sources/kdeck-dev/Schemas/api/02-ListOffsets.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Finds the offset of the first record at or after a time, or an end of the log. Request of API 2, versions 1-11,
/// flexible from 6.
public struct ListOffsetsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ListOffsetsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .listOffsets }
    /// Kafka's name.
    public static var messageName: String { "ListOffsetsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...11 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 6...11 }

    /// -1 a client, otherwise the follower that asks.
    public var replicaId: BrokerID = 0
    /// 0 read_uncommitted, 1 read_committed. From version 2.
    public var isolationLevel: Int8 = 0
    /// In every version.
    public var topics: [ListOffsetsTopic] = []
    /// From version 10, dropped silently by other versions.
    public var timeoutMs: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        replicaId: BrokerID = 0,
        isolationLevel: Int8 = 0,
        topics: [ListOffsetsTopic] = [],
        timeoutMs: Int32 = 0
    ) {
        self.replicaId = replicaId
        self.isolationLevel = isolationLevel
        self.topics = topics
        self.timeoutMs = timeoutMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.replicaId = try BrokerID(from: &reader)
        if version >= 2 { self.isolationLevel = try Int8(from: &reader) }
        self.topics = try reader.structs(of: ListOffsetsTopic.self, version: version, atLeast: 3)
        if version >= 10 { self.timeoutMs = try Int32(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.replicaId.write(to: &writer)
        if version >= 2 {
            try self.isolationLevel.write(to: &writer)
        } else {
            try writer.refuse(self.isolationLevel != 0, "isolationLevel", version)
        }
        try writer.structs(self.topics, version: version)
        if version >= 10 { try self.timeoutMs.write(to: &writer) }
        writer.tags(self.unknownTags)
    }

    /// `ListOffsetsTopic` of `ListOffsetsRequest`, versions 1-11.
    public struct ListOffsetsTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [ListOffsetsPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [ListOffsetsPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: ListOffsetsPartition.self, version: version, atLeast: 12)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `ListOffsetsPartition` of `ListOffsetsRequest`, versions 1-11.
    public struct ListOffsetsPartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// The epoch the asker believes in; an older one is fenced; -1 asks nothing. From version 4, dropped silently
        /// by other versions.
        public var currentLeaderEpoch: Int32 = -1
        /// Ms; -1 latest, -2 earliest, -3 max timestamp, -4 earliest local, -5 latest tiered.
        public var timestamp: Int64 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0, currentLeaderEpoch: Int32 = -1, timestamp: Int64 = 0) {
            self.partitionIndex = partitionIndex
            self.currentLeaderEpoch = currentLeaderEpoch
            self.timestamp = timestamp
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            if version >= 4 { self.currentLeaderEpoch = try Int32(from: &reader) }
            self.timestamp = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            if version >= 4 { try self.currentLeaderEpoch.write(to: &writer) }
            try self.timestamp.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Finds the offset of the first record at or after a time, or an end of the log. Response of API 2, versions 1-11,
/// flexible from 6.
public struct ListOffsetsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .listOffsets }
    /// Kafka's name.
    public static var messageName: String { "ListOffsetsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...11 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 6...11 }

    /// How long a quota made the answer wait. From version 2, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var topics: [ListOffsetsTopicResponse] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, topics: [ListOffsetsTopicResponse] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 2 { self.throttleTimeMs = try Int32(from: &reader) }
        self.topics = try reader.structs(of: ListOffsetsTopicResponse.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 2 { try self.throttleTimeMs.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ListOffsetsTopicResponse` of `ListOffsetsResponse`, versions 1-11.
    public struct ListOffsetsTopicResponse: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [ListOffsetsPartitionResponse] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [ListOffsetsPartitionResponse] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: ListOffsetsPartitionResponse.self, version: version, atLeast: 22)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `ListOffsetsPartitionResponse` of `ListOffsetsResponse`, versions 1-11.
    public struct ListOffsetsPartitionResponse: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var timestamp: Int64 = -1
        /// In every version.
        public var offset: Int64 = -1
        /// Grows with every new leader of the partition; -1 unknown. From version 4, dropped silently by other
        /// versions.
        public var leaderEpoch: Int32 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            timestamp: Int64 = -1,
            offset: Int64 = -1,
            leaderEpoch: Int32 = -1
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.timestamp = timestamp
            self.offset = offset
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.timestamp = try Int64(from: &reader)
            self.offset = try Int64(from: &reader)
            if version >= 4 { self.leaderEpoch = try Int32(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try self.timestamp.write(to: &writer)
            try self.offset.write(to: &writer)
            if version >= 4 { try self.leaderEpoch.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }
}
