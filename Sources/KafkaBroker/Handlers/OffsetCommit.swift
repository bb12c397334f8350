import KafkaWire

// OffsetCommit (8), versions 2-10.
// Behaviour: from version 10 on topics go by id. Topics and partitions that do not exist are refused one by one, the
// others stored; each code is given only after its record was written.
// Deviations: none known.

extension Engine {
    func offsetCommit(_ request: OffsetCommitRequest, _ context: RequestContext) -> Reply {
        let goesByID = context.apiVersion >= 10
        // In Kafka's order: what is refused here first, topics as well as partitions.
        var refused: [OffsetCommitResponse.OffsetCommitResponseTopic] = []
        var accepted: [OffsetCommitResponse.OffsetCommitResponseTopic] = []
        var commits: (refused: [GroupTable.Commit], accepted: [GroupTable.Commit]) = ([], [])
        for asked in request.topics {
            let topic = goesByID ? topics.topic(id: asked.topicId) : topics.topic(named: asked.name)
            var answer = OffsetCommitResponse.OffsetCommitResponseTopic(name: asked.name, topicId: asked.topicId)
            let unknown: ErrorCode = topic == nil && goesByID ? .unknownTopicId : .unknownTopicOrPartition
            for one in asked.partitions where topic?.partition(one.partitionIndex) == nil {
                answer.partitions.append(.init(partitionIndex: one.partitionIndex, errorCode: unknown))
            }
            let isRefused = !answer.partitions.isEmpty
            var known: [GroupTable.Commit] = []
            for one in asked.partitions {
                guard let topic, topic.partition(one.partitionIndex) != nil else { continue }
                answer.partitions.append(.init(partitionIndex: one.partitionIndex))
                known.append(
                    GroupTable.Commit(
                        position: TopicPartition(topic: topic.name, partition: one.partitionIndex), topicID: topic.id,
                        offset: one.committedOffset, leaderEpoch: one.committedLeaderEpoch,
                        metadata: one.committedMetadata))
            }
            if isRefused {
                refused.append(answer)
                commits.refused += known
            } else {
                accepted.append(answer)
                commits.accepted += known
            }
        }
        return commit(
            request, commits.refused + commits.accepted, answering: OffsetCommitResponse(topics: refused + accepted),
            context)
    }

    /// Commits, and puts the codes where `response` has none, in order.
    private func commit(
        _ request: OffsetCommitRequest, _ commits: [GroupTable.Commit], answering response: OffsetCommitResponse,
        _ context: RequestContext
    ) -> Reply {
        guard !commits.isEmpty else { return .ready(response) }
        let commit = GroupTable.CommitRequest(
            group: request.groupId, memberID: request.memberId, instanceID: request.groupInstanceId,
            generation: request.generationIdOrMemberEpoch, namesMissingGroup: context.apiVersion >= 9,
            retentionMs: context.apiVersion <= 4 ? request.retentionTimeMs : -1, offsets: commits)
        let fill = { @Sendable (codes: [ErrorCode]) -> OffsetCommitResponse in
            var response = response
            var codes = codes[...]
            for topic in response.topics.indices {
                for partition in response.topics[topic].partitions.indices
                where response.topics[topic].partitions[partition].errorCode == .none {
                    response.topics[topic].partitions[partition].errorCode = codes.popFirst() ?? .none
                }
            }
            return response
        }
        switch groups.change(request.groupId, self, creates: true, { table, now in table.commit(commit, now: now) }) {
        case .success(let promise):
            return promise.reply { codes, failure in fill(failure == .none ? codes : codes.map { _ in failure }) }
        case .failure(let error):
            return .ready(fill(commits.map { _ in error.code }))
        }
    }
}
