// Generated from Sources/kdeck-dev/Schemas/group-coordinator/19-StreamsGroupMemberMetadata.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Key of record type 19 (group-coordinator), versions 0, never flexible.
public struct StreamsGroupMemberMetadataKey: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 19 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupMemberMetadataKey" }
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

/// Value of record type 19 (group-coordinator), versions 0, flexible from 0.
public struct StreamsGroupMemberMetadataValue: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 19 }
    /// Kafka's name.
    public static var messageName: String { "StreamsGroupMemberMetadataValue" }
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
    /// How long members have to join again when a rebalance starts.
    public var rebalanceTimeoutMs: Int32 = -1
    /// In every version.
    public var topologyEpoch: Int32 = 0
    /// In every version.
    public var processId: String = ""
    /// For interactive queries. May be null.
    public var userEndpoint: Endpoint? = nil
    /// In every version.
    public var clientTags: [KeyValue] = []
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
        rebalanceTimeoutMs: Int32 = -1,
        topologyEpoch: Int32 = 0,
        processId: String = "",
        userEndpoint: Endpoint? = nil,
        clientTags: [KeyValue] = []
    ) {
        self.instanceId = instanceId
        self.rackId = rackId
        self.clientId = clientId
        self.clientHost = clientHost
        self.rebalanceTimeoutMs = rebalanceTimeoutMs
        self.topologyEpoch = topologyEpoch
        self.processId = processId
        self.userEndpoint = userEndpoint
        self.clientTags = clientTags
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.instanceId = try String.readNullable(from: &reader)
        self.rackId = try String.readNullable(from: &reader)
        self.clientId = try String(from: &reader)
        self.clientHost = try String(from: &reader)
        self.rebalanceTimeoutMs = try Int32(from: &reader)
        self.topologyEpoch = try Int32(from: &reader)
        self.processId = try String(from: &reader)
        self.userEndpoint = try reader.nullableStruct(Endpoint.self, version: version)
        self.clientTags = try reader.structs(of: KeyValue.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.instanceId)
        try writer.nullable(self.rackId)
        try self.clientId.write(to: &writer)
        try self.clientHost.write(to: &writer)
        try self.rebalanceTimeoutMs.write(to: &writer)
        try self.topologyEpoch.write(to: &writer)
        try self.processId.write(to: &writer)
        try writer.nullableStruct(self.userEndpoint, version: version)
        try writer.structs(self.clientTags, version: version)
        writer.tags(self.unknownTags)
    }

    /// `Endpoint` of `StreamsGroupMemberMetadataValue`, versions 0.
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

    /// `KeyValue` of `StreamsGroupMemberMetadataValue`, versions 0.
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
}
