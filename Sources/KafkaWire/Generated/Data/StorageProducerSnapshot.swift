// Generated from Sources/kdeck-dev/Schemas/data/storage-ProducerSnapshot.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 1, never flexible.
public struct ProducerSnapshot: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "ProducerSnapshot" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var crc: UInt32 = 0
    /// In every version.
    public var producerEntries: [ProducerEntry] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(crc: UInt32 = 0, producerEntries: [ProducerEntry] = []) {
        self.crc = crc
        self.producerEntries = producerEntries
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.crc = try UInt32(from: &reader)
        self.producerEntries = try reader.structs(of: ProducerEntry.self, version: version, atLeast: 46)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.crc.write(to: &writer)
        try writer.structs(self.producerEntries, version: version)
    }

    /// `ProducerEntry` of `ProducerSnapshot`, versions 1.
    public struct ProducerEntry: WireStruct {
        /// In every version.
        public var producerId: Int64 = 0
        /// In every version.
        public var epoch: Int16 = 0
        /// In every version.
        public var lastSequence: Int32 = 0
        /// In every version.
        public var lastOffset: Int64 = 0
        /// In every version.
        public var offsetDelta: Int32 = 0
        /// In every version.
        public var timestamp: Int64 = 0
        /// Leader epoch of the transaction partition; fences an old coordinator.
        public var coordinatorEpoch: Int32 = 0
        /// In every version.
        public var currentTxnFirstOffset: Int64 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            producerId: Int64 = 0,
            epoch: Int16 = 0,
            lastSequence: Int32 = 0,
            lastOffset: Int64 = 0,
            offsetDelta: Int32 = 0,
            timestamp: Int64 = 0,
            coordinatorEpoch: Int32 = 0,
            currentTxnFirstOffset: Int64 = 0
        ) {
            self.producerId = producerId
            self.epoch = epoch
            self.lastSequence = lastSequence
            self.lastOffset = lastOffset
            self.offsetDelta = offsetDelta
            self.timestamp = timestamp
            self.coordinatorEpoch = coordinatorEpoch
            self.currentTxnFirstOffset = currentTxnFirstOffset
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.producerId = try Int64(from: &reader)
            self.epoch = try Int16(from: &reader)
            self.lastSequence = try Int32(from: &reader)
            self.lastOffset = try Int64(from: &reader)
            self.offsetDelta = try Int32(from: &reader)
            self.timestamp = try Int64(from: &reader)
            self.coordinatorEpoch = try Int32(from: &reader)
            self.currentTxnFirstOffset = try Int64(from: &reader)
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.producerId.write(to: &writer)
            try self.epoch.write(to: &writer)
            try self.lastSequence.write(to: &writer)
            try self.lastOffset.write(to: &writer)
            try self.offsetDelta.write(to: &writer)
            try self.timestamp.write(to: &writer)
            try self.coordinatorEpoch.write(to: &writer)
            try self.currentTxnFirstOffset.write(to: &writer)
        }
    }
}
