// Generated from Sources/kdeck-dev/Schemas/api/34-AlterReplicaLogDirs.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Moves replicas to another disk. Request of API 34, versions 1-2, flexible from 2.
public struct AlterReplicaLogDirsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AlterReplicaLogDirsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .alterReplicaLogDirs }
    /// Kafka's name.
    public static var messageName: String { "AlterReplicaLogDirsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// In every version.
    public var dirs: [AlterReplicaLogDir] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(dirs: [AlterReplicaLogDir] = []) {
        self.dirs = dirs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.dirs = try reader.structs(of: AlterReplicaLogDir.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.dirs, version: version)
        writer.tags(self.unknownTags)
    }

    /// `AlterReplicaLogDir` of `AlterReplicaLogDirsRequest`, versions 1-2.
    public struct AlterReplicaLogDir: WireStruct {
        /// In every version.
        public var path: String = ""
        /// In every version.
        public var topics: [AlterReplicaLogDirTopic] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(path: String = "", topics: [AlterReplicaLogDirTopic] = []) {
            self.path = path
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.path = try String(from: &reader)
            self.topics = try reader.structs(of: AlterReplicaLogDirTopic.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.path.write(to: &writer)
            try writer.structs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `AlterReplicaLogDirTopic` of `AlterReplicaLogDirsRequest`, versions 1-2.
    public struct AlterReplicaLogDirTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [Int32] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }
}

/// Moves replicas to another disk. Response of API 34, versions 1-2, flexible from 2.
public struct AlterReplicaLogDirsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .alterReplicaLogDirs }
    /// Kafka's name.
    public static var messageName: String { "AlterReplicaLogDirsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var results: [AlterReplicaLogDirTopicResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, results: [AlterReplicaLogDirTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.results = try reader.structs(of: AlterReplicaLogDirTopicResult.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `AlterReplicaLogDirTopicResult` of `AlterReplicaLogDirsResponse`, versions 1-2.
    public struct AlterReplicaLogDirTopicResult: WireStruct {
        /// In every version.
        public var topicName: TopicName = ""
        /// In every version.
        public var partitions: [AlterReplicaLogDirPartitionResult] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicName: TopicName = "", partitions: [AlterReplicaLogDirPartitionResult] = []) {
            self.topicName = topicName
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicName = try TopicName(from: &reader)
            self.partitions = try reader.structs(
                of: AlterReplicaLogDirPartitionResult.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicName.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `AlterReplicaLogDirPartitionResult` of `AlterReplicaLogDirsResponse`, versions 1-2.
    public struct AlterReplicaLogDirPartitionResult: WireStruct {
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
