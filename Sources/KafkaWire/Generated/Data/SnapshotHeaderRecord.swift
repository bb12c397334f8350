// Generated from Sources/kdeck-dev/Schemas/data/SnapshotHeaderRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 0, flexible from 0.
public struct SnapshotHeaderRecord: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "SnapshotHeaderRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var version: Int16 = 0
    /// In every version.
    public var lastContainedLogTimestamp: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(version: Int16 = 0, lastContainedLogTimestamp: Int64 = 0) {
        self.version = version
        self.lastContainedLogTimestamp = lastContainedLogTimestamp
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.version = try Int16(from: &reader)
        self.lastContainedLogTimestamp = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.version.write(to: &writer)
        try self.lastContainedLogTimestamp.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
