// Generated from Sources/kdeck-dev/Schemas/metadata/04-ConfigRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 4 (metadata), versions 0, flexible from 0.
public struct ConfigRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 4 }
    /// Kafka's name.
    public static var messageName: String { "ConfigRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
    public var resourceType: Int8 = 0
    /// In every version.
    public var resourceName: String = ""
    /// In every version.
    public var name: String = ""
    /// May be null.
    public var value: String? = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(resourceType: Int8 = 0, resourceName: String = "", name: String = "", value: String? = "") {
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.name = name
        self.value = value
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.resourceType = try Int8(from: &reader)
        self.resourceName = try String(from: &reader)
        self.name = try String(from: &reader)
        self.value = try String.readNullable(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.resourceType.write(to: &writer)
        try self.resourceName.write(to: &writer)
        try self.name.write(to: &writer)
        try writer.nullable(self.value)
        writer.tags(self.unknownTags)
    }
}
