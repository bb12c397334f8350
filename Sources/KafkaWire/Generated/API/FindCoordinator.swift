// Generated from Sources/kdeck-dev/Schemas/api/10-FindCoordinator.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// The broker that looks after a group or a transaction. Request of API 10, versions 0-6, flexible from 3.
public struct FindCoordinatorRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = FindCoordinatorResponse
    /// The number of the API.
    public static var apiKey: APIKey { .findCoordinator }
    /// Kafka's name.
    public static var messageName: String { "FindCoordinatorRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...6 }

    /// Version 0-3.
    public var key: String = ""
    /// 0 group, 1 transactional id, 2 share group. From version 1.
    public var keyType: Int8 = 0
    /// From version 4.
    public var coordinatorKeys: [String] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(key: String = "", keyType: Int8 = 0, coordinatorKeys: [String] = []) {
        self.key = key
        self.keyType = keyType
        self.coordinatorKeys = coordinatorKeys
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version <= 3 { self.key = try String(from: &reader) }
        if version >= 1 { self.keyType = try Int8(from: &reader) }
        if version >= 4 { self.coordinatorKeys = try reader.array(of: String.self, atLeast: 1) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version <= 3 {
            try self.key.write(to: &writer)
        } else {
            try writer.refuse(!self.key.isEmpty, "key", version)
        }
        if version >= 1 {
            try self.keyType.write(to: &writer)
        } else {
            try writer.refuse(self.keyType != 0, "keyType", version)
        }
        if version >= 4 {
            try writer.array(self.coordinatorKeys)
        } else {
            try writer.refuse(!self.coordinatorKeys.isEmpty, "coordinatorKeys", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// The broker that looks after a group or a transaction. Response of API 10, versions 0-6, flexible from 3.
public struct FindCoordinatorResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .findCoordinator }
    /// Kafka's name.
    public static var messageName: String { "FindCoordinatorResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...6 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...6 }

    /// How long a quota made the answer wait. From version 1, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// Version 0-3, dropped silently by other versions.
    public var errorCode: ErrorCode = .none
    /// Version 1-3, may be null, dropped silently by other versions.
    public var errorMessage: String? = ""
    /// -1 none yet. Version 0-3, dropped silently by other versions.
    public var nodeId: BrokerID = 0
    /// Version 0-3, dropped silently by other versions.
    public var host: String = ""
    /// Version 0-3, dropped silently by other versions.
    public var port: Int32 = 0
    /// From version 4.
    public var coordinators: [Coordinator] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        nodeId: BrokerID = 0,
        host: String = "",
        port: Int32 = 0,
        coordinators: [Coordinator] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.nodeId = nodeId
        self.host = host
        self.port = port
        self.coordinators = coordinators
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { self.throttleTimeMs = try Int32(from: &reader) }
        if version <= 3 { self.errorCode = try ErrorCode(from: &reader) }
        if version >= 1 && version <= 3 { self.errorMessage = try String.readNullable(from: &reader) }
        if version <= 3 { self.nodeId = try BrokerID(from: &reader) }
        if version <= 3 { self.host = try String(from: &reader) }
        if version <= 3 { self.port = try Int32(from: &reader) }
        if version >= 4 { self.coordinators = try reader.structs(of: Coordinator.self, version: version, atLeast: 14) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 1 { try self.throttleTimeMs.write(to: &writer) }
        if version <= 3 { try self.errorCode.write(to: &writer) }
        if version >= 1 && version <= 3 { try writer.nullable(self.errorMessage) }
        if version <= 3 { try self.nodeId.write(to: &writer) }
        if version <= 3 { try self.host.write(to: &writer) }
        if version <= 3 { try self.port.write(to: &writer) }
        if version >= 4 {
            try writer.structs(self.coordinators, version: version)
        } else {
            try writer.refuse(!self.coordinators.isEmpty, "coordinators", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `Coordinator` of `FindCoordinatorResponse`, versions 4-6.
    public struct Coordinator: WireStruct {
        /// In every version.
        public var key: String = ""
        /// -1 none yet.
        public var nodeId: BrokerID = 0
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: Int32 = 0
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            key: String = "",
            nodeId: BrokerID = 0,
            host: String = "",
            port: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = ""
        ) {
            self.key = key
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.key = try String(from: &reader)
            self.nodeId = try BrokerID(from: &reader)
            self.host = try String(from: &reader)
            self.port = try Int32(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.key.write(to: &writer)
            try self.nodeId.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
