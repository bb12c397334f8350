// Generated from Sources/kdeck-dev/Schemas/metadata/17-BrokerRegistrationChangeRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 17 (metadata), versions 0-3, flexible from 0.
public struct BrokerRegistrationChangeRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 17 }
    /// Kafka's name.
    public static var messageName: String { "BrokerRegistrationChangeRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...3 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = 0
    /// Tag 0.
    public var fenced: Int8 = 0
    /// From version 1, tag 1.
    public var inControlledShutdown: Int8 = 0
    /// From version 2, tag 2.
    public var logDirs: [KafkaUUID] = []
    /// From version 3, tag 3, may be null.
    public var cordonedLogDirs: [KafkaUUID]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        brokerId: BrokerID = 0,
        brokerEpoch: Int64 = 0,
        fenced: Int8 = 0,
        inControlledShutdown: Int8 = 0,
        logDirs: [KafkaUUID] = [],
        cordonedLogDirs: [KafkaUUID]? = nil
    ) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.fenced = fenced
        self.inControlledShutdown = inControlledShutdown
        self.logDirs = logDirs
        self.cordonedLogDirs = cordonedLogDirs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.fenced = try Int8(from: &reader)
                try reader.close(tag)
            case 1:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.inControlledShutdown = try Int8(from: &reader)
                try reader.close(tag)
            case 2:
                guard version >= 2 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.logDirs = try reader.array(of: KafkaUUID.self, atLeast: 16)
                try reader.close(tag)
            case 3:
                guard version >= 3 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.cordonedLogDirs = try reader.nullableArray(of: KafkaUUID.self, atLeast: 16)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.brokerId.write(to: &writer)
        try self.brokerEpoch.write(to: &writer)
        if !(version >= 1) { try writer.refuse(self.inControlledShutdown != 0, "inControlledShutdown", version) }
        if !(version >= 2) { try writer.refuse(!self.logDirs.isEmpty, "logDirs", version) }
        if !(version >= 3) { try writer.refuse(self.cordonedLogDirs != nil, "cordonedLogDirs", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasFenced: Bool = self.fenced != 0
        if hasFenced { known += 1 }
        let hasInControlledShutdown: Bool = version >= 1 && self.inControlledShutdown != 0
        if hasInControlledShutdown { known += 1 }
        let hasLogDirs: Bool = version >= 2 && !self.logDirs.isEmpty
        if hasLogDirs { known += 1 }
        let hasCordonedLogDirs: Bool = version >= 3 && self.cordonedLogDirs != nil
        if hasCordonedLogDirs { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasFenced {
            let start: Int = writer.openTag(0, &tags)
            try self.fenced.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasInControlledShutdown {
            let start: Int = writer.openTag(1, &tags)
            try self.inControlledShutdown.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasLogDirs {
            let start: Int = writer.openTag(2, &tags)
            try writer.array(self.logDirs)
            try writer.closeTag(start)
        }
        if hasCordonedLogDirs {
            let start: Int = writer.openTag(3, &tags)
            try writer.nullableArray(self.cordonedLogDirs)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}
