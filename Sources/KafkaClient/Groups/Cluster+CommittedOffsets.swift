import KafkaWire

extension Cluster {
    /// Where a group stands: in the partitions asked for, or (nil) in all it ever committed. Partitions without a commit are
    /// left out. Fails when the broker refuses one of them.
    public func committedOffsets(
        _ group: GroupID, topics: [TopicPartition]?
    ) async throws(ClientError) -> [TopicPartition: CommittedOffset] {
        let asked = topics.map { Dictionary(grouping: $0, by: \.topic).mapValues { $0.map(\.partition) } }
        // Version 10 names topics by identity; names are enough here.
        let response: OffsetFetchResponse = try await call(
            .coordinator(group), versions: (asked == nil ? 2 : 1)...9,
            check: { (response: OffsetFetchResponse) in (response.groups.first?.errorCode ?? response.errorCode, nil) }
        ) { version in
            if version >= 8 {
                let topics = asked?.map {
                    OffsetFetchRequest.OffsetFetchRequestTopics(name: $0.key, partitionIndexes: $0.value)
                }
                return OffsetFetchRequest(
                    groups: [OffsetFetchRequest.OffsetFetchRequestGroup(groupId: group, topics: topics)])
            }
            let topics = asked?.map {
                OffsetFetchRequest.OffsetFetchRequestTopic(name: $0.key, partitionIndexes: $0.value)
            }
            return OffsetFetchRequest(groupId: group, topics: topics)
        }
        if let group = response.groups.first { return try Self.commits(of: group) }
        var offsets: [TopicPartition: CommittedOffset] = [:]
        for topic in response.topics {
            for row in topic.partitions {
                let name = TopicPartition(topic.name, row.partitionIndex)
                offsets[name] = try Self.commit(
                    name, row.committedOffset, row.committedLeaderEpoch, row.metadata, row.errorCode)
            }
        }
        return offsets
    }

    /// Where one group of an answer stands. Fails when the broker refuses it or one of its partitions.
    static func commits(
        of group: OffsetFetchResponse.OffsetFetchResponseGroup
    ) throws(ClientError) -> [TopicPartition: CommittedOffset] {
        guard group.errorCode == .none else { throw .refused(group.errorCode, nil) }
        var offsets: [TopicPartition: CommittedOffset] = [:]
        for topic in group.topics {
            for row in topic.partitions {
                let name = TopicPartition(topic.name, row.partitionIndex)
                offsets[name] = try commit(
                    name, row.committedOffset, row.committedLeaderEpoch, row.metadata, row.errorCode)
            }
        }
        return offsets
    }

    /// The commit in a row of an answer; nil when there is none.
    private static func commit(
        _ name: TopicPartition, _ offset: Int64, _ epoch: Int32, _ metadata: String?, _ code: ErrorCode
    ) throws(ClientError) -> CommittedOffset? {
        guard code == .none else { throw .refused(code, "\(name)") }
        return offset < 0 ? nil : CommittedOffset(offset: offset, leaderEpoch: epoch, metadata: metadata ?? "")
    }

    /// Sets where a group without members stands. The broker refuses it for each partition (`.unknownMemberId`) while the
    /// group has members. Only the reset of offsets uses this.
    public func commitOffsets(
        _ group: GroupID, _ offsets: [TopicPartition: CommittedOffset]
    ) async throws(ClientError) -> [TopicPartition: ErrorCode] {
        try await commitOffsets(group, offsets, generation: -1, member: "", lane: .shared)
    }

    func commitOffsets(
        _ group: GroupID, _ offsets: [TopicPartition: CommittedOffset], generation: Int32, member: String, lane: Lane
    ) async throws(ClientError) -> [TopicPartition: ErrorCode] {
        let topics = Dictionary(grouping: offsets, by: \.key.topic).map { topic, entries in
            OffsetCommitRequest.OffsetCommitRequestTopic(
                name: topic,
                partitions: entries.map { partition, offset in
                    OffsetCommitRequest.OffsetCommitRequestPartition(
                        partitionIndex: partition.partition, committedOffset: offset.offset,
                        committedLeaderEpoch: offset.leaderEpoch, committedMetadata: offset.metadata)
                })
        }
        let response: OffsetCommitResponse = try await call(
            .coordinator(group), lane: lane, versions: 2...9,
            check: { (response: OffsetCommitResponse) in
                // A coordinator that is elsewhere or busy says so for every partition, and has written none.
                let codes = response.topics.flatMap { $0.partitions.map(\.errorCode) }
                guard let first = codes.first, codes.allSatisfy({ $0 == first }), first.movesCoordinator else {
                    return nil
                }
                return (first, nil)
            }
        ) { _ in
            OffsetCommitRequest(
                groupId: group, generationIdOrMemberEpoch: generation, memberId: member, topics: topics)
        }
        var codes: [TopicPartition: ErrorCode] = [:]
        for topic in response.topics {
            for row in topic.partitions { codes[TopicPartition(topic.name, row.partitionIndex)] = row.errorCode }
        }
        return codes
    }

    /// Forgets where a group stands in some partitions. Fails with the first refusal, such as
    /// `.groupSubscribedToTopic` while a member reads the topic.
    public func deleteOffsets(_ group: GroupID, _ partitions: [TopicPartition]) async throws(ClientError) {
        let topics = Dictionary(grouping: partitions, by: \.topic).map { topic, entries in
            OffsetDeleteRequest.OffsetDeleteRequestTopic(
                name: topic,
                partitions: entries.map {
                    OffsetDeleteRequest.OffsetDeleteRequestPartition(partitionIndex: $0.partition)
                })
        }
        let _: OffsetDeleteResponse = try await call(
            .coordinator(group),
            check: { (response: OffsetDeleteResponse) in
                if response.errorCode != .none { return (response.errorCode, nil) }
                let refused = response.topics.lazy.flatMap(\.partitions).first { $0.errorCode != .none }
                return refused.map { ($0.errorCode, nil) }
            }
        ) { _ in OffsetDeleteRequest(groupId: group, topics: topics) }
    }
}

extension ErrorCode {
    /// True when the group's coordinator is another broker, or not ready.
    var movesCoordinator: Bool {
        self == .notCoordinator || self == .coordinatorNotAvailable || self == .coordinatorLoadInProgress
    }
}
