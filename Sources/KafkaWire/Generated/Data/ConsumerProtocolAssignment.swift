// Generated from Sources/kdeck-dev/Schemas/data/ConsumerProtocolAssignment.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 0-3, never flexible.
public struct ConsumerProtocolAssignment: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "ConsumerProtocolAssignment" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var assignedPartitions: [TopicPartition] = []
    /// Bytes for the assignor. May be null.
    public var userData: ByteSlice? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(assignedPartitions: [TopicPartition] = [], userData: ByteSlice? = nil) {
        self.assignedPartitions = assignedPartitions
        self.userData = userData
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.assignedPartitions = try reader.structs(of: TopicPartition.self, version: version, atLeast: 6)
        self.userData = try ByteSlice.readNullable(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.assignedPartitions, version: version)
        try writer.nullable(self.userData)
    }

    /// `TopicPartition` of `ConsumerProtocolAssignment`, versions 0-3.
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
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.topic.write(to: &writer)
            try writer.array(self.partitions)
        }
    }
}
