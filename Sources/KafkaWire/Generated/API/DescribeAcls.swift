// Generated from Sources/kdeck-dev/Schemas/api/29-DescribeAcls.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Access rules that match a filter. Request of API 29, versions 1-3, flexible from 2.
public struct DescribeAclsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeAclsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeAcls }
    /// Kafka's name.
    public static var messageName: String { "DescribeAclsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

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
        reader.isFlexible = try Self.isFlexible(in: version)
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
        writer.isFlexible = try Self.isFlexible(in: version)
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

/// Access rules that match a filter. Response of API 29, versions 1-3, flexible from 2.
public struct DescribeAclsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeAcls }
    /// Kafka's name.
    public static var messageName: String { "DescribeAclsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// In every version.
    public var resources: [DescribeAclsResource] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        resources: [DescribeAclsResource] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.resources = resources
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.resources = try reader.structs(of: DescribeAclsResource.self, version: version, atLeast: 5)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try writer.structs(self.resources, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeAclsResource` of `DescribeAclsResponse`, versions 1-3.
    public struct DescribeAclsResource: WireStruct {
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
        public var resourceType: Int8 = 0
        /// In every version.
        public var resourceName: String = ""
        /// 3 literal, 4 prefixed.
        public var patternType: Int8 = 3
        /// In every version.
        public var acls: [AclDescription] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            resourceType: Int8 = 0,
            resourceName: String = "",
            patternType: Int8 = 3,
            acls: [AclDescription] = []
        ) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.patternType = patternType
            self.acls = acls
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.resourceType = try Int8(from: &reader)
            self.resourceName = try String(from: &reader)
            self.patternType = try Int8(from: &reader)
            self.acls = try reader.structs(of: AclDescription.self, version: version, atLeast: 5)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.resourceType.write(to: &writer)
            try self.resourceName.write(to: &writer)
            try self.patternType.write(to: &writer)
            try writer.structs(self.acls, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `AclDescription` of `DescribeAclsResponse`, versions 1-3.
    public struct AclDescription: WireStruct {
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
        public init(principal: String = "", host: String = "", operation: Int8 = 0, permissionType: Int8 = 0) {
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.principal = try String(from: &reader)
            self.host = try String(from: &reader)
            self.operation = try Int8(from: &reader)
            self.permissionType = try Int8(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.principal.write(to: &writer)
            try self.host.write(to: &writer)
            try self.operation.write(to: &writer)
            try self.permissionType.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
