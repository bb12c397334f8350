// Generated from Sources/kdeck-dev/Schemas/api/33-AlterConfigs.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Replaces all settings of a resource; use IncrementalAlterConfigs. Request of API 33, versions 0-2, flexible from 2.
public struct AlterConfigsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AlterConfigsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .alterConfigs }
    /// Kafka's name.
    public static var messageName: String { "AlterConfigsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// In every version.
    public var resources: [AlterConfigsResource] = []
    /// Check, do nothing.
    public var validateOnly: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(resources: [AlterConfigsResource] = [], validateOnly: Bool = false) {
        self.resources = resources
        self.validateOnly = validateOnly
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.resources = try reader.structs(of: AlterConfigsResource.self, version: version, atLeast: 4)
        self.validateOnly = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.resources, version: version)
        try self.validateOnly.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `AlterConfigsResource` of `AlterConfigsRequest`, versions 0-2.
    public struct AlterConfigsResource: WireStruct {
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
        public var resourceType: Int8 = 0
        /// In every version.
        public var resourceName: String = ""
        /// In every version.
        public var configs: [AlterableConfig] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(resourceType: Int8 = 0, resourceName: String = "", configs: [AlterableConfig] = []) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configs = configs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.resourceType = try Int8(from: &reader)
            self.resourceName = try String(from: &reader)
            self.configs = try reader.structs(of: AlterableConfig.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.resourceType.write(to: &writer)
            try self.resourceName.write(to: &writer)
            try writer.structs(self.configs, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `AlterableConfig` of `AlterConfigsRequest`, versions 0-2.
    public struct AlterableConfig: WireStruct {
        /// In every version.
        public var name: String = ""
        /// May be null.
        public var value: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", value: String? = "") {
            self.name = name
            self.value = value
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.value = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.nullable(self.value)
            writer.tags(self.unknownTags)
        }
    }
}

/// Replaces all settings of a resource; use IncrementalAlterConfigs. Response of API 33, versions 0-2, flexible from 2.
public struct AlterConfigsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .alterConfigs }
    /// Kafka's name.
    public static var messageName: String { "AlterConfigsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var responses: [AlterConfigsResourceResponse] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, responses: [AlterConfigsResourceResponse] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.responses = responses
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.responses = try reader.structs(of: AlterConfigsResourceResponse.self, version: version, atLeast: 6)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.responses, version: version)
        writer.tags(self.unknownTags)
    }

    /// `AlterConfigsResourceResponse` of `AlterConfigsResponse`, versions 0-2.
    public struct AlterConfigsResourceResponse: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
        public var resourceType: Int8 = 0
        /// In every version.
        public var resourceName: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            resourceType: Int8 = 0,
            resourceName: String = ""
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.resourceType = try Int8(from: &reader)
            self.resourceName = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.resourceType.write(to: &writer)
            try self.resourceName.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
