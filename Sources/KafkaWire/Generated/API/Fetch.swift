// Generated from Sources/kdeck-dev/Schemas/api/01-Fetch.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Reads record batches of partitions, waiting for new ones. Request of API 1, versions 4-18, flexible from 12.
public struct FetchRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = FetchResponse
    /// The number of the API.
    public static var apiKey: APIKey { .fetch }
    /// Kafka's name.
    public static var messageName: String { "FetchRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 4...18 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 12...18 }

    /// From version 12, tag 0, may be null, dropped silently by other versions.
    public var clusterId: String? = nil
    /// -1 a client, otherwise the follower that asks. Version 4-14.
    public var replicaId: BrokerID = -1
    /// From version 15, tag 1.
    public var replicaState: ReplicaState = ReplicaState()
    /// How long the broker may hold the request when there is too little to give.
    public var maxWaitMs: Int32 = 0
    /// Wait until there is this much to give, or maxWaitMs is over.
    public var minBytes: Int32 = 0
    /// A soft limit: the first batch is given even when it is larger.
    public var maxBytes: Int32 = 2147483647
    /// 0 read_uncommitted, 1 read_committed.
    public var isolationLevel: Int8 = 0
    /// The fetch session (KIP-227); 0 none or a new one. From version 7, dropped silently by other versions.
    public var sessionId: Int32 = 0
    /// The next request of the session; 0 opens one, -1 closes it or goes without. From version 7, dropped silently by
    /// other versions.
    public var sessionEpoch: Int32 = -1
    /// In every version.
    public var topics: [FetchTopic] = []
    /// Partitions that the session no longer asks for. From version 7.
    public var forgottenTopicsData: [ForgottenTopic] = []
    /// Where the client is, to be sent to a near replica (KIP-392). From version 11, dropped silently by other
    /// versions.
    public var rackId: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        clusterId: String? = nil,
        replicaId: BrokerID = -1,
        replicaState: ReplicaState = ReplicaState(),
        maxWaitMs: Int32 = 0,
        minBytes: Int32 = 0,
        maxBytes: Int32 = 2147483647,
        isolationLevel: Int8 = 0,
        sessionId: Int32 = 0,
        sessionEpoch: Int32 = -1,
        topics: [FetchTopic] = [],
        forgottenTopicsData: [ForgottenTopic] = [],
        rackId: String = ""
    ) {
        self.clusterId = clusterId
        self.replicaId = replicaId
        self.replicaState = replicaState
        self.maxWaitMs = maxWaitMs
        self.minBytes = minBytes
        self.maxBytes = maxBytes
        self.isolationLevel = isolationLevel
        self.sessionId = sessionId
        self.sessionEpoch = sessionEpoch
        self.topics = topics
        self.forgottenTopicsData = forgottenTopicsData
        self.rackId = rackId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version <= 14 { self.replicaId = try BrokerID(from: &reader) }
        self.maxWaitMs = try Int32(from: &reader)
        self.minBytes = try Int32(from: &reader)
        self.maxBytes = try Int32(from: &reader)
        self.isolationLevel = try Int8(from: &reader)
        if version >= 7 { self.sessionId = try Int32(from: &reader) }
        if version >= 7 { self.sessionEpoch = try Int32(from: &reader) }
        self.topics = try reader.structs(of: FetchTopic.self, version: version, atLeast: 3)
        if version >= 7 {
            self.forgottenTopicsData = try reader.structs(of: ForgottenTopic.self, version: version, atLeast: 3)
        }
        if version >= 11 { self.rackId = try String(from: &reader) }
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 12 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.clusterId = try String.readNullable(from: &reader)
                try reader.close(tag)
            case 1:
                guard version >= 15 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.replicaState = try ReplicaState(from: &reader, version: version)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version <= 14 {
            try self.replicaId.write(to: &writer)
        } else {
            try writer.refuse(self.replicaId != -1, "replicaId", version)
        }
        try self.maxWaitMs.write(to: &writer)
        try self.minBytes.write(to: &writer)
        try self.maxBytes.write(to: &writer)
        try self.isolationLevel.write(to: &writer)
        if version >= 7 { try self.sessionId.write(to: &writer) }
        if version >= 7 { try self.sessionEpoch.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        if version >= 7 {
            try writer.structs(self.forgottenTopicsData, version: version)
        } else {
            try writer.refuse(!self.forgottenTopicsData.isEmpty, "forgottenTopicsData", version)
        }
        if version >= 11 { try self.rackId.write(to: &writer) }
        if !(version >= 15) { try writer.refuse(self.replicaState != ReplicaState(), "replicaState", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasClusterId: Bool = version >= 12 && self.clusterId != nil
        if hasClusterId { known += 1 }
        let hasReplicaState: Bool = version >= 15 && self.replicaState != ReplicaState()
        if hasReplicaState { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasClusterId {
            let start: Int = writer.openTag(0, &tags)
            try writer.nullable(self.clusterId)
            try writer.closeTag(start)
        }
        if hasReplicaState {
            let start: Int = writer.openTag(1, &tags)
            try self.replicaState.write(to: &writer, version: version)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `ReplicaState` of `FetchRequest`, versions 15-18.
    public struct ReplicaState: WireStruct {
        /// -1 a client, otherwise the follower that asks.
        public var replicaId: BrokerID = -1
        /// The broker epoch of the follower that asks; -1 unknown.
        public var replicaEpoch: Int64 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(replicaId: BrokerID = -1, replicaEpoch: Int64 = -1) {
            self.replicaId = replicaId
            self.replicaEpoch = replicaEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.replicaId = try BrokerID(from: &reader)
            self.replicaEpoch = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.replicaId.write(to: &writer)
            try self.replicaEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `FetchTopic` of `FetchRequest`, versions 4-18.
    public struct FetchTopic: WireStruct {
        /// Version 4-12, dropped silently by other versions.
        public var topic: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 13, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [FetchPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", topicId: KafkaUUID = .zero, partitions: [FetchPartition] = []) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 12 { self.topic = try TopicName(from: &reader) }
            if version >= 13 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitions = try reader.structs(of: FetchPartition.self, version: version, atLeast: 16)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 12 { try self.topic.write(to: &writer) }
            if version >= 13 { try self.topicId.write(to: &writer) }
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `FetchPartition` of `FetchRequest`, versions 4-18.
    public struct FetchPartition: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// The epoch the asker believes in; an older one is fenced; -1 asks nothing. From version 9, dropped silently
        /// by other versions.
        public var currentLeaderEpoch: Int32 = -1
        /// In every version.
        public var fetchOffset: Int64 = 0
        /// Epoch of the last record the follower has, to find where logs part; -1 unknown. From version 12.
        public var lastFetchedEpoch: Int32 = -1
        /// The first offset that is still there; -1 unknown. From version 5, dropped silently by other versions.
        public var logStartOffset: Int64 = -1
        /// A soft limit: the first batch is given even when it is larger.
        public var partitionMaxBytes: Int32 = 0
        /// The log directory of the follower that asks (KIP-853). From version 17, tag 0, dropped silently by other
        /// versions.
        public var replicaDirectoryId: KafkaUUID = .zero
        /// The first offset that is not yet safe on all in-sync replicas. From version 18, tag 1, dropped silently by
        /// other versions.
        public var highWatermark: Int64 = 9223372036854775807
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partition: Int32 = 0,
            currentLeaderEpoch: Int32 = -1,
            fetchOffset: Int64 = 0,
            lastFetchedEpoch: Int32 = -1,
            logStartOffset: Int64 = -1,
            partitionMaxBytes: Int32 = 0,
            replicaDirectoryId: KafkaUUID = .zero,
            highWatermark: Int64 = 9223372036854775807
        ) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.fetchOffset = fetchOffset
            self.lastFetchedEpoch = lastFetchedEpoch
            self.logStartOffset = logStartOffset
            self.partitionMaxBytes = partitionMaxBytes
            self.replicaDirectoryId = replicaDirectoryId
            self.highWatermark = highWatermark
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            if version >= 9 { self.currentLeaderEpoch = try Int32(from: &reader) }
            self.fetchOffset = try Int64(from: &reader)
            if version >= 12 { self.lastFetchedEpoch = try Int32(from: &reader) }
            if version >= 5 { self.logStartOffset = try Int64(from: &reader) }
            self.partitionMaxBytes = try Int32(from: &reader)
            guard reader.isFlexible else { return }
            for _ in 0..<(try reader.tagCount()) {
                let tag: WireReader.Tag = try reader.tag()
                switch tag.number {
                case 0:
                    guard version >= 17 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.replicaDirectoryId = try KafkaUUID(from: &reader)
                    try reader.close(tag)
                case 1:
                    guard version >= 18 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.highWatermark = try Int64(from: &reader)
                    try reader.close(tag)
                default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
                }
            }
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            if version >= 9 { try self.currentLeaderEpoch.write(to: &writer) }
            try self.fetchOffset.write(to: &writer)
            if version >= 12 {
                try self.lastFetchedEpoch.write(to: &writer)
            } else {
                try writer.refuse(self.lastFetchedEpoch != -1, "lastFetchedEpoch", version)
            }
            if version >= 5 { try self.logStartOffset.write(to: &writer) }
            try self.partitionMaxBytes.write(to: &writer)
            guard writer.isFlexible else { return }
            var known: UInt32 = 0
            let hasReplicaDirectoryId: Bool = version >= 17 && self.replicaDirectoryId != .zero
            if hasReplicaDirectoryId { known += 1 }
            let hasHighWatermark: Bool = version >= 18 && self.highWatermark != 9223372036854775807
            if hasHighWatermark { known += 1 }
            if known == 0 { return writer.tags(self.unknownTags) }
            var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
            if hasReplicaDirectoryId {
                let start: Int = writer.openTag(0, &tags)
                try self.replicaDirectoryId.write(to: &writer)
                try writer.closeTag(start)
            }
            if hasHighWatermark {
                let start: Int = writer.openTag(1, &tags)
                try self.highWatermark.write(to: &writer)
                try writer.closeTag(start)
            }
            writer.endTags(&tags)
        }
    }

    /// `ForgottenTopic` of `FetchRequest`, versions 7-18.
    public struct ForgottenTopic: WireStruct {
        /// Version 7-12, dropped silently by other versions.
        public var topic: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 13, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", topicId: KafkaUUID = .zero, partitions: [Int32] = []) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 12 { self.topic = try TopicName(from: &reader) }
            if version >= 13 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 12 { try self.topic.write(to: &writer) }
            if version >= 13 { try self.topicId.write(to: &writer) }
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }
}

/// Reads record batches of partitions, waiting for new ones. Response of API 1, versions 4-18, flexible from 12.
public struct FetchResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .fetch }
    /// Kafka's name.
    public static var messageName: String { "FetchResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 4...18 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 12...18 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// From version 7, dropped silently by other versions.
    public var errorCode: ErrorCode = .none
    /// The fetch session (KIP-227); 0 none or a new one. From version 7, dropped silently by other versions.
    public var sessionId: Int32 = 0
    /// In every version.
    public var responses: [FetchableTopicResponse] = []
    /// Where the leaders named here can be reached, to spare a metadata request. From version 16, tag 0.
    public var nodeEndpoints: [NodeEndpoint] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        sessionId: Int32 = 0,
        responses: [FetchableTopicResponse] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.sessionId = sessionId
        self.responses = responses
        self.nodeEndpoints = nodeEndpoints
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        if version >= 7 { self.errorCode = try ErrorCode(from: &reader) }
        if version >= 7 { self.sessionId = try Int32(from: &reader) }
        self.responses = try reader.structs(of: FetchableTopicResponse.self, version: version, atLeast: 3)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 16 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.nodeEndpoints = try reader.structs(of: NodeEndpoint.self, version: version, atLeast: 11)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        if version >= 7 { try self.errorCode.write(to: &writer) }
        if version >= 7 { try self.sessionId.write(to: &writer) }
        try writer.structs(self.responses, version: version)
        if !(version >= 16) { try writer.refuse(!self.nodeEndpoints.isEmpty, "nodeEndpoints", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasNodeEndpoints: Bool = version >= 16 && !self.nodeEndpoints.isEmpty
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

    /// `FetchableTopicResponse` of `FetchResponse`, versions 4-18.
    public struct FetchableTopicResponse: WireStruct {
        /// Version 4-12, dropped silently by other versions.
        public var topic: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 13, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", topicId: KafkaUUID = .zero, partitions: [PartitionData] = []) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 12 { self.topic = try TopicName(from: &reader) }
            if version >= 13 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 30)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 12 { try self.topic.write(to: &writer) }
            if version >= 13 { try self.topicId.write(to: &writer) }
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `FetchResponse`, versions 4-18.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// The first offset that is not yet safe on all in-sync replicas.
        public var highWatermark: Int64 = 0
        /// The first offset of a transaction still open; read_committed ends here.
        public var lastStableOffset: Int64 = -1
        /// The first offset that is still there; -1 unknown. From version 5, dropped silently by other versions.
        public var logStartOffset: Int64 = -1
        /// Set when the follower's log parts from the leader's: it truncates to here. From version 12, tag 0.
        public var divergingEpoch: EpochEndOffset = EpochEndOffset()
        /// The leader to ask instead, when the error says that this is not one. From version 12, tag 1.
        public var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        /// From version 12, tag 2.
        public var snapshotId: SnapshotId = SnapshotId()
        /// What a read_committed reader has to leave out. May be null.
        public var abortedTransactions: [AbortedTransaction]? = []
        /// The follower that this client should read from; -1 the leader itself. From version 11, dropped silently by
        /// other versions.
        public var preferredReadReplica: BrokerID = -1
        /// Record batches, passed through as they are. May be null.
        public var records: ByteSlice? = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            highWatermark: Int64 = 0,
            lastStableOffset: Int64 = -1,
            logStartOffset: Int64 = -1,
            divergingEpoch: EpochEndOffset = EpochEndOffset(),
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch(),
            snapshotId: SnapshotId = SnapshotId(),
            abortedTransactions: [AbortedTransaction]? = [],
            preferredReadReplica: BrokerID = -1,
            records: ByteSlice? = .empty
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.highWatermark = highWatermark
            self.lastStableOffset = lastStableOffset
            self.logStartOffset = logStartOffset
            self.divergingEpoch = divergingEpoch
            self.currentLeader = currentLeader
            self.snapshotId = snapshotId
            self.abortedTransactions = abortedTransactions
            self.preferredReadReplica = preferredReadReplica
            self.records = records
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.highWatermark = try Int64(from: &reader)
            self.lastStableOffset = try Int64(from: &reader)
            if version >= 5 { self.logStartOffset = try Int64(from: &reader) }
            self.abortedTransactions = try reader.nullableStructs(
                of: AbortedTransaction.self, version: version, atLeast: 16)
            if version >= 11 { self.preferredReadReplica = try BrokerID(from: &reader) }
            self.records = try ByteSlice.readNullable(from: &reader)
            guard reader.isFlexible else { return }
            for _ in 0..<(try reader.tagCount()) {
                let tag: WireReader.Tag = try reader.tag()
                switch tag.number {
                case 0:
                    guard version >= 12 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.divergingEpoch = try EpochEndOffset(from: &reader, version: version)
                    try reader.close(tag)
                case 1:
                    guard version >= 12 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
                    try reader.close(tag)
                case 2:
                    guard version >= 12 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.snapshotId = try SnapshotId(from: &reader, version: version)
                    try reader.close(tag)
                default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
                }
            }
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try self.highWatermark.write(to: &writer)
            try self.lastStableOffset.write(to: &writer)
            if version >= 5 { try self.logStartOffset.write(to: &writer) }
            try writer.nullableStructs(self.abortedTransactions, version: version)
            if version >= 11 { try self.preferredReadReplica.write(to: &writer) }
            try writer.nullable(self.records)
            if !(version >= 12) {
                try writer.refuse(self.divergingEpoch != EpochEndOffset(), "divergingEpoch", version)
            }
            if !(version >= 12) {
                try writer.refuse(self.currentLeader != LeaderIdAndEpoch(), "currentLeader", version)
            }
            if !(version >= 12) { try writer.refuse(self.snapshotId != SnapshotId(), "snapshotId", version) }
            guard writer.isFlexible else { return }
            var known: UInt32 = 0
            let hasDivergingEpoch: Bool = version >= 12 && self.divergingEpoch != EpochEndOffset()
            if hasDivergingEpoch { known += 1 }
            let hasCurrentLeader: Bool = version >= 12 && self.currentLeader != LeaderIdAndEpoch()
            if hasCurrentLeader { known += 1 }
            let hasSnapshotId: Bool = version >= 12 && self.snapshotId != SnapshotId()
            if hasSnapshotId { known += 1 }
            if known == 0 { return writer.tags(self.unknownTags) }
            var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
            if hasDivergingEpoch {
                let start: Int = writer.openTag(0, &tags)
                try self.divergingEpoch.write(to: &writer, version: version)
                try writer.closeTag(start)
            }
            if hasCurrentLeader {
                let start: Int = writer.openTag(1, &tags)
                try self.currentLeader.write(to: &writer, version: version)
                try writer.closeTag(start)
            }
            if hasSnapshotId {
                let start: Int = writer.openTag(2, &tags)
                try self.snapshotId.write(to: &writer, version: version)
                try writer.closeTag(start)
            }
            writer.endTags(&tags)
        }
    }

    /// `EpochEndOffset` of `FetchResponse`, versions 12-18.
    public struct EpochEndOffset: WireStruct {
        /// In every version.
        public var epoch: Int32 = -1
        /// In every version.
        public var endOffset: Int64 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(epoch: Int32 = -1, endOffset: Int64 = -1) {
            self.epoch = epoch
            self.endOffset = endOffset
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.epoch = try Int32(from: &reader)
            self.endOffset = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.epoch.write(to: &writer)
            try self.endOffset.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `LeaderIdAndEpoch` of `FetchResponse`, versions 12-18.
    public struct LeaderIdAndEpoch: WireStruct {
        /// In every version.
        public var leaderId: BrokerID = -1
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(leaderId: BrokerID = -1, leaderEpoch: Int32 = -1) {
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

    /// `SnapshotId` of `FetchResponse`, versions 12-18.
    public struct SnapshotId: WireStruct {
        /// In every version.
        public var endOffset: Int64 = -1
        /// In every version.
        public var epoch: Int32 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(endOffset: Int64 = -1, epoch: Int32 = -1) {
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

    /// `AbortedTransaction` of `FetchResponse`, versions 4-18.
    public struct AbortedTransaction: WireStruct {
        /// In every version.
        public var producerId: ProducerID = 0
        /// In every version.
        public var firstOffset: Int64 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(producerId: ProducerID = 0, firstOffset: Int64 = 0) {
            self.producerId = producerId
            self.firstOffset = firstOffset
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.producerId = try ProducerID(from: &reader)
            self.firstOffset = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.producerId.write(to: &writer)
            try self.firstOffset.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `NodeEndpoint` of `FetchResponse`, versions 16-18.
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
