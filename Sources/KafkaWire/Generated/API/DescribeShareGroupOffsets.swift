// Generated from Sources/kdeck-dev/Schemas/api/90-DescribeShareGroupOffsets.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Where share groups start. Request of API 90, versions 0-1, flexible from 0.
public struct DescribeShareGroupOffsetsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeShareGroupOffsetsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeShareGroupOffsets }
    /// Kafka's name.
    public static var messageName: String { "DescribeShareGroupOffsetsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var groups: [DescribeShareGroupOffsetsRequestGroup] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groups: [DescribeShareGroupOffsetsRequestGroup] = []) {
        self.groups = groups
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groups = try reader.structs(of: DescribeShareGroupOffsetsRequestGroup.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.groups, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeShareGroupOffsetsRequestGroup` of `DescribeShareGroupOffsetsRequest`, versions 0-1.
    public struct DescribeShareGroupOffsetsRequestGroup: WireStruct {
        /// In every version.
        public var groupId: GroupID = ""
        /// May be null.
        public var topics: [DescribeShareGroupOffsetsRequestTopic]? = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(groupId: GroupID = "", topics: [DescribeShareGroupOffsetsRequestTopic]? = []) {
            self.groupId = groupId
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.groupId = try GroupID(from: &reader)
            self.topics = try reader.nullableStructs(
                of: DescribeShareGroupOffsetsRequestTopic.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.groupId.write(to: &writer)
            try writer.nullableStructs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeShareGroupOffsetsRequestTopic` of `DescribeShareGroupOffsetsRequest`, versions 0-1.
    public struct DescribeShareGroupOffsetsRequestTopic: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicName: TopicName = "", partitions: [Int32] = []) {
            self.topicName = topicName
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }
}

/// Where share groups start. Response of API 90, versions 0-1, flexible from 0.
public struct DescribeShareGroupOffsetsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeShareGroupOffsets }
    /// Kafka's name.
    public static var messageName: String { "DescribeShareGroupOffsetsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var groups: [DescribeShareGroupOffsetsResponseGroup] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, groups: [DescribeShareGroupOffsetsResponseGroup] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.groups = try reader.structs(of: DescribeShareGroupOffsetsResponseGroup.self, version: version, atLeast: 6)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.groups, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeShareGroupOffsetsResponseGroup` of `DescribeShareGroupOffsetsResponse`, versions 0-1.
    public struct DescribeShareGroupOffsetsResponseGroup: WireStruct {
        /// In every version.
        public var groupId: GroupID = ""
        /// In every version.
        public var topics: [DescribeShareGroupOffsetsResponseTopic] = []
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            groupId: GroupID = "",
            topics: [DescribeShareGroupOffsetsResponseTopic] = [],
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil
        ) {
            self.groupId = groupId
            self.topics = topics
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.groupId = try GroupID(from: &reader)
            self.topics = try reader.structs(
                of: DescribeShareGroupOffsetsResponseTopic.self, version: version, atLeast: 19)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.groupId.write(to: &writer)
            try writer.structs(self.topics, version: version)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeShareGroupOffsetsResponseTopic` of `DescribeShareGroupOffsetsResponse`, versions 0-1.
    public struct DescribeShareGroupOffsetsResponseTopic: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [DescribeShareGroupOffsetsResponsePartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            topicName: TopicName = "",
            topicId: KafkaUUID = .zero,
            partitions: [DescribeShareGroupOffsetsResponsePartition] = []
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(
                of: DescribeShareGroupOffsetsResponsePartition.self, version: version, atLeast: 20)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeShareGroupOffsetsResponsePartition` of `DescribeShareGroupOffsetsResponse`, versions 0-1.
    public struct DescribeShareGroupOffsetsResponsePartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var startOffset: Int64 = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// From version 1, dropped silently by other versions.
        public var lag: Int64 = -1
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            startOffset: Int64 = 0,
            leaderEpoch: Int32 = 0,
            lag: Int64 = -1,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil
        ) {
            self.partitionIndex = partitionIndex
            self.startOffset = startOffset
            self.leaderEpoch = leaderEpoch
            self.lag = lag
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.startOffset = try Int64(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            if version >= 1 { self.lag = try Int64(from: &reader) }
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.startOffset.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            if version >= 1 { try self.lag.write(to: &writer) }
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
