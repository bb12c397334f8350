// Generated from Sources/kdeck-dev/Schemas/api/26-EndTxn.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Commits or aborts. Request of API 26, versions 0-5, flexible from 3.
public struct EndTxnRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = EndTxnResponse
    /// The number of the API.
    public static var apiKey: APIKey { .endTxn }
    /// Kafka's name.
    public static var messageName: String { "EndTxnRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// In every version.
    public var transactionalId: TransactionalID = ""
    /// In every version.
    public var producerId: ProducerID = 0
    /// Grows when another producer takes over the id; the older one is fenced.
    public var producerEpoch: Int16 = 0
    /// Commit, otherwise abort.
    public var committed: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        transactionalId: TransactionalID = "",
        producerId: ProducerID = 0,
        producerEpoch: Int16 = 0,
        committed: Bool = false
    ) {
        self.transactionalId = transactionalId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.committed = committed
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.transactionalId = try TransactionalID(from: &reader)
        self.producerId = try ProducerID(from: &reader)
        self.producerEpoch = try Int16(from: &reader)
        self.committed = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.transactionalId.write(to: &writer)
        try self.producerId.write(to: &writer)
        try self.producerEpoch.write(to: &writer)
        try self.committed.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// Commits or aborts. Response of API 26, versions 0-5, flexible from 3.
public struct EndTxnResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .endTxn }
    /// Kafka's name.
    public static var messageName: String { "EndTxnResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// From version 5, dropped silently by other versions.
    public var producerId: ProducerID = -1
    /// Grows when another producer takes over the id; the older one is fenced. From version 5, dropped silently by
    /// other versions.
    public var producerEpoch: Int16 = -1
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        producerId: ProducerID = -1,
        producerEpoch: Int16 = -1
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerId = producerId
        self.producerEpoch = producerEpoch
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        if version >= 5 { self.producerId = try ProducerID(from: &reader) }
        if version >= 5 { self.producerEpoch = try Int16(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        if version >= 5 { try self.producerId.write(to: &writer) }
        if version >= 5 { try self.producerEpoch.write(to: &writer) }
        writer.tags(self.unknownTags)
    }
}
