// Generated from Sources/kdeck-dev/Schemas/api/61-DescribeProducers.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Idempotent producers that partitions remember. Request of API 61, versions 0, flexible from 0.
public struct DescribeProducersRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeProducersResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeProducers }
    /// Kafka's name.
    public static var messageName: String { "DescribeProducersRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var topics: [TopicRequest] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [TopicRequest] = []) {
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.structs(of: TopicRequest.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicRequest` of `DescribeProducersRequest`, versions 0.
    public struct TopicRequest: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitionIndexes: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitionIndexes: [Int32] = []) {
            self.name = name
            self.partitionIndexes = partitionIndexes
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitionIndexes = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.array(self.partitionIndexes)
            writer.tags(self.unknownTags)
        }
    }
}

/// Idempotent producers that partitions remember. Response of API 61, versions 0, flexible from 0.
public struct DescribeProducersResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeProducers }
    /// Kafka's name.
    public static var messageName: String { "DescribeProducersResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var topics: [TopicResponse] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, topics: [TopicResponse] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.topics = try reader.structs(of: TopicResponse.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicResponse` of `DescribeProducersResponse`, versions 0.
    public struct TopicResponse: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [PartitionResponse] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [PartitionResponse] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(of: PartitionResponse.self, version: version, atLeast: 9)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionResponse` of `DescribeProducersResponse`, versions 0.
    public struct PartitionResponse: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// In every version.
        public var activeProducers: [ProducerState] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            activeProducers: [ProducerState] = []
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.activeProducers = activeProducers
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.activeProducers = try reader.structs(of: ProducerState.self, version: version, atLeast: 37)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try writer.structs(self.activeProducers, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `ProducerState` of `DescribeProducersResponse`, versions 0.
    public struct ProducerState: WireStruct {
        /// In every version.
        public var producerId: ProducerID = 0
        /// Grows when another producer takes over the id; the older one is fenced.
        public var producerEpoch: Int32 = 0
        /// In every version.
        public var lastSequence: Int32 = -1
        /// Of the last batch, ms; -1 unknown.
        public var lastTimestamp: Int64 = -1
        /// Leader epoch of the transaction partition; fences an old coordinator.
        public var coordinatorEpoch: Int32 = 0
        /// First offset of the open transaction; -1 none.
        public var currentTxnStartOffset: Int64 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            producerId: ProducerID = 0,
            producerEpoch: Int32 = 0,
            lastSequence: Int32 = -1,
            lastTimestamp: Int64 = -1,
            coordinatorEpoch: Int32 = 0,
            currentTxnStartOffset: Int64 = -1
        ) {
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.lastSequence = lastSequence
            self.lastTimestamp = lastTimestamp
            self.coordinatorEpoch = coordinatorEpoch
            self.currentTxnStartOffset = currentTxnStartOffset
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.producerId = try ProducerID(from: &reader)
            self.producerEpoch = try Int32(from: &reader)
            self.lastSequence = try Int32(from: &reader)
            self.lastTimestamp = try Int64(from: &reader)
            self.coordinatorEpoch = try Int32(from: &reader)
            self.currentTxnStartOffset = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.producerId.write(to: &writer)
            try self.producerEpoch.write(to: &writer)
            try self.lastSequence.write(to: &writer)
            try self.lastTimestamp.write(to: &writer)
            try self.coordinatorEpoch.write(to: &writer)
            try self.currentTxnStartOffset.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
