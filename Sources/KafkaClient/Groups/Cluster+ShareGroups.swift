public import KafkaWire

/// Where a share group stands in a partition.
public struct SharePosition: Sendable, Hashable {
    /// What lies before it is done with: no record of it is given out again.
    public var start: Int64
    /// Records that are not done with yet, as the broker counts them; nil when it does not.
    public var lag: Int64?

    /// The parts.
    public init(start: Int64, lag: Int64?) {
        self.start = start
        self.lag = lag
    }
}

extension Cluster {
    func describeShareGroup(_ id: GroupID) async throws(ClientError) -> GroupDescription {
        let response: ShareGroupDescribeResponse = try await call(
            .coordinator(id),
            check: { (response: ShareGroupDescribeResponse) in
                response.groups.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in ShareGroupDescribeRequest(groupIds: [id]) }
        guard let group = response.groups.first else { throw .decode(.shareGroupDescribe, "no group in it") }
        return GroupDescription(
            id: id, state: group.groupState, protocolType: "share", protocolName: group.assignorName,
            coordinator: knownCoordinator(of: id), generation: group.groupEpoch,
            members: group.members.map { member in
                GroupMemberInfo(
                    id: member.memberId, clientID: member.clientId, host: member.clientHost.withoutSlash,
                    assignment: member.assignment.topicPartitions.flatMap { topic in
                        topic.partitions.map { TopicPartition(topic.topicName, $0) }
                    }.sorted(), topics: member.subscribedTopicNames)
            })
    }

    /// Of a group of Kafka Streams the tasks of a member are told as the partitions of their source topics.
    func describeStreamsGroup(_ id: GroupID) async throws(ClientError) -> GroupDescription {
        let response: StreamsGroupDescribeResponse = try await call(
            .coordinator(id),
            check: { (response: StreamsGroupDescribeResponse) in
                response.groups.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in StreamsGroupDescribeRequest(groupIds: [id]) }
        guard let group = response.groups.first else { throw .decode(.streamsGroupDescribe, "no group in it") }
        var sources: [String: [TopicName]] = [:]
        for part in group.topology?.subtopologies ?? [] {
            sources[part.subtopologyId] = part.sourceTopics + part.repartitionSourceTopics.map(\.name)
        }
        let topics = Set(sources.values.joined()).sorted()
        return GroupDescription(
            id: id, state: group.groupState, protocolType: "streams", coordinator: knownCoordinator(of: id),
            generation: group.groupEpoch,
            members: group.members.map { member in
                GroupMemberInfo(
                    id: member.memberId, instanceID: member.instanceId, clientID: member.clientId,
                    host: member.clientHost.withoutSlash,
                    assignment: member.assignment.activeTasks.flatMap { task in
                        (sources[task.subtopologyId] ?? []).flatMap { topic in
                            task.partitions.map { TopicPartition(topic, $0) }
                        }
                    }.sorted(), topics: topics)
            })
    }

    /// Where a share group stands in every partition that it was given something of. Partitions that it has not begun are
    /// left out.
    public func sharePositions(of id: GroupID) async throws(ClientError) -> [TopicPartition: SharePosition] {
        let response: DescribeShareGroupOffsetsResponse = try await call(
            .coordinator(id),
            check: { (response: DescribeShareGroupOffsetsResponse) in
                response.groups.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in
            DescribeShareGroupOffsetsRequest(groups: [
                DescribeShareGroupOffsetsRequest.DescribeShareGroupOffsetsRequestGroup(groupId: id, topics: nil)
            ])
        }
        var positions: [TopicPartition: SharePosition] = [:]
        for topic in response.groups.first?.topics ?? [] {
            for row in topic.partitions where row.errorCode == .none && row.startOffset >= 0 {
                positions[TopicPartition(topic.topicName, row.partitionIndex)] = SharePosition(
                    start: row.startOffset, lag: row.lag < 0 ? nil : row.lag)
            }
        }
        return positions
    }

    func knownCoordinator(of id: GroupID) -> BrokerID? { routing.withLock { $0.coordinator(id) } }
}
