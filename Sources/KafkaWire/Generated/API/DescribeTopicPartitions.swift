// Generated from Sources/kdeck-dev/Schemas/api/75-DescribeTopicPartitions.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Topics page by page. Request of API 75, versions 0, flexible from 0.
public struct DescribeTopicPartitionsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeTopicPartitionsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeTopicPartitions }
    /// Kafka's name.
    public static var messageName: String { "DescribeTopicPartitionsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var topics: [TopicRequest] = []
    /// Page size.
    public var responsePartitionLimit: Int32 = 2000
    /// Where to go on; null is the start or the end. May be null.
    public var cursor: Cursor? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [TopicRequest] = [], responsePartitionLimit: Int32 = 2000, cursor: Cursor? = nil) {
        self.topics = topics
        self.responsePartitionLimit = responsePartitionLimit
        self.cursor = cursor
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.structs(of: TopicRequest.self, version: version, atLeast: 2)
        self.responsePartitionLimit = try Int32(from: &reader)
        self.cursor = try reader.nullableStruct(Cursor.self, version: version)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.topics, version: version)
        try self.responsePartitionLimit.write(to: &writer)
        try writer.nullableStruct(self.cursor, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicRequest` of `DescribeTopicPartitionsRequest`, versions 0.
    public struct TopicRequest: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "") {
            self.name = name
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `Cursor` of `DescribeTopicPartitionsRequest`, versions 0.
    public struct Cursor: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicName: TopicName = "", partitionIndex: Int32 = 0) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.partitionIndex = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try self.partitionIndex.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Topics page by page. Response of API 75, versions 0, flexible from 0.
public struct DescribeTopicPartitionsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeTopicPartitions }
    /// Kafka's name.
    public static var messageName: String { "DescribeTopicPartitionsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var topics: [DescribeTopicPartitionsResponseTopic] = []
    /// Where to go on; null is the start or the end. May be null.
    public var nextCursor: Cursor? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        topics: [DescribeTopicPartitionsResponseTopic] = [],
        nextCursor: Cursor? = nil
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.nextCursor = nextCursor
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.topics = try reader.structs(of: DescribeTopicPartitionsResponseTopic.self, version: version, atLeast: 26)
        self.nextCursor = try reader.nullableStruct(Cursor.self, version: version)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.topics, version: version)
        try writer.nullableStruct(self.nextCursor, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeTopicPartitionsResponseTopic` of `DescribeTopicPartitionsResponse`, versions 0.
    public struct DescribeTopicPartitionsResponseTopic: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var name: TopicName? = ""
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// Kafka's own: __consumer_offsets, __transaction_state.
        public var isInternal: Bool = false
        /// In every version.
        public var partitions: [DescribeTopicPartitionsResponsePartition] = []
        /// Bits of AclOperation; -2147483648 when not asked for.
        public var topicAuthorizedOperations: Int32 = -2147483648
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            name: TopicName? = "",
            topicId: KafkaUUID = .zero,
            isInternal: Bool = false,
            partitions: [DescribeTopicPartitionsResponsePartition] = [],
            topicAuthorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.name = name
            self.topicId = topicId
            self.isInternal = isInternal
            self.partitions = partitions
            self.topicAuthorizedOperations = topicAuthorizedOperations
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.name = try TopicName.readNullable(from: &reader)
            self.topicId = try KafkaUUID(from: &reader)
            self.isInternal = try Bool(from: &reader)
            self.partitions = try reader.structs(
                of: DescribeTopicPartitionsResponsePartition.self, version: version, atLeast: 20)
            self.topicAuthorizedOperations = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.name)
            try self.topicId.write(to: &writer)
            try self.isInternal.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            try self.topicAuthorizedOperations.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeTopicPartitionsResponsePartition` of `DescribeTopicPartitionsResponse`, versions 0.
    public struct DescribeTopicPartitionsResponsePartition: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = -1
        /// In every version.
        public var replicaNodes: [BrokerID] = []
        /// Replicas in sync with the leader.
        public var isrNodes: [BrokerID] = []
        /// Out of sync, but complete up to the watermark (KIP-966). May be null.
        public var eligibleLeaderReplicas: [BrokerID]? = nil
        /// The last members of the former, after an unclean stop. May be null.
        public var lastKnownElr: [BrokerID]? = nil
        /// Replicas whose broker or disk is gone.
        public var offlineReplicas: [BrokerID] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            partitionIndex: Int32 = 0,
            leaderId: BrokerID = 0,
            leaderEpoch: Int32 = -1,
            replicaNodes: [BrokerID] = [],
            isrNodes: [BrokerID] = [],
            eligibleLeaderReplicas: [BrokerID]? = nil,
            lastKnownElr: [BrokerID]? = nil,
            offlineReplicas: [BrokerID] = []
        ) {
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.eligibleLeaderReplicas = eligibleLeaderReplicas
            self.lastKnownElr = lastKnownElr
            self.offlineReplicas = offlineReplicas
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.partitionIndex = try Int32(from: &reader)
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.replicaNodes = try reader.array(of: BrokerID.self, atLeast: 4)
            self.isrNodes = try reader.array(of: BrokerID.self, atLeast: 4)
            self.eligibleLeaderReplicas = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
            self.lastKnownElr = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
            self.offlineReplicas = try reader.array(of: BrokerID.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try self.partitionIndex.write(to: &writer)
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try writer.array(self.replicaNodes)
            try writer.array(self.isrNodes)
            try writer.nullableArray(self.eligibleLeaderReplicas)
            try writer.nullableArray(self.lastKnownElr)
            try writer.array(self.offlineReplicas)
            writer.tags(self.unknownTags)
        }
    }

    /// `Cursor` of `DescribeTopicPartitionsResponse`, versions 0.
    public struct Cursor: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicName: TopicName = "", partitionIndex: Int32 = 0) {
            self.topicName = topicName
            self.partitionIndex = partitionIndex
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.partitionIndex = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try self.partitionIndex.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
