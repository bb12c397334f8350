// Generated from Sources/kdeck-dev/Schemas/group-coordinator/13-ShareGroupTargetAssignmentMember.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 13 (group-coordinator), versions 0, never flexible.
public struct ShareGroupTargetAssignmentMemberKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 13 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupTargetAssignmentMemberKey" }
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

/// Value of record type 13 (group-coordinator), versions 0, flexible from 0.
public struct ShareGroupTargetAssignmentMemberValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 13 }
    /// Kafka's name.
    public static var messageName: String { "ShareGroupTargetAssignmentMemberValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var topicPartitions: [TopicPartition] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(topicPartitions: [TopicPartition] = []) {
        self.topicPartitions = topicPartitions
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topicPartitions = try reader.structs(of: TopicPartition.self, version: version, atLeast: 18)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.topicPartitions, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicPartition` of `ShareGroupTargetAssignmentMemberValue`, versions 0.
    public struct TopicPartition: WireStruct {
        /// The id that survives deletion and re-creation under the same name.
        public var topicId: KafkaUUID = .zero
        /// In every version.
        public var partitions: [Int32] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(topicId: KafkaUUID = .zero, partitions: [Int32] = []) {
            self.topicId = topicId
            self.partitions = partitions
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.topicId = try KafkaUUID(from: &reader)
            self.partitions = try reader.array(of: Int32.self, atLeast: 4)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topicId.write(to: &writer)
            try writer.array(self.partitions)
            writer.tags(self.unknownTags)
        }
    }
}
