// Generated from Sources/kdeck-dev/Schemas/api/42-DeleteGroups.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Deletes empty groups with their offsets. Request of API 42, versions 0-2, flexible from 2.
public struct DeleteGroupsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DeleteGroupsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .deleteGroups }
    /// Kafka's name.
    public static var messageName: String { "DeleteGroupsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// In every version.
    public var groupsNames: [GroupID] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupsNames: [GroupID] = []) {
        self.groupsNames = groupsNames
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupsNames = try reader.array(of: GroupID.self, atLeast: 1)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.groupsNames)
        writer.tags(self.unknownTags)
    }
}

/// Deletes empty groups with their offsets. Response of API 42, versions 0-2, flexible from 2.
public struct DeleteGroupsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .deleteGroups }
    /// Kafka's name.
    public static var messageName: String { "DeleteGroupsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var results: [DeletableGroupResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, results: [DeletableGroupResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.results = try reader.structs(of: DeletableGroupResult.self, version: version, atLeast: 4)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeletableGroupResult` of `DeleteGroupsResponse`, versions 0-2.
    public struct DeletableGroupResult: WireStruct {
        /// In every version.
        public var groupId: GroupID = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(groupId: GroupID = "", errorCode: ErrorCode = .none) {
            self.groupId = groupId
            self.errorCode = errorCode
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.groupId = try GroupID(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.groupId.write(to: &writer)
            try self.errorCode.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
