// Generated from Sources/kdeck-dev/Schemas/api/82-UpdateRaftVoter.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A voter's new endpoints. Request of API 82, versions 0, flexible from 0.
public struct UpdateRaftVoterRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = UpdateRaftVoterResponse
    /// The number of the API.
    public static var apiKey: APIKey { .updateRaftVoter }
    /// Kafka's name.
    public static var messageName: String { "UpdateRaftVoterRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// May be null.
    public var clusterId: String? = ""
    /// The epoch the asker believes in; an older one is fenced; -1 asks nothing.
    public var currentLeaderEpoch: Int32 = 0
    /// In every version.
    public var voterId: Int32 = 0
    /// In every version.
    public var voterDirectoryId: KafkaUUID = .zero
    /// In every version.
    public var listeners: [Listener] = []
    /// In every version.
    public var kRaftVersionFeature: KRaftVersionFeature = KRaftVersionFeature()
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        clusterId: String? = "",
        currentLeaderEpoch: Int32 = 0,
        voterId: Int32 = 0,
        voterDirectoryId: KafkaUUID = .zero,
        listeners: [Listener] = [],
        kRaftVersionFeature: KRaftVersionFeature = KRaftVersionFeature()
    ) {
        self.clusterId = clusterId
        self.currentLeaderEpoch = currentLeaderEpoch
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
        self.listeners = listeners
        self.kRaftVersionFeature = kRaftVersionFeature
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.clusterId = try String.readNullable(from: &reader)
        self.currentLeaderEpoch = try Int32(from: &reader)
        self.voterId = try Int32(from: &reader)
        self.voterDirectoryId = try KafkaUUID(from: &reader)
        self.listeners = try reader.structs(of: Listener.self, version: version, atLeast: 5)
        self.kRaftVersionFeature = try KRaftVersionFeature(from: &reader, version: version)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.clusterId)
        try self.currentLeaderEpoch.write(to: &writer)
        try self.voterId.write(to: &writer)
        try self.voterDirectoryId.write(to: &writer)
        try writer.structs(self.listeners, version: version)
        try self.kRaftVersionFeature.write(to: &writer, version: version)
        writer.tags(self.unknownTags)
    }

    /// `Listener` of `UpdateRaftVoterRequest`, versions 0.
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

    /// `KRaftVersionFeature` of `UpdateRaftVoterRequest`, versions 0.
    public struct KRaftVersionFeature: WireStruct {
        /// In every version.
        public var minSupportedVersion: Int16 = 0
        /// In every version.
        public var maxSupportedVersion: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(minSupportedVersion: Int16 = 0, maxSupportedVersion: Int16 = 0) {
            self.minSupportedVersion = minSupportedVersion
            self.maxSupportedVersion = maxSupportedVersion
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.minSupportedVersion = try Int16(from: &reader)
            self.maxSupportedVersion = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.minSupportedVersion.write(to: &writer)
            try self.maxSupportedVersion.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// A voter's new endpoints. Response of API 82, versions 0, flexible from 0.
public struct UpdateRaftVoterResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .updateRaftVoter }
    /// Kafka's name.
    public static var messageName: String { "UpdateRaftVoterResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// The leader to ask instead, when the error says that this is not one. Tag 0.
    public var currentLeader: CurrentLeader = CurrentLeader()
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        currentLeader: CurrentLeader = CurrentLeader()
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.currentLeader = currentLeader
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.currentLeader = try CurrentLeader(from: &reader, version: version)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasCurrentLeader: Bool = self.currentLeader != CurrentLeader()
        if hasCurrentLeader { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasCurrentLeader {
            let start: Int = writer.openTag(0, &tags)
            try self.currentLeader.write(to: &writer, version: version)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `CurrentLeader` of `UpdateRaftVoterResponse`, versions 0.
    public struct CurrentLeader: WireStruct {
        /// In every version.
        public var leaderId: BrokerID = -1
        /// Grows with every new leader of the partition; -1 unknown.
        public var leaderEpoch: Int32 = -1
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(leaderId: BrokerID = -1, leaderEpoch: Int32 = -1, host: String = "", port: Int32 = 0) {
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.host = host
            self.port = port
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.leaderId = try BrokerID(from: &reader)
            self.leaderEpoch = try Int32(from: &reader)
            self.host = try String(from: &reader)
            self.port = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.leaderId.write(to: &writer)
            try self.leaderEpoch.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
