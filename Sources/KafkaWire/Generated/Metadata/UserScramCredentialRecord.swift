// Generated from Sources/kdeck-dev/Schemas/metadata/11-UserScramCredentialRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 11 (metadata), versions 0, flexible from 0.
public struct UserScramCredentialRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 11 }
    /// Kafka's name.
    public static var messageName: String { "UserScramCredentialRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var name: String = ""
    /// 1 SCRAM-SHA-256, 2 SCRAM-SHA-512.
    public var mechanism: Int8 = 0
    /// Of the SCRAM credential.
    public var salt: ByteSlice = .empty
    /// In every version.
    public var storedKey: ByteSlice = .empty
    /// In every version.
    public var serverKey: ByteSlice = .empty
    /// In every version.
    public var iterations: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        name: String = "",
        mechanism: Int8 = 0,
        salt: ByteSlice = .empty,
        storedKey: ByteSlice = .empty,
        serverKey: ByteSlice = .empty,
        iterations: Int32 = 0
    ) {
        self.name = name
        self.mechanism = mechanism
        self.salt = salt
        self.storedKey = storedKey
        self.serverKey = serverKey
        self.iterations = iterations
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.name = try String(from: &reader)
        self.mechanism = try Int8(from: &reader)
        self.salt = try ByteSlice(from: &reader)
        self.storedKey = try ByteSlice(from: &reader)
        self.serverKey = try ByteSlice(from: &reader)
        self.iterations = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.name.write(to: &writer)
        try self.mechanism.write(to: &writer)
        try self.salt.write(to: &writer)
        try self.storedKey.write(to: &writer)
        try self.serverKey.write(to: &writer)
        try self.iterations.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
