// Generated from Sources/kdeck-dev/Schemas/api/72-PushTelemetry.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A client's metrics. Request of API 72, versions 0, flexible from 0.
public struct PushTelemetryRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = PushTelemetryResponse
    /// The number of the API.
    public static var apiKey: APIKey { .pushTelemetry }
    /// Kafka's name.
    public static var messageName: String { "PushTelemetryRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var clientInstanceId: KafkaUUID = .zero
    /// In every version.
    public var subscriptionId: Int32 = 0
    /// The last push of this client.
    public var terminating: Bool = false
    /// In every version.
    public var compressionType: Int8 = 0
    /// In every version.
    public var metrics: ByteSlice = .empty
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        clientInstanceId: KafkaUUID = .zero,
        subscriptionId: Int32 = 0,
        terminating: Bool = false,
        compressionType: Int8 = 0,
        metrics: ByteSlice = .empty
    ) {
        self.clientInstanceId = clientInstanceId
        self.subscriptionId = subscriptionId
        self.terminating = terminating
        self.compressionType = compressionType
        self.metrics = metrics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.clientInstanceId = try KafkaUUID(from: &reader)
        self.subscriptionId = try Int32(from: &reader)
        self.terminating = try Bool(from: &reader)
        self.compressionType = try Int8(from: &reader)
        self.metrics = try ByteSlice(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.clientInstanceId.write(to: &writer)
        try self.subscriptionId.write(to: &writer)
        try self.terminating.write(to: &writer)
        try self.compressionType.write(to: &writer)
        try self.metrics.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// A client's metrics. Response of API 72, versions 0, flexible from 0.
public struct PushTelemetryResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .pushTelemetry }
    /// Kafka's name.
    public static var messageName: String { "PushTelemetryResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

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
