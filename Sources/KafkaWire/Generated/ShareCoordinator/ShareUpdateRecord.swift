// Generated from Sources/kdeck-dev/Schemas/share-coordinator/01-ShareUpdate.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 1 (share-coordinator), versions 0, never flexible.
public struct ShareUpdateKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 1 }
    /// Kafka's name.
    public static var messageName: String { "ShareUpdateKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var groupId: String = ""
    /// The id that survives deletion and re-creation under the same name.
    public var topicId: KafkaUUID = .zero
    /// In every version.
    public var partition: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "", topicId: KafkaUUID = .zero, partition: Int32 = 0) {
        self.groupId = groupId
        self.topicId = topicId
        self.partition = partition
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
        self.topicId = try KafkaUUID(from: &reader)
        self.partition = try Int32(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.topicId.write(to: &writer)
        try self.partition.write(to: &writer)
    }
}

/// Value of record type 1 (share-coordinator), versions 0, flexible from 0.
public struct ShareUpdateValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 1 }
    /// Kafka's name.
    public static var messageName: String { "ShareUpdateValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var snapshotEpoch: Int32 = 0
    /// Grows with every new leader of the partition; -1 unknown.
    public var leaderEpoch: Int32 = 0
    /// In every version.
    public var startOffset: Int64 = 0
    /// Tag 0.
    public var deliveryCompleteCount: Int32 = -1
    /// In every version.
    public var stateBatches: [StateBatch] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        snapshotEpoch: Int32 = 0,
        leaderEpoch: Int32 = 0,
        startOffset: Int64 = 0,
        deliveryCompleteCount: Int32 = -1,
        stateBatches: [StateBatch] = []
    ) {
        self.snapshotEpoch = snapshotEpoch
        self.leaderEpoch = leaderEpoch
        self.startOffset = startOffset
        self.deliveryCompleteCount = deliveryCompleteCount
        self.stateBatches = stateBatches
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.snapshotEpoch = try Int32(from: &reader)
        self.leaderEpoch = try Int32(from: &reader)
        self.startOffset = try Int64(from: &reader)
        self.stateBatches = try reader.structs(of: StateBatch.self, version: version, atLeast: 20)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.deliveryCompleteCount = try Int32(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.snapshotEpoch.write(to: &writer)
        try self.leaderEpoch.write(to: &writer)
        try self.startOffset.write(to: &writer)
        try writer.structs(self.stateBatches, version: version)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasDeliveryCompleteCount: Bool = self.deliveryCompleteCount != -1
        if hasDeliveryCompleteCount { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasDeliveryCompleteCount {
            let start: Int = writer.openTag(0, &tags)
            try self.deliveryCompleteCount.write(to: &writer)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `StateBatch` of `ShareUpdateValue`, versions 0.
    public struct StateBatch: WireStruct {
        /// In every version.
        public var firstOffset: Int64 = 0
        /// In every version.
        public var lastOffset: Int64 = 0
        /// 0 available, 2 acknowledged, 4 archived.
        public var deliveryState: Int8 = 0
        /// How often the record was handed out.
        public var deliveryCount: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(firstOffset: Int64 = 0, lastOffset: Int64 = 0, deliveryState: Int8 = 0, deliveryCount: Int16 = 0) {
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.deliveryState = deliveryState
            self.deliveryCount = deliveryCount
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.firstOffset = try Int64(from: &reader)
            self.lastOffset = try Int64(from: &reader)
            self.deliveryState = try Int8(from: &reader)
            self.deliveryCount = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.firstOffset.write(to: &writer)
            try self.lastOffset.write(to: &writer)
            try self.deliveryState.write(to: &writer)
            try self.deliveryCount.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
