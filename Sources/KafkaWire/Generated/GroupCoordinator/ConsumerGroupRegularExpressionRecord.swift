// Generated from Sources/kdeck-dev/Schemas/group-coordinator/16-ConsumerGroupRegularExpression.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 16 (group-coordinator), versions 0, never flexible.
public struct ConsumerGroupRegularExpressionKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 16 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupRegularExpressionKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var groupId: String = ""
    /// In every version.
    public var regularExpression: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "", regularExpression: String = "") {
        self.groupId = groupId
        self.regularExpression = regularExpression
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
        self.regularExpression = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.regularExpression.write(to: &writer)
    }
}

/// Value of record type 16 (group-coordinator), versions 0, flexible from 0.
public struct ConsumerGroupRegularExpressionValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 16 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupRegularExpressionValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var topics: [String] = []
    /// In every version.
    public var version: Int64 = 0
    /// In every version.
    public var timestamp: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topics: [String] = [], version: Int64 = 0, timestamp: Int64 = 0) {
        self.topics = topics
        self.version = version
        self.timestamp = timestamp
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.array(of: String.self, atLeast: 1)
        self.version = try Int64(from: &reader)
        self.timestamp = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.topics)
        try self.version.write(to: &writer)
        try self.timestamp.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
