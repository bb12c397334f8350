// Generated from Sources/kdeck-dev/Schemas/group-coordinator/05-ConsumerGroupMemberMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 5 (group-coordinator), versions 0, never flexible.
public struct ConsumerGroupMemberMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 5 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupMemberMetadataKey" }
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

/// Value of record type 5 (group-coordinator), versions 0, flexible from 0.
public struct ConsumerGroupMemberMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 5 }
    /// Kafka's name.
    public static var messageName: String { "ConsumerGroupMemberMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// A static member's name: its seat is kept while it restarts (KIP-345). May be null.
    public var instanceId: String? = ""
    /// Where the client is, to be sent to a near replica (KIP-392). May be null.
    public var rackId: String? = ""
    /// In every version.
    public var clientId: String = ""
    /// As the broker sees it, with a slash in front: /127.0.0.1.
    public var clientHost: String = ""
    /// In every version.
    public var subscribedTopicNames: [String] = []
    /// RE2J, worked out by the coordinator. May be null.
    public var subscribedTopicRegex: String? = ""
    /// How long members have to join again when a rebalance starts.
    public var rebalanceTimeoutMs: Int32 = -1
    /// `uniform` or `range`; null leaves it to the coordinator. May be null.
    public var serverAssignor: String? = ""
    /// Set while a member of the old protocol sits in the group. Tag 0, may be null.
    public var classicMemberMetadata: ClassicMemberMetadata? = ClassicMemberMetadata()
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        instanceId: String? = "",
        rackId: String? = "",
        clientId: String = "",
        clientHost: String = "",
        subscribedTopicNames: [String] = [],
        subscribedTopicRegex: String? = "",
        rebalanceTimeoutMs: Int32 = -1,
        serverAssignor: String? = "",
        classicMemberMetadata: ClassicMemberMetadata? = ClassicMemberMetadata()
    ) {
        self.instanceId = instanceId
        self.rackId = rackId
        self.clientId = clientId
        self.clientHost = clientHost
        self.subscribedTopicNames = subscribedTopicNames
        self.subscribedTopicRegex = subscribedTopicRegex
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.serverAssignor = serverAssignor
        self.classicMemberMetadata = classicMemberMetadata
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.instanceId = try String.readNullable(from: &reader)
        self.rackId = try String.readNullable(from: &reader)
        self.clientId = try String(from: &reader)
        self.clientHost = try String(from: &reader)
        self.subscribedTopicNames = try reader.array(of: String.self, atLeast: 1)
        self.subscribedTopicRegex = try String.readNullable(from: &reader)
        self.rebalanceTimeoutMs = try Int32(from: &reader)
        self.serverAssignor = try String.readNullable(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.classicMemberMetadata = try reader.nullableTaggedStruct(
                    ClassicMemberMetadata.self, version: version)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.instanceId)
        try writer.nullable(self.rackId)
        try self.clientId.write(to: &writer)
        try self.clientHost.write(to: &writer)
        try writer.array(self.subscribedTopicNames)
        try writer.nullable(self.subscribedTopicRegex)
        try self.rebalanceTimeoutMs.write(to: &writer)
        try writer.nullable(self.serverAssignor)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasClassicMemberMetadata: Bool = self.classicMemberMetadata != ClassicMemberMetadata()
        if hasClassicMemberMetadata { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasClassicMemberMetadata {
            let start: Int = writer.openTag(0, &tags)
            try writer.nullableTaggedStruct(self.classicMemberMetadata, version: version)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `ClassicMemberMetadata` of `ConsumerGroupMemberMetadataValue`, versions 0.
    public struct ClassicMemberMetadata: WireStruct {
        /// Silence after which the member is taken for dead.
        public var sessionTimeoutMs: Int32 = 0
        /// In every version.
        public var supportedProtocols: [ClassicProtocol] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(sessionTimeoutMs: Int32 = 0, supportedProtocols: [ClassicProtocol] = []) {
            self.sessionTimeoutMs = sessionTimeoutMs
            self.supportedProtocols = supportedProtocols
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.sessionTimeoutMs = try Int32(from: &reader)
            self.supportedProtocols = try reader.structs(of: ClassicProtocol.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.sessionTimeoutMs.write(to: &writer)
            try writer.structs(self.supportedProtocols, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `ClassicProtocol` of `ConsumerGroupMemberMetadataValue`, versions 0.
    public struct ClassicProtocol: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var metadata: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", metadata: ByteSlice = .empty) {
            self.name = name
            self.metadata = metadata
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.metadata = try ByteSlice(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.metadata.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
