// Generated from Sources/kdeck-dev/Schemas/api/92-DeleteShareGroupOffsets.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Forgets topics of a share group. Request of API 92, versions 0, flexible from 0.
public struct DeleteShareGroupOffsetsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DeleteShareGroupOffsetsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .deleteShareGroupOffsets }
    /// Kafka's name.
    public static var messageName: String { "DeleteShareGroupOffsetsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var groupId: GroupID = ""
    /// In every version.
    public var topics: [DeleteShareGroupOffsetsRequestTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: GroupID = "", topics: [DeleteShareGroupOffsetsRequestTopic] = []) {
        self.groupId = groupId
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.topics = try reader.structs(of: DeleteShareGroupOffsetsRequestTopic.self, version: version, atLeast: 2)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeleteShareGroupOffsetsRequestTopic` of `DeleteShareGroupOffsetsRequest`, versions 0.
    public struct DeleteShareGroupOffsetsRequestTopic: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicName: TopicName = "") {
            self.topicName = topicName
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Forgets topics of a share group. Response of API 92, versions 0, flexible from 0.
public struct DeleteShareGroupOffsetsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .deleteShareGroupOffsets }
    /// Kafka's name.
    public static var messageName: String { "DeleteShareGroupOffsetsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = nil
    /// In every version.
    public var responses: [DeleteShareGroupOffsetsResponseTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = nil,
        responses: [DeleteShareGroupOffsetsResponseTopic] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.responses = responses
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.responses = try reader.structs(
            of: DeleteShareGroupOffsetsResponseTopic.self, version: version, atLeast: 21)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try writer.structs(self.responses, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeleteShareGroupOffsetsResponseTopic` of `DeleteShareGroupOffsetsResponse`, versions 0.
    public struct DeleteShareGroupOffsetsResponseTopic: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
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
            topicName: TopicName = "",
            topicId: KafkaUUID = .zero,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil
        ) {
            self.topicName = topicName
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.topicId = try KafkaUUID(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try self.topicId.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
