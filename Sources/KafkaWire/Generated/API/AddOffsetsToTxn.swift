// Generated from Sources/kdeck-dev/Schemas/api/25-AddOffsetsToTxn.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A group whose offsets a transaction commits. Request of API 25, versions 0-4, flexible from 3.
public struct AddOffsetsToTxnRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AddOffsetsToTxnResponse
    /// The number of the API.
    public static var apiKey: APIKey { .addOffsetsToTxn }
    /// Kafka's name.
    public static var messageName: String { "AddOffsetsToTxnRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...4 }

    /// In every version.
    public var transactionalId: TransactionalID = ""
    /// In every version.
    public var producerId: ProducerID = 0
    /// Grows when another producer takes over the id; the older one is fenced.
    public var producerEpoch: Int16 = 0
    /// In every version.
    public var groupId: GroupID = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        transactionalId: TransactionalID = "",
        producerId: ProducerID = 0,
        producerEpoch: Int16 = 0,
        groupId: GroupID = ""
    ) {
        self.transactionalId = transactionalId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.groupId = groupId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.transactionalId = try TransactionalID(from: &reader)
        self.producerId = try ProducerID(from: &reader)
        self.producerEpoch = try Int16(from: &reader)
        self.groupId = try GroupID(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.transactionalId.write(to: &writer)
        try self.producerId.write(to: &writer)
        try self.producerEpoch.write(to: &writer)
        try self.groupId.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// A group whose offsets a transaction commits. Response of API 25, versions 0-4, flexible from 3.
public struct AddOffsetsToTxnResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .addOffsetsToTxn }
    /// Kafka's name.
    public static var messageName: String { "AddOffsetsToTxnResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...4 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
