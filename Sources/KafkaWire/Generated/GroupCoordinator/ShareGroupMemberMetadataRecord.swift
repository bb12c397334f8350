// Generated from Sources/kdeck-dev/Schemas/group-coordinator/10-ShareGroupMemberMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 10 (group-coordinator), versions 0, never flexible.
public struct ShareGroupMemberMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 10 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupMemberMetadataKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var groupId: String = ""
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "", memberId: String = "") {
        self.groupId = groupId
        self.memberId = memberId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
        self.memberId = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.memberId.write(to: &writer)
    }
}

/// Value of record type 10 (group-coordinator), versions 0, flexible from 0.
public struct ShareGroupMemberMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 10 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupMemberMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// Where the client is, to be sent to a near replica (KIP-392). May be null.
    public var rackId: String? = ""
    /// In every version.
    public var clientId: String = ""
    /// As the broker sees it, with a slash in front: /127.0.0.1.
    public var clientHost: String = ""
    /// In every version.
    public var subscribedTopicNames: [String] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        rackId: String? = "",
        clientId: String = "",
        clientHost: String = "",
        subscribedTopicNames: [String] = []
    ) {
        self.rackId = rackId
        self.clientId = clientId
        self.clientHost = clientHost
        self.subscribedTopicNames = subscribedTopicNames
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.rackId = try String.readNullable(from: &reader)
        self.clientId = try String(from: &reader)
        self.clientHost = try String(from: &reader)
        self.subscribedTopicNames = try reader.array(of: String.self, atLeast: 1)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.rackId)
        try self.clientId.write(to: &writer)
        try self.clientHost.write(to: &writer)
        try writer.array(self.subscribedTopicNames)
        writer.tags(self.unknownTags)
    }
}
