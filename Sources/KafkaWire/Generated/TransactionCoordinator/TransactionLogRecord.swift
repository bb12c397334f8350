// Generated from Sources/kdeck-dev/Schemas/transaction-coordinator/00-TransactionLog.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 0 (transaction-coordinator), versions 0, never flexible.
public struct TransactionLogKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 0 }
    /// Kafka's name.
    public static var messageName: String { "TransactionLogKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var transactionalId: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(transactionalId: String = "") {
        self.transactionalId = transactionalId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.transactionalId = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.transactionalId.write(to: &writer)
    }
}

/// Value of record type 0 (transaction-coordinator), versions 0-1, flexible from 1.
public struct TransactionLogValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 0 }
    /// Kafka's name.
    public static var messageName: String { "TransactionLogValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 1...1 }

    /// In every version.
    public var producerId: Int64 = 0
    /// From version 1, tag 0.
    public var previousProducerId: Int64 = -1
    /// From version 1, tag 1.
    public var nextProducerId: Int64 = -1
    /// Grows when another producer takes over the id; the older one is fenced.
    public var producerEpoch: Int16 = 0
    /// From version 1, tag 3.
    public var nextProducerEpoch: Int16 = -1
    /// An open transaction is aborted after this.
    public var transactionTimeoutMs: Int32 = 0
    /// 0 empty 1 ongoing 2 prepare commit 3 prepare abort 4 commit 5 abort 7 prepare epoch fence.
    public var transactionStatus: Int8 = 0
    /// May be null.
    public var transactionPartitions: [PartitionsSchema]? = []
    /// In every version.
    public var transactionLastUpdateTimestampMs: Int64 = 0
    /// In every version.
    public var transactionStartTimestampMs: Int64 = 0
    /// From version 1, tag 2.
    public var clientTransactionVersion: Int16 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        producerId: Int64 = 0,
        previousProducerId: Int64 = -1,
        nextProducerId: Int64 = -1,
        producerEpoch: Int16 = 0,
        nextProducerEpoch: Int16 = -1,
        transactionTimeoutMs: Int32 = 0,
        transactionStatus: Int8 = 0,
        transactionPartitions: [PartitionsSchema]? = [],
        transactionLastUpdateTimestampMs: Int64 = 0,
        transactionStartTimestampMs: Int64 = 0,
        clientTransactionVersion: Int16 = 0
    ) {
        self.producerId = producerId
        self.previousProducerId = previousProducerId
        self.nextProducerId = nextProducerId
        self.producerEpoch = producerEpoch
        self.nextProducerEpoch = nextProducerEpoch
        self.transactionTimeoutMs = transactionTimeoutMs
        self.transactionStatus = transactionStatus
        self.transactionPartitions = transactionPartitions
        self.transactionLastUpdateTimestampMs = transactionLastUpdateTimestampMs
        self.transactionStartTimestampMs = transactionStartTimestampMs
        self.clientTransactionVersion = clientTransactionVersion
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.producerId = try Int64(from: &reader)
        self.producerEpoch = try Int16(from: &reader)
        self.transactionTimeoutMs = try Int32(from: &reader)
        self.transactionStatus = try Int8(from: &reader)
        self.transactionPartitions = try reader.nullableStructs(of: PartitionsSchema.self, version: version, atLeast: 3)
        self.transactionLastUpdateTimestampMs = try Int64(from: &reader)
        self.transactionStartTimestampMs = try Int64(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.previousProducerId = try Int64(from: &reader)
                try reader.close(tag)
            case 1:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.nextProducerId = try Int64(from: &reader)
                try reader.close(tag)
            case 2:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.clientTransactionVersion = try Int16(from: &reader)
                try reader.close(tag)
            case 3:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.nextProducerEpoch = try Int16(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.producerId.write(to: &writer)
        try self.producerEpoch.write(to: &writer)
        try self.transactionTimeoutMs.write(to: &writer)
        try self.transactionStatus.write(to: &writer)
        try writer.nullableStructs(self.transactionPartitions, version: version)
        try self.transactionLastUpdateTimestampMs.write(to: &writer)
        try self.transactionStartTimestampMs.write(to: &writer)
        if !(version >= 1) { try writer.refuse(self.previousProducerId != -1, "previousProducerId", version) }
        if !(version >= 1) { try writer.refuse(self.nextProducerId != -1, "nextProducerId", version) }
        if !(version >= 1) {
            try writer.refuse(self.clientTransactionVersion != 0, "clientTransactionVersion", version)
        }
        if !(version >= 1) { try writer.refuse(self.nextProducerEpoch != -1, "nextProducerEpoch", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasPreviousProducerId: Bool = version >= 1 && self.previousProducerId != -1
        if hasPreviousProducerId { known += 1 }
        let hasNextProducerId: Bool = version >= 1 && self.nextProducerId != -1
        if hasNextProducerId { known += 1 }
        let hasClientTransactionVersion: Bool = version >= 1 && self.clientTransactionVersion != 0
        if hasClientTransactionVersion { known += 1 }
        let hasNextProducerEpoch: Bool = version >= 1 && self.nextProducerEpoch != -1
        if hasNextProducerEpoch { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasPreviousProducerId {
            let start: Int = writer.openTag(0, &tags)
            try self.previousProducerId.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasNextProducerId {
            let start: Int = writer.openTag(1, &tags)
            try self.nextProducerId.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasClientTransactionVersion {
            let start: Int = writer.openTag(2, &tags)
            try self.clientTransactionVersion.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasNextProducerEpoch {
            let start: Int = writer.openTag(3, &tags)
            try self.nextProducerEpoch.write(to: &writer)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `PartitionsSchema` of `TransactionLogValue`, versions 0-1.
    public struct PartitionsSchema: WireStruct {
        /// In every version.
        public var topic: String = ""
        /// In every version.
        public var partitionIds: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: String = "", partitionIds: [Int32] = []) {
            self.topic = topic
            self.partitionIds = partitionIds
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topic = try String(from: &reader)
            self.partitionIds = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topic.write(to: &writer)
            try writer.array(self.partitionIds)
            writer.tags(self.unknownTags)
        }
    }
}
