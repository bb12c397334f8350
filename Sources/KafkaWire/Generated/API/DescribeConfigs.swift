// Generated from Sources/kdeck-dev/Schemas/api/32-DescribeConfigs.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Settings of topics, brokers, groups, with where each comes from. Request of API 32, versions 1-4, flexible from 4.
public struct DescribeConfigsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeConfigsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeConfigs }
    /// Kafka's name.
    public static var messageName: String { "DescribeConfigsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// In every version.
    public var resources: [DescribeConfigsResource] = []
    /// In every version.
    public var includeSynonyms: Bool = false
    /// From version 3.
    public var includeDocumentation: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        resources: [DescribeConfigsResource] = [],
        includeSynonyms: Bool = false,
        includeDocumentation: Bool = false
    ) {
        self.resources = resources
        self.includeSynonyms = includeSynonyms
        self.includeDocumentation = includeDocumentation
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.resources = try reader.structs(of: DescribeConfigsResource.self, version: version, atLeast: 4)
        self.includeSynonyms = try Bool(from: &reader)
        if version >= 3 { self.includeDocumentation = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.resources, version: version)
        try self.includeSynonyms.write(to: &writer)
        if version >= 3 {
            try self.includeDocumentation.write(to: &writer)
        } else {
            try writer.refuse(self.includeDocumentation, "includeDocumentation", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `DescribeConfigsResource` of `DescribeConfigsRequest`, versions 1-4.
    public struct DescribeConfigsResource: WireStruct {
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
        public var resourceType: Int8 = 0
        /// In every version.
        public var resourceName: String = ""
        /// May be null.
        public var configurationKeys: [String]? = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(resourceType: Int8 = 0, resourceName: String = "", configurationKeys: [String]? = []) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configurationKeys = configurationKeys
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.resourceType = try Int8(from: &reader)
            self.resourceName = try String(from: &reader)
            self.configurationKeys = try reader.nullableArray(of: String.self, atLeast: 1)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.resourceType.write(to: &writer)
            try self.resourceName.write(to: &writer)
            try writer.nullableArray(self.configurationKeys)
            writer.tags(self.unknownTags)
        }
    }
}

/// Settings of topics, brokers, groups, with where each comes from. Response of API 32, versions 1-4, flexible from 4.
public struct DescribeConfigsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeConfigs }
    /// Kafka's name.
    public static var messageName: String { "DescribeConfigsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var results: [DescribeConfigsResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, results: [DescribeConfigsResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.results = try reader.structs(of: DescribeConfigsResult.self, version: version, atLeast: 7)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeConfigsResult` of `DescribeConfigsResponse`, versions 1-4.
    public struct DescribeConfigsResult: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
        public var resourceType: Int8 = 0
        /// In every version.
        public var resourceName: String = ""
        /// In every version.
        public var configs: [DescribeConfigsResourceResult] = []
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
            configs: [DescribeConfigsResourceResult] = []
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configs = configs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.resourceType = try Int8(from: &reader)
            self.resourceName = try String(from: &reader)
            self.configs = try reader.structs(of: DescribeConfigsResourceResult.self, version: version, atLeast: 9)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.resourceType.write(to: &writer)
            try self.resourceName.write(to: &writer)
            try writer.structs(self.configs, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeConfigsResourceResult` of `DescribeConfigsResponse`, versions 1-4.
    public struct DescribeConfigsResourceResult: WireStruct {
        /// In every version.
        public var name: String = ""
        /// May be null.
        public var value: String? = ""
        /// In every version.
        public var readOnly: Bool = false
        /// 1 topic, 2 broker, 3 default of all brokers, 4 server.properties, 5 Kafka's default.
        public var configSource: Int8 = -1
        /// The value is hidden: a password.
        public var isSensitive: Bool = false
        /// In every version.
        public var synonyms: [DescribeConfigsSynonym] = []
        /// 1 bool 2 string 3 int 4 short 5 long 6 double 7 list 8 class 9 password. From version 3, dropped silently by
        /// other versions.
        public var configType: Int8 = 0
        /// From version 3, may be null, dropped silently by other versions.
        public var documentation: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: String = "",
            value: String? = "",
            readOnly: Bool = false,
            configSource: Int8 = -1,
            isSensitive: Bool = false,
            synonyms: [DescribeConfigsSynonym] = [],
            configType: Int8 = 0,
            documentation: String? = ""
        ) {
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.configSource = configSource
            self.isSensitive = isSensitive
            self.synonyms = synonyms
            self.configType = configType
            self.documentation = documentation
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.value = try String.readNullable(from: &reader)
            self.readOnly = try Bool(from: &reader)
            self.configSource = try Int8(from: &reader)
            self.isSensitive = try Bool(from: &reader)
            self.synonyms = try reader.structs(of: DescribeConfigsSynonym.self, version: version, atLeast: 4)
            if version >= 3 { self.configType = try Int8(from: &reader) }
            if version >= 3 { self.documentation = try String.readNullable(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.nullable(self.value)
            try self.readOnly.write(to: &writer)
            try self.configSource.write(to: &writer)
            try self.isSensitive.write(to: &writer)
            try writer.structs(self.synonyms, version: version)
            if version >= 3 { try self.configType.write(to: &writer) }
            if version >= 3 { try writer.nullable(self.documentation) }
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribeConfigsSynonym` of `DescribeConfigsResponse`, versions 1-4.
    public struct DescribeConfigsSynonym: WireStruct {
        /// In every version.
        public var name: String = ""
        /// May be null.
        public var value: String? = ""
        /// In every version.
        public var source: Int8 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", value: String? = "", source: Int8 = 0) {
            self.name = name
            self.value = value
            self.source = source
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.value = try String.readNullable(from: &reader)
            self.source = try Int8(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try writer.nullable(self.value)
            try self.source.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
