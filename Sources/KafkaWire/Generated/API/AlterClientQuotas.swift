// Generated from Sources/kdeck-dev/Schemas/api/49-AlterClientQuotas.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Sets quotas. Request of API 49, versions 0-1, flexible from 1.
public struct AlterClientQuotasRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AlterClientQuotasResponse
    /// The number of the API.
    public static var apiKey: APIKey { .alterClientQuotas }
    /// Kafka's name.
    public static var messageName: String { "AlterClientQuotasRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// In every version.
    public var entries: [EntryData] = []
    /// Check, do nothing.
    public var validateOnly: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(entries: [EntryData] = [], validateOnly: Bool = false) {
        self.entries = entries
        self.validateOnly = validateOnly
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.entries = try reader.structs(of: EntryData.self, version: version, atLeast: 3)
        self.validateOnly = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.entries, version: version)
        try self.validateOnly.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `EntryData` of `AlterClientQuotasRequest`, versions 0-1.
    public struct EntryData: WireStruct {
        /// In every version.
        public var entity: [EntityData] = []
        /// In every version.
        public var ops: [OpData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(entity: [EntityData] = [], ops: [OpData] = []) {
            self.entity = entity
            self.ops = ops
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.entity = try reader.structs(of: EntityData.self, version: version, atLeast: 3)
            self.ops = try reader.structs(of: OpData.self, version: version, atLeast: 11)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.structs(self.entity, version: version)
            try writer.structs(self.ops, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `EntityData` of `AlterClientQuotasRequest`, versions 0-1.
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

    /// `OpData` of `AlterClientQuotasRequest`, versions 0-1.
    public struct OpData: WireStruct {
        /// In every version.
        public var key: String = ""
        /// In every version.
        public var value: Double = 0
        /// In every version.
        public var remove: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(key: String = "", value: Double = 0, remove: Bool = false) {
            self.key = key
            self.value = value
            self.remove = remove
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.key = try String(from: &reader)
            self.value = try Double(from: &reader)
            self.remove = try Bool(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.key.write(to: &writer)
            try self.value.write(to: &writer)
            try self.remove.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Sets quotas. Response of API 49, versions 0-1, flexible from 1.
public struct AlterClientQuotasResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .alterClientQuotas }
    /// Kafka's name.
    public static var messageName: String { "AlterClientQuotasResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var entries: [EntryData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, entries: [EntryData] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.entries = entries
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.entries = try reader.structs(of: EntryData.self, version: version, atLeast: 5)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.entries, version: version)
        writer.tags(self.unknownTags)
    }

    /// `EntryData` of `AlterClientQuotasResponse`, versions 0-1.
    public struct EntryData: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// In every version.
        public var entity: [EntityData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(errorCode: ErrorCode = .none, errorMessage: String? = "", entity: [EntityData] = []) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.entity = entity
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.entity = try reader.structs(of: EntityData.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try writer.structs(self.entity, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `EntityData` of `AlterClientQuotasResponse`, versions 0-1.
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
}
