// Generated from Sources/kdeck-dev/Schemas/api/58-Envelope.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A broker forwards a client's request to the controller. Request of API 58, versions 0, flexible from 0.
public struct EnvelopeRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = EnvelopeResponse
    /// The number of the API.
    public static var apiKey: APIKey { .envelope }
    /// Kafka's name.
    public static var messageName: String { "EnvelopeRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var requestData: ByteSlice = .empty
    /// May be null.
    public var requestPrincipal: ByteSlice? = .empty
    /// In every version.
    public var clientHostAddress: ByteSlice = .empty
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        requestData: ByteSlice = .empty,
        requestPrincipal: ByteSlice? = .empty,
        clientHostAddress: ByteSlice = .empty
    ) {
        self.requestData = requestData
        self.requestPrincipal = requestPrincipal
        self.clientHostAddress = clientHostAddress
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.requestData = try ByteSlice(from: &reader)
        self.requestPrincipal = try ByteSlice.readNullable(from: &reader)
        self.clientHostAddress = try ByteSlice(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.requestData.write(to: &writer)
        try writer.nullable(self.requestPrincipal)
        try self.clientHostAddress.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// A broker forwards a client's request to the controller. Response of API 58, versions 0, flexible from 0.
public struct EnvelopeResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .envelope }
    /// Kafka's name.
    public static var messageName: String { "EnvelopeResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// May be null.
    public var responseData: ByteSlice? = nil
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(responseData: ByteSlice? = nil, errorCode: ErrorCode = .none) {
        self.responseData = responseData
        self.errorCode = errorCode
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.responseData = try ByteSlice.readNullable(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.responseData)
        try self.errorCode.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
