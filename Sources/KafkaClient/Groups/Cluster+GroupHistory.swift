import Bytes
public import KafkaWire

/// A group as its coordinator wrote it down at a moment.
public struct GroupSnapshot: Sendable, Hashable {
    /// When it was written, in milliseconds since 1970.
    public var time: Int64
    /// Generation and members; the state is `Empty`, or `Stable` while there are members.
    public var group: GroupDescription

    /// The parts.
    public init(time: Int64, group: GroupDescription) {
        self.time = time
        self.group = group
    }
}

/// How a group changed in the past, as far back as was read.
public struct GroupHistory: Sendable, Hashable {
    /// What was written, oldest first; one a generation.
    public var snapshots: [GroupSnapshot]
    /// The partition of `__consumer_offsets` that was read.
    public var partition: TopicPartition
    /// The time of the oldest record that was read there; nil when there was none.
    public var since: Int64?
    /// All that the log still has was read.
    public var isWhole: Bool

    /// The parts.
    public init(snapshots: [GroupSnapshot], partition: TopicPartition, since: Int64?, isWhole: Bool) {
        self.snapshots = snapshots
        self.partition = partition
        self.since = since
        self.isWhole = isWhole
    }
}

extension Cluster {
    /// Offsets of a partition of `__consumer_offsets` that are looked back at most: commits of other groups lie between.
    private static let lookBack: Int64 = 100_000
    private static let offsetsTopic: TopicName = "__consumer_offsets"

    /// Reads what the coordinator wrote down of a group: who joined and left, generation by generation. The log is compacted,
    /// so that of long ago only the last state is left.
    public func history(of group: GroupID) async throws(ClientError) -> GroupHistory {
        let info = try await metadata([Self.offsetsTopic]).topic(Self.offsetsTopic)
        guard let info, info.error == .none, !info.partitions.isEmpty else {
            throw .refused(info?.error ?? .unknownTopicOrPartition, "topic \(Self.offsetsTopic)")
        }
        let partition = TopicPartition(
            Self.offsetsTopic, CoordinatorPartition.of(group.rawValue, count: Int32(info.partitions.count)))
        let first = try await bound(partition, .earliest)
        let end = try await bound(partition, .latest)
        var next = max(first, end - Self.lookBack)
        var reader = GroupLogReader(group)
        var since: Int64?
        let isWhole = next == first
        while next < end {
            let fetched = try await fetchRecords(partition, from: next, isolation: .readUncommitted)
            for record in fetched.records {
                since = since ?? record.timestamp
                reader.take(record)
            }
            guard fetched.nextOffset > next else { break }
            next = fetched.nextOffset
        }
        return GroupHistory(snapshots: reader.snapshots, partition: partition, since: since, isWhole: isWhole)
    }

    private func bound(_ partition: TopicPartition, _ spec: OffsetSpec) async throws(ClientError) -> Int64 {
        guard let answer = await listOffsets([partition: spec])[partition] else {
            throw .decode(.listOffsets, "\(partition) is missing")
        }
        return try answer.get().offset
    }
}

/// Follows one group through the records of its coordinator: those of the classic protocol hold a generation whole, those of
/// KIP-848 a member each, and then the epoch.
struct GroupLogReader {
    private let group: GroupID
    private var members: [String: GroupMemberInfo] = [:]
    private(set) var snapshots: [GroupSnapshot] = []

    init(_ group: GroupID) { self.group = group }

    mutating func take(_ record: Record) {
        // Whatever else lies there is of no concern: a record that cannot be read tells nothing.
        try? take(record.key, record.value, at: record.timestamp)
    }

    private mutating func take(_ key: ByteSlice?, _ value: ByteSlice?, at time: Int64) throws(WireError) {
        guard let key else { return }
        var reader = WireReader(key)
        switch try reader.integer(Int16.self) {
        case GroupMetadataKey.recordType:
            guard try GroupMetadataKey(from: &reader, version: 0).group == group.rawValue else { return }
            guard let value: GroupMetadataValue = try Self.value(value) else { return note(time, nil, []) }
            note(time, value.generation, value.members.map(Self.member), value.protocol ?? "")
        case ConsumerGroupMemberMetadataKey.recordType:
            let key = try ConsumerGroupMemberMetadataKey(from: &reader, version: 0)
            guard key.groupId == group.rawValue else { return }
            guard let value: ConsumerGroupMemberMetadataValue = try Self.value(value) else {
                members[key.memberId] = nil
                return
            }
            members[key.memberId] = GroupMemberInfo(
                id: key.memberId, instanceID: value.instanceId, clientID: value.clientId, host: value.clientHost,
                topics: value.subscribedTopicNames.map { TopicName($0) })
        case ConsumerGroupMetadataKey.recordType:
            guard try ConsumerGroupMetadataKey(from: &reader, version: 0).groupId == group.rawValue else { return }
            guard let value: ConsumerGroupMetadataValue = try Self.value(value) else { return note(time, nil, []) }
            note(time, value.epoch, members.values.sorted { $0.id < $1.id })
        default: break
        }
    }

    private static func value<V: KafkaRecordMessage>(_ bytes: ByteSlice?) throws(WireError) -> V? {
        guard let bytes else { return nil }
        var reader = WireReader(bytes)
        return try V(from: &reader, version: try reader.integer(Int16.self))
    }

    private static func member(_ stored: GroupMetadataValue.MemberMetadata) -> GroupMemberInfo {
        GroupMemberInfo(
            id: stored.memberId, instanceID: stored.groupInstanceId, clientID: stored.clientId,
            host: stored.clientHost.withoutSlash, assignment: Assignment(stored.assignment)?.partitions.sorted() ?? [])
    }

    private mutating func note(
        _ time: Int64, _ generation: Int32?, _ members: [GroupMemberInfo], _ protocolName: String = ""
    ) {
        let state = generation == nil ? "removed" : members.isEmpty ? "Empty" : "Stable"
        let described = GroupDescription(
            id: group, state: state, protocolName: protocolName, generation: generation, members: members)
        // Written again unchanged, or compacted: no news.
        guard snapshots.last?.group != described else { return }
        snapshots.append(GroupSnapshot(time: time, group: described))
    }
}
