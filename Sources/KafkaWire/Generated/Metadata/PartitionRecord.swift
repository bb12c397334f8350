// Generated from Sources/kdeck-dev/Schemas/metadata/03-PartitionRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 3 (metadata), versions 0-2, flexible from 0.
public struct PartitionRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 3 }
    /// Kafka's name.
    public static var messageName: String { "PartitionRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// In every version.
    public var partitionId: Int32 = -1
    /// The id that survives deletion and re-creation under the same name.
    public var topicId: KafkaUUID = .zero
    /// In every version.
    public var replicas: [BrokerID] = []
    /// In every version.
    public var isr: [Int32] = []
    /// Go when the move is done.
    public var removingReplicas: [BrokerID] = []
    /// The move still has to fill these.
    public var addingReplicas: [BrokerID] = []
    /// In every version.
    public var leader: BrokerID = -1
    /// 0 recovered, 1 elected out of sync and still recovering. Tag 0.
    public var leaderRecoveryState: Int8 = 0
    /// Grows with every new leader of the partition; -1 unknown.
    public var leaderEpoch: Int32 = -1
    /// In every version.
    public var partitionEpoch: Int32 = -1
    /// From version 1.
    public var directories: [KafkaUUID] = []
    /// Out of sync, but complete up to the watermark (KIP-966). From version 2, tag 1, may be null.
    public var eligibleLeaderReplicas: [BrokerID]? = nil
    /// The last members of the former, after an unclean stop. From version 2, tag 2, may be null.
    public var lastKnownElr: [BrokerID]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        partitionId: Int32 = -1,
        topicId: KafkaUUID = .zero,
        replicas: [BrokerID] = [],
        isr: [Int32] = [],
        removingReplicas: [BrokerID] = [],
        addingReplicas: [BrokerID] = [],
        leader: BrokerID = -1,
        leaderRecoveryState: Int8 = 0,
        leaderEpoch: Int32 = -1,
        partitionEpoch: Int32 = -1,
        directories: [KafkaUUID] = [],
        eligibleLeaderReplicas: [BrokerID]? = nil,
        lastKnownElr: [BrokerID]? = nil
    ) {
        self.partitionId = partitionId
        self.topicId = topicId
        self.replicas = replicas
        self.isr = isr
        self.removingReplicas = removingReplicas
        self.addingReplicas = addingReplicas
        self.leader = leader
        self.leaderRecoveryState = leaderRecoveryState
        self.leaderEpoch = leaderEpoch
        self.partitionEpoch = partitionEpoch
        self.directories = directories
        self.eligibleLeaderReplicas = eligibleLeaderReplicas
        self.lastKnownElr = lastKnownElr
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.partitionId = try Int32(from: &reader)
        self.topicId = try KafkaUUID(from: &reader)
        self.replicas = try reader.array(of: BrokerID.self, atLeast: 4)
        self.isr = try reader.array(of: Int32.self, atLeast: 4)
        self.removingReplicas = try reader.array(of: BrokerID.self, atLeast: 4)
        self.addingReplicas = try reader.array(of: BrokerID.self, atLeast: 4)
        self.leader = try BrokerID(from: &reader)
        self.leaderEpoch = try Int32(from: &reader)
        self.partitionEpoch = try Int32(from: &reader)
        if version >= 1 { self.directories = try reader.array(of: KafkaUUID.self, atLeast: 16) }
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.leaderRecoveryState = try Int8(from: &reader)
                try reader.close(tag)
            case 1:
                guard version >= 2 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.eligibleLeaderReplicas = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            case 2:
                guard version >= 2 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.lastKnownElr = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.partitionId.write(to: &writer)
        try self.topicId.write(to: &writer)
        try writer.array(self.replicas)
        try writer.array(self.isr)
        try writer.array(self.removingReplicas)
        try writer.array(self.addingReplicas)
        try self.leader.write(to: &writer)
        try self.leaderEpoch.write(to: &writer)
        try self.partitionEpoch.write(to: &writer)
        if version >= 1 {
            try writer.array(self.directories)
        } else {
            try writer.refuse(!self.directories.isEmpty, "directories", version)
        }
        if !(version >= 2) { try writer.refuse(self.eligibleLeaderReplicas != nil, "eligibleLeaderReplicas", version) }
        if !(version >= 2) { try writer.refuse(self.lastKnownElr != nil, "lastKnownElr", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasLeaderRecoveryState: Bool = self.leaderRecoveryState != 0
        if hasLeaderRecoveryState { known += 1 }
        let hasEligibleLeaderReplicas: Bool = version >= 2 && self.eligibleLeaderReplicas != nil
        if hasEligibleLeaderReplicas { known += 1 }
        let hasLastKnownElr: Bool = version >= 2 && self.lastKnownElr != nil
        if hasLastKnownElr { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasLeaderRecoveryState {
            let start: Int = writer.openTag(0, &tags)
            try self.leaderRecoveryState.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasEligibleLeaderReplicas {
            let start: Int = writer.openTag(1, &tags)
            try writer.nullableArray(self.eligibleLeaderReplicas)
            try writer.closeTag(start)
        }
        if hasLastKnownElr {
            let start: Int = writer.openTag(2, &tags)
            try writer.nullableArray(self.lastKnownElr)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}
