// Generated from Sources/kdeck-dev/Schemas/api/03-Metadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Brokers, topics, leaders. Request of API 3, versions 0-13, flexible from 9.
public struct MetadataRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = MetadataResponse
    /// The number of the API.
    public static var apiKey: APIKey { .metadata }
    /// Kafka's name.
    public static var messageName: String { "MetadataRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...13 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 9...13 }

    /// Null is all topics; in v0 an empty list is. May be null from version 1.
    public var topics: [MetadataRequestTopic]? = []
    /// A topic that is missing may be made; never set by kdeck. From version 4.
    public var allowAutoTopicCreation: Bool = true
    /// Ask also what this user may do. Version 8-10.
    public var includeClusterAuthorizedOperations: Bool = false
    /// Ask also what this user may do. From version 8.
    public var includeTopicAuthorizedOperations: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        topics: [MetadataRequestTopic]? = [],
        allowAutoTopicCreation: Bool = true,
        includeClusterAuthorizedOperations: Bool = false,
        includeTopicAuthorizedOperations: Bool = false
    ) {
        self.topics = topics
        self.allowAutoTopicCreation = allowAutoTopicCreation
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.includeTopicAuthorizedOperations = includeTopicAuthorizedOperations
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 {
            self.topics = try reader.nullableStructs(of: MetadataRequestTopic.self, version: version, atLeast: 2)
        } else {
            self.topics = try reader.structs(of: MetadataRequestTopic.self, version: version, atLeast: 2)
        }
        if version >= 4 { self.allowAutoTopicCreation = try Bool(from: &reader) }
        if version >= 8 && version <= 10 { self.includeClusterAuthorizedOperations = try Bool(from: &reader) }
        if version >= 8 { self.includeTopicAuthorizedOperations = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.refuseNull(!(version >= 1) && self.topics == nil, "topics", version)
        try writer.nullableStructs(self.topics, version: version)
        if version >= 4 {
            try self.allowAutoTopicCreation.write(to: &writer)
        } else {
            try writer.refuse(!self.allowAutoTopicCreation, "allowAutoTopicCreation", version)
        }
        if version >= 8 && version <= 10 {
            try self.includeClusterAuthorizedOperations.write(to: &writer)
        } else {
            try writer.refuse(self.includeClusterAuthorizedOperations, "includeClusterAuthorizedOperations", version)
        }
        if version >= 8 {
            try self.includeTopicAuthorizedOperations.write(to: &writer)
        } else {
            try writer.refuse(self.includeTopicAuthorizedOperations, "includeTopicAuthorizedOperations", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `MetadataRequestTopic` of `MetadataRequest`, versions 0-13.
    public struct MetadataRequestTopic: WireStruct {
        /// The id that survives deletion and re-creation under the same name. From version 10, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// May be null from version 10.
        public var name: TopicName? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, name: TopicName? = "") {
            self.topicId = topicId
            self.name = name
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version >= 10 { self.topicId = try KafkaUUID(from: &reader) }
            if version >= 10 {
                self.name = try TopicName.readNullable(from: &reader)
            } else {
                self.name = try TopicName(from: &reader)
            }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version >= 10 { try self.topicId.write(to: &writer) }
            try writer.refuseNull(!(version >= 10) && self.name == nil, "name", version)
            try writer.nullable(self.name)
            writer.tags(self.unknownTags)
        }
    }
}

/// Brokers, topics, leaders. Response of API 3, versions 0-13, flexible from 9.
public struct MetadataResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .metadata }
    /// Kafka's name.
    public static var messageName: String { "MetadataResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...13 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 9...13 }

    /// How long a quota made the answer wait. From version 3, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var brokers: [MetadataResponseBroker] = []
    /// From version 2, may be null, dropped silently by other versions.
    public var clusterId: String? = nil
    /// From version 1, dropped silently by other versions.
    public var controllerId: BrokerID = -1
    /// In every version.
    public var topics: [MetadataResponseTopic] = []
    /// Bits of AclOperation; -2147483648 when not asked for. Version 8-10, dropped silently by other versions.
    public var clusterAuthorizedOperations: Int32 = -2147483648
    /// From version 13, dropped silently by other versions.
    public var errorCode: ErrorCode = .none
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        brokers: [MetadataResponseBroker] = [],
        clusterId: String? = nil,
        controllerId: BrokerID = -1,
        topics: [MetadataResponseTopic] = [],
        clusterAuthorizedOperations: Int32 = -2147483648,
        errorCode: ErrorCode = .none
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.brokers = brokers
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.topics = topics
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
        self.errorCode = errorCode
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { self.throttleTimeMs = try Int32(from: &reader) }
        self.brokers = try reader.structs(of: MetadataResponseBroker.self, version: version, atLeast: 10)
        if version >= 2 { self.clusterId = try String.readNullable(from: &reader) }
        if version >= 1 { self.controllerId = try BrokerID(from: &reader) }
        self.topics = try reader.structs(of: MetadataResponseTopic.self, version: version, atLeast: 8)
        if version >= 8 && version <= 10 { self.clusterAuthorizedOperations = try Int32(from: &reader) }
        if version >= 13 { self.errorCode = try ErrorCode(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { try self.throttleTimeMs.write(to: &writer) }
        try writer.structs(self.brokers, version: version)
        if version >= 2 { try writer.nullable(self.clusterId) }
        if version >= 1 { try self.controllerId.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        if version >= 8 && version <= 10 { try self.clusterAuthorizedOperations.write(to: &writer) }
        if version >= 13 { try self.errorCode.write(to: &writer) }
        writer.tags(self.unknownTags)
    }

    /// `MetadataResponseBroker` of `MetadataResponse`, versions 0-13.
    public struct MetadataResponseBroker: WireStruct {
        /// In every version.
        public var nodeId: BrokerID = 0
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: Int32 = 0
        /// From version 1, may be null, dropped silently by other versions.
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
            if version >= 1 { self.rack = try String.readNullable(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.nodeId.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            if version >= 1 { try writer.nullable(self.rack) }
            writer.tags(self.unknownTags)
        }
    }

    /// `MetadataResponseTopic` of `MetadataResponse`, versions 0-13.
    public struct MetadataResponseTopic: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null from version 12.
        public var name: TopicName? = ""
        /// The id that survives deletion and re-creation under the same name. From version 10, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// Kafka's own: __consumer_offsets, __transaction_state. From version 1, dropped silently by other versions.
        public var isInternal: Bool = false
        /// In every version.
        public var partitions: [MetadataResponsePartition] = []
        /// Bits of AclOperation; -2147483648 when not asked for. From version 8, dropped silently by other versions.
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
            partitions: [MetadataResponsePartition] = [],
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
            if version >= 12 {
                self.name = try TopicName.readNullable(from: &reader)
            } else {
                self.name = try TopicName(from: &reader)
            }
            if version >= 10 { self.topicId = try KafkaUUID(from: &reader) }
            if version >= 1 { self.isInternal = try Bool(from: &reader) }
            self.partitions = try reader.structs(of: MetadataResponsePartition.self, version: version, atLeast: 18)
            if version >= 8 { self.topicAuthorizedOperations = try Int32(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.refuseNull(!(version >= 12) && self.name == nil, "name", version)
            try writer.nullable(self.name)
            if version >= 10 { try self.topicId.write(to: &writer) }
            if version >= 1 { try self.isInternal.write(to: &writer) }
            try writer.structs(self.partitions, version: version)
            if version >= 8 { try self.topicAuthorizedOperations.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }

    /// `MetadataResponsePartition` of `MetadataResponse`, versions 0-13.
    public struct MetadataResponsePartition: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown. From version 7, dropped silently by other
        /// versions.
        public var leaderEpoch: Int32 = -1
        /// In every version.
        public var replicaNodes: [BrokerID] = []
        /// Replicas in sync with the leader.
        public var isrNodes: [BrokerID] = []
        /// Replicas whose broker or disk is gone. From version 5, dropped silently by other versions.
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
            offlineReplicas: [BrokerID] = []
        ) {
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.offlineReplicas = offlineReplicas
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.partitionIndex = try Int32(from: &reader)
            self.leaderId = try BrokerID(from: &reader)
            if version >= 7 { self.leaderEpoch = try Int32(from: &reader) }
            self.replicaNodes = try reader.array(of: BrokerID.self, atLeast: 4)
            self.isrNodes = try reader.array(of: BrokerID.self, atLeast: 4)
            if version >= 5 { self.offlineReplicas = try reader.array(of: BrokerID.self, atLeast: 4) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try self.partitionIndex.write(to: &writer)
            try self.leaderId.write(to: &writer)
            if version >= 7 { try self.leaderEpoch.write(to: &writer) }
            try writer.array(self.replicaNodes)
            try writer.array(self.isrNodes)
            if version >= 5 { try writer.array(self.offlineReplicas) }
            writer.tags(self.unknownTags)
        }
    }
}
