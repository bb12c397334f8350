// Generated from Sources/kdeck-dev/Schemas/api/59-FetchSnapshot.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A piece of a metadata snapshot. Request of API 59, versions 0-1, flexible from 0.
public struct FetchSnapshotRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = FetchSnapshotResponse
    /// The number of the API.
    public static var apiKey: APIKey { .fetchSnapshot }
    /// Kafka's name.
    public static var messageName: String { "FetchSnapshotRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// Tag 0, may be null.
    public var clusterId: String? = nil
    /// -1 a client, otherwise the follower that asks.
    public var replicaId: BrokerID = -1
    /// A soft limit: the first batch is given even when it is larger.
    public var maxBytes: Int32 = 2147483647
    /// In every version.
    public var topics: [TopicSnapshot] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        clusterId: String? = nil,
        replicaId: BrokerID = -1,
        maxBytes: Int32 = 2147483647,
        topics: [TopicSnapshot] = []
    ) {
        self.clusterId = clusterId
        self.replicaId = replicaId
        self.maxBytes = maxBytes
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.replicaId = try BrokerID(from: &reader)
        self.maxBytes = try Int32(from: &reader)
        self.topics = try reader.structs(of: TopicSnapshot.self, version: version, atLeast: 3)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.clusterId = try String.readNullable(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.replicaId.write(to: &writer)
        try self.maxBytes.write(to: &writer)
        try writer.structs(self.topics, version: version)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasClusterId: Bool = self.clusterId != nil
        if hasClusterId { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasClusterId {
            let start: Int = writer.openTag(0, &tags)
            try writer.nullable(self.clusterId)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `TopicSnapshot` of `FetchSnapshotRequest`, versions 0-1.
    public struct TopicSnapshot: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [PartitionSnapshot] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [PartitionSnapshot] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: PartitionSnapshot.self, version: version, atLeast: 30)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionSnapshot` of `FetchSnapshotRequest`, versions 0-1.
    public struct PartitionSnapshot: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// The epoch the asker believes in; an older one is fenced; -1 asks nothing.
        public var currentLeaderEpoch: Int32 = 0
        /// In every version.
        public var snapshotId: SnapshotId = SnapshotId()
        /// In every version.
        public var position: Int64 = 0
        /// The log directory of the follower that asks (KIP-853). From version 1, tag 0, dropped silently by other
        /// versions.
        public var replicaDirectoryId: KafkaUUID = .zero
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partition: Int32 = 0,
            currentLeaderEpoch: Int32 = 0,
            snapshotId: SnapshotId = SnapshotId(),
            position: Int64 = 0,
            replicaDirectoryId: KafkaUUID = .zero
        ) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.snapshotId = snapshotId
            self.position = position
            self.replicaDirectoryId = replicaDirectoryId
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.currentLeaderEpoch = try Int32(from: &reader)
            self.snapshotId = try SnapshotId(from: &reader, version: version)
            self.position = try Int64(from: &reader)
            guard reader.isFlexible else { return }
            for _ in 0..<(try reader.tagCount()) {
                let tag: WireReader.Tag = try reader.tag()
                switch tag.number {
                case 0:
                    guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.replicaDirectoryId = try KafkaUUID(from: &reader)
                    try reader.close(tag)
                default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
                }
            }
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            try self.currentLeaderEpoch.write(to: &writer)
            try self.snapshotId.write(to: &writer, version: version)
            try self.position.write(to: &writer)
            guard writer.isFlexible else { return }
            var known: UInt32 = 0
            let hasReplicaDirectoryId: Bool = version >= 1 && self.replicaDirectoryId != .zero
            if hasReplicaDirectoryId { known += 1 }
            if known == 0 { return writer.tags(self.unknownTags) }
            var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
            if hasReplicaDirectoryId {
                let start: Int = writer.openTag(0, &tags)
                try self.replicaDirectoryId.write(to: &writer)
                try writer.closeTag(start)
            }
            writer.endTags(&tags)
        }
    }

    /// `SnapshotId` of `FetchSnapshotRequest`, versions 0-1.
    public struct SnapshotId: WireStruct {
        /// In every version.
        public var endOffset: Int64 = 0
        /// In every version.
        public var epoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(endOffset: Int64 = 0, epoch: Int32 = 0) {
            self.endOffset = endOffset
            self.epoch = epoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.endOffset = try Int64(from: &reader)
            self.epoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.endOffset.write(to: &writer)
            try self.epoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// A piece of a metadata snapshot. Response of API 59, versions 0-1, flexible from 0.
public struct FetchSnapshotResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .fetchSnapshot }
    /// Kafka's name.
    public static var messageName: String { "FetchSnapshotResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var topics: [TopicSnapshot] = []
    /// Where the leaders named here can be reached, to spare a metadata request. From version 1, tag 0.
    public var nodeEndpoints: [NodeEndpoint] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        topics: [TopicSnapshot] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.topics = topics
        self.nodeEndpoints = nodeEndpoints
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.topics = try reader.structs(of: TopicSnapshot.self, version: version, atLeast: 3)
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
        try self.throttleTimeMs.write(to: &writer)
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

    /// `TopicSnapshot` of `FetchSnapshotResponse`, versions 0-1.
    public struct TopicSnapshot: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [PartitionSnapshot] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [PartitionSnapshot] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: PartitionSnapshot.self, version: version, atLeast: 37)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionSnapshot` of `FetchSnapshotResponse`, versions 0-1.
    public struct PartitionSnapshot: WireStruct {
        /// In every version.
        public var index: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var snapshotId: SnapshotId = SnapshotId()
        /// The leader to ask instead, when the error says that this is not one. Tag 0.
        public var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        /// In every version.
        public var size: Int64 = 0
        /// In every version.
        public var position: Int64 = 0
        /// In every version.
        public var unalignedRecords: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            index: Int32 = 0,
            errorCode: ErrorCode = .none,
            snapshotId: SnapshotId = SnapshotId(),
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch(),
            size: Int64 = 0,
            position: Int64 = 0,
            unalignedRecords: ByteSlice = .empty
        ) {
            self.index = index
            self.errorCode = errorCode
            self.snapshotId = snapshotId
            self.currentLeader = currentLeader
            self.size = size
            self.position = position
            self.unalignedRecords = unalignedRecords
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.index = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.snapshotId = try SnapshotId(from: &reader, version: version)
            self.size = try Int64(from: &reader)
            self.position = try Int64(from: &reader)
            self.unalignedRecords = try ByteSlice(from: &reader)
            guard reader.isFlexible else { return }
            for _ in 0..<(try reader.tagCount()) {
                let tag: WireReader.Tag = try reader.tag()
                switch tag.number {
                case 0:
                    self.currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
                    try reader.close(tag)
                default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
                }
            }
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.index.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try self.snapshotId.write(to: &writer, version: version)
            try self.size.write(to: &writer)
            try self.position.write(to: &writer)
            try self.unalignedRecords.write(to: &writer)
            guard writer.isFlexible else { return }
            var known: UInt32 = 0
            let hasCurrentLeader: Bool = self.currentLeader != LeaderIdAndEpoch()
            if hasCurrentLeader { known += 1 }
            if known == 0 { return writer.tags(self.unknownTags) }
            var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
            if hasCurrentLeader {
                let start: Int = writer.openTag(0, &tags)
                try self.currentLeader.write(to: &writer, version: version)
                try writer.closeTag(start)
            }
            writer.endTags(&tags)
        }
    }

    /// `SnapshotId` of `FetchSnapshotResponse`, versions 0-1.
    public struct SnapshotId: WireStruct {
        /// In every version.
        public var endOffset: Int64 = 0
        /// In every version.
        public var epoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(endOffset: Int64 = 0, epoch: Int32 = 0) {
            self.endOffset = endOffset
            self.epoch = epoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.endOffset = try Int64(from: &reader)
            self.epoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.endOffset.write(to: &writer)
            try self.epoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `LeaderIdAndEpoch` of `FetchSnapshotResponse`, versions 0-1.
    public struct LeaderIdAndEpoch: WireStruct {
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(leaderId: BrokerID = 0, leaderEpoch: Int32 = 0) {
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.leaderId = try BrokerID(from: &reader)
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

    /// `NodeEndpoint` of `FetchSnapshotResponse`, versions 1.
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
