// Generated from Sources/kdeck-dev/Schemas/api/77-ShareGroupDescribe.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// State and members of share groups. Request of API 77, versions 1, flexible from 1.
public struct ShareGroupDescribeRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ShareGroupDescribeResponse
    /// The number of the API.
    public static var apiKey: APIKey { .shareGroupDescribe }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupDescribeRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// In every version.
    public var groupIds: [GroupID] = []
    /// Ask also what this user may do.
    public var includeAuthorizedOperations: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupIds: [GroupID] = [], includeAuthorizedOperations: Bool = false) {
        self.groupIds = groupIds
        self.includeAuthorizedOperations = includeAuthorizedOperations
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupIds = try reader.array(of: GroupID.self, atLeast: 1)
        self.includeAuthorizedOperations = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.groupIds)
        try self.includeAuthorizedOperations.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// State and members of share groups. Response of API 77, versions 1, flexible from 1.
public struct ShareGroupDescribeResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .shareGroupDescribe }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupDescribeResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var groups: [DescribedGroup] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, groups: [DescribedGroup] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.groups = try reader.structs(of: DescribedGroup.self, version: version, atLeast: 20)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.groups, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicPartitions` of `ShareGroupDescribeResponse`, versions 1.
    public struct TopicPartitions: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var topicName: TopicName = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, topicName: TopicName = "", partitions: [Int32] = []) {
            self.topicId = topicId
            self.topicName = topicName
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.topicName = try TopicName(from: &reader)
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

    /// `Assignment` of `ShareGroupDescribeResponse`, versions 1.
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
            self.topicPartitions = try reader.structs(of: TopicPartitions.self, version: version, atLeast: 19)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.structs(self.topicPartitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribedGroup` of `ShareGroupDescribeResponse`, versions 1.
    public struct DescribedGroup: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// In every version.
        public var groupId: GroupID = ""
        /// In every version.
        public var groupState: String = ""
        /// In every version.
        public var groupEpoch: Int32 = 0
        /// In every version.
        public var assignmentEpoch: Int32 = 0
        /// In every version.
        public var assignorName: String = ""
        /// In every version.
        public var members: [Member] = []
        /// Bits of AclOperation; -2147483648 when not asked for.
        public var authorizedOperations: Int32 = -2147483648
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            groupId: GroupID = "",
            groupState: String = "",
            groupEpoch: Int32 = 0,
            assignmentEpoch: Int32 = 0,
            assignorName: String = "",
            members: [Member] = [],
            authorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.groupEpoch = groupEpoch
            self.assignmentEpoch = assignmentEpoch
            self.assignorName = assignorName
            self.members = members
            self.authorizedOperations = authorizedOperations
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.groupId = try GroupID(from: &reader)
            self.groupState = try String(from: &reader)
            self.groupEpoch = try Int32(from: &reader)
            self.assignmentEpoch = try Int32(from: &reader)
            self.assignorName = try String(from: &reader)
            self.members = try reader.structs(of: Member.self, version: version, atLeast: 12)
            self.authorizedOperations = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.groupId.write(to: &writer)
            try self.groupState.write(to: &writer)
            try self.groupEpoch.write(to: &writer)
            try self.assignmentEpoch.write(to: &writer)
            try self.assignorName.write(to: &writer)
            try writer.structs(self.members, version: version)
            try self.authorizedOperations.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `Member` of `ShareGroupDescribeResponse`, versions 1.
    public struct Member: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// Where the client is, to be sent to a near replica (KIP-392). May be null.
        public var rackId: String? = nil
        /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
        public var memberEpoch: Int32 = 0
        /// In every version.
        public var clientId: String = ""
        /// As the broker sees it, with a slash in front: /127.0.0.1.
        public var clientHost: String = ""
        /// In every version.
        public var subscribedTopicNames: [TopicName] = []
        /// In every version.
        public var assignment: Assignment = Assignment()
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            memberId: String = "",
            rackId: String? = nil,
            memberEpoch: Int32 = 0,
            clientId: String = "",
            clientHost: String = "",
            subscribedTopicNames: [TopicName] = [],
            assignment: Assignment = Assignment()
        ) {
            self.memberId = memberId
            self.rackId = rackId
            self.memberEpoch = memberEpoch
            self.clientId = clientId
            self.clientHost = clientHost
            self.subscribedTopicNames = subscribedTopicNames
            self.assignment = assignment
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            self.rackId = try String.readNullable(from: &reader)
            self.memberEpoch = try Int32(from: &reader)
            self.clientId = try String(from: &reader)
            self.clientHost = try String(from: &reader)
            self.subscribedTopicNames = try reader.array(of: TopicName.self, atLeast: 1)
            self.assignment = try Assignment(from: &reader, version: version)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            try writer.nullable(self.rackId)
            try self.memberEpoch.write(to: &writer)
            try self.clientId.write(to: &writer)
            try self.clientHost.write(to: &writer)
            try writer.array(self.subscribedTopicNames)
            try self.assignment.write(to: &writer, version: version)
            writer.tags(self.unknownTags)
        }
    }
}
