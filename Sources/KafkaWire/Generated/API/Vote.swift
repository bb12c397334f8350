// Generated from Sources/kdeck-dev/Schemas/api/52-Vote.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Asks for a vote in the metadata quorum. Request of API 52, versions 0-2, flexible from 0.
public struct VoteRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = VoteResponse
    /// The number of the API.
    public static var apiKey: APIKey { .vote }
    /// Kafka's name.
    public static var messageName: String { "VoteRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// May be null.
    public var clusterId: String? = nil
    /// From version 1, dropped silently by other versions.
    public var voterId: BrokerID = -1
    /// In every version.
    public var topics: [TopicData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(clusterId: String? = nil, voterId: BrokerID = -1, topics: [TopicData] = []) {
        self.clusterId = clusterId
        self.voterId = voterId
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.clusterId = try String.readNullable(from: &reader)
        if version >= 1 { self.voterId = try BrokerID(from: &reader) }
        self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.clusterId)
        if version >= 1 { try self.voterId.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicData` of `VoteRequest`, versions 0-2.
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

    /// `PartitionData` of `VoteRequest`, versions 0-2.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// The broker epoch of the follower that asks; -1 unknown.
        public var replicaEpoch: Int32 = 0
        /// In every version.
        public var replicaId: BrokerID = 0
        /// The log directory of the follower that asks (KIP-853). From version 1, dropped silently by other versions.
        public var replicaDirectoryId: KafkaUUID = .zero
        /// From version 1, dropped silently by other versions.
        public var voterDirectoryId: KafkaUUID = .zero
        /// In every version.
        public var lastOffsetEpoch: Int32 = 0
        /// In every version.
        public var lastOffset: Int64 = 0
        /// From version 2.
        public var preVote: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            replicaEpoch: Int32 = 0,
            replicaId: BrokerID = 0,
            replicaDirectoryId: KafkaUUID = .zero,
            voterDirectoryId: KafkaUUID = .zero,
            lastOffsetEpoch: Int32 = 0,
            lastOffset: Int64 = 0,
            preVote: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.replicaEpoch = replicaEpoch
            self.replicaId = replicaId
            self.replicaDirectoryId = replicaDirectoryId
            self.voterDirectoryId = voterDirectoryId
            self.lastOffsetEpoch = lastOffsetEpoch
            self.lastOffset = lastOffset
            self.preVote = preVote
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.replicaEpoch = try Int32(from: &reader)
            self.replicaId = try BrokerID(from: &reader)
            if version >= 1 { self.replicaDirectoryId = try KafkaUUID(from: &reader) }
            if version >= 1 { self.voterDirectoryId = try KafkaUUID(from: &reader) }
            self.lastOffsetEpoch = try Int32(from: &reader)
            self.lastOffset = try Int64(from: &reader)
            if version >= 2 { self.preVote = try Bool(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.replicaEpoch.write(to: &writer)
            try self.replicaId.write(to: &writer)
            if version >= 1 { try self.replicaDirectoryId.write(to: &writer) }
            if version >= 1 { try self.voterDirectoryId.write(to: &writer) }
            try self.lastOffsetEpoch.write(to: &writer)
            try self.lastOffset.write(to: &writer)
            if version >= 2 {
                try self.preVote.write(to: &writer)
            } else {
                try writer.refuse(self.preVote, "preVote", version)
            }
            writer.tags(self.unknownTags)
        }
    }
}

/// Asks for a vote in the metadata quorum. Response of API 52, versions 0-2, flexible from 0.
public struct VoteResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .vote }
    /// Kafka's name.
    public static var messageName: String { "VoteResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

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

    /// `TopicData` of `VoteResponse`, versions 0-2.
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
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 16)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `VoteResponse`, versions 0-2.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// In every version.
        public var voteGranted: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            leaderId: BrokerID = 0,
            leaderEpoch: Int32 = 0,
            voteGranted: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.voteGranted = voteGranted
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.voteGranted = try Bool(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try self.voteGranted.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `NodeEndpoint` of `VoteResponse`, versions 1-2.
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
