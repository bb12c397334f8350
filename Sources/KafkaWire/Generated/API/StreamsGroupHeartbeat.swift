// Generated from Sources/kdeck-dev/Schemas/api/88-StreamsGroupHeartbeat.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A Streams process joins, reports, gets its tasks (KIP-1071). Request of API 88, versions 0, flexible from 0.
public struct StreamsGroupHeartbeatRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = StreamsGroupHeartbeatResponse
    /// The number of the API.
    public static var apiKey: APIKey { .streamsGroupHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupHeartbeatRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var groupId: GroupID = ""
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
    public var memberEpoch: Int32 = 0
    /// In every version.
    public var endpointInformationEpoch: Int32 = 0
    /// A static member's name: its seat is kept while it restarts (KIP-345). May be null.
    public var instanceId: String? = nil
    /// Where the client is, to be sent to a near replica (KIP-392). May be null.
    public var rackId: String? = nil
    /// How long members have to join again when a rebalance starts.
    public var rebalanceTimeoutMs: Int32 = -1
    /// Processors of the streams application; sent when it changes. May be null.
    public var topology: Topology? = nil
    /// The member processes these. May be null.
    public var activeTasks: [TaskIds]? = nil
    /// The member keeps a copy of their state. May be null.
    public var standbyTasks: [TaskIds]? = nil
    /// The member fills their state, to take them over later. May be null.
    public var warmupTasks: [TaskIds]? = nil
    /// May be null.
    public var processId: String? = nil
    /// For interactive queries. May be null.
    public var userEndpoint: Endpoint? = nil
    /// May be null.
    public var clientTags: [KeyValue]? = nil
    /// May be null.
    public var taskOffsets: [TaskOffset]? = nil
    /// May be null.
    public var taskEndOffsets: [TaskOffset]? = nil
    /// In every version.
    public var shutdownApplication: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        groupId: GroupID = "",
        memberId: String = "",
        memberEpoch: Int32 = 0,
        endpointInformationEpoch: Int32 = 0,
        instanceId: String? = nil,
        rackId: String? = nil,
        rebalanceTimeoutMs: Int32 = -1,
        topology: Topology? = nil,
        activeTasks: [TaskIds]? = nil,
        standbyTasks: [TaskIds]? = nil,
        warmupTasks: [TaskIds]? = nil,
        processId: String? = nil,
        userEndpoint: Endpoint? = nil,
        clientTags: [KeyValue]? = nil,
        taskOffsets: [TaskOffset]? = nil,
        taskEndOffsets: [TaskOffset]? = nil,
        shutdownApplication: Bool = false
    ) {
        self.groupId = groupId
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.endpointInformationEpoch = endpointInformationEpoch
        self.instanceId = instanceId
        self.rackId = rackId
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.topology = topology
        self.activeTasks = activeTasks
        self.standbyTasks = standbyTasks
        self.warmupTasks = warmupTasks
        self.processId = processId
        self.userEndpoint = userEndpoint
        self.clientTags = clientTags
        self.taskOffsets = taskOffsets
        self.taskEndOffsets = taskEndOffsets
        self.shutdownApplication = shutdownApplication
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try GroupID(from: &reader)
        self.memberId = try String(from: &reader)
        self.memberEpoch = try Int32(from: &reader)
        self.endpointInformationEpoch = try Int32(from: &reader)
        self.instanceId = try String.readNullable(from: &reader)
        self.rackId = try String.readNullable(from: &reader)
        self.rebalanceTimeoutMs = try Int32(from: &reader)
        self.topology = try reader.nullableStruct(Topology.self, version: version)
        self.activeTasks = try reader.nullableStructs(of: TaskIds.self, version: version, atLeast: 3)
        self.standbyTasks = try reader.nullableStructs(of: TaskIds.self, version: version, atLeast: 3)
        self.warmupTasks = try reader.nullableStructs(of: TaskIds.self, version: version, atLeast: 3)
        self.processId = try String.readNullable(from: &reader)
        self.userEndpoint = try reader.nullableStruct(Endpoint.self, version: version)
        self.clientTags = try reader.nullableStructs(of: KeyValue.self, version: version, atLeast: 3)
        self.taskOffsets = try reader.nullableStructs(of: TaskOffset.self, version: version, atLeast: 14)
        self.taskEndOffsets = try reader.nullableStructs(of: TaskOffset.self, version: version, atLeast: 14)
        self.shutdownApplication = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.memberId.write(to: &writer)
        try self.memberEpoch.write(to: &writer)
        try self.endpointInformationEpoch.write(to: &writer)
        try writer.nullable(self.instanceId)
        try writer.nullable(self.rackId)
        try self.rebalanceTimeoutMs.write(to: &writer)
        try writer.nullableStruct(self.topology, version: version)
        try writer.nullableStructs(self.activeTasks, version: version)
        try writer.nullableStructs(self.standbyTasks, version: version)
        try writer.nullableStructs(self.warmupTasks, version: version)
        try writer.nullable(self.processId)
        try writer.nullableStruct(self.userEndpoint, version: version)
        try writer.nullableStructs(self.clientTags, version: version)
        try writer.nullableStructs(self.taskOffsets, version: version)
        try writer.nullableStructs(self.taskEndOffsets, version: version)
        try self.shutdownApplication.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `KeyValue` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct KeyValue: WireStruct {
        /// In every version.
        public var key: String = ""
        /// In every version.
        public var value: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(key: String = "", value: String = "") {
            self.key = key
            self.value = value
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.key = try String(from: &reader)
            self.value = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.key.write(to: &writer)
            try self.value.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicInfo` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct TopicInfo: WireStruct {
        /// In every version.
        public var name: TopicName = ""
        /// In every version.
        public var partitions: Int32 = 0
        /// -1 the broker's default.
        public var replicationFactor: Int16 = 0
        /// In every version.
        public var topicConfigs: [KeyValue] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: TopicName = "",
            partitions: Int32 = 0,
            replicationFactor: Int16 = 0,
            topicConfigs: [KeyValue] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.replicationFactor = replicationFactor
            self.topicConfigs = topicConfigs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try TopicName(from: &reader)
            self.partitions = try Int32(from: &reader)
            self.replicationFactor = try Int16(from: &reader)
            self.topicConfigs = try reader.structs(of: KeyValue.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.partitions.write(to: &writer)
            try self.replicationFactor.write(to: &writer)
            try writer.structs(self.topicConfigs, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `Endpoint` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct Endpoint: WireStruct {
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: UInt16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(host: String = "", port: UInt16 = 0) {
            self.host = host
            self.port = port
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.host = try String(from: &reader)
            self.port = try UInt16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `TaskOffset` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct TaskOffset: WireStruct {
        /// In every version.
        public var subtopologyId: String = ""
        /// In every version.
        public var partition: Int32 = 0
        /// In every version.
        public var offset: Int64 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(subtopologyId: String = "", partition: Int32 = 0, offset: Int64 = 0) {
            self.subtopologyId = subtopologyId
            self.partition = partition
            self.offset = offset
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.subtopologyId = try String(from: &reader)
            self.partition = try Int32(from: &reader)
            self.offset = try Int64(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.subtopologyId.write(to: &writer)
            try self.partition.write(to: &writer)
            try self.offset.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `TaskIds` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct TaskIds: WireStruct {
        /// In every version.
        public var subtopologyId: String = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(subtopologyId: String = "", partitions: [Int32] = []) {
            self.subtopologyId = subtopologyId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.subtopologyId = try String(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.subtopologyId.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }

    /// `Topology` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct Topology: WireStruct {
        /// In every version.
        public var epoch: Int32 = 0
        /// In every version.
        public var subtopologies: [Subtopology] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(epoch: Int32 = 0, subtopologies: [Subtopology] = []) {
            self.epoch = epoch
            self.subtopologies = subtopologies
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.epoch = try Int32(from: &reader)
            self.subtopologies = try reader.structs(of: Subtopology.self, version: version, atLeast: 8)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.epoch.write(to: &writer)
            try writer.structs(self.subtopologies, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `Subtopology` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct Subtopology: WireStruct {
        /// In every version.
        public var subtopologyId: String = ""
        /// In every version.
        public var sourceTopics: [TopicName] = []
        /// In every version.
        public var sourceTopicRegex: [String] = []
        /// In every version.
        public var stateChangelogTopics: [TopicInfo] = []
        /// In every version.
        public var repartitionSinkTopics: [TopicName] = []
        /// In every version.
        public var repartitionSourceTopics: [TopicInfo] = []
        /// In every version.
        public var copartitionGroups: [CopartitionGroup] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            subtopologyId: String = "",
            sourceTopics: [TopicName] = [],
            sourceTopicRegex: [String] = [],
            stateChangelogTopics: [TopicInfo] = [],
            repartitionSinkTopics: [TopicName] = [],
            repartitionSourceTopics: [TopicInfo] = [],
            copartitionGroups: [CopartitionGroup] = []
        ) {
            self.subtopologyId = subtopologyId
            self.sourceTopics = sourceTopics
            self.sourceTopicRegex = sourceTopicRegex
            self.stateChangelogTopics = stateChangelogTopics
            self.repartitionSinkTopics = repartitionSinkTopics
            self.repartitionSourceTopics = repartitionSourceTopics
            self.copartitionGroups = copartitionGroups
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.subtopologyId = try String(from: &reader)
            self.sourceTopics = try reader.array(of: TopicName.self, atLeast: 1)
            self.sourceTopicRegex = try reader.array(of: String.self, atLeast: 1)
            self.stateChangelogTopics = try reader.structs(of: TopicInfo.self, version: version, atLeast: 9)
            self.repartitionSinkTopics = try reader.array(of: TopicName.self, atLeast: 1)
            self.repartitionSourceTopics = try reader.structs(of: TopicInfo.self, version: version, atLeast: 9)
            self.copartitionGroups = try reader.structs(of: CopartitionGroup.self, version: version, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.subtopologyId.write(to: &writer)
            try writer.array(self.sourceTopics)
            try writer.array(self.sourceTopicRegex)
            try writer.structs(self.stateChangelogTopics, version: version)
            try writer.array(self.repartitionSinkTopics)
            try writer.structs(self.repartitionSourceTopics, version: version)
            try writer.structs(self.copartitionGroups, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `CopartitionGroup` of `StreamsGroupHeartbeatRequest`, versions 0.
    public struct CopartitionGroup: WireStruct {
        /// In every version.
        public var sourceTopics: [Int16] = []
        /// In every version.
        public var sourceTopicRegex: [Int16] = []
        /// In every version.
        public var repartitionSourceTopics: [Int16] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(sourceTopics: [Int16] = [], sourceTopicRegex: [Int16] = [], repartitionSourceTopics: [Int16] = []) {
            self.sourceTopics = sourceTopics
            self.sourceTopicRegex = sourceTopicRegex
            self.repartitionSourceTopics = repartitionSourceTopics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.sourceTopics = try reader.array(of: Int16.self, atLeast: 2)
            self.sourceTopicRegex = try reader.array(of: Int16.self, atLeast: 2)
            self.repartitionSourceTopics = try reader.array(of: Int16.self, atLeast: 2)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.array(self.sourceTopics)
            try writer.array(self.sourceTopicRegex)
            try writer.array(self.repartitionSourceTopics)
            writer.tags(self.unknownTags)
        }
    }
}

/// A Streams process joins, reports, gets its tasks (KIP-1071). Response of API 88, versions 0, flexible from 0.
public struct StreamsGroupHeartbeatResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .streamsGroupHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupHeartbeatResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = nil
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
    public var memberEpoch: Int32 = 0
    /// How often the member should report.
    public var heartbeatIntervalMs: Int32 = 0
    /// A member with at most this lag may take a task over.
    public var acceptableRecoveryLag: Int32 = 0
    /// In every version.
    public var taskOffsetIntervalMs: Int32 = 0
    /// May be null.
    public var status: [Status]? = []
    /// The member processes these. May be null.
    public var activeTasks: [TaskIds]? = nil
    /// The member keeps a copy of their state. May be null.
    public var standbyTasks: [TaskIds]? = nil
    /// The member fills their state, to take them over later. May be null.
    public var warmupTasks: [TaskIds]? = nil
    /// In every version.
    public var endpointInformationEpoch: Int32 = 0
    /// May be null.
    public var partitionsByUserEndpoint: [EndpointToPartitions]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = nil,
        memberId: String = "",
        memberEpoch: Int32 = 0,
        heartbeatIntervalMs: Int32 = 0,
        acceptableRecoveryLag: Int32 = 0,
        taskOffsetIntervalMs: Int32 = 0,
        status: [Status]? = [],
        activeTasks: [TaskIds]? = nil,
        standbyTasks: [TaskIds]? = nil,
        warmupTasks: [TaskIds]? = nil,
        endpointInformationEpoch: Int32 = 0,
        partitionsByUserEndpoint: [EndpointToPartitions]? = nil
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.memberId = memberId
        self.memberEpoch = memberEpoch
        self.heartbeatIntervalMs = heartbeatIntervalMs
        self.acceptableRecoveryLag = acceptableRecoveryLag
        self.taskOffsetIntervalMs = taskOffsetIntervalMs
        self.status = status
        self.activeTasks = activeTasks
        self.standbyTasks = standbyTasks
        self.warmupTasks = warmupTasks
        self.endpointInformationEpoch = endpointInformationEpoch
        self.partitionsByUserEndpoint = partitionsByUserEndpoint
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.memberId = try String(from: &reader)
        self.memberEpoch = try Int32(from: &reader)
        self.heartbeatIntervalMs = try Int32(from: &reader)
        self.acceptableRecoveryLag = try Int32(from: &reader)
        self.taskOffsetIntervalMs = try Int32(from: &reader)
        self.status = try reader.nullableStructs(of: Status.self, version: version, atLeast: 3)
        self.activeTasks = try reader.nullableStructs(of: TaskIds.self, version: version, atLeast: 3)
        self.standbyTasks = try reader.nullableStructs(of: TaskIds.self, version: version, atLeast: 3)
        self.warmupTasks = try reader.nullableStructs(of: TaskIds.self, version: version, atLeast: 3)
        self.endpointInformationEpoch = try Int32(from: &reader)
        self.partitionsByUserEndpoint = try reader.nullableStructs(
            of: EndpointToPartitions.self, version: version, atLeast: 7)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try self.memberId.write(to: &writer)
        try self.memberEpoch.write(to: &writer)
        try self.heartbeatIntervalMs.write(to: &writer)
        try self.acceptableRecoveryLag.write(to: &writer)
        try self.taskOffsetIntervalMs.write(to: &writer)
        try writer.nullableStructs(self.status, version: version)
        try writer.nullableStructs(self.activeTasks, version: version)
        try writer.nullableStructs(self.standbyTasks, version: version)
        try writer.nullableStructs(self.warmupTasks, version: version)
        try self.endpointInformationEpoch.write(to: &writer)
        try writer.nullableStructs(self.partitionsByUserEndpoint, version: version)
        writer.tags(self.unknownTags)
    }

    /// `Status` of `StreamsGroupHeartbeatResponse`, versions 0.
    public struct Status: WireStruct {
        /// In every version.
        public var statusCode: Int8 = 0
        /// In every version.
        public var statusDetail: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(statusCode: Int8 = 0, statusDetail: String = "") {
            self.statusCode = statusCode
            self.statusDetail = statusDetail
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.statusCode = try Int8(from: &reader)
            self.statusDetail = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.statusCode.write(to: &writer)
            try self.statusDetail.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `TopicPartition` of `StreamsGroupHeartbeatResponse`, versions 0.
    public struct TopicPartition: WireStruct {
        /// In every version.
        public var topic: TopicName = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topic: TopicName = "", partitions: [Int32] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topic = try TopicName(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topic.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }

    /// `TaskIds` of `StreamsGroupHeartbeatResponse`, versions 0.
    public struct TaskIds: WireStruct {
        /// In every version.
        public var subtopologyId: String = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(subtopologyId: String = "", partitions: [Int32] = []) {
            self.subtopologyId = subtopologyId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.subtopologyId = try String(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.subtopologyId.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }

    /// `Endpoint` of `StreamsGroupHeartbeatResponse`, versions 0.
    public struct Endpoint: WireStruct {
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: UInt16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(host: String = "", port: UInt16 = 0) {
            self.host = host
            self.port = port
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.host = try String(from: &reader)
            self.port = try UInt16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `EndpointToPartitions` of `StreamsGroupHeartbeatResponse`, versions 0.
    public struct EndpointToPartitions: WireStruct {
        /// For interactive queries.
        public var userEndpoint: Endpoint = Endpoint()
        /// In every version.
        public var activePartitions: [TopicPartition] = []
        /// In every version.
        public var standbyPartitions: [TopicPartition] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            userEndpoint: Endpoint = Endpoint(),
            activePartitions: [TopicPartition] = [],
            standbyPartitions: [TopicPartition] = []
        ) {
            self.userEndpoint = userEndpoint
            self.activePartitions = activePartitions
            self.standbyPartitions = standbyPartitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.userEndpoint = try Endpoint(from: &reader, version: version)
            self.activePartitions = try reader.structs(of: TopicPartition.self, version: version, atLeast: 3)
            self.standbyPartitions = try reader.structs(of: TopicPartition.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.userEndpoint.write(to: &writer, version: version)
            try writer.structs(self.activePartitions, version: version)
            try writer.structs(self.standbyPartitions, version: version)
            writer.tags(self.unknownTags)
        }
    }
}
