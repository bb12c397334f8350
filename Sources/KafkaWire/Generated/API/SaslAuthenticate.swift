// Generated from Sources/kdeck-dev/Schemas/api/36-SaslAuthenticate.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// One step of a SASL exchange. Request of API 36, versions 0-2, flexible from 2.
public struct SaslAuthenticateRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = SaslAuthenticateResponse
    /// The number of the API.
    public static var apiKey: APIKey { .saslAuthenticate }
    /// Kafka's name.
    public static var messageName: String { "SaslAuthenticateRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// A SASL token of the mechanism.
    public var authBytes: ByteSlice = .empty
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(authBytes: ByteSlice = .empty) {
        self.authBytes = authBytes
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.authBytes = try ByteSlice(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.authBytes.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// One step of a SASL exchange. Response of API 36, versions 0-2, flexible from 2.
public struct SaslAuthenticateResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .saslAuthenticate }
    /// Kafka's name.
    public static var messageName: String { "SaslAuthenticateResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// A SASL token of the mechanism.
    public var authBytes: ByteSlice = .empty
    /// The client has to authenticate again before; 0 never. From version 1, dropped silently by other versions.
    public var sessionLifetimeMs: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        authBytes: ByteSlice = .empty,
        sessionLifetimeMs: Int64 = 0
    ) {
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.authBytes = authBytes
        self.sessionLifetimeMs = sessionLifetimeMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.authBytes = try ByteSlice(from: &reader)
        if version >= 1 { self.sessionLifetimeMs = try Int64(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try self.authBytes.write(to: &writer)
        if version >= 1 { try self.sessionLifetimeMs.write(to: &writer) }
        writer.tags(self.unknownTags)
    }
}
