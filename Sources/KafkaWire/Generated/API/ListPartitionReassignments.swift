// Generated from Sources/kdeck-dev/Schemas/api/46-ListPartitionReassignments.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Moves under way. Request of API 46, versions 0, flexible from 0.
public struct ListPartitionReassignmentsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ListPartitionReassignmentsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .listPartitionReassignments }
    /// Kafka's name.
    public static var messageName: String { "ListPartitionReassignmentsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var timeoutMs: Int32 = 60000
    /// May be null.
    public var topics: [ListPartitionReassignmentsTopics]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(timeoutMs: Int32 = 60000, topics: [ListPartitionReassignmentsTopics]? = nil) {
        self.timeoutMs = timeoutMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.timeoutMs = try Int32(from: &reader)
        self.topics = try reader.nullableStructs(
            of: ListPartitionReassignmentsTopics.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.timeoutMs.write(to: &writer)
        try writer.nullableStructs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ListPartitionReassignmentsTopics` of `ListPartitionReassignmentsRequest`, versions 0.
    public struct ListPartitionReassignmentsTopics: WireStruct {
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
}

/// Moves under way. Response of API 46, versions 0, flexible from 0.
public struct ListPartitionReassignmentsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .listPartitionReassignments }
    /// Kafka's name.
    public static var messageName: String { "ListPartitionReassignmentsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// In every version.
    public var topics: [OngoingTopicReassignment] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        topics: [OngoingTopicReassignment] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.topics = try reader.structs(of: OngoingTopicReassignment.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `OngoingTopicReassignment` of `ListPartitionReassignmentsResponse`, versions 0.
    public struct OngoingTopicReassignment: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [OngoingPartitionReassignment] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [OngoingPartitionReassignment] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: OngoingPartitionReassignment.self, version: version, atLeast: 8)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `OngoingPartitionReassignment` of `ListPartitionReassignmentsResponse`, versions 0.
    public struct OngoingPartitionReassignment: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var replicas: [BrokerID] = []
        /// The move still has to fill these.
        public var addingReplicas: [BrokerID] = []
        /// Go when the move is done.
        public var removingReplicas: [BrokerID] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            replicas: [BrokerID] = [],
            addingReplicas: [BrokerID] = [],
            removingReplicas: [BrokerID] = []
        ) {
            self.partitionIndex = partitionIndex
            self.replicas = replicas
            self.addingReplicas = addingReplicas
            self.removingReplicas = removingReplicas
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.replicas = try reader.array(of: BrokerID.self, atLeast: 4)
            self.addingReplicas = try reader.array(of: BrokerID.self, atLeast: 4)
            self.removingReplicas = try reader.array(of: BrokerID.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try writer.array(self.replicas)
            try writer.array(self.addingReplicas)
            try writer.array(self.removingReplicas)
            writer.tags(self.unknownTags)
        }
    }
}
