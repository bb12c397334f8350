// Generated from Sources/kdeck-dev/Schemas/api/48-DescribeClientQuotas.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Quotas that match a filter. Request of API 48, versions 0-1, flexible from 1.
public struct DescribeClientQuotasRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeClientQuotasResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeClientQuotas }
    /// Kafka's name.
    public static var messageName: String { "DescribeClientQuotasRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// In every version.
    public var components: [ComponentData] = []
    /// In every version.
    public var strict: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(components: [ComponentData] = [], strict: Bool = false) {
        self.components = components
        self.strict = strict
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.components = try reader.structs(of: ComponentData.self, version: version, atLeast: 4)
        self.strict = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.components, version: version)
        try self.strict.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `ComponentData` of `DescribeClientQuotasRequest`, versions 0-1.
    public struct ComponentData: WireStruct {
        /// In every version.
        public var entityType: String = ""
        /// In every version.
        public var matchType: Int8 = 0
        /// May be null.
        public var match: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(entityType: String = "", matchType: Int8 = 0, match: String? = "") {
            self.entityType = entityType
            self.matchType = matchType
            self.match = match
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.entityType = try String(from: &reader)
            self.matchType = try Int8(from: &reader)
            self.match = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.entityType.write(to: &writer)
            try self.matchType.write(to: &writer)
            try writer.nullable(self.match)
            writer.tags(self.unknownTags)
        }
    }
}

/// Quotas that match a filter. Response of API 48, versions 0-1, flexible from 1.
public struct DescribeClientQuotasResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeClientQuotas }
    /// Kafka's name.
    public static var messageName: String { "DescribeClientQuotasResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// May be null.
    public var entries: [EntryData]? = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        entries: [EntryData]? = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.entries = entries
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.entries = try reader.nullableStructs(of: EntryData.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try writer.nullableStructs(self.entries, version: version)
        writer.tags(self.unknownTags)
    }

    /// `EntryData` of `DescribeClientQuotasResponse`, versions 0-1.
    public struct EntryData: WireStruct {
        /// In every version.
        public var entity: [EntityData] = []
        /// In every version.
        public var values: [ValueData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(entity: [EntityData] = [], values: [ValueData] = []) {
            self.entity = entity
            self.values = values
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.entity = try reader.structs(of: EntityData.self, version: version, atLeast: 3)
            self.values = try reader.structs(of: ValueData.self, version: version, atLeast: 10)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.structs(self.entity, version: version)
            try writer.structs(self.values, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `EntityData` of `DescribeClientQuotasResponse`, versions 0-1.
    public struct EntityData: WireStruct {
        /// In every version.
        public var entityType: String = ""
        /// May be null.
        public var entityName: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(entityType: String = "", entityName: String? = "") {
            self.entityType = entityType
            self.entityName = entityName
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.entityType = try String(from: &reader)
            self.entityName = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.entityType.write(to: &writer)
            try writer.nullable(self.entityName)
            writer.tags(self.unknownTags)
        }
    }

    /// `ValueData` of `DescribeClientQuotasResponse`, versions 0-1.
    public struct ValueData: WireStruct {
        /// In every version.
        public var key: String = ""
        /// In every version.
        public var value: Double = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(key: String = "", value: Double = 0) {
            self.key = key
            self.value = value
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.key = try String(from: &reader)
            self.value = try Double(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.key.write(to: &writer)
            try self.value.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
