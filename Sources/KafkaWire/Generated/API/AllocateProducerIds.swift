// Generated from Sources/kdeck-dev/Schemas/api/67-AllocateProducerIds.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A block of producer ids for a broker. Request of API 67, versions 0, flexible from 0.
public struct AllocateProducerIdsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AllocateProducerIdsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .allocateProducerIds }
    /// Kafka's name.
    public static var messageName: String { "AllocateProducerIdsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = -1
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(brokerId: BrokerID = 0, brokerEpoch: Int64 = -1) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.brokerId.write(to: &writer)
        try self.brokerEpoch.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// A block of producer ids for a broker. Response of API 67, versions 0, flexible from 0.
public struct AllocateProducerIdsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .allocateProducerIds }
    /// Kafka's name.
    public static var messageName: String { "AllocateProducerIdsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var producerIdStart: ProducerID = 0
    /// In every version.
    public var producerIdLen: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        producerIdStart: ProducerID = 0,
        producerIdLen: Int32 = 0
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.producerIdStart = producerIdStart
        self.producerIdLen = producerIdLen
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.producerIdStart = try ProducerID(from: &reader)
        self.producerIdLen = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try self.producerIdStart.write(to: &writer)
        try self.producerIdLen.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
