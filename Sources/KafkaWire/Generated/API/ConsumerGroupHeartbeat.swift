// Generated from Sources/kdeck-dev/Schemas/api/68-ConsumerGroupHeartbeat.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// The whole of the new consumer protocol (KIP-848): joins, reports, gets its assignment. Request of API 68, versions
/// 0-1, flexible from 0.
public struct ConsumerGroupHeartbeatRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ConsumerGroupHeartbeatResponse
    /// The number of the API.
    public static var apiKey: APIKey { .consumerGroupHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupHeartbeatRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var groupId: GroupID = ""
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
    public var memberEpoch: Int32 = 0
    /// A static member's name: its seat is kept while it restarts (KIP-345). May be null.
    public var instanceId: String? = nil
    /// Where the client is, to be sent to a near replica (KIP-392). May be null.
    public var rackId: String? = nil
    /// How long members have to join again when a rebalance starts.
    public var rebalanceTimeoutMs: Int32 = -1
    /// May be null.
    public var subscribedTopicNames: [TopicName]? = nil
    /// RE2J, worked out by the coordinator. From version 1, may be null.
    public var subscribedTopicRegex: String? = nil
    /// `uniform` or `range`; null leaves it to the coordinator. May be null.
    public var serverAssignor: String? = nil
    /// May be null.
    public var topicPartitions: [TopicPartitions]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID = "",
        memberId: String = "",
        memberEpoch: Int32 = 0,
        instanceId: String? = nil,
        rackId: String? = nil,
        rebalanceTimeoutMs: Int32 = -1,
        subscribedTopicNames: [TopicName]? = nil,
        subscribedTopicRegex: String? = nil,
        serverAssignor: String? = nil,
        topicPartitions: [TopicPartitions]? = nil
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.instanceId = instanceId
        self.rackId = rackId
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.subscribedTopicNames = subscribedTopicNames
        self.subscribedTopicRegex = subscribedTopicRegex
        self.serverAssignor = serverAssignor
        self.topicPartitions = topicPartitions
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.memberId = try String(from: &reader)
        self.memberEpoch = try Int32(from: &reader)
        self.instanceId = try String.readNullable(from: &reader)
        self.rackId = try String.readNullable(from: &reader)
        self.rebalanceTimeoutMs = try Int32(from: &reader)
        self.subscribedTopicNames = try reader.nullableArray(of: TopicName.self, atLeast: 1)
        if version >= 1 { self.subscribedTopicRegex = try String.readNullable(from: &reader) }
        self.serverAssignor = try String.readNullable(from: &reader)
        self.topicPartitions = try reader.nullableStructs(of: TopicPartitions.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.memberId.write(to: &writer)
        try self.memberEpoch.write(to: &writer)
        try writer.nullable(self.instanceId)
        try writer.nullable(self.rackId)
        try self.rebalanceTimeoutMs.write(to: &writer)
        try writer.nullableArray(self.subscribedTopicNames)
        if version >= 1 {
            try writer.nullable(self.subscribedTopicRegex)
        } else {
            try writer.refuse(self.subscribedTopicRegex != nil, "subscribedTopicRegex", version)
        }
        try writer.nullable(self.serverAssignor)
        try writer.nullableStructs(self.topicPartitions, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicPartitions` of `ConsumerGroupHeartbeatRequest`, versions 0-1.
    public struct TopicPartitions: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [Int32] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }
}

/// The whole of the new consumer protocol (KIP-848): joins, reports, gets its assignment. Response of API 68, versions
/// 0-1, flexible from 0.
public struct ConsumerGroupHeartbeatResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .consumerGroupHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupHeartbeatResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = nil
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848. May be null.
    public var memberId: String? = nil
    /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
    public var memberEpoch: Int32 = 0
    /// How often the member should report.
    public var heartbeatIntervalMs: Int32 = 0
    /// May be null.
    public var assignment: Assignment? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = nil,
        memberId: String? = nil,
        memberEpoch: Int32 = 0,
        heartbeatIntervalMs: Int32 = 0,
        assignment: Assignment? = nil
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.heartbeatIntervalMs = heartbeatIntervalMs
        self.assignment = assignment
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.memberId = try String.readNullable(from: &reader)
        self.memberEpoch = try Int32(from: &reader)
        self.heartbeatIntervalMs = try Int32(from: &reader)
        self.assignment = try reader.nullableStruct(Assignment.self, version: version)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try writer.nullable(self.memberId)
        try self.memberEpoch.write(to: &writer)
        try self.heartbeatIntervalMs.write(to: &writer)
        try writer.nullableStruct(self.assignment, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicPartitions` of `ConsumerGroupHeartbeatResponse`, versions 0-1.
    public struct TopicPartitions: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [Int32] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }

    /// `Assignment` of `ConsumerGroupHeartbeatResponse`, versions 0-1.
    public struct Assignment: WireStruct {
        /// In every version.
        public var topicPartitions: [TopicPartitions] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicPartitions: [TopicPartitions] = []) {
            self.topicPartitions = topicPartitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicPartitions = try reader.structs(of: TopicPartitions.self, version: version, atLeast: 18)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.structs(self.topicPartitions, version: version)
            writer.tags(self.unknownTags)
        }
    }
}
