import KafkaWire

// OffsetCommit (8), versions 2-10.
// Behaviour: from version 10 on topics go by id. Topics and partitions that do not exist are refused one by one, the
// others stored; each code is given only after its record was written.
// Deviations: none known.

extension Engine {
    func offsetCommit(_ request: OffsetCommitRequest, _ context: RequestContext) -> Reply {
        let goesByID = context.apiVersion >= 10
        var response = OffsetCommitResponse()
        var commits: [GroupTable.Commit] = []
        /// Where the code of each commit goes.
        var places: [(topic: Int, partition: Int)] = []
        for asked in request.topics {
            let topic = goesByID ? topics.topic(id: asked.topicId) : topics.topic(named: asked.name)
            var answer = OffsetCommitResponse.OffsetCommitResponseTopic(name: asked.name, topicId: asked.topicId)
            for one in asked.partitions {
                var code = ErrorCode.none
                if let topic, topic.partition(one.partitionIndex) != nil {
                    places.append((response.topics.count, answer.partitions.count))
                    commits.append(
                        GroupTable.Commit(
                            position: TopicPartition(topic: topic.name, partition: one.partitionIndex),
                            topicID: topic.id, offset: one.committedOffset, leaderEpoch: one.committedLeaderEpoch,
                            metadata: one.committedMetadata))
                } else {
                    code = topic == nil && goesByID ? .unknownTopicId : .unknownTopicOrPartition
                }
                answer.partitions.append(
                    OffsetCommitResponse.OffsetCommitResponsePartition(
                        partitionIndex: one.partitionIndex, errorCode: code))
            }
            response.topics.append(answer)
        }
        guard !commits.isEmpty else { return .ready(response) }
        let commit = GroupTable.CommitRequest(
            group: request.groupId, memberID: request.memberId, instanceID: request.groupInstanceId,
            generation: request.generationIdOrMemberEpoch, namesMissingGroup: context.apiVersion >= 9,
            retentionMs: context.apiVersion <= 4 ? request.retentionTimeMs : -1, offsets: commits)
        let fill = { @Sendable [response, places] (codes: [ErrorCode]) -> OffsetCommitResponse in
            var response = response
            for (place, code) in zip(places, codes) {
                response.topics[place.topic].partitions[place.partition].errorCode = code
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
