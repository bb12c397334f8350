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

    /// Gives a topic more partitions: `total` in all. Cannot be undone, and keys go to other partitions from then on.
    public func createPartitions(_ name: TopicName, total: Int32) async throws(ClientError) {
        let timeout = configuration.requestTimeout.wholeMilliseconds
        let topic = CreatePartitionsRequest.CreatePartitionsTopic(name: name, count: total, assignments: nil)
        let _: CreatePartitionsResponse = try await call(
            .controller,
            check: { (response: CreatePartitionsResponse) in
                response.results.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in CreatePartitionsRequest(topics: [topic], timeoutMs: timeout, validateOnly: false) }
        routing.withLock { $0.forget(topic: name) }
    }

    /// The settings of topics. Fails when one of them is unknown or may not be read.
    public func topicConfigs(_ names: [TopicName]) async throws(ClientError) -> [TopicName: [ConfigEntry]] {
        let resources = names.map {
            DescribeConfigsRequest.DescribeConfigsResource(
                resourceType: 2, resourceName: $0.rawValue, configurationKeys: nil)
        }
        let response: DescribeConfigsResponse = try await call(
            .any,
            check: { (response: DescribeConfigsResponse) in
                response.results.first { $0.errorCode != .none }.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in DescribeConfigsRequest(resources: resources) }
        var configs: [TopicName: [ConfigEntry]] = [:]
        for result in response.results {
            configs[TopicName(result.resourceName)] = result.configs.map {
                // Source 1 is the topic itself; brokers and defaults have other numbers.
                ConfigEntry(
                    name: $0.name, value: $0.value, isDefault: $0.configSource != 1, isReadOnly: $0.readOnly,
                    isSensitive: $0.isSensitive)
            }
        }
        return configs
    }

    /// The bytes each broker holds of each partition. A broker that does not answer costs its own cells only; the whole is
    /// empty when no broker is known or reached.
    public func logSizes() async -> [BrokerID: Result<[TopicPartition: Int64], ClientError>] {
        var brokers = routing.withLock { Array($0.brokers.keys) }
        if brokers.isEmpty {
            guard let found = try? await metadata([]) else { return [:] }
            brokers = found.brokers.map(\.id)
        }
        return await withTaskGroup(of: (BrokerID, Result<[TopicPartition: Int64], ClientError>).self) { group in
            for broker in brokers { group.addTask { (broker, await self.logSizes(of: broker)) } }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func logSizes(of broker: BrokerID) async -> Result<[TopicPartition: Int64], ClientError> {
        do throws(ClientError) {
            let response: DescribeLogDirsResponse = try await call(
                .broker(broker), check: { (response: DescribeLogDirsResponse) in (response.errorCode, nil) }
            ) { _ in DescribeLogDirsRequest(topics: nil) }
            var sizes: [TopicPartition: Int64] = [:]
            for directory in response.results where directory.errorCode == .none {
                for topic in directory.topics {
                    for partition in topic.partitions where !partition.isFutureKey {
                        sizes[TopicPartition(topic.name, partition.partitionIndex)] = partition.partitionSize
                    }
                }
            }
            return .success(sizes)
        } catch {
            return .failure(error)
        }
    }
}
