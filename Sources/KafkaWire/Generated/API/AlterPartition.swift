// Generated from Sources/kdeck-dev/Schemas/api/56-AlterPartition.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A leader changes its in-sync set. Request of API 56, versions 2-3, flexible from 2.
public struct AlterPartitionRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AlterPartitionResponse
    /// The number of the API.
    public static var apiKey: APIKey { .alterPartition }
    /// Kafka's name.
    public static var messageName: String { "AlterPartitionRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = -1
    /// In every version.
    public var topics: [TopicData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(brokerId: BrokerID = 0, brokerEpoch: Int64 = -1, topics: [TopicData] = []) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.brokerId.write(to: &writer)
        try self.brokerEpoch.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicData` of `AlterPartitionRequest`, versions 2-3.
    public struct TopicData: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [PartitionData] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 15)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `AlterPartitionRequest`, versions 2-3.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// Version 2.
        public var newIsr: [BrokerID] = []
        /// From version 3.
        public var newIsrWithEpochs: [BrokerState] = []
        /// 0 recovered, 1 elected out of sync and still recovering.
        public var leaderRecoveryState: Int8 = 0
        /// In every version.
        public var partitionEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            leaderEpoch: Int32 = 0,
            newIsr: [BrokerID] = [],
            newIsrWithEpochs: [BrokerState] = [],
            leaderRecoveryState: Int8 = 0,
            partitionEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.leaderEpoch = leaderEpoch
            self.newIsr = newIsr
            self.newIsrWithEpochs = newIsrWithEpochs
            self.leaderRecoveryState = leaderRecoveryState
            self.partitionEpoch = partitionEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            if version <= 2 { self.newIsr = try reader.array(of: BrokerID.self, atLeast: 4) }
            if version >= 3 {
                self.newIsrWithEpochs = try reader.structs(of: BrokerState.self, version: version, atLeast: 13)
            }
            self.leaderRecoveryState = try Int8(from: &reader)
            self.partitionEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            if version <= 2 {
                try writer.array(self.newIsr)
            } else {
                try writer.refuse(!self.newIsr.isEmpty, "newIsr", version)
            }
            if version >= 3 {
                try writer.structs(self.newIsrWithEpochs, version: version)
            } else {
                try writer.refuse(!self.newIsrWithEpochs.isEmpty, "newIsrWithEpochs", version)
            }
            try self.leaderRecoveryState.write(to: &writer)
            try self.partitionEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `BrokerState` of `AlterPartitionRequest`, versions 3.
    public struct BrokerState: WireStruct {
        /// In every version.
        public var brokerId: BrokerID = 0
        /// Grows with every registration of the broker.
        public var brokerEpoch: Int64 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(brokerId: BrokerID = 0, brokerEpoch: Int64 = -1) {
            self.brokerId = brokerId
            self.brokerEpoch = brokerEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.brokerId = try BrokerID(from: &reader)
            self.brokerEpoch = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.brokerId.write(to: &writer)
            try self.brokerEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// A leader changes its in-sync set. Response of API 56, versions 2-3, flexible from 2.
public struct AlterPartitionResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .alterPartition }
    /// Kafka's name.
    public static var messageName: String { "AlterPartitionResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 2...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var topics: [TopicData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, topics: [TopicData] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.topics = topics
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.topics = try reader.structs(of: TopicData.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.structs(self.topics, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicData` of `AlterPartitionResponse`, versions 2-3.
    public struct TopicData: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [PartitionData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [PartitionData] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.structs(of: PartitionData.self, version: version, atLeast: 21)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.structs(self.partitions, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionData` of `AlterPartitionResponse`, versions 2-3.
    public struct PartitionData: WireStruct {
        /// The partition's number, from 0.
        public var partitionIndex: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// In every version.
        public var leaderId: BrokerID = 0
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = 0
        /// In every version.
        public var isr: [BrokerID] = []
        /// 0 recovered, 1 elected out of sync and still recovering.
        public var leaderRecoveryState: Int8 = 0
        /// In every version.
        public var partitionEpoch: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            leaderId: BrokerID = 0,
            leaderEpoch: Int32 = 0,
            isr: [BrokerID] = [],
            leaderRecoveryState: Int8 = 0,
            partitionEpoch: Int32 = 0
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.isr = isr
            self.leaderRecoveryState = leaderRecoveryState
            self.partitionEpoch = partitionEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.partitionIndex = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.isr = try reader.array(of: BrokerID.self, atLeast: 4)
            self.leaderRecoveryState = try Int8(from: &reader)
            self.partitionEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.partitionIndex.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try writer.array(self.isr)
            try self.leaderRecoveryState.write(to: &writer)
            try self.partitionEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
