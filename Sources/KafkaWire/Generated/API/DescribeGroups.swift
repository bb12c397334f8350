// Generated from Sources/kdeck-dev/Schemas/api/15-DescribeGroups.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// State and members of classic groups. Request of API 15, versions 0-6, flexible from 5.
public struct DescribeGroupsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeGroupsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeGroups }
    /// Kafka's name.
    public static var messageName: String { "DescribeGroupsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 5...6 }

    /// In every version.
    public var groups: [GroupID] = []
    /// Ask also what this user may do. From version 3.
    public var includeAuthorizedOperations: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groups: [GroupID] = [], includeAuthorizedOperations: Bool = false) {
        self.groups = groups
        self.includeAuthorizedOperations = includeAuthorizedOperations
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groups = try reader.array(of: GroupID.self, atLeast: 1)
        if version >= 3 { self.includeAuthorizedOperations = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.groups)
        if version >= 3 {
            try self.includeAuthorizedOperations.write(to: &writer)
        } else {
            try writer.refuse(self.includeAuthorizedOperations, "includeAuthorizedOperations", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// State and members of classic groups. Response of API 15, versions 0-6, flexible from 5.
public struct DescribeGroupsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeGroups }
    /// Kafka's name.
    public static var messageName: String { "DescribeGroupsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 5...6 }

    /// How long a quota made the answer wait. From version 1, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var groups: [DescribedGroup] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, groups: [DescribedGroup] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { self.throttleTimeMs = try Int32(from: &reader) }
        self.groups = try reader.structs(of: DescribedGroup.self, version: version, atLeast: 12)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { try self.throttleTimeMs.write(to: &writer) }
        try writer.structs(self.groups, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribedGroup` of `DescribeGroupsResponse`, versions 0-6.
    public struct DescribedGroup: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// From version 6, may be null, dropped silently by other versions.
        public var errorMessage: String? = nil
        /// In every version.
        public var groupId: GroupID = ""
        /// In every version.
        public var groupState: String = ""
        /// `consumer` for consumers, `connect` for Connect workers.
        public var protocolType: String = ""
        /// In every version.
        public var protocolData: String = ""
        /// In every version.
        public var members: [DescribedGroupMember] = []
        /// Bits of AclOperation; -2147483648 when not asked for. From version 3, dropped silently by other versions.
        public var authorizedOperations: Int32 = -2147483648
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            groupId: GroupID = "",
            groupState: String = "",
            protocolType: String = "",
            protocolData: String = "",
            members: [DescribedGroupMember] = [],
            authorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.protocolType = protocolType
            self.protocolData = protocolData
            self.members = members
            self.authorizedOperations = authorizedOperations
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            if version >= 6 { self.errorMessage = try String.readNullable(from: &reader) }
            self.groupId = try GroupID(from: &reader)
            self.groupState = try String(from: &reader)
            self.protocolType = try String(from: &reader)
            self.protocolData = try String(from: &reader)
            self.members = try reader.structs(of: DescribedGroupMember.self, version: version, atLeast: 7)
            if version >= 3 { self.authorizedOperations = try Int32(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            if version >= 6 { try writer.nullable(self.errorMessage) }
            try self.groupId.write(to: &writer)
            try self.groupState.write(to: &writer)
            try self.protocolType.write(to: &writer)
            try self.protocolData.write(to: &writer)
            try writer.structs(self.members, version: version)
            if version >= 3 { try self.authorizedOperations.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribedGroupMember` of `DescribeGroupsResponse`, versions 0-6.
    public struct DescribedGroupMember: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// A static member's name: its seat is kept while it restarts (KIP-345). From version 4, may be null, dropped
        /// silently by other versions.
        public var groupInstanceId: String? = nil
        /// In every version.
        public var clientId: String = ""
        /// As the broker sees it, with a slash in front: /127.0.0.1.
        public var clientHost: String = ""
        /// In every version.
        public var memberMetadata: ByteSlice = .empty
        /// ConsumerProtocolAssignment, for consumers.
        public var memberAssignment: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            clientId: String = "",
            clientHost: String = "",
            memberMetadata: ByteSlice = .empty,
            memberAssignment: ByteSlice = .empty
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.clientId = clientId
            self.clientHost = clientHost
            self.memberMetadata = memberMetadata
            self.memberAssignment = memberAssignment
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            if version >= 4 { self.groupInstanceId = try String.readNullable(from: &reader) }
            self.clientId = try String(from: &reader)
            self.clientHost = try String(from: &reader)
            self.memberMetadata = try ByteSlice(from: &reader)
            self.memberAssignment = try ByteSlice(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            if version >= 4 { try writer.nullable(self.groupInstanceId) }
            try self.clientId.write(to: &writer)
            try self.clientHost.write(to: &writer)
            try self.memberMetadata.write(to: &writer)
            try self.memberAssignment.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
