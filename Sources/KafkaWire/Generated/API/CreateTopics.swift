// Generated from Sources/kdeck-dev/Schemas/api/19-CreateTopics.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Makes topics. Request of API 19, versions 2-7, flexible from 5.
public struct CreateTopicsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = CreateTopicsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .createTopics }
    /// Kafka's name.
    public static var messageName: String { "CreateTopicsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...7 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 5...7 }

    /// In every version.
    public var topics: [CreatableTopic] = []
    /// In every version.
    public var timeoutMs: Int32 = 60000
    /// Check, do nothing.
    public var validateOnly: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [CreatableTopic] = [], timeoutMs: Int32 = 60000, validateOnly: Bool = false) {
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.validateOnly = validateOnly
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.structs(of: CreatableTopic.self, version: version, atLeast: 10)
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

    /// `CreatableTopic` of `CreateTopicsRequest`, versions 2-7.
    public struct CreatableTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// -1 the broker's default.
        public var numPartitions: Int32 = 0
        /// -1 the broker's default.
        public var replicationFactor: Int16 = 0
        /// In every version.
        public var assignments: [CreatableReplicaAssignment] = []
        /// In every version.
        public var configs: [CreatableTopicConfig] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: TopicName = "",
            numPartitions: Int32 = 0,
            replicationFactor: Int16 = 0,
            assignments: [CreatableReplicaAssignment] = [],
            configs: [CreatableTopicConfig] = []
        ) {
            self.name = name
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.assignments = assignments
            self.configs = configs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.numPartitions = try Int32(from: &reader)
            self.replicationFactor = try Int16(from: &reader)
            self.assignments = try reader.structs(of: CreatableReplicaAssignment.self, version: version, atLeast: 6)
            self.configs = try reader.structs(of: CreatableTopicConfig.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.numPartitions.write(to: &writer)
            try self.replicationFactor.write(to: &writer)
            try writer.structs(self.assignments, version: version)
            try writer.structs(self.configs, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `CreatableReplicaAssignment` of `CreateTopicsRequest`, versions 2-7.
    public struct CreatableReplicaAssignment: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var brokerIds: [BrokerID] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0, brokerIds: [BrokerID] = []) {
            self.partitionIndex = partitionIndex
            self.brokerIds = brokerIds
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.brokerIds = try reader.array(of: BrokerID.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try writer.array(self.brokerIds)
            writer.tags(self.unknownTags)
        }
    }

    /// `CreatableTopicConfig` of `CreateTopicsRequest`, versions 2-7.
    public struct CreatableTopicConfig: WireStruct {
        /// In every version.
        public var name: String = ""
        /// May be null.
        public var value: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", value: String? = "") {
            self.name = name
            self.value = value
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.value = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.nullable(self.value)
            writer.tags(self.unknownTags)
        }
    }
}

/// Makes topics. Response of API 19, versions 2-7, flexible from 5.
public struct CreateTopicsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .createTopics }
    /// Kafka's name.
    public static var messageName: String { "CreateTopicsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...7 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 5...7 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var topics: [CreatableTopicResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, topics: [CreatableTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.topics = try reader.structs(of: CreatableTopicResult.self, version: version, atLeast: 6)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `CreatableTopicResult` of `CreateTopicsResponse`, versions 2-7.
    public struct CreatableTopicResult: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 7, dropped silently by other
        /// versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// From version 5, tag 0, dropped silently by other versions.
        public var topicConfigErrorCode: ErrorCode = .none
        /// -1 the broker's default. From version 5, dropped silently by other versions.
        public var numPartitions: Int32 = -1
        /// -1 the broker's default. From version 5, dropped silently by other versions.
        public var replicationFactor: Int16 = -1
        /// From version 5, may be null, dropped silently by other versions.
        public var configs: [CreatableTopicConfigs]? = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: TopicName = "",
            topicId: KafkaUUID = .zero,
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            topicConfigErrorCode: ErrorCode = .none,
            numPartitions: Int32 = -1,
            replicationFactor: Int16 = -1,
            configs: [CreatableTopicConfigs]? = []
        ) {
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.topicConfigErrorCode = topicConfigErrorCode
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.configs = configs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            if version >= 7 { self.topicId = try KafkaUUID(from: &reader) }
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            if version >= 5 { self.numPartitions = try Int32(from: &reader) }
            if version >= 5 { self.replicationFactor = try Int16(from: &reader) }
            if version >= 5 {
                self.configs = try reader.nullableStructs(of: CreatableTopicConfigs.self, version: version, atLeast: 6)
            }
            guard reader.isFlexible else { return }
            for _ in 0..<(try reader.tagCount()) {
                let tag: WireReader.Tag = try reader.tag()
                switch tag.number {
                case 0:
                    guard version >= 5 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.topicConfigErrorCode = try ErrorCode(from: &reader)
                    try reader.close(tag)
                default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
                }
            }
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            if version >= 7 { try self.topicId.write(to: &writer) }
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            if version >= 5 { try self.numPartitions.write(to: &writer) }
            if version >= 5 { try self.replicationFactor.write(to: &writer) }
            if version >= 5 { try writer.nullableStructs(self.configs, version: version) }
            guard writer.isFlexible else { return }
            var known: UInt32 = 0
            let hasTopicConfigErrorCode: Bool = version >= 5 && self.topicConfigErrorCode != .none
            if hasTopicConfigErrorCode { known += 1 }
            if known == 0 { return writer.tags(self.unknownTags) }
            var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
            if hasTopicConfigErrorCode {
                let start: Int = writer.openTag(0, &tags)
                try self.topicConfigErrorCode.write(to: &writer)
                try writer.closeTag(start)
            }
            writer.endTags(&tags)
        }
    }

    /// `CreatableTopicConfigs` of `CreateTopicsResponse`, versions 5-7.
    public struct CreatableTopicConfigs: WireStruct {
        /// In every version.
        public var name: String = ""
        /// May be null.
        public var value: String? = ""
        /// In every version.
        public var readOnly: Bool = false
        /// 1 topic, 2 broker, 3 default of all brokers, 4 server.properties, 5 Kafka's default.
        public var configSource: Int8 = -1
        /// The value is hidden: a password.
        public var isSensitive: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: String = "",
            value: String? = "",
            readOnly: Bool = false,
            configSource: Int8 = -1,
            isSensitive: Bool = false
        ) {
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.configSource = configSource
            self.isSensitive = isSensitive
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.value = try String.readNullable(from: &reader)
            self.readOnly = try Bool(from: &reader)
            self.configSource = try Int8(from: &reader)
            self.isSensitive = try Bool(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.nullable(self.value)
            try self.readOnly.write(to: &writer)
            try self.configSource.write(to: &writer)
            try self.isSensitive.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
