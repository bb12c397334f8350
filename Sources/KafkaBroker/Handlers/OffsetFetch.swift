import KafkaWire

// OffsetFetch (9), versions 1-10.
// Behaviour: one group up to version 7, several from 8 on; topics by id from 10 on; null topics mean all. What was
// never committed is offset -1 without an error, also for a group that does not exist.
// Deviations: `requireStable` waits for nothing, as there are no transactions yet.

extension Engine {
    func offsetFetch(_ request: OffsetFetchRequest, _ context: RequestContext) -> Reply {
        let version = context.apiVersion
        return groups.read { table in
            if version >= 8 {
                return .ready(
                    OffsetFetchResponse(groups: request.groups.map { fetch($0, table, goesByID: version >= 10) }))
            }
            let asked = request.topics?.map {
                OffsetFetchRequest.OffsetFetchRequestTopics(name: $0.name, partitionIndexes: $0.partitionIndexes)
            }
            let group = OffsetFetchRequest.OffsetFetchRequestGroup(groupId: request.groupId, topics: asked)
            let found = fetch(group, table, goesByID: false)
            return .ready(
                OffsetFetchResponse(
                    topics: found.topics.map {
                        OffsetFetchResponse.OffsetFetchResponseTopic(
                            name: $0.name,
                            partitions: $0.partitions.map {
                                OffsetFetchResponse.OffsetFetchResponsePartition(
                                    partitionIndex: $0.partitionIndex, committedOffset: $0.committedOffset,
                                    committedLeaderEpoch: $0.committedLeaderEpoch, metadata: $0.metadata,
                                    errorCode: $0.errorCode)
                            })
                    }))
        }
    }

    private func fetch(
        _ asked: OffsetFetchRequest.OffsetFetchRequestGroup, _ table: GroupTable, goesByID: Bool
    ) -> OffsetFetchResponse.OffsetFetchResponseGroup {
        var answer = OffsetFetchResponse.OffsetFetchResponseGroup(groupId: asked.groupId)
        guard let wanted = asked.topics else {
            for (position, offset) in table.fetchOffsets(of: asked.groupId) where isOfLivingTopic(offset, position) {
                if answer.topics.last?.name != position.topic {
                    // A topic that is gone has no id any more; its offsets are about to go, too.
                    let id = topics.topic(named: position.topic)?.id
                    if goesByID, id == nil { continue }
                    answer.topics.append(
                        OffsetFetchResponse.OffsetFetchResponseTopics(name: position.topic, topicId: id ?? .zero))
                }
                answer.topics[answer.topics.count - 1].partitions.append(row(position.partition, offset))
            }
            return answer
        }
        for topic in wanted {
            var rows = OffsetFetchResponse.OffsetFetchResponseTopics(name: topic.name, topicId: topic.topicId)
            let name = goesByID ? topics.topic(id: topic.topicId)?.name : topic.name
            for partition in topic.partitionIndexes {
                guard let name else {
                    var unknown = row(partition, nil)
                    unknown.errorCode = .unknownTopicId
                    rows.partitions.append(unknown)
                    continue
                }
                let position = TopicPartition(topic: name, partition: partition)
                let offset = table.fetchOffset(position, of: asked.groupId)
                rows.partitions.append(row(partition, offset.flatMap { isOfLivingTopic($0, position) ? $0 : nil }))
            }
            answer.topics.append(rows)
        }
        return answer
    }

    /// False for an offset of an earlier topic of the same name, whose deletion a crash cut short.
    private func isOfLivingTopic(_ offset: StoredOffset, _ position: TopicPartition) -> Bool {
        guard offset.topicID != .zero, let topic = topics.topic(named: position.topic) else { return true }
        return topic.id == offset.topicID
    }

    private func row(
        _ partition: Int32, _ offset: StoredOffset?
    ) -> OffsetFetchResponse.OffsetFetchResponsePartitions {
        OffsetFetchResponse.OffsetFetchResponsePartitions(
            partitionIndex: partition, committedOffset: offset?.offset ?? -1,
            committedLeaderEpoch: offset?.leaderEpoch ?? -1, metadata: offset?.metadata ?? "")
    }
}
