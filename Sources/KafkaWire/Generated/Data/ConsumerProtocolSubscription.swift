// Generated from Sources/kdeck-dev/Schemas/data/ConsumerProtocolSubscription.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 0-3, never flexible.
public struct ConsumerProtocolSubscription: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "ConsumerProtocolSubscription" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var topics: [String] = []
    /// Bytes for the assignor. May be null.
    public var userData: ByteSlice? = nil
    /// From version 1, dropped silently by other versions.
    public var ownedPartitions: [TopicPartition] = []
    /// The round of the group; -1 commits from outside of it. From version 2, dropped silently by other versions.
    public var generationId: Int32 = -1
    /// Where the client is, to be sent to a near replica (KIP-392). From version 3, may be null, dropped silently by
    /// other versions.
    public var rackId: String? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        topics: [String] = [],
        userData: ByteSlice? = nil,
        ownedPartitions: [TopicPartition] = [],
        generationId: Int32 = -1,
        rackId: String? = nil
    ) {
        self.topics = topics
        self.userData = userData
        self.ownedPartitions = ownedPartitions
        self.generationId = generationId
        self.rackId = rackId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.topics = try reader.array(of: String.self, atLeast: 2)
        self.userData = try ByteSlice.readNullable(from: &reader)
        if version >= 1 {
            self.ownedPartitions = try reader.structs(of: TopicPartition.self, version: version, atLeast: 6)
        }
        if version >= 2 { self.generationId = try Int32(from: &reader) }
        if version >= 3 { self.rackId = try String.readNullable(from: &reader) }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.array(self.topics)
        try writer.nullable(self.userData)
        if version >= 1 { try writer.structs(self.ownedPartitions, version: version) }
        if version >= 2 { try self.generationId.write(to: &writer) }
        if version >= 3 { try writer.nullable(self.rackId) }
    }

    /// `TopicPartition` of `ConsumerProtocolSubscription`, versions 1-3.
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
