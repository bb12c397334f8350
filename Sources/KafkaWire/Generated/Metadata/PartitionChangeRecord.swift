// Generated from Sources/kdeck-dev/Schemas/metadata/05-PartitionChangeRecord.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Record of type 5 (metadata), versions 0-2, flexible from 0.
public struct PartitionChangeRecord: KafkaRecordMessage {
    /// The number of the record type.
    public static var recordType: Int16 { 5 }
    /// Kafka's name.
    public static var messageName: String { "PartitionChangeRecord" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// In every version.
    public var partitionId: Int32 = -1
    /// The id that survives deletion and re-creation under the same name.
    public var topicId: KafkaUUID = .zero
    /// Tag 0, may be null.
    public var isr: [BrokerID]? = nil
    /// Tag 1.
    public var leader: BrokerID = -2
    /// Tag 2, may be null.
    public var replicas: [BrokerID]? = nil
    /// Go when the move is done. Tag 3, may be null.
    public var removingReplicas: [BrokerID]? = nil
    /// The move still has to fill these. Tag 4, may be null.
    public var addingReplicas: [BrokerID]? = nil
    /// 0 recovered, 1 elected out of sync and still recovering. Tag 5.
    public var leaderRecoveryState: Int8 = -1
    /// From version 1, tag 8, may be null.
    public var directories: [KafkaUUID]? = nil
    /// Out of sync, but complete up to the watermark (KIP-966). From version 2, tag 6, may be null.
    public var eligibleLeaderReplicas: [BrokerID]? = nil
    /// The last members of the former, after an unclean stop. From version 2, tag 7, may be null.
    public var lastKnownElr: [BrokerID]? = nil
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        partitionId: Int32 = -1,
        topicId: KafkaUUID = .zero,
        isr: [BrokerID]? = nil,
        leader: BrokerID = -2,
        replicas: [BrokerID]? = nil,
        removingReplicas: [BrokerID]? = nil,
        addingReplicas: [BrokerID]? = nil,
        leaderRecoveryState: Int8 = -1,
        directories: [KafkaUUID]? = nil,
        eligibleLeaderReplicas: [BrokerID]? = nil,
        lastKnownElr: [BrokerID]? = nil
    ) {
        self.partitionId = partitionId
        self.topicId = topicId
        self.isr = isr
        self.leader = leader
        self.replicas = replicas
        self.removingReplicas = removingReplicas
        self.addingReplicas = addingReplicas
        self.leaderRecoveryState = leaderRecoveryState
        self.directories = directories
        self.eligibleLeaderReplicas = eligibleLeaderReplicas
        self.lastKnownElr = lastKnownElr
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.partitionId = try Int32(from: &reader)
        self.topicId = try KafkaUUID(from: &reader)
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                self.isr = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            case 1:
                self.leader = try BrokerID(from: &reader)
                try reader.close(tag)
            case 2:
                self.replicas = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            case 3:
                self.removingReplicas = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            case 4:
                self.addingReplicas = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            case 5:
                self.leaderRecoveryState = try Int8(from: &reader)
                try reader.close(tag)
            case 6:
                guard version >= 2 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.eligibleLeaderReplicas = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            case 7:
                guard version >= 2 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.lastKnownElr = try reader.nullableArray(of: BrokerID.self, atLeast: 4)
                try reader.close(tag)
            case 8:
                guard version >= 1 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.directories = try reader.nullableArray(of: KafkaUUID.self, atLeast: 16)
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
        if !(version >= 2) { try writer.refuse(self.eligibleLeaderReplicas != nil, "eligibleLeaderReplicas", version) }
        if !(version >= 2) { try writer.refuse(self.lastKnownElr != nil, "lastKnownElr", version) }
        if !(version >= 1) { try writer.refuse(self.directories != nil, "directories", version) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasIsr: Bool = self.isr != nil
        if hasIsr { known += 1 }
        let hasLeader: Bool = self.leader != -2
        if hasLeader { known += 1 }
        let hasReplicas: Bool = self.replicas != nil
        if hasReplicas { known += 1 }
        let hasRemovingReplicas: Bool = self.removingReplicas != nil
        if hasRemovingReplicas { known += 1 }
        let hasAddingReplicas: Bool = self.addingReplicas != nil
        if hasAddingReplicas { known += 1 }
        let hasLeaderRecoveryState: Bool = self.leaderRecoveryState != -1
        if hasLeaderRecoveryState { known += 1 }
        let hasEligibleLeaderReplicas: Bool = version >= 2 && self.eligibleLeaderReplicas != nil
        if hasEligibleLeaderReplicas { known += 1 }
        let hasLastKnownElr: Bool = version >= 2 && self.lastKnownElr != nil
        if hasLastKnownElr { known += 1 }
        let hasDirectories: Bool = version >= 1 && self.directories != nil
        if hasDirectories { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasIsr {
            let start: Int = writer.openTag(0, &tags)
            try writer.nullableArray(self.isr)
            try writer.closeTag(start)
        }
        if hasLeader {
            let start: Int = writer.openTag(1, &tags)
            try self.leader.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasReplicas {
            let start: Int = writer.openTag(2, &tags)
            try writer.nullableArray(self.replicas)
            try writer.closeTag(start)
        }
        if hasRemovingReplicas {
            let start: Int = writer.openTag(3, &tags)
            try writer.nullableArray(self.removingReplicas)
            try writer.closeTag(start)
        }
        if hasAddingReplicas {
            let start: Int = writer.openTag(4, &tags)
            try writer.nullableArray(self.addingReplicas)
            try writer.closeTag(start)
        }
        if hasLeaderRecoveryState {
            let start: Int = writer.openTag(5, &tags)
            try self.leaderRecoveryState.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasEligibleLeaderReplicas {
            let start: Int = writer.openTag(6, &tags)
            try writer.nullableArray(self.eligibleLeaderReplicas)
            try writer.closeTag(start)
        }
        if hasLastKnownElr {
            let start: Int = writer.openTag(7, &tags)
            try writer.nullableArray(self.lastKnownElr)
            try writer.closeTag(start)
        }
        if hasDirectories {
            let start: Int = writer.openTag(8, &tags)
            try writer.nullableArray(self.directories)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }
}
