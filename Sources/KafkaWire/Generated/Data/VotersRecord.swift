// Generated from Sources/kdeck-dev/Schemas/data/VotersRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 0, flexible from 0.
public struct VotersRecord: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "VotersRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var version: Int16 = 0
    /// In every version.
    public var voters: [Voter] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(version: Int16 = 0, voters: [Voter] = []) {
        self.version = version
        self.voters = voters
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.version = try Int16(from: &reader)
        self.voters = try reader.structs(of: Voter.self, version: version, atLeast: 27)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.version.write(to: &writer)
        try writer.structs(self.voters, version: version)
        writer.tags(self.unknownTags)
    }

    /// `Voter` of `VotersRecord`, versions 0.
    public struct Voter: WireStruct {
        /// In every version.
        public var voterId: BrokerID = 0
        /// In every version.
        public var voterDirectoryId: KafkaUUID = .zero
        /// In every version.
        public var endpoints: [Endpoint] = []
        /// In every version.
        public var kRaftVersionFeature: KRaftVersionFeature = KRaftVersionFeature()
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            voterId: BrokerID = 0,
            voterDirectoryId: KafkaUUID = .zero,
            endpoints: [Endpoint] = [],
            kRaftVersionFeature: KRaftVersionFeature = KRaftVersionFeature()
        ) {
            self.voterId = voterId
            self.voterDirectoryId = voterDirectoryId
            self.endpoints = endpoints
            self.kRaftVersionFeature = kRaftVersionFeature
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.voterId = try BrokerID(from: &reader)
            self.voterDirectoryId = try KafkaUUID(from: &reader)
            self.endpoints = try reader.structs(of: Endpoint.self, version: version, atLeast: 5)
            self.kRaftVersionFeature = try KRaftVersionFeature(from: &reader, version: version)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.voterId.write(to: &writer)
            try self.voterDirectoryId.write(to: &writer)
            try writer.structs(self.endpoints, version: version)
            try self.kRaftVersionFeature.write(to: &writer, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `Endpoint` of `VotersRecord`, versions 0.
    public struct Endpoint: WireStruct {
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

    /// `KRaftVersionFeature` of `VotersRecord`, versions 0.
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
