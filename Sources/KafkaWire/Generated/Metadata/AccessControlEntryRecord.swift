// Generated from Sources/kdeck-dev/Schemas/metadata/18-AccessControlEntryRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 18 (metadata), versions 0, flexible from 0.
public struct AccessControlEntryRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 18 }
    /// Kafka's name.
    public static var messageName: String { "AccessControlEntryRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var id: KafkaUUID = .zero
    /// For configs 2 topic, 4 broker, 8 logger, 16 metrics, 32 group; for ACLs see ResourceType.
    public var resourceType: Int8 = 0
    /// In every version.
    public var resourceName: String = ""
    /// 3 literal, 4 prefixed.
    public var patternType: Int8 = 0
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
        id: KafkaUUID = .zero,
        resourceType: Int8 = 0,
        resourceName: String = "",
        patternType: Int8 = 0,
        principal: String = "",
        host: String = "",
        operation: Int8 = 0,
        permissionType: Int8 = 0
    ) {
        self.id = id
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.patternType = patternType
        self.principal = principal
        self.host = host
        self.operation = operation
        self.permissionType = permissionType
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.id = try KafkaUUID(from: &reader)
        self.resourceType = try Int8(from: &reader)
        self.resourceName = try String(from: &reader)
        self.patternType = try Int8(from: &reader)
        self.principal = try String(from: &reader)
        self.host = try String(from: &reader)
        self.operation = try Int8(from: &reader)
        self.permissionType = try Int8(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.id.write(to: &writer)
        try self.resourceType.write(to: &writer)
        try self.resourceName.write(to: &writer)
        try self.patternType.write(to: &writer)
        try self.principal.write(to: &writer)
        try self.host.write(to: &writer)
        try self.operation.write(to: &writer)
        try self.permissionType.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
