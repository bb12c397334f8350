// Generated from Sources/kdeck-dev/Schemas/api/79-ShareAcknowledge.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Says what became of records taken. Request of API 79, versions 1-2, flexible from 1.
public struct ShareAcknowledgeRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ShareAcknowledgeResponse
    /// The number of the API.
    public static var apiKey: APIKey { .shareAcknowledge }
    /// Kafka's name.
    public static var messageName: String { "ShareAcknowledgeRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...2 }

    /// May be null.
    public var groupId: GroupID? = nil
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848. May be null.
    public var memberId: String? = ""
    /// In every version.
    public var shareSessionEpoch: Int32 = 0
    /// From version 2.
    public var isRenewAck: Bool = false
    /// In every version.
    public var topics: [AcknowledgeTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID? = nil,
        memberId: String? = "",
        shareSessionEpoch: Int32 = 0,
        isRenewAck: Bool = false,
        topics: [AcknowledgeTopic] = []
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.shareSessionEpoch = shareSessionEpoch
        self.isRenewAck = isRenewAck
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID.readNullable(from: &reader)
        self.memberId = try String.readNullable(from: &reader)
        self.shareSessionEpoch = try Int32(from: &reader)
        if version >= 2 { self.isRenewAck = try Bool(from: &reader) }
        self.topics = try reader.structs(of: AcknowledgeTopic.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.groupId)
        try writer.nullable(self.memberId)
        try self.shareSessionEpoch.write(to: &writer)
        if version >= 2 {
            try self.isRenewAck.write(to: &writer)
        } else {
            try writer.refuse(self.isRenewAck, "isRenewAck", version)
        }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `AcknowledgeTopic` of `ShareAcknowledgeRequest`, versions 1-2.
    public struct AcknowledgeTopic: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [AcknowledgePartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [AcknowledgePartition] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: AcknowledgePartition.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `AcknowledgePartition` of `ShareAcknowledgeRequest`, versions 1-2.
    public struct AcknowledgePartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var acknowledgementBatches: [AcknowledgementBatch] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0, acknowledgementBatches: [AcknowledgementBatch] = []) {
            self.partitionIndex = partitionIndex
            self.acknowledgementBatches = acknowledgementBatches
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.acknowledgementBatches = try reader.structs(
                of: AcknowledgementBatch.self, version: version, atLeast: 18)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try writer.structs(self.acknowledgementBatches, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `AcknowledgementBatch` of `ShareAcknowledgeRequest`, versions 1-2.
    public struct AcknowledgementBatch: WireStruct {
        /// In every version.
        public var firstOffset: Int64 = 0
        /// In every version.
        public var lastOffset: Int64 = 0
        /// Per record 0 gap, 1 accept, 2 release, 3 reject, 4 renew.
        public var acknowledgeTypes: [Int8] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(firstOffset: Int64 = 0, lastOffset: Int64 = 0, acknowledgeTypes: [Int8] = []) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.acknowledgeTypes = acknowledgeTypes
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.firstOffset = try Int64(from: &reader)
            self.lastOffset = try Int64(from: &reader)
            self.acknowledgeTypes = try reader.array(of: Int8.self, atLeast: 1)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.firstOffset.write(to: &writer)
            try self.lastOffset.write(to: &writer)
            try writer.array(self.acknowledgeTypes)
            writer.tags(self.unknownTags)
        }
    }
}

/// Says what became of records taken. Response of API 79, versions 1-2, flexible from 1.
public struct ShareAcknowledgeResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .shareAcknowledge }
    /// Kafka's name.
    public static var messageName: String { "ShareAcknowledgeResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = nil
    /// A record not acknowledged by then is handed out again. From version 2, dropped silently by other versions.
    public var acquisitionLockTimeoutMs: Int32 = 0
    /// In every version.
    public var responses: [ShareAcknowledgeTopicResponse] = []
    /// Where the leaders named here can be reached, to spare a metadata request.
    public var nodeEndpoints: [NodeEndpoint] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = nil,
        acquisitionLockTimeoutMs: Int32 = 0,
        responses: [ShareAcknowledgeTopicResponse] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.acquisitionLockTimeoutMs = acquisitionLockTimeoutMs
        self.responses = responses
        self.nodeEndpoints = nodeEndpoints
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        if version >= 2 { self.acquisitionLockTimeoutMs = try Int32(from: &reader) }
        self.responses = try reader.structs(of: ShareAcknowledgeTopicResponse.self, version: version, atLeast: 18)
        self.nodeEndpoints = try reader.structs(of: NodeEndpoint.self, version: version, atLeast: 11)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        if version >= 2 { try self.acquisitionLockTimeoutMs.write(to: &writer) }
        try writer.structs(self.responses, version: version)
        try writer.structs(self.nodeEndpoints, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ShareAcknowledgeTopicResponse` of `ShareAcknowledgeResponse`, versions 1-2.
    public struct ShareAcknowledgeTopicResponse: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [PartitionData] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 17)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `ShareAcknowledgeResponse`, versions 1-2.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// The leader to ask instead, when the error says that this is not one.
        public var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.currentLeader = currentLeader
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.currentLeader.write(to: &writer, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `LeaderIdAndEpoch` of `ShareAcknowledgeResponse`, versions 1-2.
    public struct LeaderIdAndEpoch: WireStruct {
        /// In every version.
        public var leaderId: Int32 = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(leaderId: Int32 = 0, leaderEpoch: Int32 = 0) {
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.leaderId = try Int32(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `NodeEndpoint` of `ShareAcknowledgeResponse`, versions 1-2.
    public struct NodeEndpoint: WireStruct {
        /// In every version.
        public var nodeId: BrokerID = 0
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: Int32 = 0
        /// May be null.
        public var rack: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(nodeId: BrokerID = 0, host: String = "", port: Int32 = 0, rack: String? = nil) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.rack = rack
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.nodeId = try BrokerID(from: &reader)
            self.host = try String(from: &reader)
            self.port = try Int32(from: &reader)
            self.rack = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.nodeId.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            try writer.nullable(self.rack)
            writer.tags(self.unknownTags)
        }
    }
}
