// Generated from Sources/kdeck-dev/Schemas/remote-storage/03-RemoteLogSegmentMetadataSnapshotRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 3 (storage), versions 0, flexible from 0.
public struct RemoteLogSegmentMetadataSnapshotRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 3 }
    /// Kafka's name.
    public static var messageName: String { "RemoteLogSegmentMetadataSnapshotRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var segmentId: KafkaUUID = .zero
    /// In every version.
    public var startOffset: Int64 = 0
    /// In every version.
    public var endOffset: Int64 = 0
    /// In every version.
    public var brokerId: Int32 = 0
    /// In every version.
    public var maxTimestampMs: Int64 = 0
    /// In every version.
    public var eventTimestampMs: Int64 = 0
    /// In every version.
    public var segmentLeaderEpochs: [SegmentLeaderEpochEntry] = []
    /// In every version.
    public var segmentSizeInBytes: Int32 = 0
    /// May be null.
    public var customMetadata: ByteSlice? = nil
    /// In every version.
    public var remoteLogSegmentState: Int8 = 0
    /// Tag 0.
    public var txnIndexEmpty: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        segmentId: KafkaUUID = .zero,
        startOffset: Int64 = 0,
        endOffset: Int64 = 0,
        brokerId: Int32 = 0,
        maxTimestampMs: Int64 = 0,
        eventTimestampMs: Int64 = 0,
        segmentLeaderEpochs: [SegmentLeaderEpochEntry] = [],
        segmentSizeInBytes: Int32 = 0,
        customMetadata: ByteSlice? = nil,
        remoteLogSegmentState: Int8 = 0,
        txnIndexEmpty: Bool = false
    ) {
        self.segmentId = segmentId
        self.startOffset = startOffset
        self.endOffset = endOffset
        self.brokerId = brokerId
        self.maxTimestampMs = maxTimestampMs
        self.eventTimestampMs = eventTimestampMs
        self.segmentLeaderEpochs = segmentLeaderEpochs
        self.segmentSizeInBytes = segmentSizeInBytes
        self.customMetadata = customMetadata
        self.remoteLogSegmentState = remoteLogSegmentState
        self.txnIndexEmpty = txnIndexEmpty
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.segmentId = try KafkaUUID(from: &reader)
        self.startOffset = try Int64(from: &reader)
        self.endOffset = try Int64(from: &reader)
        self.brokerId = try Int32(from: &reader)
        self.maxTimestampMs = try Int64(from: &reader)
        self.eventTimestampMs = try Int64(from: &reader)
        self.segmentLeaderEpochs = try reader.structs(of: SegmentLeaderEpochEntry.self, version: version, atLeast: 13)
        self.segmentSizeInBytes = try Int32(from: &reader)
        self.customMetadata = try ByteSlice.readNullable(from: &reader)
        self.remoteLogSegmentState = try Int8(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.txnIndexEmpty = try Bool(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.segmentId.write(to: &writer)
        try self.startOffset.write(to: &writer)
        try self.endOffset.write(to: &writer)
        try self.brokerId.write(to: &writer)
        try self.maxTimestampMs.write(to: &writer)
        try self.eventTimestampMs.write(to: &writer)
        try writer.structs(self.segmentLeaderEpochs, version: version)
        try self.segmentSizeInBytes.write(to: &writer)
        try writer.nullable(self.customMetadata)
        try self.remoteLogSegmentState.write(to: &writer)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasTxnIndexEmpty: Bool = self.txnIndexEmpty
        if hasTxnIndexEmpty { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasTxnIndexEmpty {
            let start: Int = writer.openTag(0, &tags)
            try self.txnIndexEmpty.write(to: &writer)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `SegmentLeaderEpochEntry` of `RemoteLogSegmentMetadataSnapshotRecord`, versions 0.
    public struct SegmentLeaderEpochEntry: WireStruct {
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// In every version.
        public var offset: Int64 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(leaderEpoch: Int32 = 0, offset: Int64 = 0) {
            self.leaderEpoch = leaderEpoch
            self.offset = offset
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.leaderEpoch = try Int32(from: &reader)
            self.offset = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.leaderEpoch.write(to: &writer)
            try self.offset.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
