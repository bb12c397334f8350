// Generated from Sources/kdeck-dev/Schemas/group-coordinator/22-StreamsGroupCurrentMemberAssignment.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 22 (group-coordinator), versions 0, never flexible.
public struct StreamsGroupCurrentMemberAssignmentKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 22 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupCurrentMemberAssignmentKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var groupId: String = ""
    /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
    public var memberId: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "", memberId: String = "") {
        self.groupId = groupId
        self.memberId = memberId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
        self.memberId = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
        try self.memberId.write(to: &writer)
    }
}

/// Value of record type 22 (group-coordinator), versions 0, flexible from 0.
public struct StreamsGroupCurrentMemberAssignmentValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 22 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupCurrentMemberAssignmentValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// The generation a member has reached; -1 leaves the group, -2 leaves it for a while.
    public var memberEpoch: Int32 = 0
    /// The epoch before, for a heartbeat whose answer got lost.
    public var previousMemberEpoch: Int32 = 0
    /// In every version.
    public var state: Int8 = 0
    /// The member processes these.
    public var activeTasks: [TaskIds] = []
    /// The member keeps a copy of their state.
    public var standbyTasks: [TaskIds] = []
    /// The member fills their state, to take them over later.
    public var warmupTasks: [TaskIds] = []
    /// In every version.
    public var activeTasksPendingRevocation: [TaskIds] = []
    /// In every version.
    public var standbyTasksPendingRevocation: [TaskIds] = []
    /// In every version.
    public var warmupTasksPendingRevocation: [TaskIds] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        memberEpoch: Int32 = 0,
        previousMemberEpoch: Int32 = 0,
        state: Int8 = 0,
        activeTasks: [TaskIds] = [],
        standbyTasks: [TaskIds] = [],
        warmupTasks: [TaskIds] = [],
        activeTasksPendingRevocation: [TaskIds] = [],
        standbyTasksPendingRevocation: [TaskIds] = [],
        warmupTasksPendingRevocation: [TaskIds] = []
    ) {
        self.memberEpoch = memberEpoch
        self.previousMemberEpoch = previousMemberEpoch
        self.state = state
        self.activeTasks = activeTasks
        self.standbyTasks = standbyTasks
        self.warmupTasks = warmupTasks
        self.activeTasksPendingRevocation = activeTasksPendingRevocation
        self.standbyTasksPendingRevocation = standbyTasksPendingRevocation
        self.warmupTasksPendingRevocation = warmupTasksPendingRevocation
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.memberEpoch = try Int32(from: &reader)
        self.previousMemberEpoch = try Int32(from: &reader)
        self.state = try Int8(from: &reader)
        self.activeTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.standbyTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.warmupTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.activeTasksPendingRevocation = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.standbyTasksPendingRevocation = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.warmupTasksPendingRevocation = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.memberEpoch.write(to: &writer)
        try self.previousMemberEpoch.write(to: &writer)
        try self.state.write(to: &writer)
        try writer.structs(self.activeTasks, version: version)
        try writer.structs(self.standbyTasks, version: version)
        try writer.structs(self.warmupTasks, version: version)
        try writer.structs(self.activeTasksPendingRevocation, version: version)
        try writer.structs(self.standbyTasksPendingRevocation, version: version)
        try writer.structs(self.warmupTasksPendingRevocation, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TaskIds` of `StreamsGroupCurrentMemberAssignmentValue`, versions 0.
    public struct TaskIds: WireStruct {
        /// In every version.
        public var subtopologyId: String = ""
        /// In every version.
        public var partitions: [Int32] = []
        /// Tag 0, may be null.
        public var assignmentEpochs: [Int32]? = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(subtopologyId: String = "", partitions: [Int32] = [], assignmentEpochs: [Int32]? = []) {
            self.subtopologyId = subtopologyId
            self.partitions = partitions
            self.assignmentEpochs = assignmentEpochs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.subtopologyId = try String(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            guard reader.isFlexible else { return }
            for _ in 0..<(try reader.tagCount()) {
                let tag: WireReader.Tag = try reader.tag()
                switch tag.number {
                case 0:
                    self.assignmentEpochs = try reader.nullableArray(of: Int32.self, atLeast: 4)
                    try reader.close(tag)
                default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
                }
            }
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.subtopologyId.write(to: &writer)
            try writer.array(self.partitions)
            guard writer.isFlexible else { return }
            var known: UInt32 = 0
            let hasAssignmentEpochs: Bool = self.assignmentEpochs != []
            if hasAssignmentEpochs { known += 1 }
            if known == 0 { return writer.tags(self.unknownTags) }
            var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
            if hasAssignmentEpochs {
                let start: Int = writer.openTag(0, &tags)
                try writer.nullableArray(self.assignmentEpochs)
                try writer.closeTag(start)
            }
            writer.endTags(&tags)
        }
    }
}
