// Generated from Sources/kdeck-dev/Schemas/api/39-RenewDelegationToken.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Keeps a token from expiring. Request of API 39, versions 1-2, flexible from 2.
public struct RenewDelegationTokenRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = RenewDelegationTokenResponse
    /// The number of the API.
    public static var apiKey: APIKey { .renewDelegationToken }
    /// Kafka's name.
    public static var messageName: String { "RenewDelegationTokenRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// The secret of the delegation token.
    public var hmac: ByteSlice = .empty
    /// In every version.
    public var renewPeriodMs: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(hmac: ByteSlice = .empty, renewPeriodMs: Int64 = 0) {
        self.hmac = hmac
        self.renewPeriodMs = renewPeriodMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.hmac = try ByteSlice(from: &reader)
        self.renewPeriodMs = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.hmac.write(to: &writer)
        try self.renewPeriodMs.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// Keeps a token from expiring. Response of API 39, versions 1-2, flexible from 2.
public struct RenewDelegationTokenResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .renewDelegationToken }
    /// Kafka's name.
    public static var messageName: String { "RenewDelegationTokenResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var expiryTimestampMs: Int64 = 0
    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(errorCode: ErrorCode = .none, expiryTimestampMs: Int64 = 0, throttleTimeMs: Int32 = 0) {
        self.errorCode = errorCode
        self.expiryTimestampMs = expiryTimestampMs
        self.throttleTimeMs = throttleTimeMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        self.expiryTimestampMs = try Int64(from: &reader)
        self.throttleTimeMs = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        try self.expiryTimestampMs.write(to: &writer)
        try self.throttleTimeMs.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
