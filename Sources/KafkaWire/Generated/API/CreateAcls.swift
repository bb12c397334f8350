// Generated from Sources/kdeck-dev/Schemas/api/30-CreateAcls.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Adds access rules. Request of API 30, versions 1-3, flexible from 2.
public struct CreateAclsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = CreateAclsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .createAcls }
    /// Kafka's name.
    public static var messageName: String { "CreateAclsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// In every version.
    public var creations: [AclCreation] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(creations: [AclCreation] = []) {
        self.creations = creations
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.creations = try reader.structs(of: AclCreation.self, version: version, atLeast: 8)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.creations, version: version)
        writer.tags(self.unknownTags)
    }

    /// `AclCreation` of `CreateAclsRequest`, versions 1-3.
    public struct AclCreation: WireStruct {
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
        public var resourceType: Int8 = 0
        /// In every version.
        public var resourceName: String = ""
        /// 3 literal, 4 prefixed.
        public var resourcePatternType: Int8 = 3
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
            resourceType: Int8 = 0,
            resourceName: String = "",
            resourcePatternType: Int8 = 3,
            principal: String = "",
            host: String = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.resourcePatternType = resourcePatternType
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.resourceType = try Int8(from: &reader)
            self.resourceName = try String(from: &reader)
            self.resourcePatternType = try Int8(from: &reader)
            self.principal = try String(from: &reader)
            self.host = try String(from: &reader)
            self.operation = try Int8(from: &reader)
            self.permissionType = try Int8(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.resourceType.write(to: &writer)
            try self.resourceName.write(to: &writer)
            try self.resourcePatternType.write(to: &writer)
            try self.principal.write(to: &writer)
            try self.host.write(to: &writer)
            try self.operation.write(to: &writer)
            try self.permissionType.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Adds access rules. Response of API 30, versions 1-3, flexible from 2.
public struct CreateAclsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .createAcls }
    /// Kafka's name.
    public static var messageName: String { "CreateAclsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var results: [AclCreationResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, results: [AclCreationResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.results = try reader.structs(of: AclCreationResult.self, version: version, atLeast: 4)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `AclCreationResult` of `CreateAclsResponse`, versions 1-3.
    public struct AclCreationResult: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
