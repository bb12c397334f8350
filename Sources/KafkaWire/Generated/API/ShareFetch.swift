// Generated from Sources/kdeck-dev/Schemas/api/78-ShareFetch.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Takes records of a share group under a lock. Request of API 78, versions 1-2, flexible from 1.
public struct ShareFetchRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ShareFetchResponse
    /// The number of the API.
    public static var apiKey: APIKey { .shareFetch }
    /// Kafka's name.
    public static var messageName: String { "ShareFetchRequest" }
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
    /// How long the broker may hold the request when there is too little to give.
    public var maxWaitMs: Int32 = 0
    /// Wait until there is this much to give, or maxWaitMs is over.
    public var minBytes: Int32 = 0
    /// A soft limit: the first batch is given even when it is larger.
    public var maxBytes: Int32 = 2147483647
    /// In every version.
    public var maxRecords: Int32 = 0
    /// In every version.
    public var batchSize: Int32 = 0
    /// From version 2, dropped silently by other versions.
    public var shareAcquireMode: Int8 = 0
    /// From version 2.
    public var isRenewAck: Bool = false
    /// In every version.
    public var topics: [FetchTopic] = []
    /// Partitions that the session no longer asks for.
    public var forgottenTopicsData: [ForgottenTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID? = nil,
        memberId: String? = "",
        shareSessionEpoch: Int32 = 0,
        maxWaitMs: Int32 = 0,
        minBytes: Int32 = 0,
        maxBytes: Int32 = 2147483647,
        maxRecords: Int32 = 0,
        batchSize: Int32 = 0,
        shareAcquireMode: Int8 = 0,
        isRenewAck: Bool = false,
        topics: [FetchTopic] = [],
        forgottenTopicsData: [ForgottenTopic] = []
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.shareSessionEpoch = shareSessionEpoch
        self.maxWaitMs = maxWaitMs
        self.minBytes = minBytes
        self.maxBytes = maxBytes
        self.maxRecords = maxRecords
        self.batchSize = batchSize
        self.shareAcquireMode = shareAcquireMode
        self.isRenewAck = isRenewAck
        self.topics = topics
        self.forgottenTopicsData = forgottenTopicsData
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID.readNullable(from: &reader)
        self.memberId = try String.readNullable(from: &reader)
        self.shareSessionEpoch = try Int32(from: &reader)
        self.maxWaitMs = try Int32(from: &reader)
        self.minBytes = try Int32(from: &reader)
        self.maxBytes = try Int32(from: &reader)
        self.maxRecords = try Int32(from: &reader)
        self.batchSize = try Int32(from: &reader)
        if version >= 2 { self.shareAcquireMode = try Int8(from: &reader) }
        if version >= 2 { self.isRenewAck = try Bool(from: &reader) }
        self.topics = try reader.structs(of: FetchTopic.self, version: version, atLeast: 18)
        self.forgottenTopicsData = try reader.structs(of: ForgottenTopic.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.groupId)
        try writer.nullable(self.memberId)
        try self.shareSessionEpoch.write(to: &writer)
        try self.maxWaitMs.write(to: &writer)
        try self.minBytes.write(to: &writer)
        try self.maxBytes.write(to: &writer)
        try self.maxRecords.write(to: &writer)
        try self.batchSize.write(to: &writer)
        if version >= 2 { try self.shareAcquireMode.write(to: &writer) }
        if version >= 2 {
            try self.isRenewAck.write(to: &writer)
        } else {
            try writer.refuse(self.isRenewAck, "isRenewAck", version)
        }
        try writer.structs(self.topics, version: version)
        try writer.structs(self.forgottenTopicsData, version: version)
        writer.tags(self.unknownTags)
    }

    /// `FetchTopic` of `ShareFetchRequest`, versions 1-2.
    public struct FetchTopic: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [FetchPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [FetchPartition] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: FetchPartition.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `FetchPartition` of `ShareFetchRequest`, versions 1-2.
    public struct FetchPartition: WireStruct {
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

    /// `AcknowledgementBatch` of `ShareFetchRequest`, versions 1-2.
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

    /// `ForgottenTopic` of `ShareFetchRequest`, versions 1-2.
    public struct ForgottenTopic: WireStruct {
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

/// Takes records of a share group under a lock. Response of API 78, versions 1-2, flexible from 1.
public struct ShareFetchResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .shareFetch }
    /// Kafka's name.
    public static var messageName: String { "ShareFetchResponse" }
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
    /// A record not acknowledged by then is handed out again.
    public var acquisitionLockTimeoutMs: Int32 = 0
    /// In every version.
    public var responses: [ShareFetchableTopicResponse] = []
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
        responses: [ShareFetchableTopicResponse] = [],
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
        self.acquisitionLockTimeoutMs = try Int32(from: &reader)
        self.responses = try reader.structs(of: ShareFetchableTopicResponse.self, version: version, atLeast: 18)
        self.nodeEndpoints = try reader.structs(of: NodeEndpoint.self, version: version, atLeast: 11)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try self.acquisitionLockTimeoutMs.write(to: &writer)
        try writer.structs(self.responses, version: version)
        try writer.structs(self.nodeEndpoints, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ShareFetchableTopicResponse` of `ShareFetchResponse`, versions 1-2.
    public struct ShareFetchableTopicResponse: WireStruct {
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
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 22)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `ShareFetchResponse`, versions 1-2.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// In every version.
        public var acknowledgeErrorCode: ErrorCode = .none
        /// May be null.
        public var acknowledgeErrorMessage: String? = nil
        /// The leader to ask instead, when the error says that this is not one.
        public var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        /// Record batches, passed through as they are.
        public var records: ByteSlice = .empty
        /// In every version.
        public var acquiredRecords: [AcquiredRecords] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            acknowledgeErrorCode: ErrorCode = .none,
            acknowledgeErrorMessage: String? = nil,
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch(),
            records: ByteSlice = .empty,
            acquiredRecords: [AcquiredRecords] = []
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.acknowledgeErrorCode = acknowledgeErrorCode
            self.acknowledgeErrorMessage = acknowledgeErrorMessage
            self.currentLeader = currentLeader
            self.records = records
            self.acquiredRecords = acquiredRecords
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.acknowledgeErrorCode = try ErrorCode(from: &reader)
            self.acknowledgeErrorMessage = try String.readNullable(from: &reader)
            self.currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
            self.records = try ByteSlice(from: &reader)
            self.acquiredRecords = try reader.structs(of: AcquiredRecords.self, version: version, atLeast: 19)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.acknowledgeErrorCode.write(to: &writer)
            try writer.nullable(self.acknowledgeErrorMessage)
            try self.currentLeader.write(to: &writer, version: version)
            try self.records.write(to: &writer)
            try writer.structs(self.acquiredRecords, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `LeaderIdAndEpoch` of `ShareFetchResponse`, versions 1-2.
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

    /// `AcquiredRecords` of `ShareFetchResponse`, versions 1-2.
    public struct AcquiredRecords: WireStruct {
        /// In every version.
        public var firstOffset: Int64 = 0
        /// In every version.
        public var lastOffset: Int64 = 0
        /// How often the record was handed out.
        public var deliveryCount: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(firstOffset: Int64 = 0, lastOffset: Int64 = 0, deliveryCount: Int16 = 0) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryCount = deliveryCount
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.firstOffset = try Int64(from: &reader)
            self.lastOffset = try Int64(from: &reader)
            self.deliveryCount = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.firstOffset.write(to: &writer)
            try self.lastOffset.write(to: &writer)
            try self.deliveryCount.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `NodeEndpoint` of `ShareFetchResponse`, versions 1-2.
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
