// Generated from Sources/kdeck-dev/Schemas/api/11-JoinGroup.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A classic member joins; the answer comes when all have. Request of API 11, versions 0-9, flexible from 6.
public struct JoinGroupRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = JoinGroupResponse
    /// The number of the API.
    public static var apiKey: APIKey { .joinGroup }
    /// Kafka's name.
    public static var messageName: String { "JoinGroupRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...9 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 6...9 }

    /// In every version.
    public var groupId: GroupID = ""
    /// Silence after which the member is taken for dead.
    public var sessionTimeoutMs: Int32 = 0
    /// How long members have to join again when a rebalance starts. From version 1, dropped silently by other versions.
    public var rebalanceTimeoutMs: Int32 = -1
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// A static member's name: its seat is kept while it restarts (KIP-345). From version 5, may be null.
    public var groupInstanceId: String? = nil
    /// `consumer` for consumers, `connect` for Connect workers.
    public var protocolType: String = ""
    /// In every version.
    public var protocols: [JoinGroupRequestProtocol] = []
    /// From version 8, may be null, dropped silently by other versions.
    public var reason: String? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID = "",
        sessionTimeoutMs: Int32 = 0,
        rebalanceTimeoutMs: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        protocolType: String = "",
        protocols: [JoinGroupRequestProtocol] = [],
        reason: String? = nil
    ) {
        self.groupId = groupId
        self.sessionTimeoutMs = sessionTimeoutMs
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.protocolType = protocolType
        self.protocols = protocols
        self.reason = reason
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.sessionTimeoutMs = try Int32(from: &reader)
        if version >= 1 { self.rebalanceTimeoutMs = try Int32(from: &reader) }
        self.memberId = try String(from: &reader)
        if version >= 5 { self.groupInstanceId = try String.readNullable(from: &reader) }
        self.protocolType = try String(from: &reader)
        self.protocols = try reader.structs(of: JoinGroupRequestProtocol.self, version: version, atLeast: 3)
        if version >= 8 { self.reason = try String.readNullable(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.sessionTimeoutMs.write(to: &writer)
        if version >= 1 { try self.rebalanceTimeoutMs.write(to: &writer) }
        try self.memberId.write(to: &writer)
        if version >= 5 {
            try writer.nullable(self.groupInstanceId)
        } else {
            try writer.refuse(self.groupInstanceId != nil, "groupInstanceId", version)
        }
        try self.protocolType.write(to: &writer)
        try writer.structs(self.protocols, version: version)
        if version >= 8 { try writer.nullable(self.reason) }
        writer.tags(self.unknownTags)
    }

    /// `JoinGroupRequestProtocol` of `JoinGroupRequest`, versions 0-9.
    public struct JoinGroupRequestProtocol: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var metadata: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", metadata: ByteSlice = .empty) {
            self.name = name
            self.metadata = metadata
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.metadata = try ByteSlice(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.metadata.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// A classic member joins; the answer comes when all have. Response of API 11, versions 0-9, flexible from 6.
public struct JoinGroupResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .joinGroup }
    /// Kafka's name.
    public static var messageName: String { "JoinGroupResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...9 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 6...9 }

    /// How long a quota made the answer wait. From version 2, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// The round of the group; -1 commits from outside of it.
    public var generationId: Int32 = -1
    /// `consumer` for consumers, `connect` for Connect workers. From version 7, may be null, dropped silently by other
    /// versions.
    public var protocolType: String? = nil
    /// May be null from version 7.
    public var protocolName: String? = ""
    /// In every version.
    public var leader: String = ""
    /// The leader returned with the same subscription: do not assign again. From version 9, dropped silently by other
    /// versions.
    public var skipAssignment: Bool = false
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// In every version.
    public var members: [JoinGroupResponseMember] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        generationId: Int32 = -1,
        protocolType: String? = nil,
        protocolName: String? = "",
        leader: String = "",
        skipAssignment: Bool = false,
        memberId: String = "",
        members: [JoinGroupResponseMember] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.generationId = generationId
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.leader = leader
        self.skipAssignment = skipAssignment
        self.memberId = memberId
        self.members = members
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 2 { self.throttleTimeMs = try Int32(from: &reader) }
        self.errorCode = try ErrorCode(from: &reader)
        self.generationId = try Int32(from: &reader)
        if version >= 7 { self.protocolType = try String.readNullable(from: &reader) }
        if version >= 7 {
            self.protocolName = try String.readNullable(from: &reader)
        } else {
            self.protocolName = try String(from: &reader)
        }
        self.leader = try String(from: &reader)
        if version >= 9 { self.skipAssignment = try Bool(from: &reader) }
        self.memberId = try String(from: &reader)
        self.members = try reader.structs(of: JoinGroupResponseMember.self, version: version, atLeast: 4)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 2 { try self.throttleTimeMs.write(to: &writer) }
        try self.errorCode.write(to: &writer)
        try self.generationId.write(to: &writer)
        if version >= 7 { try writer.nullable(self.protocolType) }
        try writer.refuseNull(!(version >= 7) && self.protocolName == nil, "protocolName", version)
        try writer.nullable(self.protocolName)
        try self.leader.write(to: &writer)
        if version >= 9 { try self.skipAssignment.write(to: &writer) }
        try self.memberId.write(to: &writer)
        try writer.structs(self.members, version: version)
        writer.tags(self.unknownTags)
    }

    /// `JoinGroupResponseMember` of `JoinGroupResponse`, versions 0-9.
    public struct JoinGroupResponseMember: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// A static member's name: its seat is kept while it restarts (KIP-345). From version 5, may be null, dropped
        /// silently by other versions.
        public var groupInstanceId: String? = nil
        /// In every version.
        public var metadata: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(memberId: String = "", groupInstanceId: String? = nil, metadata: ByteSlice = .empty) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.metadata = metadata
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            if version >= 5 { self.groupInstanceId = try String.readNullable(from: &reader) }
            self.metadata = try ByteSlice(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            if version >= 5 { try writer.nullable(self.groupInstanceId) }
            try self.metadata.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
