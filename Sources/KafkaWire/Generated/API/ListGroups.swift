// Generated from Sources/kdeck-dev/Schemas/api/16-ListGroups.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Groups that this broker looks after. Request of API 16, versions 0-5, flexible from 3.
public struct ListGroupsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ListGroupsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .listGroups }
    /// Kafka's name.
    public static var messageName: String { "ListGroupsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// Empty is all. From version 4.
    public var statesFilter: [String] = []
    /// Classic, consumer, share, streams; empty is all. From version 5.
    public var typesFilter: [String] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(statesFilter: [String] = [], typesFilter: [String] = []) {
        self.statesFilter = statesFilter
        self.typesFilter = typesFilter
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 4 { self.statesFilter = try reader.array(of: String.self, atLeast: 1) }
        if version >= 5 { self.typesFilter = try reader.array(of: String.self, atLeast: 1) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 4 {
            try writer.array(self.statesFilter)
        } else {
            try writer.refuse(!self.statesFilter.isEmpty, "statesFilter", version)
        }
        if version >= 5 {
            try writer.array(self.typesFilter)
        } else {
            try writer.refuse(!self.typesFilter.isEmpty, "typesFilter", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// Groups that this broker looks after. Response of API 16, versions 0-5, flexible from 3.
public struct ListGroupsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .listGroups }
    /// Kafka's name.
    public static var messageName: String { "ListGroupsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...5 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...5 }

    /// How long a quota made the answer wait. From version 1, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var groups: [ListedGroup] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, groups: [ListedGroup] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.groups = groups
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { self.throttleTimeMs = try Int32(from: &reader) }
        self.errorCode = try ErrorCode(from: &reader)
        self.groups = try reader.structs(of: ListedGroup.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { try self.throttleTimeMs.write(to: &writer) }
        try self.errorCode.write(to: &writer)
        try writer.structs(self.groups, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ListedGroup` of `ListGroupsResponse`, versions 0-5.
    public struct ListedGroup: WireStruct {
        /// In every version.
        public var groupId: GroupID = ""
        /// `consumer` for consumers, `connect` for Connect workers.
        public var protocolType: String = ""
        /// From version 4, dropped silently by other versions.
        public var groupState: String = ""
        /// From version 5, dropped silently by other versions.
        public var groupType: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(groupId: GroupID = "", protocolType: String = "", groupState: String = "", groupType: String = "") {
            self.groupId = groupId
            self.protocolType = protocolType
            self.groupState = groupState
            self.groupType = groupType
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.groupId = try GroupID(from: &reader)
            self.protocolType = try String(from: &reader)
            if version >= 4 { self.groupState = try String(from: &reader) }
            if version >= 5 { self.groupType = try String(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.groupId.write(to: &writer)
            try self.protocolType.write(to: &writer)
            if version >= 4 { try self.groupState.write(to: &writer) }
            if version >= 5 { try self.groupType.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }
}
