import KafkaWire

// DeleteTopics (20), versions 1-6.
// Behaviour: by name or (6) by id. Gone at once for every client; the folders are renamed `-delete` and removed on
// another thread. Unknown name 3, unknown id 100; with `delete.topic.enable` off 73.
// Deviations: Kafka's internal topics are not deleted (17): groups live in them.

extension Engine {
    func deleteTopics(_ request: DeleteTopicsRequest, _ context: RequestContext) -> Reply {
        var rows: [DeleteTopicsResponse.DeletableTopicResult] = []
        if context.apiVersion >= 6 {
            for asked in request.topics {
                var row = DeleteTopicsResponse.DeletableTopicResult(name: asked.name, topicId: asked.topicId)
                let topic: Topic?
                if let name = asked.name {
                    topic = topics.topic(named: name)
                    row.errorCode = asked.topicId == .zero ? .none : .invalidRequest
                } else {
                    topic = topics.topic(id: asked.topicId)
                }
                delete(topic, orElse: asked.name == nil ? .unknownTopicId : .unknownTopicOrPartition, into: &row)
                rows.append(row)
            }
        } else {
            for name in request.topicNames {
                var row = DeleteTopicsResponse.DeletableTopicResult(name: name)
                delete(topics.topic(named: name), orElse: .unknownTopicOrPartition, into: &row)
                rows.append(row)
            }
        }
        return .ready(DeleteTopicsResponse(responses: rows))
    }

    private func delete(
        _ topic: Topic?, orElse unknown: ErrorCode, into row: inout DeleteTopicsResponse.DeletableTopicResult
    ) {
        if row.errorCode != .none {
            row.errorMessage = "You may not specify both topic name and topic id."
            return
        }
        guard let topic else {
            (row.errorCode, row.errorMessage) = (
                unknown,
                unknown == .unknownTopicId
                    ? "This server does not host this topic ID." : "This server does not host this topic-partition."
            )
            return
        }
        (row.name, row.topicId) = (topic.name, topic.id)
        do {
            try deleteTopic(topic)
        } catch {
            (row.errorCode, row.errorMessage) = (error.code, error.message)
        }
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
