// Generated from Sources/kdeck-dev/Schemas/metadata/00-RegisterBrokerRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 0 (metadata), versions 0-4, flexible from 0.
public struct RegisterBrokerRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 0 }
    /// Kafka's name.
    public static var messageName: String { "RegisterBrokerRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...4 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// From version 2.
    public var isMigratingZkBroker: Bool = false
    /// New with every start of the process.
    public var incarnationId: KafkaUUID = .zero
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = 0
    /// In every version.
    public var endPoints: [BrokerEndpoint] = []
    /// In every version.
    public var features: [BrokerFeature] = []
    /// May be null.
    public var rack: String? = ""
    /// In every version.
    public var fenced: Bool = true
    /// From version 1.
    public var inControlledShutdown: Bool = false
    /// From version 3, tag 0.
    public var logDirs: [KafkaUUID] = []
    /// From version 4, tag 1, may be null.
    public var cordonedLogDirs: [KafkaUUID]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        brokerId: BrokerID = 0,
        isMigratingZkBroker: Bool = false,
        incarnationId: KafkaUUID = .zero,
        brokerEpoch: Int64 = 0,
        endPoints: [BrokerEndpoint] = [],
        features: [BrokerFeature] = [],
        rack: String? = "",
        fenced: Bool = true,
        inControlledShutdown: Bool = false,
        logDirs: [KafkaUUID] = [],
        cordonedLogDirs: [KafkaUUID]? = nil
    ) {
        self.brokerId = brokerId
        self.isMigratingZkBroker = isMigratingZkBroker
        self.incarnationId = incarnationId
        self.brokerEpoch = brokerEpoch
        self.endPoints = endPoints
        self.features = features
        self.rack = rack
        self.fenced = fenced
        self.inControlledShutdown = inControlledShutdown
        self.logDirs = logDirs
        self.cordonedLogDirs = cordonedLogDirs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        if version >= 2 { self.isMigratingZkBroker = try Bool(from: &reader) }
        self.incarnationId = try KafkaUUID(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        self.endPoints = try reader.structs(of: BrokerEndpoint.self, version: version, atLeast: 7)
        self.features = try reader.structs(of: BrokerFeature.self, version: version, atLeast: 6)
        self.rack = try String.readNullable(from: &reader)
        self.fenced = try Bool(from: &reader)
        if version >= 1 { self.inControlledShutdown = try Bool(from: &reader) }
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 3 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.logDirs = try reader.array(of: KafkaUUID.self, atLeast: 16)
                try reader.close(tag)
            case 1:
                guard version >= 4 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.cordonedLogDirs = try reader.nullableArray(of: KafkaUUID.self, atLeast: 16)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.brokerId.write(to: &writer)
        if version >= 2 {
            try self.isMigratingZkBroker.write(to: &writer)
        } else {
            try writer.refuse(self.isMigratingZkBroker, "isMigratingZkBroker", version)
        }
        try self.incarnationId.write(to: &writer)
        try self.brokerEpoch.write(to: &writer)
        try writer.structs(self.endPoints, version: version)
        try writer.structs(self.features, version: version)
        try writer.nullable(self.rack)
        try self.fenced.write(to: &writer)
        if version >= 1 {
            try self.inControlledShutdown.write(to: &writer)
        } else {
            try writer.refuse(self.inControlledShutdown, "inControlledShutdown", version)
        }
        if !(version >= 3) { try writer.refuse(!self.logDirs.isEmpty, "logDirs", version) }
        if !(version >= 4) { try writer.refuse(self.cordonedLogDirs != nil, "cordonedLogDirs", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasLogDirs: Bool = version >= 3 && !self.logDirs.isEmpty
        if hasLogDirs { known += 1 }
        let hasCordonedLogDirs: Bool = version >= 4 && self.cordonedLogDirs != nil
        if hasCordonedLogDirs { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasLogDirs {
            let start: Int = writer.openTag(0, &tags)
            try writer.array(self.logDirs)
            try writer.closeTag(start)
        }
        if hasCordonedLogDirs {
            let start: Int = writer.openTag(1, &tags)
            try writer.nullableArray(self.cordonedLogDirs)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `BrokerEndpoint` of `RegisterBrokerRecord`, versions 0-4.
    public struct BrokerEndpoint: WireStruct {
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

    /// `BrokerFeature` of `RegisterBrokerRecord`, versions 0-4.
    public struct BrokerFeature: WireStruct {
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
