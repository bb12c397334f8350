// Generated from Sources/kdeck-dev/Schemas/api/37-CreatePartitions.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Grows topics. Request of API 37, versions 0-3, flexible from 2.
public struct CreatePartitionsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = CreatePartitionsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .createPartitions }
    /// Kafka's name.
    public static var messageName: String { "CreatePartitionsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// In every version.
    public var topics: [CreatePartitionsTopic] = []
    /// In every version.
    public var timeoutMs: Int32 = 0
    /// Check, do nothing.
    public var validateOnly: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [CreatePartitionsTopic] = [], timeoutMs: Int32 = 0, validateOnly: Bool = false) {
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.validateOnly = validateOnly
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.structs(of: CreatePartitionsTopic.self, version: version, atLeast: 7)
        self.timeoutMs = try Int32(from: &reader)
        self.validateOnly = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.topics, version: version)
        try self.timeoutMs.write(to: &writer)
        try self.validateOnly.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `CreatePartitionsTopic` of `CreatePartitionsRequest`, versions 0-3.
    public struct CreatePartitionsTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// The new total, not how many to add.
        public var count: Int32 = 0
        /// May be null.
        public var assignments: [CreatePartitionsAssignment]? = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", count: Int32 = 0, assignments: [CreatePartitionsAssignment]? = []) {
            self.name = name
            self.count = count
            self.assignments = assignments
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.count = try Int32(from: &reader)
            self.assignments = try reader.nullableStructs(
                of: CreatePartitionsAssignment.self, version: version, atLeast: 2)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.count.write(to: &writer)
            try writer.nullableStructs(self.assignments, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `CreatePartitionsAssignment` of `CreatePartitionsRequest`, versions 0-3.
    public struct CreatePartitionsAssignment: WireStruct {
        /// In every version.
        public var brokerIds: [BrokerID] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(brokerIds: [BrokerID] = []) {
            self.brokerIds = brokerIds
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.brokerIds = try reader.array(of: BrokerID.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.array(self.brokerIds)
            writer.tags(self.unknownTags)
        }
    }
}

/// Grows topics. Response of API 37, versions 0-3, flexible from 2.
public struct CreatePartitionsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .createPartitions }
    /// Kafka's name.
    public static var messageName: String { "CreatePartitionsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var results: [CreatePartitionsTopicResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, results: [CreatePartitionsTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.results = try reader.structs(of: CreatePartitionsTopicResult.self, version: version, atLeast: 5)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `CreatePartitionsTopicResult` of `CreatePartitionsResponse`, versions 0-3.
    public struct CreatePartitionsTopicResult: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", errorCode: ErrorCode = .none, errorMessage: String? = nil) {
            self.name = name
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
