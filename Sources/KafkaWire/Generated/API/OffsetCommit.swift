// Generated from Sources/kdeck-dev/Schemas/api/08-OffsetCommit.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Keeps how far a group has read. Request of API 8, versions 2-10, flexible from 8.
public struct OffsetCommitRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = OffsetCommitResponse
    /// The number of the API.
    public static var apiKey: APIKey { .offsetCommit }
    /// Kafka's name.
    public static var messageName: String { "OffsetCommitRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...10 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 8...10 }

    /// In every version.
    public var groupId: GroupID = ""
    /// The round of a classic group, the member epoch of a KIP-848 one; -1 from outside.
    public var generationIdOrMemberEpoch: Int32 = -1
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// A static member's name: its seat is kept while it restarts (KIP-345). From version 7, may be null.
    public var groupInstanceId: String? = nil
    /// -1 the broker's own retention; ignored today. Version 2-4, dropped silently by other versions.
    public var retentionTimeMs: Int64 = -1
    /// In every version.
    public var topics: [OffsetCommitRequestTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID = "",
        generationIdOrMemberEpoch: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        retentionTimeMs: Int64 = -1,
        topics: [OffsetCommitRequestTopic] = []
    ) {
        self.groupId = groupId
        self.generationIdOrMemberEpoch = generationIdOrMemberEpoch
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.retentionTimeMs = retentionTimeMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.generationIdOrMemberEpoch = try Int32(from: &reader)
        self.memberId = try String(from: &reader)
        if version >= 7 { self.groupInstanceId = try String.readNullable(from: &reader) }
        if version <= 4 { self.retentionTimeMs = try Int64(from: &reader) }
        self.topics = try reader.structs(of: OffsetCommitRequestTopic.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.generationIdOrMemberEpoch.write(to: &writer)
        try self.memberId.write(to: &writer)
        if version >= 7 {
            try writer.nullable(self.groupInstanceId)
        } else {
            try writer.refuse(self.groupInstanceId != nil, "groupInstanceId", version)
        }
        if version <= 4 { try self.retentionTimeMs.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `OffsetCommitRequestTopic` of `OffsetCommitRequest`, versions 2-10.
    public struct OffsetCommitRequestTopic: WireStruct {
        /// Version 2-9, dropped silently by other versions.
        public var name: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 10, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [OffsetCommitRequestPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", topicId: KafkaUUID = .zero, partitions: [OffsetCommitRequestPartition] = []) {
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 9 { self.name = try TopicName(from: &reader) }
            if version >= 10 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitions = try reader.structs(of: OffsetCommitRequestPartition.self, version: version, atLeast: 14)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 9 { try self.name.write(to: &writer) }
            if version >= 10 { try self.topicId.write(to: &writer) }
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetCommitRequestPartition` of `OffsetCommitRequest`, versions 2-10.
    public struct OffsetCommitRequestPartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// The next record to read; -1 none.
        public var committedOffset: Int64 = 0
        /// Epoch of the last record consumed, to notice a truncated log; -1 unknown. From version 6, dropped silently
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
            if version >= 6 { self.committedLeaderEpoch = try Int32(from: &reader) }
            self.committedMetadata = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.committedOffset.write(to: &writer)
            if version >= 6 { try self.committedLeaderEpoch.write(to: &writer) }
            try writer.nullable(self.committedMetadata)
            writer.tags(self.unknownTags)
        }
    }
}

/// Keeps how far a group has read. Response of API 8, versions 2-10, flexible from 8.
public struct OffsetCommitResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .offsetCommit }
    /// Kafka's name.
    public static var messageName: String { "OffsetCommitResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...10 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 8...10 }

    /// How long a quota made the answer wait. From version 3, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var topics: [OffsetCommitResponseTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, topics: [OffsetCommitResponseTopic] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { self.throttleTimeMs = try Int32(from: &reader) }
        self.topics = try reader.structs(of: OffsetCommitResponseTopic.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { try self.throttleTimeMs.write(to: &writer) }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `OffsetCommitResponseTopic` of `OffsetCommitResponse`, versions 2-10.
    public struct OffsetCommitResponseTopic: WireStruct {
        /// Version 2-9, dropped silently by other versions.
        public var name: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 10, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [OffsetCommitResponsePartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: TopicName = "",
            topicId: KafkaUUID = .zero,
            partitions: [OffsetCommitResponsePartition] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 9 { self.name = try TopicName(from: &reader) }
            if version >= 10 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitions = try reader.structs(of: OffsetCommitResponsePartition.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 9 { try self.name.write(to: &writer) }
            if version >= 10 { try self.topicId.write(to: &writer) }
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetCommitResponsePartition` of `OffsetCommitResponse`, versions 2-10.
    public struct OffsetCommitResponsePartition: WireStruct {
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
