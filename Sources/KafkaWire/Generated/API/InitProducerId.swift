// Generated from Sources/kdeck-dev/Schemas/api/22-InitProducerId.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A number for an idempotent or transactional producer; fences its predecessor. Request of API 22, versions 0-6,
/// flexible from 2.
public struct InitProducerIdRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = InitProducerIdResponse
    /// The number of the API.
    public static var apiKey: APIKey { .initProducerId }
    /// Kafka's name.
    public static var messageName: String { "InitProducerIdRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...6 }

    /// May be null.
    public var transactionalId: TransactionalID? = ""
    /// An open transaction is aborted after this.
    public var transactionTimeoutMs: Int32 = 0
    /// From version 3.
    public var producerId: ProducerID = -1
    /// Grows when another producer takes over the id; the older one is fenced. From version 3.
    public var producerEpoch: Int16 = -1
    /// Two-phase commit: the transaction waits for an outer coordinator. From version 6.
    public var enable2Pc: Bool = false
    /// Leave a prepared transaction open instead of aborting it. From version 6.
    public var keepPreparedTxn: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        transactionalId: TransactionalID? = "",
        transactionTimeoutMs: Int32 = 0,
        producerId: ProducerID = -1,
        producerEpoch: Int16 = -1,
        enable2Pc: Bool = false,
        keepPreparedTxn: Bool = false
    ) {
        self.transactionalId = transactionalId
        self.transactionTimeoutMs = transactionTimeoutMs
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.enable2Pc = enable2Pc
        self.keepPreparedTxn = keepPreparedTxn
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.transactionalId = try TransactionalID.readNullable(from: &reader)
        self.transactionTimeoutMs = try Int32(from: &reader)
        if version >= 3 { self.producerId = try ProducerID(from: &reader) }
        if version >= 3 { self.producerEpoch = try Int16(from: &reader) }
        if version >= 6 { self.enable2Pc = try Bool(from: &reader) }
        if version >= 6 { self.keepPreparedTxn = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.transactionalId)
        try self.transactionTimeoutMs.write(to: &writer)
        if version >= 3 {
            try self.producerId.write(to: &writer)
        } else {
            try writer.refuse(self.producerId != -1, "producerId", version)
        }
        if version >= 3 {
            try self.producerEpoch.write(to: &writer)
        } else {
            try writer.refuse(self.producerEpoch != -1, "producerEpoch", version)
        }
        if version >= 6 {
            try self.enable2Pc.write(to: &writer)
        } else {
            try writer.refuse(self.enable2Pc, "enable2Pc", version)
        }
        if version >= 6 {
            try self.keepPreparedTxn.write(to: &writer)
        } else {
            try writer.refuse(self.keepPreparedTxn, "keepPreparedTxn", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// A number for an idempotent or transactional producer; fences its predecessor. Response of API 22, versions 0-6,
/// flexible from 2.
public struct InitProducerIdResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .initProducerId }
    /// Kafka's name.
    public static var messageName: String { "InitProducerIdResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...6 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var producerId: ProducerID = -1
    /// Grows when another producer takes over the id; the older one is fenced.
    public var producerEpoch: Int16 = 0
    /// From version 6, dropped silently by other versions.
    public var ongoingTxnProducerId: ProducerID = -1
    /// From version 6, dropped silently by other versions.
    public var ongoingTxnProducerEpoch: Int16 = -1
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        producerId: ProducerID = -1,
        producerEpoch: Int16 = 0,
        ongoingTxnProducerId: ProducerID = -1,
        ongoingTxnProducerEpoch: Int16 = -1
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.ongoingTxnProducerId = ongoingTxnProducerId
        self.ongoingTxnProducerEpoch = ongoingTxnProducerEpoch
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.producerId = try ProducerID(from: &reader)
        self.producerEpoch = try Int16(from: &reader)
        if version >= 6 { self.ongoingTxnProducerId = try ProducerID(from: &reader) }
        if version >= 6 { self.ongoingTxnProducerEpoch = try Int16(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try self.producerId.write(to: &writer)
        try self.producerEpoch.write(to: &writer)
        if version >= 6 { try self.ongoingTxnProducerId.write(to: &writer) }
        if version >= 6 { try self.ongoingTxnProducerEpoch.write(to: &writer) }
        writer.tags(self.unknownTags)
    }
}
