// Generated from Sources/kdeck-dev/Schemas/api/76-ShareGroupHeartbeat.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A member of a share group joins, reports, gets its partitions. Request of API 76, versions 1, flexible from 1.
public struct ShareGroupHeartbeatRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ShareGroupHeartbeatResponse
    /// The number of the API.
    public static var apiKey: APIKey { .shareGroupHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupHeartbeatRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// In every version.
    public var groupId: GroupID = ""
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
    public var memberEpoch: Int32 = 0
    /// Where the client is, to be sent to a near replica (KIP-392). May be null.
    public var rackId: String? = nil
    /// May be null.
    public var subscribedTopicNames: [TopicName]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID = "",
        memberId: String = "",
        memberEpoch: Int32 = 0,
        rackId: String? = nil,
        subscribedTopicNames: [TopicName]? = nil
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.rackId = rackId
        self.subscribedTopicNames = subscribedTopicNames
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.memberId = try String(from: &reader)
        self.memberEpoch = try Int32(from: &reader)
        self.rackId = try String.readNullable(from: &reader)
        self.subscribedTopicNames = try reader.nullableArray(of: TopicName.self, atLeast: 1)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.memberId.write(to: &writer)
        try self.memberEpoch.write(to: &writer)
        try writer.nullable(self.rackId)
        try writer.nullableArray(self.subscribedTopicNames)
        writer.tags(self.unknownTags)
    }
}

/// A member of a share group joins, reports, gets its partitions. Response of API 76, versions 1, flexible from 1.
public struct ShareGroupHeartbeatResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .shareGroupHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupHeartbeatResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

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

    /// `TopicPartitions` of `ShareGroupHeartbeatResponse`, versions 1.
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

    /// `Assignment` of `ShareGroupHeartbeatResponse`, versions 1.
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
