import KafkaWire

extension Cluster {
    /// Brokers, controller, and the topics named (nil: all of them). A topic that is not there is in the answer with its
    /// error; it is never created by asking.
    public func metadata(_ topics: [TopicName]?) async throws(ClientError) -> ClusterMetadata {
        let response: MetadataResponse = try await call(
            .any, versions: 4...13, check: { (response: MetadataResponse) in (response.errorCode, nil) }
        ) { _ in
            MetadataRequest(
                topics: topics?.map { MetadataRequest.MetadataRequestTopic(name: $0) }, allowAutoTopicCreation: false)
        }
        let metadata = ClusterMetadata(response)
        routing.withLock { $0.learn(metadata, isWhole: topics == nil) }
        return metadata
    }

    /// How many partitions a topic has, from what is known or from the cluster.
    func partitionCount(of topic: TopicName) async throws(ClientError) -> Int32 {
        if let known = routing.withLock({ $0.partitionCounts[topic] }), known > 0 { return known }
        let found = try await metadata([topic])
        guard let info = found.topic(topic), info.error == .none else {
            throw .refused(found.topic(topic)?.error ?? .unknownTopicOrPartition, "topic \(topic)")
        }
        return Int32(clamping: info.partitions.count)
    }

    /// The identity of a topic; nil when the brokers are too old to have one.
    func topicID(of topic: TopicName) async throws(ClientError) -> KafkaUUID? {
        if let known = routing.withLock({ $0.topicIDs[topic] }) { return known }
        _ = try await metadata([topic])
        return routing.withLock { $0.topicIDs[topic] }
    }
}

extension ClusterMetadata {
    init(_ response: MetadataResponse) {
        clusterID = response.clusterId
        controller = response.controllerId.known
        brokers = response.brokers
            .map { BrokerInfo(id: $0.nodeId, host: $0.host, port: $0.port, rack: $0.rack) }
            .sorted { $0.id < $1.id }
        topics = response.topics
            .map { topic in
                TopicInfo(
                    name: topic.name ?? "", id: topic.topicId, isInternal: topic.isInternal, error: topic.errorCode,
                    partitions: topic.partitions.map(PartitionInfo.init).sorted { $0.index < $1.index })
            }
            .sorted { $0.name < $1.name }
    }
}

extension PartitionInfo {
    init(_ partition: MetadataResponse.MetadataResponsePartition) {
        // The two are the same list nearly everywhere, and then one in memory.
        let inSync = partition.isrNodes == partition.replicaNodes ? partition.replicaNodes : partition.isrNodes
        self.init(
            index: partition.partitionIndex, leader: partition.leaderId.known, leaderEpoch: partition.leaderEpoch,
            replicas: partition.replicaNodes, inSync: inSync, offline: partition.offlineReplicas,
            error: partition.errorCode)
    }
}

extension BrokerID {
    /// Nil for the number that means nobody.
    var known: BrokerID? { rawValue < 0 ? nil : self }
}
