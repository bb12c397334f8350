// Generated from Sources/kdeck-dev/Schemas/group-coordinator/23-StreamsGroupTopology.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 23 (group-coordinator), versions 0, never flexible.
public struct StreamsGroupTopologyKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 23 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupTopologyKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var groupId: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(groupId: String = "") {
        self.groupId = groupId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.groupId = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.groupId.write(to: &writer)
    }
}

/// Value of record type 23 (group-coordinator), versions 0, flexible from 0.
public struct StreamsGroupTopologyValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 23 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupTopologyValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

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
        reader.isFlexible = try Self.isFlexible(in: version)
        self.epoch = try Int32(from: &reader)
        self.subtopologies = try reader.structs(of: Subtopology.self, version: version, atLeast: 8)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.epoch.write(to: &writer)
        try writer.structs(self.subtopologies, version: version)
        writer.tags(self.unknownTags)
    }

    /// `TopicConfig` of `StreamsGroupTopologyValue`, versions 0.
    public struct TopicConfig: WireStruct {
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

    /// `TopicInfo` of `StreamsGroupTopologyValue`, versions 0.
    public struct TopicInfo: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var partitions: Int32 = 0
        /// -1 the broker's default.
        public var replicationFactor: Int16 = 0
        /// In every version.
        public var topicConfigs: [TopicConfig] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: String = "",
            partitions: Int32 = 0,
            replicationFactor: Int16 = 0,
            topicConfigs: [TopicConfig] = []
        ) {
            self.name = name
            self.partitions = partitions
            self.replicationFactor = replicationFactor
            self.topicConfigs = topicConfigs
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.partitions = try Int32(from: &reader)
            self.replicationFactor = try Int16(from: &reader)
            self.topicConfigs = try reader.structs(of: TopicConfig.self, version: version, atLeast: 3)
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

    /// `Subtopology` of `StreamsGroupTopologyValue`, versions 0.
    public struct Subtopology: WireStruct {
        /// In every version.
        public var subtopologyId: String = ""
        /// In every version.
        public var sourceTopics: [String] = []
        /// In every version.
        public var sourceTopicRegex: [String] = []
        /// In every version.
        public var stateChangelogTopics: [TopicInfo] = []
        /// In every version.
        public var repartitionSinkTopics: [String] = []
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
            sourceTopics: [String] = [],
            sourceTopicRegex: [String] = [],
            stateChangelogTopics: [TopicInfo] = [],
            repartitionSinkTopics: [String] = [],
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
            self.sourceTopics = try reader.array(of: String.self, atLeast: 1)
            self.sourceTopicRegex = try reader.array(of: String.self, atLeast: 1)
            self.stateChangelogTopics = try reader.structs(of: TopicInfo.self, version: version, atLeast: 9)
            self.repartitionSinkTopics = try reader.array(of: String.self, atLeast: 1)
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

    /// `CopartitionGroup` of `StreamsGroupTopologyValue`, versions 0.
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
