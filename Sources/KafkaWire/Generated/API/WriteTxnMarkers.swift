// Generated from Sources/kdeck-dev/Schemas/api/27-WriteTxnMarkers.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A coordinator has the outcome of transactions written into partitions. Request of API 27, versions 1-2, flexible
/// from 1.
public struct WriteTxnMarkersRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = WriteTxnMarkersResponse
    /// The number of the API.
    public static var apiKey: APIKey { .writeTxnMarkers }
    /// Kafka's name.
    public static var messageName: String { "WriteTxnMarkersRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...2 }

    /// In every version.
    public var markers: [WritableTxnMarker] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(markers: [WritableTxnMarker] = []) {
        self.markers = markers
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.markers = try reader.structs(of: WritableTxnMarker.self, version: version, atLeast: 17)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.markers, version: version)
        writer.tags(self.unknownTags)
    }

    /// `WritableTxnMarker` of `WriteTxnMarkersRequest`, versions 1-2.
    public struct WritableTxnMarker: WireStruct {
        /// In every version.
        public var producerId: ProducerID = 0
        /// Grows when another producer takes over the id; the older one is fenced.
        public var producerEpoch: Int16 = 0
        /// Commit, otherwise abort.
        public var transactionResult: Bool = false
        /// In every version.
        public var topics: [WritableTxnMarkerTopic] = []
        /// Leader epoch of the transaction partition; fences an old coordinator.
        public var coordinatorEpoch: Int32 = 0
        /// 2 bumps the epoch with every transaction. From version 2, dropped silently by other versions.
        public var transactionVersion: Int8 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            producerId: ProducerID = 0,
            producerEpoch: Int16 = 0,
            transactionResult: Bool = false,
            topics: [WritableTxnMarkerTopic] = [],
            coordinatorEpoch: Int32 = 0,
            transactionVersion: Int8 = 0
        ) {
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.transactionResult = transactionResult
            self.topics = topics
            self.coordinatorEpoch = coordinatorEpoch
            self.transactionVersion = transactionVersion
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.producerId = try ProducerID(from: &reader)
            self.producerEpoch = try Int16(from: &reader)
            self.transactionResult = try Bool(from: &reader)
            self.topics = try reader.structs(of: WritableTxnMarkerTopic.self, version: version, atLeast: 3)
            self.coordinatorEpoch = try Int32(from: &reader)
            if version >= 2 { self.transactionVersion = try Int8(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.producerId.write(to: &writer)
            try self.producerEpoch.write(to: &writer)
            try self.transactionResult.write(to: &writer)
            try writer.structs(self.topics, version: version)
            try self.coordinatorEpoch.write(to: &writer)
            if version >= 2 { try self.transactionVersion.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }

    /// `WritableTxnMarkerTopic` of `WriteTxnMarkersRequest`, versions 1-2.
    public struct WritableTxnMarkerTopic: WireStruct {
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

/// A coordinator has the outcome of transactions written into partitions. Response of API 27, versions 1-2, flexible
/// from 1.
public struct WriteTxnMarkersResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .writeTxnMarkers }
    /// Kafka's name.
    public static var messageName: String { "WriteTxnMarkersResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...2 }

    /// In every version.
    public var markers: [WritableTxnMarkerResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(markers: [WritableTxnMarkerResult] = []) {
        self.markers = markers
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.markers = try reader.structs(of: WritableTxnMarkerResult.self, version: version, atLeast: 10)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.markers, version: version)
        writer.tags(self.unknownTags)
    }

    /// `WritableTxnMarkerResult` of `WriteTxnMarkersResponse`, versions 1-2.
    public struct WritableTxnMarkerResult: WireStruct {
        /// In every version.
        public var producerId: ProducerID = 0
        /// In every version.
        public var topics: [WritableTxnMarkerTopicResult] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(producerId: ProducerID = 0, topics: [WritableTxnMarkerTopicResult] = []) {
            self.producerId = producerId
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.producerId = try ProducerID(from: &reader)
            self.topics = try reader.structs(of: WritableTxnMarkerTopicResult.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.producerId.write(to: &writer)
            try writer.structs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `WritableTxnMarkerTopicResult` of `WriteTxnMarkersResponse`, versions 1-2.
    public struct WritableTxnMarkerTopicResult: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: [WritableTxnMarkerPartitionResult] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", partitions: [WritableTxnMarkerPartitionResult] = []) {
            self.name = name
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try reader.structs(
                of: WritableTxnMarkerPartitionResult.self, version: version, atLeast: 7)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `WritableTxnMarkerPartitionResult` of `WriteTxnMarkersResponse`, versions 1-2.
    public struct WritableTxnMarkerPartitionResult: WireStruct {
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
