// Generated from Sources/kdeck-dev/Schemas/api/20-DeleteTopics.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Deletes topics, by name or id. Request of API 20, versions 1-6, flexible from 4.
public struct DeleteTopicsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DeleteTopicsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .deleteTopics }
    /// Kafka's name.
    public static var messageName: String { "DeleteTopicsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...6 }

    /// From version 6.
    public var topics: [DeleteTopicState] = []
    /// Version 1-5, dropped silently by other versions.
    public var topicNames: [TopicName] = []
    /// In every version.
    public var timeoutMs: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [DeleteTopicState] = [], topicNames: [TopicName] = [], timeoutMs: Int32 = 0) {
        self.topics = topics
        self.topicNames = topicNames
        self.timeoutMs = timeoutMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 6 { self.topics = try reader.structs(of: DeleteTopicState.self, version: version, atLeast: 18) }
        if version <= 5 { self.topicNames = try reader.array(of: TopicName.self, atLeast: 1) }
        self.timeoutMs = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 6 {
            try writer.structs(self.topics, version: version)
        } else {
            try writer.refuse(!self.topics.isEmpty, "topics", version)
        }
        if version <= 5 { try writer.array(self.topicNames) }
        try self.timeoutMs.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `DeleteTopicState` of `DeleteTopicsRequest`, versions 6.
    public struct DeleteTopicState: WireStruct {
        /// May be null.
        public var name: TopicName? = nil
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName? = nil, topicId: KafkaUUID = .zero) {
            self.name = name
            self.topicId = topicId
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName.readNullable(from: &reader)
            self.topicId = try KafkaUUID(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.nullable(self.name)
            try self.topicId.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Deletes topics, by name or id. Response of API 20, versions 1-6, flexible from 4.
public struct DeleteTopicsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .deleteTopics }
    /// Kafka's name.
    public static var messageName: String { "DeleteTopicsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...6 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var responses: [DeletableTopicResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, responses: [DeletableTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.responses = responses
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.responses = try reader.structs(of: DeletableTopicResult.self, version: version, atLeast: 4)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.responses, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeletableTopicResult` of `DeleteTopicsResponse`, versions 1-6.
    public struct DeletableTopicResult: WireStruct {
        /// May be null from version 6.
        public var name: TopicName? = ""
        /// The id that survives deletion and re-creation under the same name. From version 6, dropped silently by other
        /// versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// From version 5, may be null, dropped silently by other versions.
        public var errorMessage: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: TopicName? = "",
            topicId: KafkaUUID = .zero,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil
        ) {
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version >= 6 {
                self.name = try TopicName.readNullable(from: &reader)
            } else {
                self.name = try TopicName(from: &reader)
            }
            if version >= 6 { self.topicId = try KafkaUUID(from: &reader) }
            self.errorCode = try ErrorCode(from: &reader)
            if version >= 5 { self.errorMessage = try String.readNullable(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.refuseNull(!(version >= 6) && self.name == nil, "name", version)
            try writer.nullable(self.name)
            if version >= 6 { try self.topicId.write(to: &writer) }
            try self.errorCode.write(to: &writer)
            if version >= 5 { try writer.nullable(self.errorMessage) }
            writer.tags(self.unknownTags)
        }
    }
}
