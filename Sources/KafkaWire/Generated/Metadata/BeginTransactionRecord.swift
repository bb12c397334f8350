// Generated from Sources/kdeck-dev/Schemas/metadata/23-BeginTransactionRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 23 (metadata), versions 0, flexible from 0.
public struct BeginTransactionRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 23 }
    /// Kafka's name.
    public static var messageName: String { "BeginTransactionRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// Tag 0, may be null.
    public var name: String? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(name: String? = nil) {
        self.name = name
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.name = try String.readNullable(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasName: Bool = self.name != nil
        if hasName { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasName {
            let start: Int = writer.openTag(0, &tags)
            try writer.nullable(self.name)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}
