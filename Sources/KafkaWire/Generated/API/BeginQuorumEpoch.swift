// Generated from Sources/kdeck-dev/Schemas/api/53-BeginQuorumEpoch.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A new quorum leader says so. Request of API 53, versions 0-1, flexible from 1.
public struct BeginQuorumEpochRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = BeginQuorumEpochResponse
    /// The number of the API.
    public static var apiKey: APIKey { .beginQuorumEpoch }
    /// Kafka's name.
    public static var messageName: String { "BeginQuorumEpochRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// May be null.
    public var clusterId: String? = nil
    /// From version 1, dropped silently by other versions.
    public var voterId: BrokerID = -1
    /// In every version.
    public var topics: [TopicData] = []
    /// From version 1, dropped silently by other versions.
    public var leaderEndpoints: [LeaderEndpoint] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        clusterId: String? = nil,
        voterId: BrokerID = -1,
        topics: [TopicData] = [],
        leaderEndpoints: [LeaderEndpoint] = []
    ) {
        self.clusterId = clusterId
        self.voterId = voterId
        self.topics = topics
        self.leaderEndpoints = leaderEndpoints
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.clusterId = try String.readNullable(from: &reader)
        if version >= 1 { self.voterId = try BrokerID(from: &reader) }
        self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 3)
        if version >= 1 {
            self.leaderEndpoints = try reader.structs(of: LeaderEndpoint.self, version: version, atLeast: 5)
        }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.clusterId)
        if version >= 1 { try self.voterId.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        if version >= 1 { try writer.structs(self.leaderEndpoints, version: version) }
        writer.tags(self.unknownTags)
    }

    /// `TopicData` of `BeginQuorumEpochRequest`, versions 0-1.
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
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 12)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `BeginQuorumEpochRequest`, versions 0-1.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// From version 1, dropped silently by other versions.
        public var voterDirectoryId: KafkaUUID = .zero
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            voterDirectoryId: KafkaUUID = .zero,
            leaderId: BrokerID = 0,
            leaderEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.voterDirectoryId = voterDirectoryId
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            if version >= 1 { self.voterDirectoryId = try KafkaUUID(from: &reader) }
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            if version >= 1 { try self.voterDirectoryId.write(to: &writer) }
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `LeaderEndpoint` of `BeginQuorumEpochRequest`, versions 1.
    public struct LeaderEndpoint: WireStruct {
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

/// A new quorum leader says so. Response of API 53, versions 0-1, flexible from 1.
public struct BeginQuorumEpochResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .beginQuorumEpoch }
    /// Kafka's name.
    public static var messageName: String { "BeginQuorumEpochResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var topics: [TopicData] = []
    /// Where the leaders named here can be reached, to spare a metadata request. From version 1, tag 0.
    public var nodeEndpoints: [NodeEndpoint] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(errorCode: ErrorCode = .none, topics: [TopicData] = [], nodeEndpoints: [NodeEndpoint] = []) {
        self.errorCode = errorCode
        self.topics = topics
        self.nodeEndpoints = nodeEndpoints
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 3)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.nodeEndpoints = try reader.structs(of: NodeEndpoint.self, version: version, atLeast: 8)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        try writer.structs(self.topics, version: version)
        if !(version >= 1) { try writer.refuse(!self.nodeEndpoints.isEmpty, "nodeEndpoints", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasNodeEndpoints: Bool = version >= 1 && !self.nodeEndpoints.isEmpty
        if hasNodeEndpoints { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasNodeEndpoints {
            let start: Int = writer.openTag(0, &tags)
            try writer.structs(self.nodeEndpoints, version: version)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `TopicData` of `BeginQuorumEpochResponse`, versions 0-1.
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
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 14)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `BeginQuorumEpochResponse`, versions 0-1.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            leaderId: BrokerID = 0,
            leaderEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `NodeEndpoint` of `BeginQuorumEpochResponse`, versions 1.
    public struct NodeEndpoint: WireStruct {
        /// In every version.
        public var nodeId: BrokerID = 0
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: UInt16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(nodeId: BrokerID = 0, host: String = "", port: UInt16 = 0) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.nodeId = try BrokerID(from: &reader)
            self.host = try String(from: &reader)
            self.port = try UInt16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.nodeId.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
