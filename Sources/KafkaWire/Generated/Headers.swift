// Generated from Sources/kdeck-dev/Schemas/headers.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Header, versions 1-2, flexible from 2.
public struct RequestHeader: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "RequestHeader" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// In every version.
    public var requestApiKey: Int16 = 0
    /// In every version.
    public var requestApiVersion: Int16 = 0
    /// The answer carries the same number.
    public var correlationId: Int32 = 0
    /// Never compact, even in a flexible version. May be null.
    public var clientId: String? = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        requestApiKey: Int16 = 0,
        requestApiVersion: Int16 = 0,
        correlationId: Int32 = 0,
        clientId: String? = ""
    ) {
        self.requestApiKey = requestApiKey
        self.requestApiVersion = requestApiVersion
        self.correlationId = correlationId
        self.clientId = clientId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.requestApiKey = try Int16(from: &reader)
        self.requestApiVersion = try Int16(from: &reader)
        self.correlationId = try Int32(from: &reader)
        let isFlexible: Bool = reader.isFlexible
        reader.isFlexible = false
        self.clientId = try String.readNullable(from: &reader)
        reader.isFlexible = isFlexible
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.requestApiKey.write(to: &writer)
        try self.requestApiVersion.write(to: &writer)
        try self.correlationId.write(to: &writer)
        let isFlexible: Bool = writer.isFlexible
        writer.isFlexible = false
        try writer.nullable(self.clientId)
        writer.isFlexible = isFlexible
        writer.tags(self.unknownTags)
    }
}

/// Header, versions 0-1, flexible from 1.
public struct ResponseHeader: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "ResponseHeader" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// The answer carries the same number.
    public var correlationId: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(correlationId: Int32 = 0) {
        self.correlationId = correlationId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.correlationId = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.correlationId.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
