// Generated from Sources/kdeck-dev/Schemas/data/DefaultPrincipalData.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Data of Kafka's own, versions 0, flexible from 0.
public struct DefaultPrincipalData: WireMessage {
    /// Kafka's name.
    public static var messageName: String { "DefaultPrincipalData" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var type: String = ""
    /// In every version.
    public var name: String = ""
    /// In every version.
    public var tokenAuthenticated: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(type: String = "", name: String = "", tokenAuthenticated: Bool = false) {
        self.type = type
        self.name = name
        self.tokenAuthenticated = tokenAuthenticated
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.type = try String(from: &reader)
        self.name = try String(from: &reader)
        self.tokenAuthenticated = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.type.write(to: &writer)
        try self.name.write(to: &writer)
        try self.tokenAuthenticated.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
