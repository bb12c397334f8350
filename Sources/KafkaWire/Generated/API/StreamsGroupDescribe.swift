// Generated from Sources/kdeck-dev/Schemas/api/89-StreamsGroupDescribe.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// State, topology and members of streams groups. Request of API 89, versions 0, flexible from 0.
public struct StreamsGroupDescribeRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = StreamsGroupDescribeResponse
    /// The number of the API.
    public static var apiKey: APIKey { .streamsGroupDescribe }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupDescribeRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var groupIds: [GroupID] = []
    /// Ask also what this user may do.
    public var includeAuthorizedOperations: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupIds: [GroupID] = [], includeAuthorizedOperations: Bool = false) {
        self.groupIds = groupIds
        self.includeAuthorizedOperations = includeAuthorizedOperations
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupIds = try reader.array(of: GroupID.self, atLeast: 1)
        self.includeAuthorizedOperations = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.groupIds)
        try self.includeAuthorizedOperations.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// State, topology and members of streams groups. Response of API 89, versions 0, flexible from 0.
public struct StreamsGroupDescribeResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .streamsGroupDescribe }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupDescribeResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var groups: [DescribedGroup] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, groups: [DescribedGroup] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.groups = groups
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.groups = try reader.structs(of: DescribedGroup.self, version: version, atLeast: 20)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.groups, version: version)
        writer.tags(self.unknownTags)
    }

    /// `Endpoint` of `StreamsGroupDescribeResponse`, versions 0.
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

    /// `TaskOffset` of `StreamsGroupDescribeResponse`, versions 0.
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

    /// `Assignment` of `StreamsGroupDescribeResponse`, versions 0.
    public struct Assignment: WireStruct {
        /// The member processes these.
        public var activeTasks: [TaskIds] = []
        /// The member keeps a copy of their state.
        public var standbyTasks: [TaskIds] = []
        /// The member fills their state, to take them over later.
        public var warmupTasks: [TaskIds] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(activeTasks: [TaskIds] = [], standbyTasks: [TaskIds] = [], warmupTasks: [TaskIds] = []) {
            self.activeTasks = activeTasks
            self.standbyTasks = standbyTasks
            self.warmupTasks = warmupTasks
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.activeTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
            self.standbyTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
            self.warmupTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.structs(self.activeTasks, version: version)
            try writer.structs(self.standbyTasks, version: version)
            try writer.structs(self.warmupTasks, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `TaskIds` of `StreamsGroupDescribeResponse`, versions 0.
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

    /// `KeyValue` of `StreamsGroupDescribeResponse`, versions 0.
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

    /// `TopicInfo` of `StreamsGroupDescribeResponse`, versions 0.
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

    /// `DescribedGroup` of `StreamsGroupDescribeResponse`, versions 0.
    public struct DescribedGroup: WireStruct {
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = nil
        /// In every version.
        public var groupId: GroupID = ""
        /// In every version.
        public var groupState: String = ""
        /// In every version.
        public var groupEpoch: Int32 = 0
        /// In every version.
        public var assignmentEpoch: Int32 = 0
        /// Processors of the streams application; sent when it changes. May be null.
        public var topology: Topology? = nil
        /// In every version.
        public var members: [Member] = []
        /// Bits of AclOperation; -2147483648 when not asked for.
        public var authorizedOperations: Int32 = -2147483648
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil,
            groupId: GroupID = "",
            groupState: String = "",
            groupEpoch: Int32 = 0,
            assignmentEpoch: Int32 = 0,
            topology: Topology? = nil,
            members: [Member] = [],
            authorizedOperations: Int32 = -2147483648
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.groupId = groupId
            self.groupState = groupState
            self.groupEpoch = groupEpoch
            self.assignmentEpoch = assignmentEpoch
            self.topology = topology
            self.members = members
            self.authorizedOperations = authorizedOperations
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.groupId = try GroupID(from: &reader)
            self.groupState = try String(from: &reader)
            self.groupEpoch = try Int32(from: &reader)
            self.assignmentEpoch = try Int32(from: &reader)
            self.topology = try reader.nullableStruct(Topology.self, version: version)
            self.members = try reader.structs(of: Member.self, version: version, atLeast: 28)
            self.authorizedOperations = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try self.groupId.write(to: &writer)
            try self.groupState.write(to: &writer)
            try self.groupEpoch.write(to: &writer)
            try self.assignmentEpoch.write(to: &writer)
            try writer.nullableStruct(self.topology, version: version)
            try writer.structs(self.members, version: version)
            try self.authorizedOperations.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `Topology` of `StreamsGroupDescribeResponse`, versions 0.
    public struct Topology: WireStruct {
        /// In every version.
        public var epoch: Int32 = 0
        /// May be null.
        public var subtopologies: [Subtopology]? = nil
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(epoch: Int32 = 0, subtopologies: [Subtopology]? = nil) {
            self.epoch = epoch
            self.subtopologies = subtopologies
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.epoch = try Int32(from: &reader)
            self.subtopologies = try reader.nullableStructs(of: Subtopology.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.epoch.write(to: &writer)
            try writer.nullableStructs(self.subtopologies, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `Subtopology` of `StreamsGroupDescribeResponse`, versions 0.
    public struct Subtopology: WireStruct {
        /// In every version.
        public var subtopologyId: String = ""
        /// In every version.
        public var sourceTopics: [TopicName] = []
        /// In every version.
        public var repartitionSinkTopics: [TopicName] = []
        /// In every version.
        public var stateChangelogTopics: [TopicInfo] = []
        /// In every version.
        public var repartitionSourceTopics: [TopicInfo] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            subtopologyId: String = "",
            sourceTopics: [TopicName] = [],
            repartitionSinkTopics: [TopicName] = [],
            stateChangelogTopics: [TopicInfo] = [],
            repartitionSourceTopics: [TopicInfo] = []
        ) {
            self.subtopologyId = subtopologyId
            self.sourceTopics = sourceTopics
            self.repartitionSinkTopics = repartitionSinkTopics
            self.stateChangelogTopics = stateChangelogTopics
            self.repartitionSourceTopics = repartitionSourceTopics
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.subtopologyId = try String(from: &reader)
            self.sourceTopics = try reader.array(of: TopicName.self, atLeast: 1)
            self.repartitionSinkTopics = try reader.array(of: TopicName.self, atLeast: 1)
            self.stateChangelogTopics = try reader.structs(of: TopicInfo.self, version: version, atLeast: 9)
            self.repartitionSourceTopics = try reader.structs(of: TopicInfo.self, version: version, atLeast: 9)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.subtopologyId.write(to: &writer)
            try writer.array(self.sourceTopics)
            try writer.array(self.repartitionSinkTopics)
            try writer.structs(self.stateChangelogTopics, version: version)
            try writer.structs(self.repartitionSourceTopics, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `Member` of `StreamsGroupDescribeResponse`, versions 0.
    public struct Member: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
        public var memberEpoch: Int32 = 0
        /// A static member's name: its seat is kept while it restarts (KIP-345). May be null.
        public var instanceId: String? = nil
        /// Where the client is, to be sent to a near replica (KIP-392). May be null.
        public var rackId: String? = nil
        /// In every version.
        public var clientId: String = ""
        /// As the broker sees it, with a slash in front: /127.0.0.1.
        public var clientHost: String = ""
        /// In every version.
        public var topologyEpoch: Int32 = 0
        /// In every version.
        public var processId: String = ""
        /// For interactive queries. May be null.
        public var userEndpoint: Endpoint? = nil
        /// In every version.
        public var clientTags: [KeyValue] = []
        /// In every version.
        public var taskOffsets: [TaskOffset] = []
        /// In every version.
        public var taskEndOffsets: [TaskOffset] = []
        /// In every version.
        public var assignment: Assignment = Assignment()
        /// In every version.
        public var targetAssignment: Assignment = Assignment()
        /// In every version.
        public var isClassic: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            memberId: String = "",
            memberEpoch: Int32 = 0,
            instanceId: String? = nil,
            rackId: String? = nil,
            clientId: String = "",
            clientHost: String = "",
            topologyEpoch: Int32 = 0,
            processId: String = "",
            userEndpoint: Endpoint? = nil,
            clientTags: [KeyValue] = [],
            taskOffsets: [TaskOffset] = [],
            taskEndOffsets: [TaskOffset] = [],
            assignment: Assignment = Assignment(),
            targetAssignment: Assignment = Assignment(),
            isClassic: Bool = false
        ) {
            self.memberId = memberId
            self.memberEpoch = memberEpoch
            self.instanceId = instanceId
            self.rackId = rackId
            self.clientId = clientId
            self.clientHost = clientHost
            self.topologyEpoch = topologyEpoch
            self.processId = processId
            self.userEndpoint = userEndpoint
            self.clientTags = clientTags
            self.taskOffsets = taskOffsets
            self.taskEndOffsets = taskEndOffsets
            self.assignment = assignment
            self.targetAssignment = targetAssignment
            self.isClassic = isClassic
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            self.memberEpoch = try Int32(from: &reader)
            self.instanceId = try String.readNullable(from: &reader)
            self.rackId = try String.readNullable(from: &reader)
            self.clientId = try String(from: &reader)
            self.clientHost = try String(from: &reader)
            self.topologyEpoch = try Int32(from: &reader)
            self.processId = try String(from: &reader)
            self.userEndpoint = try reader.nullableStruct(Endpoint.self, version: version)
            self.clientTags = try reader.structs(of: KeyValue.self, version: version, atLeast: 3)
            self.taskOffsets = try reader.structs(of: TaskOffset.self, version: version, atLeast: 14)
            self.taskEndOffsets = try reader.structs(of: TaskOffset.self, version: version, atLeast: 14)
            self.assignment = try Assignment(from: &reader, version: version)
            self.targetAssignment = try Assignment(from: &reader, version: version)
            self.isClassic = try Bool(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            try self.memberEpoch.write(to: &writer)
            try writer.nullable(self.instanceId)
            try writer.nullable(self.rackId)
            try self.clientId.write(to: &writer)
            try self.clientHost.write(to: &writer)
            try self.topologyEpoch.write(to: &writer)
            try self.processId.write(to: &writer)
            try writer.nullableStruct(self.userEndpoint, version: version)
            try writer.structs(self.clientTags, version: version)
            try writer.structs(self.taskOffsets, version: version)
            try writer.structs(self.taskEndOffsets, version: version)
            try self.assignment.write(to: &writer, version: version)
            try self.targetAssignment.write(to: &writer, version: version)
            try self.isClassic.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
