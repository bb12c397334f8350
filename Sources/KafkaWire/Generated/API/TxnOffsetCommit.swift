// Generated from Sources/kdeck-dev/Schemas/api/28-TxnOffsetCommit.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Offsets that count when the transaction commits. Request of API 28, versions 0-5, flexible from 3.
public struct TxnOffsetCommitRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = TxnOffsetCommitResponse
    /// The number of the API.
    public static var apiKey: APIKey { .txnOffsetCommit }
    /// Kafka's name.
    public static var messageName: String { "TxnOffsetCommitRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// In every version.
    public var transactionalId: TransactionalID = ""
    /// In every version.
    public var groupId: GroupID = ""
    /// In every version.
    public var producerId: ProducerID = 0
    /// Grows when another producer takes over the id; the older one is fenced.
    public var producerEpoch: Int16 = 0
    /// The round of the group; -1 commits from outside of it. From version 3.
    public var generationId: Int32 = -1
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848. From version 3.
    public var memberId: String = ""
    /// A static member's name: its seat is kept while it restarts (KIP-345). From version 3, may be null.
    public var groupInstanceId: String? = nil
    /// In every version.
    public var topics: [TxnOffsetCommitRequestTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        transactionalId: TransactionalID = "",
        groupId: GroupID = "",
        producerId: ProducerID = 0,
        producerEpoch: Int16 = 0,
        generationId: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        topics: [TxnOffsetCommitRequestTopic] = []
    ) {
        self.transactionalId = transactionalId
        self.groupId = groupId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.transactionalId = try TransactionalID(from: &reader)
        self.groupId = try GroupID(from: &reader)
        self.producerId = try ProducerID(from: &reader)
        self.producerEpoch = try Int16(from: &reader)
        if version >= 3 { self.generationId = try Int32(from: &reader) }
        if version >= 3 { self.memberId = try String(from: &reader) }
        if version >= 3 { self.groupInstanceId = try String.readNullable(from: &reader) }
        self.topics = try reader.structs(of: TxnOffsetCommitRequestTopic.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.transactionalId.write(to: &writer)
        try self.groupId.write(to: &writer)
        try self.producerId.write(to: &writer)
        try self.producerEpoch.write(to: &writer)
        if version >= 3 {
            try self.generationId.write(to: &writer)
        } else {
            try writer.refuse(self.generationId != -1, "generationId", version)
        }
        if version >= 3 {
            try self.memberId.write(to: &writer)
        } else {
            try writer.refuse(!self.memberId.isEmpty, "memberId", version)
        }
        if version >= 3 {
            try writer.nullable(self.groupInstanceId)
        } else {
            try writer.refuse(self.groupInstanceId != nil, "groupInstanceId", version)
        }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TxnOffsetCommitRequestTopic` of `TxnOffsetCommitRequest`, versions 0-5.
    public struct TxnOffsetCommitRequestTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [TxnOffsetCommitRequestPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [TxnOffsetCommitRequestPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(
                of: TxnOffsetCommitRequestPartition.self, version: version, atLeast: 14)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `TxnOffsetCommitRequestPartition` of `TxnOffsetCommitRequest`, versions 0-5.
    public struct TxnOffsetCommitRequestPartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// The next record to read; -1 none.
        public var committedOffset: Int64 = 0
        /// Epoch of the last record consumed, to notice a truncated log; -1 unknown. From version 2, dropped silently
        /// by other versions.
        public var committedLeaderEpoch: Int32 = -1
        /// Free text of the client, kept with the offset. May be null.
        public var committedMetadata: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            committedMetadata: String? = ""
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.committedMetadata = committedMetadata
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.committedOffset = try Int64(from: &reader)
            if version >= 2 { self.committedLeaderEpoch = try Int32(from: &reader) }
            self.committedMetadata = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.committedOffset.write(to: &writer)
            if version >= 2 { try self.committedLeaderEpoch.write(to: &writer) }
            try writer.nullable(self.committedMetadata)
            writer.tags(self.unknownTags)
        }
    }
}

/// Offsets that count when the transaction commits. Response of API 28, versions 0-5, flexible from 3.
public struct TxnOffsetCommitResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .txnOffsetCommit }
    /// Kafka's name.
    public static var messageName: String { "TxnOffsetCommitResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var topics: [TxnOffsetCommitResponseTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, topics: [TxnOffsetCommitResponseTopic] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.topics = try reader.structs(of: TxnOffsetCommitResponseTopic.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TxnOffsetCommitResponseTopic` of `TxnOffsetCommitResponse`, versions 0-5.
    public struct TxnOffsetCommitResponseTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [TxnOffsetCommitResponsePartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [TxnOffsetCommitResponsePartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(
                of: TxnOffsetCommitResponsePartition.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `TxnOffsetCommitResponsePartition` of `TxnOffsetCommitResponse`, versions 0-5.
    public struct TxnOffsetCommitResponsePartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0, errorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
