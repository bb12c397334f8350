// Generated from Sources/kdeck-dev/Schemas/group-coordinator/02-GroupMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 2 (group-coordinator), versions 0, never flexible.
public struct GroupMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 2 }
    /// Kafka's name.
    public static var messageName: String { "GroupMetadataKey" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { nil }

    /// In every version.
    public var group: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(group: String = "") {
        self.group = group
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.group = try String(from: &reader)
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.group.write(to: &writer)
    }
}

/// Value of record type 2 (group-coordinator), versions 0-4, flexible from 4.
public struct GroupMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 2 }
    /// Kafka's name.
    public static var messageName: String { "GroupMetadataValue" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 4...4 }

    /// `consumer` for consumers, `connect` for Connect workers.
    public var protocolType: String = ""
    /// In every version.
    public var generation: Int32 = 0
    /// May be null.
    public var `protocol`: String? = ""
    /// May be null.
    public var leader: String? = ""
    /// From version 2, dropped silently by other versions.
    public var currentStateTimestamp: Int64 = -1
    /// In every version.
    public var members: [MemberMetadata] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        protocolType: String = "",
        generation: Int32 = 0,
        protocol: String? = "",
        leader: String? = "",
        currentStateTimestamp: Int64 = -1,
        members: [MemberMetadata] = []
    ) {
        self.protocolType = protocolType
        self.generation = generation
        self.protocol = `protocol`
        self.leader = leader
        self.currentStateTimestamp = currentStateTimestamp
        self.members = members
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.protocolType = try String(from: &reader)
        self.generation = try Int32(from: &reader)
        self.protocol = try String.readNullable(from: &reader)
        self.leader = try String.readNullable(from: &reader)
        if version >= 2 { self.currentStateTimestamp = try Int64(from: &reader) }
        self.members = try reader.structs(of: MemberMetadata.self, version: version, atLeast: 15)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.protocolType.write(to: &writer)
        try self.generation.write(to: &writer)
        try writer.nullable(self.protocol)
        try writer.nullable(self.leader)
        if version >= 2 { try self.currentStateTimestamp.write(to: &writer) }
        try writer.structs(self.members, version: version)
        writer.tags(self.unknownTags)
    }

    /// `MemberMetadata` of `GroupMetadataValue`, versions 0-4.
    public struct MemberMetadata: WireStruct {
        /// Given by the coordinator to a classic member, chosen by the client since KIP-848.
        public var memberId: String = ""
        /// A static member's name: its seat is kept while it restarts (KIP-345). From version 3, may be null, dropped
        /// silently by other versions.
        public var groupInstanceId: String? = nil
        /// In every version.
        public var clientId: String = ""
        /// As the broker sees it, with a slash in front: /127.0.0.1.
        public var clientHost: String = ""
        /// From version 1, dropped silently by other versions.
        public var rebalanceTimeout: Int32 = -1
        /// In every version.
        public var sessionTimeout: Int32 = 0
        /// In every version.
        public var subscription: ByteSlice = .empty
        /// What the members agree on: bytes of the protocol, ConsumerProtocolAssignment for consumers.
        public var assignment: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            memberId: String = "",
            groupInstanceId: String? = nil,
            clientId: String = "",
            clientHost: String = "",
            rebalanceTimeout: Int32 = -1,
            sessionTimeout: Int32 = 0,
            subscription: ByteSlice = .empty,
            assignment: ByteSlice = .empty
        ) {
            self.memberId = memberId
            self.groupInstanceId = groupInstanceId
            self.clientId = clientId
            self.clientHost = clientHost
            self.rebalanceTimeout = rebalanceTimeout
            self.sessionTimeout = sessionTimeout
            self.subscription = subscription
            self.assignment = assignment
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.memberId = try String(from: &reader)
            if version >= 3 { self.groupInstanceId = try String.readNullable(from: &reader) }
            self.clientId = try String(from: &reader)
            self.clientHost = try String(from: &reader)
            if version >= 1 { self.rebalanceTimeout = try Int32(from: &reader) }
            self.sessionTimeout = try Int32(from: &reader)
            self.subscription = try ByteSlice(from: &reader)
            self.assignment = try ByteSlice(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.memberId.write(to: &writer)
            if version >= 3 { try writer.nullable(self.groupInstanceId) }
            try self.clientId.write(to: &writer)
            try self.clientHost.write(to: &writer)
            if version >= 1 { try self.rebalanceTimeout.write(to: &writer) }
            try self.sessionTimeout.write(to: &writer)
            try self.subscription.write(to: &writer)
            try self.assignment.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
