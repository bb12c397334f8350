// Generated from Sources/kdeck-dev/Schemas/api/23-OffsetForLeaderEpoch.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Where an epoch ended: how readers notice a truncated log. Request of API 23, versions 2-4, flexible from 4.
public struct OffsetForLeaderEpochRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = OffsetForLeaderEpochResponse
    /// The number of the API.
    public static var apiKey: APIKey { .offsetForLeaderEpoch }
    /// Kafka's name.
    public static var messageName: String { "OffsetForLeaderEpochRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// -1 a client, otherwise the follower that asks. From version 3, dropped silently by other versions.
    public var replicaId: BrokerID = -2
    /// In every version.
    public var topics: [OffsetForLeaderTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(replicaId: BrokerID = -2, topics: [OffsetForLeaderTopic] = []) {
        self.replicaId = replicaId
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { self.replicaId = try BrokerID(from: &reader) }
        self.topics = try reader.structs(of: OffsetForLeaderTopic.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { try self.replicaId.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `OffsetForLeaderTopic` of `OffsetForLeaderEpochRequest`, versions 2-4.
    public struct OffsetForLeaderTopic: WireStruct {
        /// In every version.
        public var topic: TopicName = ""
        /// In every version.
        public var partitions: [OffsetForLeaderPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", partitions: [OffsetForLeaderPartition] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topic = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: OffsetForLeaderPartition.self, version: version, atLeast: 12)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topic.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetForLeaderPartition` of `OffsetForLeaderEpochRequest`, versions 2-4.
    public struct OffsetForLeaderPartition: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// The epoch the asker believes in; an older one is fenced; -1 asks nothing.
        public var currentLeaderEpoch: Int32 = -1
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partition: Int32 = 0, currentLeaderEpoch: Int32 = -1, leaderEpoch: Int32 = 0) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.currentLeaderEpoch = try Int32(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            try self.currentLeaderEpoch.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Where an epoch ended: how readers notice a truncated log. Response of API 23, versions 2-4, flexible from 4.
public struct OffsetForLeaderEpochResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .offsetForLeaderEpoch }
    /// Kafka's name.
    public static var messageName: String { "OffsetForLeaderEpochResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var topics: [OffsetForLeaderTopicResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, topics: [OffsetForLeaderTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.topics = try reader.structs(of: OffsetForLeaderTopicResult.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `OffsetForLeaderTopicResult` of `OffsetForLeaderEpochResponse`, versions 2-4.
    public struct OffsetForLeaderTopicResult: WireStruct {
        /// In every version.
        public var topic: TopicName = ""
        /// In every version.
        public var partitions: [EpochEndOffset] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", partitions: [EpochEndOffset] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topic = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: EpochEndOffset.self, version: version, atLeast: 18)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topic.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `EpochEndOffset` of `OffsetForLeaderEpochResponse`, versions 2-4.
    public struct EpochEndOffset: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var partition: Int32 = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = -1
        /// In every version.
        public var endOffset: Int64 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            partition: Int32 = 0,
            leaderEpoch: Int32 = -1,
            endOffset: Int64 = -1
        ) {
            self.errorCode = errorCode
            self.partition = partition
            self.leaderEpoch = leaderEpoch
            self.endOffset = endOffset
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.partition = try Int32(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.endOffset = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try self.partition.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try self.endOffset.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
