// Generated from Sources/kdeck-dev/Schemas/api/17-SaslHandshake.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Chooses a SASL mechanism. Request of API 17, versions 0-1, never flexible.
public struct SaslHandshakeRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = SaslHandshakeResponse
    /// The number of the API.
    public static var apiKey: APIKey { .saslHandshake }
    /// Kafka's name.
    public static var messageName: String { "SaslHandshakeRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER, GSSAPI.
    public var mechanism: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(mechanism: String = "") {
        self.mechanism = mechanism
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.mechanism = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.mechanism.write(to: &writer)
    }
}

/// Chooses a SASL mechanism. Response of API 17, versions 0-1, never flexible.
public struct SaslHandshakeResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .saslHandshake }
    /// Kafka's name.
    public static var messageName: String { "SaslHandshakeResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// What the listener offers.
    public var mechanisms: [String] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(errorCode: ErrorCode = .none, mechanisms: [String] = []) {
        self.errorCode = errorCode
        self.mechanisms = mechanisms
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        self.mechanisms = try reader.array(of: String.self, atLeast: 2)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        try writer.array(self.mechanisms)
    }
}
