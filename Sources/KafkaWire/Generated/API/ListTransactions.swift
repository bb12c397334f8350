// Generated from Sources/kdeck-dev/Schemas/api/66-ListTransactions.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Transactions that this broker looks after. Request of API 66, versions 0-2, flexible from 0.
public struct ListTransactionsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ListTransactionsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .listTransactions }
    /// Kafka's name.
    public static var messageName: String { "ListTransactionsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// In every version.
    public var stateFilters: [String] = []
    /// In every version.
    public var producerIdFilters: [ProducerID] = []
    /// From version 1.
    public var durationFilter: Int64 = -1
    /// From version 2, may be null.
    public var transactionalIdPattern: String? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        stateFilters: [String] = [],
        producerIdFilters: [ProducerID] = [],
        durationFilter: Int64 = -1,
        transactionalIdPattern: String? = nil
    ) {
        self.stateFilters = stateFilters
        self.producerIdFilters = producerIdFilters
        self.durationFilter = durationFilter
        self.transactionalIdPattern = transactionalIdPattern
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.stateFilters = try reader.array(of: String.self, atLeast: 1)
        self.producerIdFilters = try reader.array(of: ProducerID.self, atLeast: 8)
        if version >= 1 { self.durationFilter = try Int64(from: &reader) }
        if version >= 2 { self.transactionalIdPattern = try String.readNullable(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.stateFilters)
        try writer.array(self.producerIdFilters)
        if version >= 1 {
            try self.durationFilter.write(to: &writer)
        } else {
            try writer.refuse(self.durationFilter != -1, "durationFilter", version)
        }
        if version >= 2 {
            try writer.nullable(self.transactionalIdPattern)
        } else {
            try writer.refuse(self.transactionalIdPattern != nil, "transactionalIdPattern", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// Transactions that this broker looks after. Response of API 66, versions 0-2, flexible from 0.
public struct ListTransactionsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .listTransactions }
    /// Kafka's name.
    public static var messageName: String { "ListTransactionsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var unknownStateFilters: [String] = []
    /// In every version.
    public var transactionStates: [TransactionState] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        unknownStateFilters: [String] = [],
        transactionStates: [TransactionState] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.unknownStateFilters = unknownStateFilters
        self.transactionStates = transactionStates
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.unknownStateFilters = try reader.array(of: String.self, atLeast: 1)
        self.transactionStates = try reader.structs(of: TransactionState.self, version: version, atLeast: 11)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.array(self.unknownStateFilters)
        try writer.structs(self.transactionStates, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TransactionState` of `ListTransactionsResponse`, versions 0-2.
    public struct TransactionState: WireStruct {
        /// In every version.
        public var transactionalId: TransactionalID = ""
        /// In every version.
        public var producerId: ProducerID = 0
        /// In every version.
        public var transactionState: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(transactionalId: TransactionalID = "", producerId: ProducerID = 0, transactionState: String = "") {
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.transactionState = transactionState
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.transactionalId = try TransactionalID(from: &reader)
            self.producerId = try ProducerID(from: &reader)
            self.transactionState = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.transactionalId.write(to: &writer)
            try self.producerId.write(to: &writer)
            try self.transactionState.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
