// Generated from Sources/kdeck-dev/Schemas/api/85-WriteShareGroupState.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Changes the state of share partitions. Request of API 85, versions 0-1, flexible from 0.
public struct WriteShareGroupStateRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = WriteShareGroupStateResponse
    /// The number of the API.
    public static var apiKey: APIKey { .writeShareGroupState }
    /// Kafka's name.
    public static var messageName: String { "WriteShareGroupStateRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var groupId: String = ""
    /// In every version.
    public var topics: [WriteStateData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "", topics: [WriteStateData] = []) {
        self.groupId = groupId
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
        self.topics = try reader.structs(of: WriteStateData.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `WriteStateData` of `WriteShareGroupStateRequest`, versions 0-1.
    public struct WriteStateData: WireStruct {
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
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 22)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `WriteShareGroupStateRequest`, versions 0-1.
    public struct PartitionData: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// In every version.
        public var stateEpoch: Int32 = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// In every version.
        public var startOffset: Int64 = 0
        /// From version 1, dropped silently by other versions.
        public var deliveryCompleteCount: Int32 = -1
        /// In every version.
        public var stateBatches: [StateBatch] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partition: Int32 = 0,
            stateEpoch: Int32 = 0,
            leaderEpoch: Int32 = 0,
            startOffset: Int64 = 0,
            deliveryCompleteCount: Int32 = -1,
            stateBatches: [StateBatch] = []
        ) {
            self.partition = partition
            self.stateEpoch = stateEpoch
            self.leaderEpoch = leaderEpoch
            self.startOffset = startOffset
            self.deliveryCompleteCount = deliveryCompleteCount
            self.stateBatches = stateBatches
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.stateEpoch = try Int32(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.startOffset = try Int64(from: &reader)
            if version >= 1 { self.deliveryCompleteCount = try Int32(from: &reader) }
            self.stateBatches = try reader.structs(of: StateBatch.self, version: version, atLeast: 20)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            try self.stateEpoch.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try self.startOffset.write(to: &writer)
            if version >= 1 { try self.deliveryCompleteCount.write(to: &writer) }
            try writer.structs(self.stateBatches, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `StateBatch` of `WriteShareGroupStateRequest`, versions 0-1.
    public struct StateBatch: WireStruct {
        /// In every version.
        public var firstOffset: Int64 = 0
        /// In every version.
        public var lastOffset: Int64 = 0
        /// 0 available, 2 acknowledged, 4 archived.
        public var deliveryState: Int8 = 0
        /// How often the record was handed out.
        public var deliveryCount: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(firstOffset: Int64 = 0, lastOffset: Int64 = 0, deliveryState: Int8 = 0, deliveryCount: Int16 = 0) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryState = deliveryState
            self.deliveryCount = deliveryCount
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.firstOffset = try Int64(from: &reader)
            self.lastOffset = try Int64(from: &reader)
            self.deliveryState = try Int8(from: &reader)
            self.deliveryCount = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.firstOffset.write(to: &writer)
            try self.lastOffset.write(to: &writer)
            try self.deliveryState.write(to: &writer)
            try self.deliveryCount.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Changes the state of share partitions. Response of API 85, versions 0-1, flexible from 0.
public struct WriteShareGroupStateResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .writeShareGroupState }
    /// Kafka's name.
    public static var messageName: String { "WriteShareGroupStateResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var results: [WriteStateResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(results: [WriteStateResult] = []) {
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.results = try reader.structs(of: WriteStateResult.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `WriteStateResult` of `WriteShareGroupStateResponse`, versions 0-1.
    public struct WriteStateResult: WireStruct {
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

    /// `PartitionResult` of `WriteShareGroupStateResponse`, versions 0-1.
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
