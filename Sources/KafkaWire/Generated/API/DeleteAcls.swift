// Generated from Sources/kdeck-dev/Schemas/api/31-DeleteAcls.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Removes access rules that match filters. Request of API 31, versions 1-3, flexible from 2.
public struct DeleteAclsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DeleteAclsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .deleteAcls }
    /// Kafka's name.
    public static var messageName: String { "DeleteAclsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// In every version.
    public var filters: [DeleteAclsFilter] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(filters: [DeleteAclsFilter] = []) {
        self.filters = filters
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.filters = try reader.structs(of: DeleteAclsFilter.self, version: version, atLeast: 8)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.filters, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeleteAclsFilter` of `DeleteAclsRequest`, versions 1-3.
    public struct DeleteAclsFilter: WireStruct {
        /// In every version.
        public var resourceTypeFilter: Int8 = 0
        /// May be null.
        public var resourceNameFilter: String? = ""
        /// In every version.
        public var patternTypeFilter: Int8 = 3
        /// May be null.
        public var principalFilter: String? = ""
        /// May be null.
        public var hostFilter: String? = ""
        /// An AclOperation: 2 all 3 read 4 write 5 create 6 delete 7 alter 8 describe ...
        public var operation: Int8 = 0
        /// 2 deny, 3 allow.
        public var permissionType: Int8 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            resourceTypeFilter: Int8 = 0,
            resourceNameFilter: String? = "",
            patternTypeFilter: Int8 = 3,
            principalFilter: String? = "",
            hostFilter: String? = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.resourceTypeFilter = resourceTypeFilter
            self.resourceNameFilter = resourceNameFilter
            self.patternTypeFilter = patternTypeFilter
            self.principalFilter = principalFilter
            self.hostFilter = hostFilter
            self.operation = operation
            self.permissionType = permissionType
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.resourceTypeFilter = try Int8(from: &reader)
            self.resourceNameFilter = try String.readNullable(from: &reader)
            self.patternTypeFilter = try Int8(from: &reader)
            self.principalFilter = try String.readNullable(from: &reader)
            self.hostFilter = try String.readNullable(from: &reader)
            self.operation = try Int8(from: &reader)
            self.permissionType = try Int8(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.resourceTypeFilter.write(to: &writer)
            try writer.nullable(self.resourceNameFilter)
            try self.patternTypeFilter.write(to: &writer)
            try writer.nullable(self.principalFilter)
            try writer.nullable(self.hostFilter)
            try self.operation.write(to: &writer)
            try self.permissionType.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Removes access rules that match filters. Response of API 31, versions 1-3, flexible from 2.
public struct DeleteAclsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .deleteAcls }
    /// Kafka's name.
    public static var messageName: String { "DeleteAclsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var filterResults: [DeleteAclsFilterResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, filterResults: [DeleteAclsFilterResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.filterResults = filterResults
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.filterResults = try reader.structs(of: DeleteAclsFilterResult.self, version: version, atLeast: 5)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.filterResults, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DeleteAclsFilterResult` of `DeleteAclsResponse`, versions 1-3.
    public struct DeleteAclsFilterResult: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// In every version.
        public var matchingAcls: [DeleteAclsMatchingAcl] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            matchingAcls: [DeleteAclsMatchingAcl] = []
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.matchingAcls = matchingAcls
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.matchingAcls = try reader.structs(of: DeleteAclsMatchingAcl.self, version: version, atLeast: 11)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try writer.structs(self.matchingAcls, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `DeleteAclsMatchingAcl` of `DeleteAclsResponse`, versions 1-3.
    public struct DeleteAclsMatchingAcl: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
        public var resourceType: Int8 = 0
        /// In every version.
        public var resourceName: String = ""
        /// 3 literal, 4 prefixed.
        public var patternType: Int8 = 3
        /// In every version.
        public var principal: String = ""
        /// In every version.
        public var host: String = ""
        /// An AclOperation: 2 all 3 read 4 write 5 create 6 delete 7 alter 8 describe ...
        public var operation: Int8 = 0
        /// 2 deny, 3 allow.
        public var permissionType: Int8 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            resourceType: Int8 = 0,
            resourceName: String = "",
            patternType: Int8 = 3,
            principal: String = "",
            host: String = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.patternType = patternType
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.resourceType = try Int8(from: &reader)
            self.resourceName = try String(from: &reader)
            self.patternType = try Int8(from: &reader)
            self.principal = try String(from: &reader)
            self.host = try String(from: &reader)
            self.operation = try Int8(from: &reader)
            self.permissionType = try Int8(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.resourceType.write(to: &writer)
            try self.resourceName.write(to: &writer)
            try self.patternType.write(to: &writer)
            try self.principal.write(to: &writer)
            try self.host.write(to: &writer)
            try self.operation.write(to: &writer)
            try self.permissionType.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
