// Generated from Sources/kdeck-dev/Schemas/api/65-DescribeTransactions.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// State of transactions. Request of API 65, versions 0, flexible from 0.
public struct DescribeTransactionsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeTransactionsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeTransactions }
    /// Kafka's name.
    public static var messageName: String { "DescribeTransactionsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var transactionalIds: [TransactionalID] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(transactionalIds: [TransactionalID] = []) {
        self.transactionalIds = transactionalIds
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.transactionalIds = try reader.array(of: TransactionalID.self, atLeast: 1)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.transactionalIds)
        writer.tags(self.unknownTags)
    }
}

/// State of transactions. Response of API 65, versions 0, flexible from 0.
public struct DescribeTransactionsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeTransactions }
    /// Kafka's name.
    public static var messageName: String { "DescribeTransactionsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var transactionStates: [TransactionState] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, transactionStates: [TransactionState] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.transactionStates = transactionStates
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.transactionStates = try reader.structs(of: TransactionState.self, version: version, atLeast: 28)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.transactionStates, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TransactionState` of `DescribeTransactionsResponse`, versions 0.
    public struct TransactionState: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var transactionalId: TransactionalID = ""
        /// In every version.
        public var transactionState: String = ""
        /// An open transaction is aborted after this.
        public var transactionTimeoutMs: Int32 = 0
        /// In every version.
        public var transactionStartTimeMs: Int64 = 0
        /// In every version.
        public var producerId: ProducerID = 0
        /// Grows when another producer takes over the id; the older one is fenced.
        public var producerEpoch: Int16 = 0
        /// In every version.
        public var topics: [TopicData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            transactionalId: TransactionalID = "",
            transactionState: String = "",
            transactionTimeoutMs: Int32 = 0,
            transactionStartTimeMs: Int64 = 0,
            producerId: ProducerID = 0,
            producerEpoch: Int16 = 0,
            topics: [TopicData] = []
        ) {
            self.errorCode = errorCode
            self.transactionalId = transactionalId
            self.transactionState = transactionState
            self.transactionTimeoutMs = transactionTimeoutMs
            self.transactionStartTimeMs = transactionStartTimeMs
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.topics = topics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.transactionalId = try TransactionalID(from: &reader)
            self.transactionState = try String(from: &reader)
            self.transactionTimeoutMs = try Int32(from: &reader)
            self.transactionStartTimeMs = try Int64(from: &reader)
            self.producerId = try ProducerID(from: &reader)
            self.producerEpoch = try Int16(from: &reader)
            self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try self.transactionalId.write(to: &writer)
            try self.transactionState.write(to: &writer)
            try self.transactionTimeoutMs.write(to: &writer)
            try self.transactionStartTimeMs.write(to: &writer)
            try self.producerId.write(to: &writer)
            try self.producerEpoch.write(to: &writer)
            try writer.structs(self.topics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicData` of `DescribeTransactionsResponse`, versions 0.
    public struct TopicData: WireStruct {
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
