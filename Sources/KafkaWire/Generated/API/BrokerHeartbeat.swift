// Generated from Sources/kdeck-dev/Schemas/api/63-BrokerHeartbeat.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A broker is alive. Request of API 63, versions 0-2, flexible from 0.
public struct BrokerHeartbeatRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = BrokerHeartbeatResponse
    /// The number of the API.
    public static var apiKey: APIKey { .brokerHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "BrokerHeartbeatRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// In every version.
    public var brokerId: BrokerID = 0
    /// Grows with every registration of the broker.
    public var brokerEpoch: Int64 = -1
    /// In every version.
    public var currentMetadataOffset: Int64 = 0
    /// The broker asks not to lead anything.
    public var wantFence: Bool = false
    /// The broker asks to hand its partitions over and stop.
    public var wantShutDown: Bool = false
    /// From version 1, tag 0.
    public var offlineLogDirs: [KafkaUUID] = []
    /// From version 2, tag 1, may be null.
    public var cordonedLogDirs: [KafkaUUID]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        brokerId: BrokerID = 0,
        brokerEpoch: Int64 = -1,
        currentMetadataOffset: Int64 = 0,
        wantFence: Bool = false,
        wantShutDown: Bool = false,
        offlineLogDirs: [KafkaUUID] = [],
        cordonedLogDirs: [KafkaUUID]? = nil
    ) {
        self.brokerId = brokerId
        self.brokerEpoch = brokerEpoch
        self.currentMetadataOffset = currentMetadataOffset
        self.wantFence = wantFence
        self.wantShutDown = wantShutDown
        self.offlineLogDirs = offlineLogDirs
        self.cordonedLogDirs = cordonedLogDirs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.brokerId = try BrokerID(from: &reader)
        self.brokerEpoch = try Int64(from: &reader)
        self.currentMetadataOffset = try Int64(from: &reader)
        self.wantFence = try Bool(from: &reader)
        self.wantShutDown = try Bool(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.offlineLogDirs = try reader.array(of: KafkaUUID.self, atLeast: 16)
                try reader.close(tag)
            case 1:
                guard version >= 2 else { throw .tagNotInVersion(tag: tag.number, version: version) }
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
        try self.brokerEpoch.write(to: &writer)
        try self.currentMetadataOffset.write(to: &writer)
        try self.wantFence.write(to: &writer)
        try self.wantShutDown.write(to: &writer)
        if !(version >= 1) { try writer.refuse(!self.offlineLogDirs.isEmpty, "offlineLogDirs", version) }
        if !(version >= 2) { try writer.refuse(self.cordonedLogDirs != nil, "cordonedLogDirs", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasOfflineLogDirs: Bool = version >= 1 && !self.offlineLogDirs.isEmpty
        if hasOfflineLogDirs { known += 1 }
        let hasCordonedLogDirs: Bool = version >= 2 && self.cordonedLogDirs != nil
        if hasCordonedLogDirs { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasOfflineLogDirs {
            let start: Int = writer.openTag(0, &tags)
            try writer.array(self.offlineLogDirs)
            try writer.closeTag(start)
        }
        if hasCordonedLogDirs {
            let start: Int = writer.openTag(1, &tags)
            try writer.nullableArray(self.cordonedLogDirs)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}

/// A broker is alive. Response of API 63, versions 0-2, flexible from 0.
public struct BrokerHeartbeatResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .brokerHeartbeat }
    /// Kafka's name.
    public static var messageName: String { "BrokerHeartbeatResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var isCaughtUp: Bool = false
    /// Registered, but not heard from: leads nothing.
    public var isFenced: Bool = true
    /// In every version.
    public var shouldShutDown: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        isCaughtUp: Bool = false,
        isFenced: Bool = true,
        shouldShutDown: Bool = false
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.isCaughtUp = isCaughtUp
        self.isFenced = isFenced
        self.shouldShutDown = shouldShutDown
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.isCaughtUp = try Bool(from: &reader)
        self.isFenced = try Bool(from: &reader)
        self.shouldShutDown = try Bool(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try self.isCaughtUp.write(to: &writer)
        try self.isFenced.write(to: &writer)
        try self.shouldShutDown.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
