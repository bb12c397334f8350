// Generated from Sources/kdeck-dev/Schemas/data/raft-QuorumStateData.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 0-1, flexible from 0.
public struct QuorumStateData: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "QuorumStateData" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// Version 0.
    public var clusterId: String = ""
    /// In every version.
    public var leaderId: Int32 = -1
    /// Grows with every new leader of the partition; -1 unknown.
    public var leaderEpoch: Int32 = -1
    /// -1 nobody.
    public var votedId: Int32 = -1
    /// From version 1.
    public var votedDirectoryId: KafkaUUID = .zero
    /// Version 0.
    public var appliedOffset: Int64 = 0
    /// Version 0, may be null.
    public var currentVoters: [Voter]? = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        clusterId: String = "",
        leaderId: Int32 = -1,
        leaderEpoch: Int32 = -1,
        votedId: Int32 = -1,
        votedDirectoryId: KafkaUUID = .zero,
        appliedOffset: Int64 = 0,
        currentVoters: [Voter]? = []
    ) {
        self.clusterId = clusterId
        self.leaderId = leaderId
        self.leaderEpoch = leaderEpoch
        self.votedId = votedId
        self.votedDirectoryId = votedDirectoryId
        self.appliedOffset = appliedOffset
        self.currentVoters = currentVoters
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version <= 0 { self.clusterId = try String(from: &reader) }
        self.leaderId = try Int32(from: &reader)
        self.leaderEpoch = try Int32(from: &reader)
        self.votedId = try Int32(from: &reader)
        if version >= 1 { self.votedDirectoryId = try KafkaUUID(from: &reader) }
        if version <= 0 { self.appliedOffset = try Int64(from: &reader) }
        if version <= 0 {
            self.currentVoters = try reader.nullableStructs(of: Voter.self, version: version, atLeast: 5)
        }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version <= 0 {
            try self.clusterId.write(to: &writer)
        } else {
            try writer.refuse(!self.clusterId.isEmpty, "clusterId", version)
        }
        try self.leaderId.write(to: &writer)
        try self.leaderEpoch.write(to: &writer)
        try self.votedId.write(to: &writer)
        if version >= 1 {
            try self.votedDirectoryId.write(to: &writer)
        } else {
            try writer.refuse(self.votedDirectoryId != .zero, "votedDirectoryId", version)
        }
        if version <= 0 {
            try self.appliedOffset.write(to: &writer)
        } else {
            try writer.refuse(self.appliedOffset != 0, "appliedOffset", version)
        }
        if version <= 0 {
            try writer.nullableStructs(self.currentVoters, version: version)
        } else {
            try writer.refuse(self.currentVoters != [], "currentVoters", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `Voter` of `QuorumStateData`, versions 0.
    public struct Voter: WireStruct {
        /// In every version.
        public var voterId: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(voterId: Int32 = 0) {
            self.voterId = voterId
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.voterId = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.voterId.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
