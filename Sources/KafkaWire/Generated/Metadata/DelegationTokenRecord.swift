// Generated from Sources/kdeck-dev/Schemas/metadata/10-DelegationTokenRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 10 (metadata), versions 0, flexible from 0.
public struct DelegationTokenRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 10 }
    /// Kafka's name.
    public static var messageName: String { "DelegationTokenRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var owner: String = ""
    /// In every version.
    public var requester: String = ""
    /// In every version.
    public var renewers: [String] = []
    /// In every version.
    public var issueTimestamp: Int64 = 0
    /// In every version.
    public var maxTimestamp: Int64 = 0
    /// In every version.
    public var expirationTimestamp: Int64 = 0
    /// In every version.
    public var tokenId: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        owner: String = "",
        requester: String = "",
        renewers: [String] = [],
        issueTimestamp: Int64 = 0,
        maxTimestamp: Int64 = 0,
        expirationTimestamp: Int64 = 0,
        tokenId: String = ""
    ) {
        self.owner = owner
        self.requester = requester
        self.renewers = renewers
        self.issueTimestamp = issueTimestamp
        self.maxTimestamp = maxTimestamp
        self.expirationTimestamp = expirationTimestamp
        self.tokenId = tokenId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.owner = try String(from: &reader)
        self.requester = try String(from: &reader)
        self.renewers = try reader.array(of: String.self, atLeast: 1)
        self.issueTimestamp = try Int64(from: &reader)
        self.maxTimestamp = try Int64(from: &reader)
        self.expirationTimestamp = try Int64(from: &reader)
        self.tokenId = try String(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.owner.write(to: &writer)
        try self.requester.write(to: &writer)
        try writer.array(self.renewers)
        try self.issueTimestamp.write(to: &writer)
        try self.maxTimestamp.write(to: &writer)
        try self.expirationTimestamp.write(to: &writer)
        try self.tokenId.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
