// Generated from Sources/kdeck-dev/Schemas/api/24-AddPartitionsToTxn.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Partitions that a transaction is about to write. Request of API 24, versions 0-5, flexible from 3.
public struct AddPartitionsToTxnRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AddPartitionsToTxnResponse
    /// The number of the API.
    public static var apiKey: APIKey { .addPartitionsToTxn }
    /// Kafka's name.
    public static var messageName: String { "AddPartitionsToTxnRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// From version 4.
    public var transactions: [AddPartitionsToTxnTransaction] = []
    /// Version 0-3.
    public var v3AndBelowTransactionalId: TransactionalID = ""
    /// Version 0-3.
    public var v3AndBelowProducerId: ProducerID = 0
    /// Version 0-3.
    public var v3AndBelowProducerEpoch: Int16 = 0
    /// Version 0-3.
    public var v3AndBelowTopics: [AddPartitionsToTxnTopic] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        transactions: [AddPartitionsToTxnTransaction] = [],
        v3AndBelowTransactionalId: TransactionalID = "",
        v3AndBelowProducerId: ProducerID = 0,
        v3AndBelowProducerEpoch: Int16 = 0,
        v3AndBelowTopics: [AddPartitionsToTxnTopic] = []
    ) {
        self.transactions = transactions
        self.v3AndBelowTransactionalId = v3AndBelowTransactionalId
        self.v3AndBelowProducerId = v3AndBelowProducerId
        self.v3AndBelowProducerEpoch = v3AndBelowProducerEpoch
        self.v3AndBelowTopics = v3AndBelowTopics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 4 {
            self.transactions = try reader.structs(
                of: AddPartitionsToTxnTransaction.self, version: version, atLeast: 14)
        }
        if version <= 3 { self.v3AndBelowTransactionalId = try TransactionalID(from: &reader) }
        if version <= 3 { self.v3AndBelowProducerId = try ProducerID(from: &reader) }
        if version <= 3 { self.v3AndBelowProducerEpoch = try Int16(from: &reader) }
        if version <= 3 {
            self.v3AndBelowTopics = try reader.structs(of: AddPartitionsToTxnTopic.self, version: version, atLeast: 3)
        }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 4 {
            try writer.structs(self.transactions, version: version)
        } else {
            try writer.refuse(!self.transactions.isEmpty, "transactions", version)
        }
        if version <= 3 {
            try self.v3AndBelowTransactionalId.write(to: &writer)
        } else {
            try writer.refuse(!self.v3AndBelowTransactionalId.rawValue.isEmpty, "v3AndBelowTransactionalId", version)
        }
        if version <= 3 {
            try self.v3AndBelowProducerId.write(to: &writer)
        } else {
            try writer.refuse(self.v3AndBelowProducerId != 0, "v3AndBelowProducerId", version)
        }
        if version <= 3 {
            try self.v3AndBelowProducerEpoch.write(to: &writer)
        } else {
            try writer.refuse(self.v3AndBelowProducerEpoch != 0, "v3AndBelowProducerEpoch", version)
        }
        if version <= 3 {
            try writer.structs(self.v3AndBelowTopics, version: version)
        } else {
            try writer.refuse(!self.v3AndBelowTopics.isEmpty, "v3AndBelowTopics", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `AddPartitionsToTxnTopic` of `AddPartitionsToTxnRequest`, versions 0-5.
    public struct AddPartitionsToTxnTopic: WireStruct {
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

    /// `AddPartitionsToTxnTransaction` of `AddPartitionsToTxnRequest`, versions 4-5.
    public struct AddPartitionsToTxnTransaction: WireStruct {
        /// In every version.
        public var transactionalId: TransactionalID = ""
        /// In every version.
        public var producerId: ProducerID = 0
        /// Grows when another producer takes over the id; the older one is fenced.
        public var producerEpoch: Int16 = 0
        /// In every version.
        public var verifyOnly: Bool = false
        /// In every version.
        public var topics: [AddPartitionsToTxnTopic] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            transactionalId: TransactionalID = "",
            producerId: ProducerID = 0,
            producerEpoch: Int16 = 0,
            verifyOnly: Bool = false,
            topics: [AddPartitionsToTxnTopic] = []
        ) {
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.verifyOnly = verifyOnly
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.transactionalId = try TransactionalID(from: &reader)
            self.producerId = try ProducerID(from: &reader)
            self.producerEpoch = try Int16(from: &reader)
            self.verifyOnly = try Bool(from: &reader)
            self.topics = try reader.structs(of: AddPartitionsToTxnTopic.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.transactionalId.write(to: &writer)
            try self.producerId.write(to: &writer)
            try self.producerEpoch.write(to: &writer)
            try self.verifyOnly.write(to: &writer)
            try writer.structs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }
}

/// Partitions that a transaction is about to write. Response of API 24, versions 0-5, flexible from 3.
public struct AddPartitionsToTxnResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .addPartitionsToTxn }
    /// Kafka's name.
    public static var messageName: String { "AddPartitionsToTxnResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// From version 4, dropped silently by other versions.
    public var errorCode: ErrorCode = .none
    /// From version 4.
    public var resultsByTransaction: [AddPartitionsToTxnResult] = []
    /// Version 0-3.
    public var resultsByTopicV3AndBelow: [AddPartitionsToTxnTopicResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        resultsByTransaction: [AddPartitionsToTxnResult] = [],
        resultsByTopicV3AndBelow: [AddPartitionsToTxnTopicResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.resultsByTransaction = resultsByTransaction
        self.resultsByTopicV3AndBelow = resultsByTopicV3AndBelow
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        if version >= 4 { self.errorCode = try ErrorCode(from: &reader) }
        if version >= 4 {
            self.resultsByTransaction = try reader.structs(
                of: AddPartitionsToTxnResult.self, version: version, atLeast: 3)
        }
        if version <= 3 {
            self.resultsByTopicV3AndBelow = try reader.structs(
                of: AddPartitionsToTxnTopicResult.self, version: version, atLeast: 3)
        }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        if version >= 4 { try self.errorCode.write(to: &writer) }
        if version >= 4 {
            try writer.structs(self.resultsByTransaction, version: version)
        } else {
            try writer.refuse(!self.resultsByTransaction.isEmpty, "resultsByTransaction", version)
        }
        if version <= 3 {
            try writer.structs(self.resultsByTopicV3AndBelow, version: version)
        } else {
            try writer.refuse(!self.resultsByTopicV3AndBelow.isEmpty, "resultsByTopicV3AndBelow", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `AddPartitionsToTxnTopicResult` of `AddPartitionsToTxnResponse`, versions 0-5.
    public struct AddPartitionsToTxnTopicResult: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var resultsByPartition: [AddPartitionsToTxnPartitionResult] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", resultsByPartition: [AddPartitionsToTxnPartitionResult] = []) {
            self.name = name
            self.resultsByPartition = resultsByPartition
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.resultsByPartition = try reader.structs(
                of: AddPartitionsToTxnPartitionResult.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.structs(self.resultsByPartition, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `AddPartitionsToTxnPartitionResult` of `AddPartitionsToTxnResponse`, versions 0-5.
    public struct AddPartitionsToTxnPartitionResult: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var partitionErrorCode: ErrorCode = .none
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(partitionIndex: Int32 = 0, partitionErrorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.partitionErrorCode = partitionErrorCode
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.partitionErrorCode = try ErrorCode(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.partitionErrorCode.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `AddPartitionsToTxnResult` of `AddPartitionsToTxnResponse`, versions 4-5.
    public struct AddPartitionsToTxnResult: WireStruct {
        /// In every version.
        public var transactionalId: TransactionalID = ""
        /// In every version.
        public var topicResults: [AddPartitionsToTxnTopicResult] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(transactionalId: TransactionalID = "", topicResults: [AddPartitionsToTxnTopicResult] = []) {
            self.transactionalId = transactionalId
            self.topicResults = topicResults
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.transactionalId = try TransactionalID(from: &reader)
            self.topicResults = try reader.structs(of: AddPartitionsToTxnTopicResult.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.transactionalId.write(to: &writer)
            try writer.structs(self.topicResults, version: version)
            writer.tags(self.unknownTags)
        }
    }
}
