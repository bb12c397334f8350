// Generated from Sources/kdeck-dev/Schemas/api/35-DescribeLogDirs.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Disks and the size of what lies on them. Request of API 35, versions 1-5, flexible from 2.
public struct DescribeLogDirsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeLogDirsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeLogDirs }
    /// Kafka's name.
    public static var messageName: String { "DescribeLogDirsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...5 }

    /// May be null.
    public var topics: [DescribableLogDirTopic]? = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [DescribableLogDirTopic]? = []) {
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.nullableStructs(of: DescribableLogDirTopic.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullableStructs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribableLogDirTopic` of `DescribeLogDirsRequest`, versions 1-5.
    public struct DescribableLogDirTopic: WireStruct {
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

/// Disks and the size of what lies on them. Response of API 35, versions 1-5, flexible from 2.
public struct DescribeLogDirsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeLogDirs }
    /// Kafka's name.
    public static var messageName: String { "DescribeLogDirsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...5 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// From version 3, dropped silently by other versions.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var results: [DescribeLogDirsResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, results: [DescribeLogDirsResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        if version >= 3 { self.errorCode = try ErrorCode(from: &reader) }
        self.results = try reader.structs(of: DescribeLogDirsResult.self, version: version, atLeast: 5)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        if version >= 3 { try self.errorCode.write(to: &writer) }
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeLogDirsResult` of `DescribeLogDirsResponse`, versions 1-5.
    public struct DescribeLogDirsResult: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var logDir: String = ""
        /// In every version.
        public var topics: [DescribeLogDirsTopic] = []
        /// Of the volume; -1 unknown. From version 4, dropped silently by other versions.
        public var totalBytes: Int64 = -1
        /// Free on the volume; -1 unknown. From version 4, dropped silently by other versions.
        public var usableBytes: Int64 = -1
        /// Takes no new partitions. From version 5, dropped silently by other versions.
        public var isCordoned: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            logDir: String = "",
            topics: [DescribeLogDirsTopic] = [],
            totalBytes: Int64 = -1,
            usableBytes: Int64 = -1,
            isCordoned: Bool = false
        ) {
            self.errorCode = errorCode
            self.logDir = logDir
            self.topics = topics
            self.totalBytes = totalBytes
            self.usableBytes = usableBytes
            self.isCordoned = isCordoned
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.logDir = try String(from: &reader)
            self.topics = try reader.structs(of: DescribeLogDirsTopic.self, version: version, atLeast: 3)
            if version >= 4 { self.totalBytes = try Int64(from: &reader) }
            if version >= 4 { self.usableBytes = try Int64(from: &reader) }
            if version >= 5 { self.isCordoned = try Bool(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try self.logDir.write(to: &writer)
            try writer.structs(self.topics, version: version)
            if version >= 4 { try self.totalBytes.write(to: &writer) }
            if version >= 4 { try self.usableBytes.write(to: &writer) }
            if version >= 5 { try self.isCordoned.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeLogDirsTopic` of `DescribeLogDirsResponse`, versions 1-5.
    public struct DescribeLogDirsTopic: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [DescribeLogDirsPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [DescribeLogDirsPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: DescribeLogDirsPartition.self, version: version, atLeast: 21)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeLogDirsPartition` of `DescribeLogDirsResponse`, versions 1-5.
    public struct DescribeLogDirsPartition: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// Bytes on disk.
        public var partitionSize: Int64 = 0
        /// How far a moving replica is behind.
        public var offsetLag: Int64 = 0
        /// A copy on its way to another disk.
        public var isFutureKey: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            partitionSize: Int64 = 0,
            offsetLag: Int64 = 0,
            isFutureKey: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.partitionSize = partitionSize
            self.offsetLag = offsetLag
            self.isFutureKey = isFutureKey
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.partitionSize = try Int64(from: &reader)
            self.offsetLag = try Int64(from: &reader)
            self.isFutureKey = try Bool(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.partitionSize.write(to: &writer)
            try self.offsetLag.write(to: &writer)
            try self.isFutureKey.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
