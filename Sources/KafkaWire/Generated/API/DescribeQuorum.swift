// Generated from Sources/kdeck-dev/Schemas/api/55-DescribeQuorum.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Leader, voters and observers of the metadata quorum. Request of API 55, versions 0-2, flexible from 0.
public struct DescribeQuorumRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeQuorumResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeQuorum }
    /// Kafka's name.
    public static var messageName: String { "DescribeQuorumRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// In every version.
    public var topics: [TopicData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [TopicData] = []) {
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicData` of `DescribeQuorumRequest`, versions 0-2.
    public struct TopicData: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicName: TopicName = "", partitions: [PartitionData] = []) {
            self.topicName = topicName
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 5)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `DescribeQuorumRequest`, versions 0-2.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0) {
            self.partitionIndex = partitionIndex
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Leader, voters and observers of the metadata quorum. Response of API 55, versions 0-2, flexible from 0.
public struct DescribeQuorumResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeQuorum }
    /// Kafka's name.
    public static var messageName: String { "DescribeQuorumResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// From version 2, may be null, dropped silently by other versions.
    public var errorMessage: String? = ""
    /// In every version.
    public var topics: [TopicData] = []
    /// From version 2.
    public var nodes: [Node] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        topics: [TopicData] = [],
        nodes: [Node] = []
    ) {
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.topics = topics
        self.nodes = nodes
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        if version >= 2 { self.errorMessage = try String.readNullable(from: &reader) }
        self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 3)
        if version >= 2 { self.nodes = try reader.structs(of: Node.self, version: version, atLeast: 6) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        if version >= 2 { try writer.nullable(self.errorMessage) }
        try writer.structs(self.topics, version: version)
        if version >= 2 {
            try writer.structs(self.nodes, version: version)
        } else {
            try writer.refuse(!self.nodes.isEmpty, "nodes", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `ReplicaState` of `DescribeQuorumResponse`, versions 0-2.
    public struct ReplicaState: WireStruct {
        /// In every version.
        public var replicaId: BrokerID = 0
        /// The log directory of the follower that asks (KIP-853). From version 2, dropped silently by other versions.
        public var replicaDirectoryId: KafkaUUID = .zero
        /// In every version.
        public var logEndOffset: Int64 = 0
        /// From version 1, dropped silently by other versions.
        public var lastFetchTimestamp: Int64 = -1
        /// From version 1, dropped silently by other versions.
        public var lastCaughtUpTimestamp: Int64 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            replicaId: BrokerID = 0,
            replicaDirectoryId: KafkaUUID = .zero,
            logEndOffset: Int64 = 0,
            lastFetchTimestamp: Int64 = -1,
            lastCaughtUpTimestamp: Int64 = -1
        ) {
            self.replicaId = replicaId
            self.replicaDirectoryId = replicaDirectoryId
            self.logEndOffset = logEndOffset
            self.lastFetchTimestamp = lastFetchTimestamp
            self.lastCaughtUpTimestamp = lastCaughtUpTimestamp
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.replicaId = try BrokerID(from: &reader)
            if version >= 2 { self.replicaDirectoryId = try KafkaUUID(from: &reader) }
            self.logEndOffset = try Int64(from: &reader)
            if version >= 1 { self.lastFetchTimestamp = try Int64(from: &reader) }
            if version >= 1 { self.lastCaughtUpTimestamp = try Int64(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.replicaId.write(to: &writer)
            if version >= 2 { try self.replicaDirectoryId.write(to: &writer) }
            try self.logEndOffset.write(to: &writer)
            if version >= 1 { try self.lastFetchTimestamp.write(to: &writer) }
            if version >= 1 { try self.lastCaughtUpTimestamp.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicData` of `DescribeQuorumResponse`, versions 0-2.
    public struct TopicData: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicName: TopicName = "", partitions: [PartitionData] = []) {
            self.topicName = topicName
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 25)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `DescribeQuorumResponse`, versions 0-2.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// From version 2, may be null, dropped silently by other versions.
        public var errorMessage: String? = ""
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// The first offset that is not yet safe on all in-sync replicas.
        public var highWatermark: Int64 = 0
        /// In every version.
        public var currentVoters: [ReplicaState] = []
        /// In every version.
        public var observers: [ReplicaState] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            leaderId: BrokerID = 0,
            leaderEpoch: Int32 = 0,
            highWatermark: Int64 = 0,
            currentVoters: [ReplicaState] = [],
            observers: [ReplicaState] = []
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.highWatermark = highWatermark
            self.currentVoters = currentVoters
            self.observers = observers
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            if version >= 2 { self.errorMessage = try String.readNullable(from: &reader) }
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.highWatermark = try Int64(from: &reader)
            self.currentVoters = try reader.structs(of: ReplicaState.self, version: version, atLeast: 13)
            self.observers = try reader.structs(of: ReplicaState.self, version: version, atLeast: 13)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            if version >= 2 { try writer.nullable(self.errorMessage) }
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try self.highWatermark.write(to: &writer)
            try writer.structs(self.currentVoters, version: version)
            try writer.structs(self.observers, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `Node` of `DescribeQuorumResponse`, versions 2.
    public struct Node: WireStruct {
        /// In every version.
        public var nodeId: BrokerID = 0
        /// In every version.
        public var listeners: [Listener] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(nodeId: BrokerID = 0, listeners: [Listener] = []) {
            self.nodeId = nodeId
            self.listeners = listeners
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.nodeId = try BrokerID(from: &reader)
            self.listeners = try reader.structs(of: Listener.self, version: version, atLeast: 5)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.nodeId.write(to: &writer)
            try writer.structs(self.listeners, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `Listener` of `DescribeQuorumResponse`, versions 2.
    public struct Listener: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: UInt16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", host: String = "", port: UInt16 = 0) {
            self.name = name
            self.host = host
            self.port = port
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.host = try String(from: &reader)
            self.port = try UInt16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
