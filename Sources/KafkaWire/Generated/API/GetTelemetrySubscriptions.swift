// Generated from Sources/kdeck-dev/Schemas/api/71-GetTelemetrySubscriptions.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Which metrics a client should push (KIP-714). Request of API 71, versions 0, flexible from 0.
public struct GetTelemetrySubscriptionsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = GetTelemetrySubscriptionsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .getTelemetrySubscriptions }
    /// Kafka's name.
    public static var messageName: String { "GetTelemetrySubscriptionsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var clientInstanceId: KafkaUUID = .zero
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(clientInstanceId: KafkaUUID = .zero) {
        self.clientInstanceId = clientInstanceId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.clientInstanceId = try KafkaUUID(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.clientInstanceId.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// Which metrics a client should push (KIP-714). Response of API 71, versions 0, flexible from 0.
public struct GetTelemetrySubscriptionsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .getTelemetrySubscriptions }
    /// Kafka's name.
    public static var messageName: String { "GetTelemetrySubscriptionsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var clientInstanceId: KafkaUUID = .zero
    /// In every version.
    public var subscriptionId: Int32 = 0
    /// Codec numbers, best first.
    public var acceptedCompressionTypes: [Int8] = []
    /// In every version.
    public var pushIntervalMs: Int32 = 0
    /// In every version.
    public var telemetryMaxBytes: Int32 = 0
    /// Counters as differences, otherwise as sums.
    public var deltaTemporality: Bool = false
    /// In every version.
    public var requestedMetrics: [String] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        clientInstanceId: KafkaUUID = .zero,
        subscriptionId: Int32 = 0,
        acceptedCompressionTypes: [Int8] = [],
        pushIntervalMs: Int32 = 0,
        telemetryMaxBytes: Int32 = 0,
        deltaTemporality: Bool = false,
        requestedMetrics: [String] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.clientInstanceId = clientInstanceId
        self.subscriptionId = subscriptionId
        self.acceptedCompressionTypes = acceptedCompressionTypes
        self.pushIntervalMs = pushIntervalMs
        self.telemetryMaxBytes = telemetryMaxBytes
        self.deltaTemporality = deltaTemporality
        self.requestedMetrics = requestedMetrics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.clientInstanceId = try KafkaUUID(from: &reader)
        self.subscriptionId = try Int32(from: &reader)
        self.acceptedCompressionTypes = try reader.array(of: Int8.self, atLeast: 1)
        self.pushIntervalMs = try Int32(from: &reader)
        self.telemetryMaxBytes = try Int32(from: &reader)
        self.deltaTemporality = try Bool(from: &reader)
        self.requestedMetrics = try reader.array(of: String.self, atLeast: 1)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try self.clientInstanceId.write(to: &writer)
        try self.subscriptionId.write(to: &writer)
        try writer.array(self.acceptedCompressionTypes)
        try self.pushIntervalMs.write(to: &writer)
        try self.telemetryMaxBytes.write(to: &writer)
        try self.deltaTemporality.write(to: &writer)
        try writer.array(self.requestedMetrics)
        writer.tags(self.unknownTags)
    }
}
