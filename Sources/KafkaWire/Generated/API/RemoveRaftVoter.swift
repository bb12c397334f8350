// Generated from Sources/kdeck-dev/Schemas/api/81-RemoveRaftVoter.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Removes a voter from the metadata quorum. Request of API 81, versions 0, flexible from 0.
public struct RemoveRaftVoterRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = RemoveRaftVoterResponse
    /// The number of the API.
    public static var apiKey: APIKey { .removeRaftVoter }
    /// Kafka's name.
    public static var messageName: String { "RemoveRaftVoterRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// May be null.
    public var clusterId: String? = ""
    /// In every version.
    public var voterId: Int32 = 0
    /// In every version.
    public var voterDirectoryId: KafkaUUID = .zero
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(clusterId: String? = "", voterId: Int32 = 0, voterDirectoryId: KafkaUUID = .zero) {
        self.clusterId = clusterId
        self.voterId = voterId
        self.voterDirectoryId = voterDirectoryId
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.clusterId = try String.readNullable(from: &reader)
        self.voterId = try Int32(from: &reader)
        self.voterDirectoryId = try KafkaUUID(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullable(self.clusterId)
        try self.voterId.write(to: &writer)
        try self.voterDirectoryId.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}

/// Removes a voter from the metadata quorum. Response of API 81, versions 0, flexible from 0.
public struct RemoveRaftVoterResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .removeRaftVoter }
    /// Kafka's name.
    public static var messageName: String { "RemoveRaftVoterResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

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
