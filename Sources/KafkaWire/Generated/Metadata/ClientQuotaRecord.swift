// Generated from Sources/kdeck-dev/Schemas/metadata/14-ClientQuotaRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 14 (metadata), versions 0, flexible from 0.
public struct ClientQuotaRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 14 }
    /// Kafka's name.
    public static var messageName: String { "ClientQuotaRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var entity: [EntityData] = []
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
    public init(entity: [EntityData] = [], key: String = "", value: Double = 0, remove: Bool = false) {
        self.entity = entity
        self.key = key
        self.value = value
        self.remove = remove
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.entity = try reader.structs(of: EntityData.self, version: version, atLeast: 3)
        self.key = try String(from: &reader)
        self.value = try Double(from: &reader)
        self.remove = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.entity, version: version)
        try self.key.write(to: &writer)
        try self.value.write(to: &writer)
        try self.remove.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `EntityData` of `ClientQuotaRecord`, versions 0.
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
