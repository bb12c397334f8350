// Generated from Sources/kdeck-dev/Schemas/metadata/15-ProducerIdsRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 15 (metadata), versions 0, flexible from 0.
public struct ProducerIdsRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 15 }
    /// Kafka's name.
    public static var messageName: String { "ProducerIdsRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = -1
    /// In every version.
    public var nextProducerId: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(brokerId: BrokerID = 0, brokerEpoch: Int64 = -1, nextProducerId: Int64 = 0) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.nextProducerId = nextProducerId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        self.nextProducerId = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.brokerId.write(to: &writer)
        try self.brokerEpoch.write(to: &writer)
        try self.nextProducerId.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
