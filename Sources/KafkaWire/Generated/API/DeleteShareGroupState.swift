// Generated from Sources/kdeck-dev/Schemas/api/86-DeleteShareGroupState.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Drops the state of share partitions. Request of API 86, versions 0, flexible from 0.
public struct DeleteShareGroupStateRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DeleteShareGroupStateResponse
    /// The number of the API.
    public static var apiKey: APIKey { .deleteShareGroupState }
    /// Kafka's name.
    public static var messageName: String { "DeleteShareGroupStateRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var groupId: String = ""
    /// In every version.
    public var topics: [DeleteStateData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "", topics: [DeleteStateData] = []) {
        self.groupId = groupId
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
        self.topics = try reader.structs(of: DeleteStateData.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeleteStateData` of `DeleteShareGroupStateRequest`, versions 0.
    public struct DeleteStateData: WireStruct {
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

    /// `PartitionData` of `DeleteShareGroupStateRequest`, versions 0.
    public struct PartitionData: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partition: Int32 = 0) {
            self.partition = partition
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Drops the state of share partitions. Response of API 86, versions 0, flexible from 0.
public struct DeleteShareGroupStateResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .deleteShareGroupState }
    /// Kafka's name.
    public static var messageName: String { "DeleteShareGroupStateResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var results: [DeleteStateResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(results: [DeleteStateResult] = []) {
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.results = try reader.structs(of: DeleteStateResult.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeleteStateResult` of `DeleteShareGroupStateResponse`, versions 0.
    public struct DeleteStateResult: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [PartitionResult] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [PartitionResult] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: PartitionResult.self, version: version, atLeast: 8)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionResult` of `DeleteShareGroupStateResponse`, versions 0.
    public struct PartitionResult: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partition: Int32 = 0, errorCode: ErrorCode = .none, errorMessage: String? = nil) {
            self.partition = partition
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
