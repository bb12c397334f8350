import KafkaWire

// DeleteTopics (20), versions 1-6.
// Behaviour: by name or (6) by id. Gone at once for every client; the folders are renamed `-delete` and removed on
// another thread. Unknown name 3, unknown id 100; with `delete.topic.enable` off 73.
// Deviations: Kafka's internal topics are not deleted (17): groups live in them.

extension Engine {
    func deleteTopics(_ request: DeleteTopicsRequest, _ context: RequestContext) -> Reply {
        typealias Row = DeleteTopicsResponse.DeletableTopicResult
        let asked =
            context.apiVersion >= 6
            ? request.topics
            : request.topicNames.map { DeleteTopicsRequest.DeleteTopicState(name: $0) }
        var counts: [TopicName: Int] = [:]
        for case let name? in asked.map(\.name) { counts[name, default: 0] += 1 }
        var rows: [Row] = []
        for one in asked {
            var row = Row(name: one.name, topicId: one.topicId, errorMessage: nil)
            do throws(TopicError) {
                if let name = one.name, let count = counts[name], count > 1 {
                    counts[name] = nil
                    throw TopicError(.invalidRequest, "Duplicate topic name.")
                }
                // The further ones of a name that was answered.
                if let name = one.name, counts[name] == nil { continue }
                let topic = try topic(of: one)
                (row.name, row.topicId) = (topic.name, topic.id)
                try deleteTopic(topic)
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message)
            }
            rows.append(row)
        }
        return .ready(DeleteTopicsResponse(responses: rows))
    }

    private func topic(of asked: DeleteTopicsRequest.DeleteTopicState) throws(TopicError) -> Topic {
        guard let name = asked.name else {
            if asked.topicId == .zero {
                throw TopicError(.invalidRequest, "Neither topic name nor id were specified.")
            }
            guard let topic = topics.topic(id: asked.topicId) else {
                throw TopicError(.unknownTopicId, "This server does not host this topic ID.")
            }
            return topic
        }
        if asked.topicId != .zero {
            throw TopicError(.invalidRequest, "You may not specify both topic name and topic id.")
        }
        guard let topic = topics.topic(named: name) else {
            throw TopicError(.unknownTopicOrPartition, "This server does not host this topic-partition.")
        }
        return topic
    }

    /// Deletes a topic: first the durable change, then the catalog, then the folders.
    func deleteTopic(_ topic: Topic) throws(TopicError) {
        guard configuration.deleteTopicEnabled else {
            throw TopicError(.topicDeletionDisabled, "Topic deletion is disabled.")
        }
        guard !topic.isInternal else {
            throw TopicError(.invalidTopicException, "Topic '\(topic.name)' is internal: groups live in it.")
        }
        let now = clock.wall
        let current = try administration.withLock { administration throws(TopicError) in
            guard let current = topics.topic(id: topic.id) else {
                throw TopicError(.unknownTopicOrPartition, "This server does not host this topic-partition.")
            }
            try administration.metadata.append([.topicRemoved(RemoveTopicRecord(topicId: topic.id))], now: now)
            topics.remove(current)
            return current
        }
        for partition in current.partitions {
            let waiting = partition.retire(as: .unknownTopicOrPartition)
            for parked in waiting { reconsider(parked, isExpired: false) }
            removeFolder(of: partition)
        }
        groups.topicDeleted(topic.name, self)
    }
}
