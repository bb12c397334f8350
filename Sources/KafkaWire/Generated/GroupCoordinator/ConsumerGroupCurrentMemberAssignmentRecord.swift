// Generated from Sources/kdeck-dev/Schemas/group-coordinator/08-ConsumerGroupCurrentMemberAssignment.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 8 (group-coordinator), versions 0, never flexible.
public struct ConsumerGroupCurrentMemberAssignmentKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 8 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupCurrentMemberAssignmentKey" }
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

/// Value of record type 8 (group-coordinator), versions 0, flexible from 0.
public struct ConsumerGroupCurrentMemberAssignmentValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 8 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupCurrentMemberAssignmentValue" }
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
    /// In every version.
    public var assignedPartitions: [TopicPartitions] = []
    /// Still with the member, no longer its own.
    public var partitionsPendingRevocation: [TopicPartitions] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        memberEpoch: Int32 = 0,
        previousMemberEpoch: Int32 = 0,
        state: Int8 = 0,
        assignedPartitions: [TopicPartitions] = [],
        partitionsPendingRevocation: [TopicPartitions] = []
    ) {
        self.memberEpoch = memberEpoch
        self.previousMemberEpoch = previousMemberEpoch
        self.state = state
        self.assignedPartitions = assignedPartitions
        self.partitionsPendingRevocation = partitionsPendingRevocation
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.memberEpoch = try Int32(from: &reader)
        self.previousMemberEpoch = try Int32(from: &reader)
        self.state = try Int8(from: &reader)
        self.assignedPartitions = try reader.structs(of: TopicPartitions.self, version: version, atLeast: 18)
        self.partitionsPendingRevocation = try reader.structs(of: TopicPartitions.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.memberEpoch.write(to: &writer)
        try self.previousMemberEpoch.write(to: &writer)
        try self.state.write(to: &writer)
        try writer.structs(self.assignedPartitions, version: version)
        try writer.structs(self.partitionsPendingRevocation, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicPartitions` of `ConsumerGroupCurrentMemberAssignmentValue`, versions 0.
    public struct TopicPartitions: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [Int32] = []
        /// Tag 0, may be null.
        public var assignmentEpochs: [Int32]? = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [Int32] = [], assignmentEpochs: [Int32]? = []) {
            self.topicId = topicId
            self.partitions = partitions
            self.assignmentEpochs = assignmentEpochs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
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
            try self.topicId.write(to: &writer)
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
