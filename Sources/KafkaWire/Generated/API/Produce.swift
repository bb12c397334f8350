// Generated from Sources/kdeck-dev/Schemas/api/00-Produce.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Appends record batches to partitions. Request of API 0, versions 3-13, flexible from 9.
public struct ProduceRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ProduceResponse
    /// The number of the API.
    public static var apiKey: APIKey { .produce }
    /// Kafka's name.
    public static var messageName: String { "ProduceRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 3...13 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 9...13 }

    /// May be null.
    public var transactionalId: TransactionalID? = nil
    /// 0 no answer, 1 the leader has it, -1 all in-sync replicas have it.
    public var acks: Int16 = 0
    /// In every version.
    public var timeoutMs: Int32 = 0
    /// In every version.
    public var topicData: [TopicProduceData] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        transactionalId: TransactionalID? = nil,
        acks: Int16 = 0,
        timeoutMs: Int32 = 0,
        topicData: [TopicProduceData] = []
    ) {
        self.transactionalId = transactionalId
        self.acks = acks
        self.timeoutMs = timeoutMs
        self.topicData = topicData
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.transactionalId = try TransactionalID.readNullable(from: &reader)
        self.acks = try Int16(from: &reader)
        self.timeoutMs = try Int32(from: &reader)
        self.topicData = try reader.structs(of: TopicProduceData.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.transactionalId)
        try self.acks.write(to: &writer)
        try self.timeoutMs.write(to: &writer)
        try writer.structs(self.topicData, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicProduceData` of `ProduceRequest`, versions 3-13.
    public struct TopicProduceData: WireStruct {
        /// Version 3-12, dropped silently by other versions.
        public var name: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 13, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitionData: [PartitionProduceData] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: TopicName = "", topicId: KafkaUUID = .zero, partitionData: [PartitionProduceData] = []) {
            self.name = name
            self.topicId = topicId
            self.partitionData = partitionData
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 12 { self.name = try TopicName(from: &reader) }
            if version >= 13 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitionData = try reader.structs(of: PartitionProduceData.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 12 { try self.name.write(to: &writer) }
            if version >= 13 { try self.topicId.write(to: &writer) }
            try writer.structs(self.partitionData, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionProduceData` of `ProduceRequest`, versions 3-13.
    public struct PartitionProduceData: WireStruct {
        /// In every version.
        public var index: Int32 = 0
        /// Record batches, passed through as they are. May be null.
        public var records: ByteSlice? = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(index: Int32 = 0, records: ByteSlice? = .empty) {
            self.index = index
            self.records = records
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.index = try Int32(from: &reader)
            self.records = try ByteSlice.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.index.write(to: &writer)
            try writer.nullable(self.records)
            writer.tags(self.unknownTags)
        }
    }
}

/// Appends record batches to partitions. Response of API 0, versions 3-13, flexible from 9.
public struct ProduceResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .produce }
    /// Kafka's name.
    public static var messageName: String { "ProduceResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 3...13 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 9...13 }

    /// In every version.
    public var responses: [TopicProduceResponse] = []
    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// Where the leaders named here can be reached, to spare a metadata request. From version 10, tag 0.
    public var nodeEndpoints: [NodeEndpoint] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(responses: [TopicProduceResponse] = [], throttleTimeMs: Int32 = 0, nodeEndpoints: [NodeEndpoint] = []) {
        self.responses = responses
        self.throttleTimeMs = throttleTimeMs
        self.nodeEndpoints = nodeEndpoints
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.responses = try reader.structs(of: TopicProduceResponse.self, version: version, atLeast: 3)
        self.throttleTimeMs = try Int32(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 10 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.nodeEndpoints = try reader.structs(of: NodeEndpoint.self, version: version, atLeast: 11)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.responses, version: version)
        try self.throttleTimeMs.write(to: &writer)
        if !(version >= 10) { try writer.refuse(!self.nodeEndpoints.isEmpty, "nodeEndpoints", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasNodeEndpoints: Bool = version >= 10 && !self.nodeEndpoints.isEmpty
        if hasNodeEndpoints { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasNodeEndpoints {
            let start: Int = writer.openTag(0, &tags)
            try writer.structs(self.nodeEndpoints, version: version)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `TopicProduceResponse` of `ProduceResponse`, versions 3-13.
    public struct TopicProduceResponse: WireStruct {
        /// Version 3-12, dropped silently by other versions.
        public var name: TopicName = ""
        /// The id that survives deletion and re-creation under the same name. From version 13, dropped silently by
        /// other versions.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitionResponses: [PartitionProduceResponse] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: TopicName = "",
            topicId: KafkaUUID = .zero,
            partitionResponses: [PartitionProduceResponse] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitionResponses = partitionResponses
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            if version <= 12 { self.name = try TopicName(from: &reader) }
            if version >= 13 { self.topicId = try KafkaUUID(from: &reader) }
            self.partitionResponses = try reader.structs(
                of: PartitionProduceResponse.self, version: version, atLeast: 22)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            if version <= 12 { try self.name.write(to: &writer) }
            if version >= 13 { try self.topicId.write(to: &writer) }
            try writer.structs(self.partitionResponses, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `PartitionProduceResponse` of `ProduceResponse`, versions 3-13.
    public struct PartitionProduceResponse: WireStruct {
        /// In every version.
        public var index: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// The offset that the first record got.
        public var baseOffset: Int64 = 0
        /// The broker's clock at the append; -1 when the topic keeps producer times.
        public var logAppendTimeMs: Int64 = -1
        /// The first offset that is still there; -1 unknown. From version 5, dropped silently by other versions.
        public var logStartOffset: Int64 = -1
        /// The records that made the batch refused. From version 8, dropped silently by other versions.
        public var recordErrors: [BatchIndexAndErrorMessage] = []
        /// From version 8, may be null, dropped silently by other versions.
        public var errorMessage: String? = nil
        /// The leader to ask instead, when the error says that this is not one. From version 10, tag 0.
        public var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            index: Int32 = 0,
            errorCode: ErrorCode = .none,
            baseOffset: Int64 = 0,
            logAppendTimeMs: Int64 = -1,
            logStartOffset: Int64 = -1,
            recordErrors: [BatchIndexAndErrorMessage] = [],
            errorMessage: String? = nil,
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        ) {
            self.index = index
            self.errorCode = errorCode
            self.baseOffset = baseOffset
            self.logAppendTimeMs = logAppendTimeMs
            self.logStartOffset = logStartOffset
            self.recordErrors = recordErrors
            self.errorMessage = errorMessage
            self.currentLeader = currentLeader
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.index = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.baseOffset = try Int64(from: &reader)
            self.logAppendTimeMs = try Int64(from: &reader)
            if version >= 5 { self.logStartOffset = try Int64(from: &reader) }
            if version >= 8 {
                self.recordErrors = try reader.structs(of: BatchIndexAndErrorMessage.self, version: version, atLeast: 6)
            }
            if version >= 8 { self.errorMessage = try String.readNullable(from: &reader) }
            guard reader.isFlexible else { return }
            for _ in 0..<(try reader.tagCount()) {
                let tag: WireReader.Tag = try reader.tag()
                switch tag.number {
                case 0:
                    guard version >= 10 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                    self.currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
                    try reader.close(tag)
                default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
                }
            }
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.index.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try self.baseOffset.write(to: &writer)
            try self.logAppendTimeMs.write(to: &writer)
            if version >= 5 { try self.logStartOffset.write(to: &writer) }
            if version >= 8 { try writer.structs(self.recordErrors, version: version) }
            if version >= 8 { try writer.nullable(self.errorMessage) }
            if !(version >= 10) {
                try writer.refuse(self.currentLeader != LeaderIdAndEpoch(), "currentLeader", version)
            }
            guard writer.isFlexible else { return }
            var known: UInt32 = 0
            let hasCurrentLeader: Bool = version >= 10 && self.currentLeader != LeaderIdAndEpoch()
            if hasCurrentLeader { known += 1 }
            if known == 0 { return writer.tags(self.unknownTags) }
            var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
            if hasCurrentLeader {
                let start: Int = writer.openTag(0, &tags)
                try self.currentLeader.write(to: &writer, version: version)
                try writer.closeTag(start)
            }
            writer.endTags(&tags)
        }
    }

    /// `BatchIndexAndErrorMessage` of `ProduceResponse`, versions 8-13.
    public struct BatchIndexAndErrorMessage: WireStruct {
        /// Place in the batch, from 0.
        public var batchIndex: Int32 = 0
        /// Why this record was refused. May be null.
        public var batchIndexErrorMessage: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(batchIndex: Int32 = 0, batchIndexErrorMessage: String? = nil) {
            self.batchIndex = batchIndex
            self.batchIndexErrorMessage = batchIndexErrorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.batchIndex = try Int32(from: &reader)
            self.batchIndexErrorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.batchIndex.write(to: &writer)
            try writer.nullable(self.batchIndexErrorMessage)
            writer.tags(self.unknownTags)
        }
    }

    /// `LeaderIdAndEpoch` of `ProduceResponse`, versions 10-13.
    public struct LeaderIdAndEpoch: WireStruct {
        /// In every version.
        public var leaderId: BrokerID = -1
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = -1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(leaderId: BrokerID = -1, leaderEpoch: Int32 = -1) {
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `NodeEndpoint` of `ProduceResponse`, versions 10-13.
    public struct NodeEndpoint: WireStruct {
        /// In every version.
        public var nodeId: BrokerID = 0
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: Int32 = 0
        /// May be null.
        public var rack: String? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(nodeId: BrokerID = 0, host: String = "", port: Int32 = 0, rack: String? = nil) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.rack = rack
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.nodeId = try BrokerID(from: &reader)
            self.host = try String(from: &reader)
            self.port = try Int32(from: &reader)
            self.rack = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.nodeId.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            try writer.nullable(self.rack)
            writer.tags(self.unknownTags)
        }
    }
}
