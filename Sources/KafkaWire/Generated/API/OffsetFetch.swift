// Generated from Sources/kdeck-dev/Schemas/api/09-OffsetFetch.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// How far a group has read. Request of API 9, versions 1-10, flexible from 6.
public struct OffsetFetchRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = OffsetFetchResponse
    /// The number of the API.
    public static var apiKey: APIKey { .offsetFetch }
    /// Kafka's name.
    public static var messageName: String { "OffsetFetchRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...10 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 6...10 }

    /// Version 1-7.
    public var groupId: GroupID = ""
    /// Version 1-7, may be null from version 2.
    public var topics: [OffsetFetchRequestTopic]? = []
    /// From version 8.
    public var groups: [OffsetFetchRequestGroup] = []
    /// Fail while a transaction has offsets pending, rather than give old ones. From version 7.
    public var requireStable: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID = "",
        topics: [OffsetFetchRequestTopic]? = [],
        groups: [OffsetFetchRequestGroup] = [],
        requireStable: Bool = false
    ) {
        self.groupId = groupId
        self.topics = topics
        self.groups = groups
        self.requireStable = requireStable
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version <= 7 { self.groupId = try GroupID(from: &reader) }
        if version <= 7 {
            if version >= 2 {
                self.topics = try reader.nullableStructs(of: OffsetFetchRequestTopic.self, version: version, atLeast: 3)
            } else {
                self.topics = try reader.structs(of: OffsetFetchRequestTopic.self, version: version, atLeast: 3)
            }
        }
        if version >= 8 {
            self.groups = try reader.structs(of: OffsetFetchRequestGroup.self, version: version, atLeast: 3)
        }
        if version >= 7 { self.requireStable = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version <= 7 {
            try self.groupId.write(to: &writer)
        } else {
            try writer.refuse(!self.groupId.rawValue.isEmpty, "groupId", version)
        }
        try writer.refuseNull(!(version >= 2) && self.topics == nil, "topics", version)
        if version <= 7 {
            try writer.nullableStructs(self.topics, version: version)
        } else {
            try writer.refuse(self.topics != [], "topics", version)
        }
        if version >= 8 {
            try writer.structs(self.groups, version: version)
        } else {
            try writer.refuse(!self.groups.isEmpty, "groups", version)
        }
        if version >= 7 {
            try self.requireStable.write(to: &writer)
        } else {
            try writer.refuse(self.requireStable, "requireStable", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `OffsetFetchRequestTopic` of `OffsetFetchRequest`, versions 1-7.
    public struct OffsetFetchRequestTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitionIndexes: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitionIndexes: [Int32] = []) {
            self.name = name
            self.partitionIndexes = partitionIndexes
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitionIndexes = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.array(self.partitionIndexes)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetFetchRequestGroup` of `OffsetFetchRequest`, versions 8-10.
    public struct OffsetFetchRequestGroup: WireStruct {
        /// In every version.
        public var groupId: GroupID = ""
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848. From version 9, may be
        /// null, dropped silently by other versions.
        public var memberId: String? = nil
        /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while. From version 9, dropped
        /// silently by other versions.
        public var memberEpoch: Int32 = -1
        /// May be null.
        public var topics: [OffsetFetchRequestTopics]? = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            groupId: GroupID = "",
            memberId: String? = nil,
            memberEpoch: Int32 = -1,
            topics: [OffsetFetchRequestTopics]? = []
        ) {
            self.groupId = groupId
            self.memberId = memberId
            self.memberEpoch = memberEpoch
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.groupId = try GroupID(from: &reader)
            if version >= 9 { self.memberId = try String.readNullable(from: &reader) }
            if version >= 9 { self.memberEpoch = try Int32(from: &reader) }
            self.topics = try reader.nullableStructs(of: OffsetFetchRequestTopics.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.groupId.write(to: &writer)
            if version >= 9 { try writer.nullable(self.memberId) }
            if version >= 9 { try self.memberEpoch.write(to: &writer) }
            try writer.nullableStructs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetFetchRequestTopics` of `OffsetFetchRequest`, versions 8-10.
    public struct OffsetFetchRequestTopics: WireStruct {
        /// Version 8-9, dropped silently by other versions.
        public var name: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 10, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitionIndexes: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", topicId: KafkaUUID = .zero, partitionIndexes: [Int32] = []) {
            self.name = name
            self.topicId = topicId
            self.partitionIndexes = partitionIndexes
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 9 { self.name = try TopicName(from: &reader) }
            if version >= 10 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitionIndexes = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 9 { try self.name.write(to: &writer) }
            if version >= 10 { try self.topicId.write(to: &writer) }
            try writer.array(self.partitionIndexes)
            writer.tags(self.unknownTags)
        }
    }
}

/// How far a group has read. Response of API 9, versions 1-10, flexible from 6.
public struct OffsetFetchResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .offsetFetch }
    /// Kafka's name.
    public static var messageName: String { "OffsetFetchResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...10 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 6...10 }

    /// How long a quota made the answer wait. From version 3, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// Version 1-7.
    public var topics: [OffsetFetchResponseTopic] = []
    /// Version 2-7, dropped silently by other versions.
    public var errorCode: ErrorCode = .none
    /// From version 8.
    public var groups: [OffsetFetchResponseGroup] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        topics: [OffsetFetchResponseTopic] = [],
        errorCode: ErrorCode = .none,
        groups: [OffsetFetchResponseGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.errorCode = errorCode
        self.groups = groups
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { self.throttleTimeMs = try Int32(from: &reader) }
        if version <= 7 {
            self.topics = try reader.structs(of: OffsetFetchResponseTopic.self, version: version, atLeast: 3)
        }
        if version >= 2 && version <= 7 { self.errorCode = try ErrorCode(from: &reader) }
        if version >= 8 {
            self.groups = try reader.structs(of: OffsetFetchResponseGroup.self, version: version, atLeast: 5)
        }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { try self.throttleTimeMs.write(to: &writer) }
        if version <= 7 {
            try writer.structs(self.topics, version: version)
        } else {
            try writer.refuse(!self.topics.isEmpty, "topics", version)
        }
        if version >= 2 && version <= 7 { try self.errorCode.write(to: &writer) }
        if version >= 8 {
            try writer.structs(self.groups, version: version)
        } else {
            try writer.refuse(!self.groups.isEmpty, "groups", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `OffsetFetchResponseTopic` of `OffsetFetchResponse`, versions 1-7.
    public struct OffsetFetchResponseTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [OffsetFetchResponsePartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [OffsetFetchResponsePartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: OffsetFetchResponsePartition.self, version: version, atLeast: 16)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetFetchResponsePartition` of `OffsetFetchResponse`, versions 1-7.
    public struct OffsetFetchResponsePartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// The next record to read; -1 none.
        public var committedOffset: Int64 = 0
        /// Epoch of the last record consumed, to notice a truncated log; -1 unknown. From version 5, dropped silently
        /// by other versions.
        public var committedLeaderEpoch: Int32 = -1
        /// May be null.
        public var metadata: String? = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            metadata: String? = "",
            errorCode: ErrorCode = .none
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.committedOffset = try Int64(from: &reader)
            if version >= 5 { self.committedLeaderEpoch = try Int32(from: &reader) }
            self.metadata = try String.readNullable(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.committedOffset.write(to: &writer)
            if version >= 5 { try self.committedLeaderEpoch.write(to: &writer) }
            try writer.nullable(self.metadata)
            try self.errorCode.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetFetchResponseGroup` of `OffsetFetchResponse`, versions 8-10.
    public struct OffsetFetchResponseGroup: WireStruct {
        /// In every version.
        public var groupId: GroupID = ""
        /// In every version.
        public var topics: [OffsetFetchResponseTopics] = []
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(groupId: GroupID = "", topics: [OffsetFetchResponseTopics] = [], errorCode: ErrorCode = .none) {
            self.groupId = groupId
            self.topics = topics
            self.errorCode = errorCode
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.groupId = try GroupID(from: &reader)
            self.topics = try reader.structs(of: OffsetFetchResponseTopics.self, version: version, atLeast: 3)
            self.errorCode = try ErrorCode(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.groupId.write(to: &writer)
            try writer.structs(self.topics, version: version)
            try self.errorCode.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `OffsetFetchResponseTopics` of `OffsetFetchResponse`, versions 8-10.
    public struct OffsetFetchResponseTopics: WireStruct {
        /// Version 8-9, dropped silently by other versions.
        public var name: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 10, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [OffsetFetchResponsePartitions] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: TopicName = "",
            topicId: KafkaUUID = .zero,
            partitions: [OffsetFetchResponsePartitions] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 9 { self.name = try TopicName(from: &reader) }
            if version >= 10 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitions = try reader.structs(of: OffsetFetchResponsePartitions.self, version: version, atLeast: 20)
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

    /// `OffsetFetchResponsePartitions` of `OffsetFetchResponse`, versions 8-10.
    public struct OffsetFetchResponsePartitions: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// The next record to read; -1 none.
        public var committedOffset: Int64 = 0
        /// Epoch of the last record consumed, to notice a truncated log; -1 unknown.
        public var committedLeaderEpoch: Int32 = -1
        /// May be null.
        public var metadata: String? = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            metadata: String? = "",
            errorCode: ErrorCode = .none
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.committedOffset = try Int64(from: &reader)
            self.committedLeaderEpoch = try Int32(from: &reader)
            self.metadata = try String.readNullable(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.committedOffset.write(to: &writer)
            try self.committedLeaderEpoch.write(to: &writer)
            try writer.nullable(self.metadata)
            try self.errorCode.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
