// Generated from Sources/kdeck-dev/Schemas/api/12-Heartbeat.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A classic member is alive. Request of API 12, versions 0-4, flexible from 4.
public struct HeartbeatRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = HeartbeatResponse
    /// The number of the API.
    public static var apiKey: APIKey { .heartbeat }
    /// Kafka's name.
    public static var messageName: String { "HeartbeatRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// In every version.
    public var groupId: GroupID = ""
    /// The round of the group; -1 commits from outside of it.
    public var generationId: Int32 = 0
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// A static member's name: its seat is kept while it restarts (KIP-345). From version 3, may be null.
    public var groupInstanceId: String? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: GroupID = "", generationId: Int32 = 0, memberId: String = "", groupInstanceId: String? = nil) {
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.generationId = try Int32(from: &reader)
        self.memberId = try String(from: &reader)
        if version >= 3 { self.groupInstanceId = try String.readNullable(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.generationId.write(to: &writer)
        try self.memberId.write(to: &writer)
        if version >= 3 {
            try writer.nullable(self.groupInstanceId)
        } else {
            try writer.refuse(self.groupInstanceId != nil, "groupInstanceId", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// A classic member is alive. Response of API 12, versions 0-4, flexible from 4.
public struct HeartbeatResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .heartbeat }
    /// Kafka's name.
    public static var messageName: String { "HeartbeatResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// How long a quota made the answer wait. From version 1, dropped silently by other versions.
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
        if version >= 1 { self.throttleTimeMs = try Int32(from: &reader) }
        self.errorCode = try ErrorCode(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { try self.throttleTimeMs.write(to: &writer) }
        try self.errorCode.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
