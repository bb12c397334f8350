// Generated from Sources/kdeck-dev/Schemas/api/70-ControllerRegistration.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A controller starts. Request of API 70, versions 0, flexible from 0.
public struct ControllerRegistrationRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ControllerRegistrationResponse
    /// The number of the API.
    public static var apiKey: APIKey { .controllerRegistration }
    /// Kafka's name.
    public static var messageName: String { "ControllerRegistrationRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var controllerId: Int32 = 0
    /// New with every start of the process.
    public var incarnationId: KafkaUUID = .zero
    /// Of the way from ZooKeeper; always false now.
    public var zkMigrationReady: Bool = false
    /// In every version.
    public var listeners: [Listener] = []
    /// In every version.
    public var features: [Feature] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        controllerId: Int32 = 0,
        incarnationId: KafkaUUID = .zero,
        zkMigrationReady: Bool = false,
        listeners: [Listener] = [],
        features: [Feature] = []
    ) {
        self.controllerId = controllerId
        self.incarnationId = incarnationId
        self.zkMigrationReady = zkMigrationReady
        self.listeners = listeners
        self.features = features
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.controllerId = try Int32(from: &reader)
        self.incarnationId = try KafkaUUID(from: &reader)
        self.zkMigrationReady = try Bool(from: &reader)
        self.listeners = try reader.structs(of: Listener.self, version: version, atLeast: 7)
        self.features = try reader.structs(of: Feature.self, version: version, atLeast: 6)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.controllerId.write(to: &writer)
        try self.incarnationId.write(to: &writer)
        try self.zkMigrationReady.write(to: &writer)
        try writer.structs(self.listeners, version: version)
        try writer.structs(self.features, version: version)
        writer.tags(self.unknownTags)
    }

    /// `Listener` of `ControllerRegistrationRequest`, versions 0.
    public struct Listener: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: UInt16 = 0
        /// In every version.
        public var securityProtocol: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", host: String = "", port: UInt16 = 0, securityProtocol: Int16 = 0) {
            self.name = name
            self.host = host
            self.port = port
            self.securityProtocol = securityProtocol
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.host = try String(from: &reader)
            self.port = try UInt16(from: &reader)
            self.securityProtocol = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            try self.securityProtocol.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `Feature` of `ControllerRegistrationRequest`, versions 0.
    public struct Feature: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var minSupportedVersion: Int16 = 0
        /// In every version.
        public var maxSupportedVersion: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", minSupportedVersion: Int16 = 0, maxSupportedVersion: Int16 = 0) {
            self.name = name
            self.minSupportedVersion = minSupportedVersion
            self.maxSupportedVersion = maxSupportedVersion
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.minSupportedVersion = try Int16(from: &reader)
            self.maxSupportedVersion = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.minSupportedVersion.write(to: &writer)
            try self.maxSupportedVersion.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// A controller starts. Response of API 70, versions 0, flexible from 0.
public struct ControllerRegistrationResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .controllerRegistration }
    /// Kafka's name.
    public static var messageName: String { "ControllerRegistrationResponse" }
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
