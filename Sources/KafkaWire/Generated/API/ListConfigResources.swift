// Generated from Sources/kdeck-dev/Schemas/api/74-ListConfigResources.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Resources that have settings of their own. Request of API 74, versions 0-1, flexible from 0.
public struct ListConfigResourcesRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ListConfigResourcesResponse
    /// The number of the API.
    public static var apiKey: APIKey { .listConfigResources }
    /// Kafka's name.
    public static var messageName: String { "ListConfigResourcesRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// From version 1.
    public var resourceTypes: [Int8] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(resourceTypes: [Int8] = []) {
        self.resourceTypes = resourceTypes
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { self.resourceTypes = try reader.array(of: Int8.self, atLeast: 1) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 {
            try writer.array(self.resourceTypes)
        } else {
            try writer.refuse(!self.resourceTypes.isEmpty, "resourceTypes", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// Resources that have settings of their own. Response of API 74, versions 0-1, flexible from 0.
public struct ListConfigResourcesResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .listConfigResources }
    /// Kafka's name.
    public static var messageName: String { "ListConfigResourcesResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var configResources: [ConfigResource] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, configResources: [ConfigResource] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.configResources = configResources
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.configResources = try reader.structs(of: ConfigResource.self, version: version, atLeast: 2)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.structs(self.configResources, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ConfigResource` of `ListConfigResourcesResponse`, versions 0-1.
    public struct ConfigResource: WireStruct {
        /// In every version.
        public var resourceName: String = ""
        /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType. From version 1,
        /// dropped silently by other versions.
        public var resourceType: Int8 = 16
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(resourceName: String = "", resourceType: Int8 = 16) {
            self.resourceName = resourceName
            self.resourceType = resourceType
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.resourceName = try String(from: &reader)
            if version >= 1 { self.resourceType = try Int8(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.resourceName.write(to: &writer)
            if version >= 1 { try self.resourceType.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }
}
