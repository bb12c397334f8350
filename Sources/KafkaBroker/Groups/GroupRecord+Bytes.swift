import Bytes
import KafkaWire

// The bytes of `__consumer_offsets`: a key is its int16 record type and the key's fields (version 0), a value is its
// int16 version and the value's fields. Written as Kafka 4.3 writes them: offsets in version 4, groups in version 3.
extension GroupRecord {
    private static let offsetVersion: Int16 = 4
    private static let groupVersion: Int16 = 3

    /// Key and value; a value of nil is a tombstone. Fails for strings longer than the format can say.
    func encoded() throws(WireError) -> (key: ByteSlice, value: ByteSlice?) {
        switch self {
        case .offset(let group, let position, let offset):
            let key = OffsetCommitKey(
                group: group.rawValue, topic: position.topic.rawValue, partition: position.partition)
            return try (
                Self.key(key), offset.map { o throws(WireError) in try Self.value(o.value, Self.offsetVersion) }
            )
        case .group(let group, let stored):
            let key = GroupMetadataKey(group: group.rawValue)
            return try (Self.key(key), stored.map { g throws(WireError) in try Self.value(g.value, Self.groupVersion) })
        }
    }

    private static func key<K: KafkaRecordMessage>(_ key: K) throws(WireError) -> ByteSlice {
        var writer = WireWriter()
        writer.integer(K.recordType)
        try key.write(to: &writer, version: 0)
        return writer.finish()
    }

    private static func value<V: KafkaRecordMessage>(_ value: V, _ version: Int16) throws(WireError) -> ByteSlice {
        var writer = WireWriter()
        writer.integer(version)
        try value.write(to: &writer, version: version)
        return writer.finish()
    }

    /// The record of `key` and `value`, or nil when it is of a kind this coordinator does not keep (the new group
    /// protocols, share groups).
    init?(key: ByteSlice, value: ByteSlice?) throws(WireError) {
        var reader = WireReader(key)
        switch try reader.integer(Int16.self) {
        case 0, OffsetCommitKey.recordType:
            let key = try OffsetCommitKey(from: &reader, version: 0)
            let position = TopicPartition(topic: TopicName(rawValue: key.topic), partition: key.partition)
            let offset = try value.map { bytes throws(WireError) in try StoredOffset(bytes) }
            self = .offset(GroupID(rawValue: key.group), position, offset)
        case GroupMetadataKey.recordType:
            let key = try GroupMetadataKey(from: &reader, version: 0)
            let stored = try value.map { bytes throws(WireError) in try StoredGroup(bytes) }
            self = .group(GroupID(rawValue: key.group), stored)
        default:
            return nil
        }
    }
}

extension StoredOffset {
    fileprivate var value: OffsetCommitValue {
        OffsetCommitValue(
            offset: offset, leaderEpoch: leaderEpoch, metadata: metadata, commitTimestamp: commitTimestamp,
            topicId: topicID)
    }

    fileprivate init(_ bytes: ByteSlice) throws(WireError) {
        var reader = WireReader(bytes)
        let version = try reader.integer(Int16.self)
        let value = try OffsetCommitValue(from: &reader, version: version)
        self.init(
            offset: value.offset, leaderEpoch: value.leaderEpoch, metadata: value.metadata,
            commitTimestamp: value.commitTimestamp,
            expireTimestamp: value.expireTimestamp < 0 ? nil : value.expireTimestamp, topicID: value.topicId)
    }
}

extension StoredGroup {
    fileprivate var value: GroupMetadataValue {
        GroupMetadataValue(
            protocolType: protocolType, generation: generation, protocol: protocolName, leader: leader,
            currentStateTimestamp: stateTimestamp,
            members: members.map {
                GroupMetadataValue.MemberMetadata(
                    memberId: $0.id, groupInstanceId: $0.instanceID, clientId: $0.clientID,
                    clientHost: $0.clientHost, rebalanceTimeout: $0.rebalanceTimeoutMs,
                    sessionTimeout: $0.sessionTimeoutMs, subscription: $0.subscription, assignment: $0.assignment)
            })
    }

    fileprivate init(_ bytes: ByteSlice) throws(WireError) {
        var reader = WireReader(bytes)
        let version = try reader.integer(Int16.self)
        let value = try GroupMetadataValue(from: &reader, version: version)
        self.init(
            protocolType: value.protocolType, generation: value.generation, protocolName: value.protocol,
            leader: value.leader, stateTimestamp: value.currentStateTimestamp,
            members: value.members.map {
                // Slices of a whole log segment would keep it in memory.
                Member(
                    id: $0.memberId, instanceID: $0.groupInstanceId, clientID: $0.clientId,
                    clientHost: $0.clientHost, rebalanceTimeoutMs: $0.rebalanceTimeout,
                    sessionTimeoutMs: $0.sessionTimeout, subscription: $0.subscription.detached(),
                    assignment: $0.assignment.detached())
            })
    }
}
