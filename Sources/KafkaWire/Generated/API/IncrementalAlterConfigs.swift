// Generated from Sources/kdeck-dev/Schemas/api/44-IncrementalAlterConfigs.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Changes single settings. Request of API 44, versions 0-1, flexible from 1.
public struct IncrementalAlterConfigsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = IncrementalAlterConfigsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .incrementalAlterConfigs }
    /// Kafka's name.
    public static var messageName: String { "IncrementalAlterConfigsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

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

    /// `AlterConfigsResource` of `IncrementalAlterConfigsRequest`, versions 0-1.
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
            self.configs = try reader.structs(of: AlterableConfig.self, version: version, atLeast: 4)
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

    /// `AlterableConfig` of `IncrementalAlterConfigsRequest`, versions 0-1.
    public struct AlterableConfig: WireStruct {
        /// In every version.
        public var name: String = ""
        /// 0 set, 1 delete, 2 append, 3 subtract.
        public var configOperation: Int8 = 0
        /// Null for delete. May be null.
        public var value: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", configOperation: Int8 = 0, value: String? = "") {
            self.name = name
            self.configOperation = configOperation
            self.value = value
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.configOperation = try Int8(from: &reader)
            self.value = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.configOperation.write(to: &writer)
            try writer.nullable(self.value)
            writer.tags(self.unknownTags)
        }
    }
}

/// Changes single settings. Response of API 44, versions 0-1, flexible from 1.
public struct IncrementalAlterConfigsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .incrementalAlterConfigs }
    /// Kafka's name.
    public static var messageName: String { "IncrementalAlterConfigsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

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

    /// `AlterConfigsResourceResponse` of `IncrementalAlterConfigsResponse`, versions 0-1.
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
