// Generated from Sources/kdeck-dev/Schemas/group-coordinator/21-StreamsGroupTargetAssignmentMember.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 21 (group-coordinator), versions 0, never flexible.
public struct StreamsGroupTargetAssignmentMemberKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 21 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupTargetAssignmentMemberKey" }
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

/// Value of record type 21 (group-coordinator), versions 0, flexible from 0.
public struct StreamsGroupTargetAssignmentMemberValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 21 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupTargetAssignmentMemberValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

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
        reader.isFlexible = try Self.isFlexible(in: version)
        self.activeTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.standbyTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.warmupTasks = try reader.structs(of: TaskIds.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.activeTasks, version: version)
        try writer.structs(self.standbyTasks, version: version)
        try writer.structs(self.warmupTasks, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TaskIds` of `StreamsGroupTargetAssignmentMemberValue`, versions 0.
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
}
