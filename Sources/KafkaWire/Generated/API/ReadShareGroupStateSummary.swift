// Generated from Sources/kdeck-dev/Schemas/api/87-ReadShareGroupStateSummary.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Start and epoch of share partitions. Request of API 87, versions 0-1, flexible from 0.
public struct ReadShareGroupStateSummaryRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ReadShareGroupStateSummaryResponse
    /// The number of the API.
    public static var apiKey: APIKey { .readShareGroupStateSummary }
    /// Kafka's name.
    public static var messageName: String { "ReadShareGroupStateSummaryRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var groupId: String = ""
    /// In every version.
    public var topics: [ReadStateSummaryData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "", topics: [ReadStateSummaryData] = []) {
        self.groupId = groupId
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
        self.topics = try reader.structs(of: ReadStateSummaryData.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ReadStateSummaryData` of `ReadShareGroupStateSummaryRequest`, versions 0-1.
    public struct ReadStateSummaryData: WireStruct {
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
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 9)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `ReadShareGroupStateSummaryRequest`, versions 0-1.
    public struct PartitionData: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partition: Int32 = 0, leaderEpoch: Int32 = 0) {
            self.partition = partition
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Start and epoch of share partitions. Response of API 87, versions 0-1, flexible from 0.
public struct ReadShareGroupStateSummaryResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .readShareGroupStateSummary }
    /// Kafka's name.
    public static var messageName: String { "ReadShareGroupStateSummaryResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var results: [ReadStateSummaryResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(results: [ReadStateSummaryResult] = []) {
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.results = try reader.structs(of: ReadStateSummaryResult.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ReadStateSummaryResult` of `ReadShareGroupStateSummaryResponse`, versions 0-1.
    public struct ReadStateSummaryResult: WireStruct {
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
            self.partitions = try reader.structs(of: PartitionResult.self, version: version, atLeast: 24)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionResult` of `ReadShareGroupStateSummaryResponse`, versions 0-1.
    public struct PartitionResult: WireStruct {
        /// In every version.
        public var partition: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// In every version.
        public var stateEpoch: Int32 = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// In every version.
        public var startOffset: Int64 = 0
        /// From version 1, dropped silently by other versions.
        public var deliveryCompleteCount: Int32 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partition: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            stateEpoch: Int32 = 0,
            leaderEpoch: Int32 = 0,
            startOffset: Int64 = 0,
            deliveryCompleteCount: Int32 = -1
        ) {
            self.partition = partition
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.stateEpoch = stateEpoch
            self.leaderEpoch = leaderEpoch
            self.startOffset = startOffset
            self.deliveryCompleteCount = deliveryCompleteCount
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partition = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.stateEpoch = try Int32(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.startOffset = try Int64(from: &reader)
            if version >= 1 { self.deliveryCompleteCount = try Int32(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partition.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.stateEpoch.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try self.startOffset.write(to: &writer)
            if version >= 1 { try self.deliveryCompleteCount.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }
}
