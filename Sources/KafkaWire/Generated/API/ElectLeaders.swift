// Generated from Sources/kdeck-dev/Schemas/api/43-ElectLeaders.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Makes the preferred replica, or any, leader. Request of API 43, versions 0-2, flexible from 2.
public struct ElectLeadersRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ElectLeadersResponse
    /// The number of the API.
    public static var apiKey: APIKey { .electLeaders }
    /// Kafka's name.
    public static var messageName: String { "ElectLeadersRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// 0 preferred, 1 unclean. From version 1.
    public var electionType: Int8 = 0
    /// Null is every partition. May be null.
    public var topicPartitions: [TopicPartitions]? = []
    /// In every version.
    public var timeoutMs: Int32 = 60000
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(electionType: Int8 = 0, topicPartitions: [TopicPartitions]? = [], timeoutMs: Int32 = 60000) {
        self.electionType = electionType
        self.topicPartitions = topicPartitions
        self.timeoutMs = timeoutMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { self.electionType = try Int8(from: &reader) }
        self.topicPartitions = try reader.nullableStructs(of: TopicPartitions.self, version: version, atLeast: 3)
        self.timeoutMs = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 {
            try self.electionType.write(to: &writer)
        } else {
            try writer.refuse(self.electionType != 0, "electionType", version)
        }
        try writer.nullableStructs(self.topicPartitions, version: version)
        try self.timeoutMs.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `TopicPartitions` of `ElectLeadersRequest`, versions 0-2.
    public struct TopicPartitions: WireStruct {
        /// In every version.
        public var topic: TopicName = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", partitions: [Int32] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topic = try TopicName(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topic.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }
}

/// Makes the preferred replica, or any, leader. Response of API 43, versions 0-2, flexible from 2.
public struct ElectLeadersResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .electLeaders }
    /// Kafka's name.
    public static var messageName: String { "ElectLeadersResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// From version 1, dropped silently by other versions.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var replicaElectionResults: [ReplicaElectionResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        replicaElectionResults: [ReplicaElectionResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.replicaElectionResults = replicaElectionResults
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        if version >= 1 { self.errorCode = try ErrorCode(from: &reader) }
        self.replicaElectionResults = try reader.structs(of: ReplicaElectionResult.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        if version >= 1 { try self.errorCode.write(to: &writer) }
        try writer.structs(self.replicaElectionResults, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ReplicaElectionResult` of `ElectLeadersResponse`, versions 0-2.
    public struct ReplicaElectionResult: WireStruct {
        /// In every version.
        public var topic: TopicName = ""
        /// In every version.
        public var partitionResult: [PartitionResult] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", partitionResult: [PartitionResult] = []) {
            self.topic = topic
            self.partitionResult = partitionResult
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topic = try TopicName(from: &reader)
            self.partitionResult = try reader.structs(of: PartitionResult.self, version: version, atLeast: 8)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topic.write(to: &writer)
            try writer.structs(self.partitionResult, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionResult` of `ElectLeadersResponse`, versions 0-2.
    public struct PartitionResult: WireStruct {
        /// In every version.
        public var partitionId: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionId: Int32 = 0, errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.partitionId = partitionId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionId = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionId.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
