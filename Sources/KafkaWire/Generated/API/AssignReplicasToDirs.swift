// Generated from Sources/kdeck-dev/Schemas/api/73-AssignReplicasToDirs.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A broker says on which disk replicas lie. Request of API 73, versions 0, flexible from 0.
public struct AssignReplicasToDirsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AssignReplicasToDirsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .assignReplicasToDirs }
    /// Kafka's name.
    public static var messageName: String { "AssignReplicasToDirsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = -1
    /// In every version.
    public var directories: [DirectoryData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(brokerId: BrokerID = 0, brokerEpoch: Int64 = -1, directories: [DirectoryData] = []) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.directories = directories
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        self.directories = try reader.structs(of: DirectoryData.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.brokerId.write(to: &writer)
        try self.brokerEpoch.write(to: &writer)
        try writer.structs(self.directories, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DirectoryData` of `AssignReplicasToDirsRequest`, versions 0.
    public struct DirectoryData: WireStruct {
        /// In every version.
        public var id: KafkaUUID = .zero
        /// In every version.
        public var topics: [TopicData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(id: KafkaUUID = .zero, topics: [TopicData] = []) {
            self.id = id
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.id = try KafkaUUID(from: &reader)
            self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 18)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.id.write(to: &writer)
            try writer.structs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicData` of `AssignReplicasToDirsRequest`, versions 0.
    public struct TopicData: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [PartitionData] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 5)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `AssignReplicasToDirsRequest`, versions 0.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0) {
            self.partitionIndex = partitionIndex
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// A broker says on which disk replicas lie. Response of API 73, versions 0, flexible from 0.
public struct AssignReplicasToDirsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .assignReplicasToDirs }
    /// Kafka's name.
    public static var messageName: String { "AssignReplicasToDirsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var directories: [DirectoryData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, directories: [DirectoryData] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.directories = directories
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.directories = try reader.structs(of: DirectoryData.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.structs(self.directories, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DirectoryData` of `AssignReplicasToDirsResponse`, versions 0.
    public struct DirectoryData: WireStruct {
        /// In every version.
        public var id: KafkaUUID = .zero
        /// In every version.
        public var topics: [TopicData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(id: KafkaUUID = .zero, topics: [TopicData] = []) {
            self.id = id
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.id = try KafkaUUID(from: &reader)
            self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 18)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.id.write(to: &writer)
            try writer.structs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicData` of `AssignReplicasToDirsResponse`, versions 0.
    public struct TopicData: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [PartitionData] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 7)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `AssignReplicasToDirsResponse`, versions 0.
    public struct PartitionData: WireStruct {
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
