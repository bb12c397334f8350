// Generated from Sources/kdeck-dev/Schemas/api/13-LeaveGroup.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Members leave at once instead of timing out. Request of API 13, versions 0-5, flexible from 4.
public struct LeaveGroupRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = LeaveGroupResponse
    /// The number of the API.
    public static var apiKey: APIKey { .leaveGroup }
    /// Kafka's name.
    public static var messageName: String { "LeaveGroupRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...5 }

    /// In every version.
    public var groupId: GroupID = ""
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848. Version 0-2.
    public var memberId: String = ""
    /// From version 3.
    public var members: [MemberIdentity] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: GroupID = "", memberId: String = "", members: [MemberIdentity] = []) {
        self.groupId = groupId
        self.memberId = memberId
        self.members = members
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        if version <= 2 { self.memberId = try String(from: &reader) }
        if version >= 3 { self.members = try reader.structs(of: MemberIdentity.self, version: version, atLeast: 3) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        if version <= 2 {
            try self.memberId.write(to: &writer)
        } else {
            try writer.refuse(!self.memberId.isEmpty, "memberId", version)
        }
        if version >= 3 {
            try writer.structs(self.members, version: version)
        } else {
            try writer.refuse(!self.members.isEmpty, "members", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `MemberIdentity` of `LeaveGroupRequest`, versions 3-5.
    public struct MemberIdentity: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// A static member's name: its seat is kept while it restarts (KIP-345). May be null.
        public var groupInstanceId: String? = nil
        /// From version 5, may be null, dropped silently by other versions.
        public var reason: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(memberId: String = "", groupInstanceId: String? = nil, reason: String? = nil) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.reason = reason
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            self.groupInstanceId = try String.readNullable(from: &reader)
            if version >= 5 { self.reason = try String.readNullable(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            try writer.nullable(self.groupInstanceId)
            if version >= 5 { try writer.nullable(self.reason) }
            writer.tags(self.unknownTags)
        }
    }
}

/// Members leave at once instead of timing out. Response of API 13, versions 0-5, flexible from 4.
public struct LeaveGroupResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .leaveGroup }
    /// Kafka's name.
    public static var messageName: String { "LeaveGroupResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...5 }

    /// How long a quota made the answer wait. From version 1, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// From version 3.
    public var members: [MemberResponse] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, members: [MemberResponse] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.members = members
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { self.throttleTimeMs = try Int32(from: &reader) }
        self.errorCode = try ErrorCode(from: &reader)
        if version >= 3 { self.members = try reader.structs(of: MemberResponse.self, version: version, atLeast: 5) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { try self.throttleTimeMs.write(to: &writer) }
        try self.errorCode.write(to: &writer)
        if version >= 3 {
            try writer.structs(self.members, version: version)
        } else {
            try writer.refuse(!self.members.isEmpty, "members", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `MemberResponse` of `LeaveGroupResponse`, versions 3-5.
    public struct MemberResponse: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// A static member's name: its seat is kept while it restarts (KIP-345). May be null.
        public var groupInstanceId: String? = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(memberId: String = "", groupInstanceId: String? = "", errorCode: ErrorCode = .none) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.errorCode = errorCode
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            self.groupInstanceId = try String.readNullable(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            try writer.nullable(self.groupInstanceId)
            try self.errorCode.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
