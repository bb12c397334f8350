import KafkaWire

extension Cluster {
    /// Creates a topic, or with `validateOnly` only says whether it could. Partitions and replication factor -1 take the
    /// broker's default. Fails with the broker's words, such as `.topicAlreadyExists`.
    public func createTopic(
        _ name: TopicName, partitions: Int32, replicationFactor: Int16, configs: [String: String] = [:],
        validateOnly: Bool = false
    ) async throws(ClientError) {
        let timeout = configuration.requestTimeout.wholeMilliseconds
        let topic = CreateTopicsRequest.CreatableTopic(
            name: name, numPartitions: partitions, replicationFactor: replicationFactor,
            configs: configs.sorted { $0.key < $1.key }.map {
                CreateTopicsRequest.CreatableTopicConfig(name: $0.key, value: $0.value)
            })
        let _: CreateTopicsResponse = try await call(
            .controller,
            check: { (response: CreateTopicsResponse) in
                response.topics.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in CreateTopicsRequest(topics: [topic], timeoutMs: timeout, validateOnly: validateOnly) }
        routing.withLock { $0.forget(topic: name) }
    }

    /// Deletes a topic with all its records, for good. Where the broker knows identities, the topic that has this name now is
    /// meant, not one made in the meantime. Fails with `.unknownTopicOrPartition` when there is none.
    public func deleteTopic(_ name: TopicName) async throws(ClientError) {
        let timeout = configuration.requestTimeout.wholeMilliseconds
        let found = try await metadata([name]).topic(name)
        guard let found, found.error == .none else {
            throw .refused(found?.error ?? .unknownTopicOrPartition, "there is no topic \(name)")
        }
        let id = found.id
        let _: DeleteTopicsResponse = try await call(
            .controller,
            check: { (response: DeleteTopicsResponse) in
                response.responses.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { version in
            if version < 6 { return DeleteTopicsRequest(topicNames: [name], timeoutMs: timeout) }
            let state = DeleteTopicsRequest.DeleteTopicState(name: id == .zero ? name : nil, topicId: id)
            return DeleteTopicsRequest(topics: [state], timeoutMs: timeout)
        }
        routing.withLock { $0.forget(topic: name) }
    }

    /// Gives a topic more partitions: `total` in all; with `validateOnly` only says whether it could. Cannot be undone, and
    /// keys go to other partitions from then on.
    public func createPartitions(
        _ name: TopicName, total: Int32, validateOnly: Bool = false
    ) async throws(ClientError) {
        let timeout = configuration.requestTimeout.wholeMilliseconds
        let topic = CreatePartitionsRequest.CreatePartitionsTopic(name: name, count: total, assignments: nil)
        let _: CreatePartitionsResponse = try await call(
            .controller,
            check: { (response: CreatePartitionsResponse) in
                response.results.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in CreatePartitionsRequest(topics: [topic], timeoutMs: timeout, validateOnly: validateOnly) }
        routing.withLock { $0.forget(topic: name) }
    }
}
