// Generated from Sources/kdeck-dev/Schemas/api/62-BrokerRegistration.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A broker starts. Request of API 62, versions 0-4, flexible from 0.
public struct BrokerRegistrationRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = BrokerRegistrationResponse
    /// The number of the API.
    public static var apiKey: APIKey { .brokerRegistration }
    /// Kafka's name.
    public static var messageName: String { "BrokerRegistrationRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...4 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// In every version.
    public var clusterId: String = ""
    /// New with every start of the process.
    public var incarnationId: KafkaUUID = .zero
    /// In every version.
    public var listeners: [Listener] = []
    /// In every version.
    public var features: [Feature] = []
    /// May be null.
    public var rack: String? = ""
    /// From version 1.
    public var isMigratingZkBroker: Bool = false
    /// From version 2, dropped silently by other versions.
    public var logDirs: [KafkaUUID] = []
    /// From version 3, dropped silently by other versions.
    public var previousBrokerEpoch: Int64 = -1
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        brokerId: BrokerID = 0,
        clusterId: String = "",
        incarnationId: KafkaUUID = .zero,
        listeners: [Listener] = [],
        features: [Feature] = [],
        rack: String? = "",
        isMigratingZkBroker: Bool = false,
        logDirs: [KafkaUUID] = [],
        previousBrokerEpoch: Int64 = -1
    ) {
        self.brokerId = brokerId
        self.clusterId = clusterId
        self.incarnationId = incarnationId
        self.listeners = listeners
        self.features = features
        self.rack = rack
        self.isMigratingZkBroker = isMigratingZkBroker
        self.logDirs = logDirs
        self.previousBrokerEpoch = previousBrokerEpoch
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        self.clusterId = try String(from: &reader)
        self.incarnationId = try KafkaUUID(from: &reader)
        self.listeners = try reader.structs(of: Listener.self, version: version, atLeast: 7)
        self.features = try reader.structs(of: Feature.self, version: version, atLeast: 6)
        self.rack = try String.readNullable(from: &reader)
        if version >= 1 { self.isMigratingZkBroker = try Bool(from: &reader) }
        if version >= 2 { self.logDirs = try reader.array(of: KafkaUUID.self, atLeast: 16) }
        if version >= 3 { self.previousBrokerEpoch = try Int64(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.brokerId.write(to: &writer)
        try self.clusterId.write(to: &writer)
        try self.incarnationId.write(to: &writer)
        try writer.structs(self.listeners, version: version)
        try writer.structs(self.features, version: version)
        try writer.nullable(self.rack)
        if version >= 1 {
            try self.isMigratingZkBroker.write(to: &writer)
        } else {
            try writer.refuse(self.isMigratingZkBroker, "isMigratingZkBroker", version)
        }
        if version >= 2 { try writer.array(self.logDirs) }
        if version >= 3 { try self.previousBrokerEpoch.write(to: &writer) }
        writer.tags(self.unknownTags)
    }

    /// `Listener` of `BrokerRegistrationRequest`, versions 0-4.
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

    /// `Feature` of `BrokerRegistrationRequest`, versions 0-4.
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

/// A broker starts. Response of API 62, versions 0-4, flexible from 0.
public struct BrokerRegistrationResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .brokerRegistration }
    /// Kafka's name.
    public static var messageName: String { "BrokerRegistrationResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...4 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = -1
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, brokerEpoch: Int64 = -1) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.brokerEpoch = brokerEpoch
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try self.brokerEpoch.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
