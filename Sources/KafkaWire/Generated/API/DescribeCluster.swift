// Generated from Sources/kdeck-dev/Schemas/api/60-DescribeCluster.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Brokers or controllers of the cluster. Request of API 60, versions 0-2, flexible from 0.
public struct DescribeClusterRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeClusterResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeCluster }
    /// Kafka's name.
    public static var messageName: String { "DescribeClusterRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// Ask also what this user may do.
    public var includeClusterAuthorizedOperations: Bool = false
    /// From version 1.
    public var endpointType: Int8 = 1
    /// From version 2.
    public var includeFencedBrokers: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        includeClusterAuthorizedOperations: Bool = false,
        endpointType: Int8 = 1,
        includeFencedBrokers: Bool = false
    ) {
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.endpointType = endpointType
        self.includeFencedBrokers = includeFencedBrokers
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.includeClusterAuthorizedOperations = try Bool(from: &reader)
        if version >= 1 { self.endpointType = try Int8(from: &reader) }
        if version >= 2 { self.includeFencedBrokers = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.includeClusterAuthorizedOperations.write(to: &writer)
        if version >= 1 {
            try self.endpointType.write(to: &writer)
        } else {
            try writer.refuse(self.endpointType != 1, "endpointType", version)
        }
        if version >= 2 {
            try self.includeFencedBrokers.write(to: &writer)
        } else {
            try writer.refuse(self.includeFencedBrokers, "includeFencedBrokers", version)
        }
        writer.tags(self.unknownTags)
    }
}

/// Brokers or controllers of the cluster. Response of API 60, versions 0-2, flexible from 0.
public struct DescribeClusterResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeCluster }
    /// Kafka's name.
    public static var messageName: String { "DescribeClusterResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = nil
    /// From version 1, dropped silently by other versions.
    public var endpointType: Int8 = 1
    /// In every version.
    public var clusterId: String = ""
    /// In every version.
    public var controllerId: BrokerID = -1
    /// In every version.
    public var brokers: [DescribeClusterBroker] = []
    /// Bits of AclOperation; -2147483648 when not asked for.
    public var clusterAuthorizedOperations: Int32 = -2147483648
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = nil,
        endpointType: Int8 = 1,
        clusterId: String = "",
        controllerId: BrokerID = -1,
        brokers: [DescribeClusterBroker] = [],
        clusterAuthorizedOperations: Int32 = -2147483648
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.endpointType = endpointType
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.brokers = brokers
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        if version >= 1 { self.endpointType = try Int8(from: &reader) }
        self.clusterId = try String(from: &reader)
        self.controllerId = try BrokerID(from: &reader)
        self.brokers = try reader.structs(of: DescribeClusterBroker.self, version: version, atLeast: 11)
        self.clusterAuthorizedOperations = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        if version >= 1 { try self.endpointType.write(to: &writer) }
        try self.clusterId.write(to: &writer)
        try self.controllerId.write(to: &writer)
        try writer.structs(self.brokers, version: version)
        try self.clusterAuthorizedOperations.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `DescribeClusterBroker` of `DescribeClusterResponse`, versions 0-2.
    public struct DescribeClusterBroker: WireStruct {
        /// In every version.
        public var brokerId: BrokerID = 0
        /// In every version.
        public var host: String = ""
        /// In every version.
        public var port: Int32 = 0
        /// May be null.
        public var rack: String? = nil
        /// Registered, but not heard from: leads nothing. From version 2, dropped silently by other versions.
        public var isFenced: Bool = false
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            brokerId: BrokerID = 0,
            host: String = "",
            port: Int32 = 0,
            rack: String? = nil,
            isFenced: Bool = false
        ) {
            self.brokerId = brokerId
            self.host = host
            self.port = port
            self.rack = rack
            self.isFenced = isFenced
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.brokerId = try BrokerID(from: &reader)
            self.host = try String(from: &reader)
            self.port = try Int32(from: &reader)
            self.rack = try String.readNullable(from: &reader)
            if version >= 2 { self.isFenced = try Bool(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.brokerId.write(to: &writer)
            try self.host.write(to: &writer)
            try self.port.write(to: &writer)
            try writer.nullable(self.rack)
            if version >= 2 { try self.isFenced.write(to: &writer) }
            writer.tags(self.unknownTags)
        }
    }
}
