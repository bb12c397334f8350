// Generated from Sources/kdeck-dev/Schemas/api/80-AddRaftVoter.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Adds a voter to the metadata quorum. Request of API 80, versions 0-1, flexible from 0.
public struct AddRaftVoterRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AddRaftVoterResponse
    /// The number of the API.
    public static var apiKey: APIKey { .addRaftVoter }
    /// Kafka's name.
    public static var messageName: String { "AddRaftVoterRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// May be null.
    public var clusterId: String? = ""
    /// In every version.
    public var timeoutMs: Int32 = 0
    /// In every version.
    public var voterId: Int32 = 0
    /// In every version.
    public var voterDirectoryId: KafkaUUID = .zero
    /// In every version.
    public var listeners: [Listener] = []
    /// From version 1.
    public var ackWhenCommitted: Bool = true
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        clusterId: String? = "",
        timeoutMs: Int32 = 0,
        voterId: Int32 = 0,
        voterDirectoryId: KafkaUUID = .zero,
        listeners: [Listener] = [],
        ackWhenCommitted: Bool = true
    ) {
        self.clusterId = clusterId
        self.timeoutMs = timeoutMs
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.listeners = listeners
        self.ackWhenCommitted = ackWhenCommitted
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.clusterId = try String.readNullable(from: &reader)
        self.timeoutMs = try Int32(from: &reader)
        self.voterId = try Int32(from: &reader)
        self.voterDirectoryId = try KafkaUUID(from: &reader)
        self.listeners = try reader.structs(of: Listener.self, version: version, atLeast: 5)
        if version >= 1 { self.ackWhenCommitted = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.clusterId)
        try self.timeoutMs.write(to: &writer)
        try self.voterId.write(to: &writer)
        try self.voterDirectoryId.write(to: &writer)
        try writer.structs(self.listeners, version: version)
        if version >= 1 {
            try self.ackWhenCommitted.write(to: &writer)
        } else {
            try writer.refuse(!self.ackWhenCommitted, "ackWhenCommitted", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `Listener` of `AddRaftVoterRequest`, versions 0-1.
    public struct Listener: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: UInt16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", host: String = "", port: UInt16 = 0) {
            self.name = name
            self.host = host
            self.port = port
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.host = try String(from: &reader)
            self.port = try UInt16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Adds a voter to the metadata quorum. Response of API 80, versions 0-1, flexible from 0.
public struct AddRaftVoterResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .addRaftVoter }
    /// Kafka's name.
    public static var messageName: String { "AddRaftVoterResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, errorMessage: String? = "") {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        writer.tags(self.unknownTags)
    }
}
