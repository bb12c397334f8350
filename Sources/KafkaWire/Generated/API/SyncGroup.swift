// Generated from Sources/kdeck-dev/Schemas/api/14-SyncGroup.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// The leader hands in the assignment, the others wait for it. Request of API 14, versions 0-5, flexible from 4.
public struct SyncGroupRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = SyncGroupResponse
    /// The number of the API.
    public static var apiKey: APIKey { .syncGroup }
    /// Kafka's name.
    public static var messageName: String { "SyncGroupRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...5 }

    /// In every version.
    public var groupId: GroupID = ""
    /// The round of the group; -1 commits from outside of it.
    public var generationId: Int32 = 0
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// A static member's name: its seat is kept while it restarts (KIP-345). From version 3, may be null.
    public var groupInstanceId: String? = nil
    /// `consumer` for consumers, `connect` for Connect workers. From version 5, may be null, dropped silently by other
    /// versions.
    public var protocolType: String? = nil
    /// From version 5, may be null, dropped silently by other versions.
    public var protocolName: String? = nil
    /// In every version.
    public var assignments: [SyncGroupRequestAssignment] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID = "",
        generationId: Int32 = 0,
        memberId: String = "",
        groupInstanceId: String? = nil,
        protocolType: String? = nil,
        protocolName: String? = nil,
        assignments: [SyncGroupRequestAssignment] = []
    ) {
        self.groupId = groupId
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignments = assignments
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.generationId = try Int32(from: &reader)
        self.memberId = try String(from: &reader)
        if version >= 3 { self.groupInstanceId = try String.readNullable(from: &reader) }
        if version >= 5 { self.protocolType = try String.readNullable(from: &reader) }
        if version >= 5 { self.protocolName = try String.readNullable(from: &reader) }
        self.assignments = try reader.structs(of: SyncGroupRequestAssignment.self, version: version, atLeast: 3)
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
        if version >= 5 { try writer.nullable(self.protocolType) }
        if version >= 5 { try writer.nullable(self.protocolName) }
        try writer.structs(self.assignments, version: version)
        writer.tags(self.unknownTags)
    }

    /// `SyncGroupRequestAssignment` of `SyncGroupRequest`, versions 0-5.
    public struct SyncGroupRequestAssignment: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// What the members agree on: bytes of the protocol, ConsumerProtocolAssignment for consumers.
        public var assignment: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(memberId: String = "", assignment: ByteSlice = .empty) {
            self.memberId = memberId
            self.assignment = assignment
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            self.assignment = try ByteSlice(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            try self.assignment.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// The leader hands in the assignment, the others wait for it. Response of API 14, versions 0-5, flexible from 4.
public struct SyncGroupResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .syncGroup }
    /// Kafka's name.
    public static var messageName: String { "SyncGroupResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...5 }

    /// How long a quota made the answer wait. From version 1, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// `consumer` for consumers, `connect` for Connect workers. From version 5, may be null, dropped silently by other
    /// versions.
    public var protocolType: String? = nil
    /// From version 5, may be null, dropped silently by other versions.
    public var protocolName: String? = nil
    /// What the members agree on: bytes of the protocol, ConsumerProtocolAssignment for consumers.
    public var assignment: ByteSlice = .empty
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        protocolType: String? = nil,
        protocolName: String? = nil,
        assignment: ByteSlice = .empty
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.assignment = assignment
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { self.throttleTimeMs = try Int32(from: &reader) }
        self.errorCode = try ErrorCode(from: &reader)
        if version >= 5 { self.protocolType = try String.readNullable(from: &reader) }
        if version >= 5 { self.protocolName = try String.readNullable(from: &reader) }
        self.assignment = try ByteSlice(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { try self.throttleTimeMs.write(to: &writer) }
        try self.errorCode.write(to: &writer)
        if version >= 5 { try writer.nullable(self.protocolType) }
        if version >= 5 { try writer.nullable(self.protocolName) }
        try self.assignment.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
