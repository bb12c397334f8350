// Generated from Sources/kdeck-dev/Schemas/data/LeaderChangeMessage.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 0-1, flexible from 0.
public struct LeaderChangeMessage: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "LeaderChangeMessage" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...1 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...1 }

    /// In every version.
    public var version: Int16 = 0
    /// In every version.
    public var leaderId: BrokerID = 0
    /// In every version.
    public var voters: [Voter] = []
    /// In every version.
    public var grantingVoters: [Voter] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(version: Int16 = 0, leaderId: BrokerID = 0, voters: [Voter] = [], grantingVoters: [Voter] = []) {
        self.version = version
        self.leaderId = leaderId
        self.voters = voters
        self.grantingVoters = grantingVoters
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.version = try Int16(from: &reader)
        self.leaderId = try BrokerID(from: &reader)
        self.voters = try reader.structs(of: Voter.self, version: version, atLeast: 5)
        self.grantingVoters = try reader.structs(of: Voter.self, version: version, atLeast: 5)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.version.write(to: &writer)
        try self.leaderId.write(to: &writer)
        try writer.structs(self.voters, version: version)
        try writer.structs(self.grantingVoters, version: version)
        writer.tags(self.unknownTags)
    }

    /// `Voter` of `LeaderChangeMessage`, versions 0-1.
    public struct Voter: WireStruct {
        /// In every version.
        public var voterId: Int32 = 0
        /// From version 1.
        public var voterDirectoryId: KafkaUUID = .zero
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(voterId: Int32 = 0, voterDirectoryId: KafkaUUID = .zero) {
            self.voterId = voterId
            self.voterDirectoryId = voterDirectoryId
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.voterId = try Int32(from: &reader)
            if version >= 1 { self.voterDirectoryId = try KafkaUUID(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.voterId.write(to: &writer)
            if version >= 1 {
                try self.voterDirectoryId.write(to: &writer)
            } else {
                try writer.refuse(self.voterDirectoryId != .zero, "voterDirectoryId", version)
            }
            writer.tags(self.unknownTags)
        }
    }
}
