// Generated from Sources/kdeck-dev/Schemas/api/45-AlterPartitionReassignments.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Starts or cancels moves of replicas. Request of API 45, versions 0-1, flexible from 0.
public struct AlterPartitionReassignmentsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AlterPartitionReassignmentsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .alterPartitionReassignments }
    /// Kafka's name.
    public static var messageName: String { "AlterPartitionReassignmentsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var timeoutMs: Int32 = 60000
    /// From version 1.
    public var allowReplicationFactorChange: Bool = true
    /// In every version.
    public var topics: [ReassignableTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(timeoutMs: Int32 = 60000, allowReplicationFactorChange: Bool = true, topics: [ReassignableTopic] = []) {
        self.timeoutMs = timeoutMs
        self.allowReplicationFactorChange = allowReplicationFactorChange
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.timeoutMs = try Int32(from: &reader)
        if version >= 1 { self.allowReplicationFactorChange = try Bool(from: &reader) }
        self.topics = try reader.structs(of: ReassignableTopic.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.timeoutMs.write(to: &writer)
        if version >= 1 {
            try self.allowReplicationFactorChange.write(to: &writer)
        } else {
            try writer.refuse(!self.allowReplicationFactorChange, "allowReplicationFactorChange", version)
        }
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ReassignableTopic` of `AlterPartitionReassignmentsRequest`, versions 0-1.
    public struct ReassignableTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [ReassignablePartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [ReassignablePartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: ReassignablePartition.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `ReassignablePartition` of `AlterPartitionReassignmentsRequest`, versions 0-1.
    public struct ReassignablePartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// May be null.
        public var replicas: [BrokerID]? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0, replicas: [BrokerID]? = nil) {
            self.partitionIndex = partitionIndex
            self.replicas = replicas
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.replicas = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try writer.nullableArray(self.replicas)
            writer.tags(self.unknownTags)
        }
    }
}

/// Starts or cancels moves of replicas. Response of API 45, versions 0-1, flexible from 0.
public struct AlterPartitionReassignmentsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .alterPartitionReassignments }
    /// Kafka's name.
    public static var messageName: String { "AlterPartitionReassignmentsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// From version 1, dropped silently by other versions.
    public var allowReplicationFactorChange: Bool = true
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// In every version.
    public var responses: [ReassignableTopicResponse] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        allowReplicationFactorChange: Bool = true,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        responses: [ReassignableTopicResponse] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.allowReplicationFactorChange = allowReplicationFactorChange
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.responses = responses
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        if version >= 1 { self.allowReplicationFactorChange = try Bool(from: &reader) }
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.responses = try reader.structs(of: ReassignableTopicResponse.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        if version >= 1 { try self.allowReplicationFactorChange.write(to: &writer) }
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try writer.structs(self.responses, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ReassignableTopicResponse` of `AlterPartitionReassignmentsResponse`, versions 0-1.
    public struct ReassignableTopicResponse: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [ReassignablePartitionResponse] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [ReassignablePartitionResponse] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: ReassignablePartitionResponse.self, version: version, atLeast: 8)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `ReassignablePartitionResponse` of `AlterPartitionReassignmentsResponse`, versions 0-1.
    public struct ReassignablePartitionResponse: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0, errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
