import KafkaWire

// Metadata (3), versions 0-13.
// Behaviour: topics by name and (12+) by id; null asks for all (an empty list in version 0). A name that does not
// exist is created only when the request allows it and `auto.create.topics.enable` is on. Unknown name 3, bad name 17,
// unknown id 100.
// Deviations: a topic created by looking is there in the same answer (Kafka lets the client ask again).

extension Engine {
    func metadata(_ request: MetadataRequest, _ context: RequestContext) -> Reply {
        var response = MetadataResponse()
        if context.apiVersion < 12, request.topics?.contains(where: { $0.name == nil || $0.topicId != .zero }) == true {
            // The field came with version 10, its meaning with 12: until then the whole request is refused.
            response.topics = (request.topics ?? []).map {
                .init(errorCode: .invalidRequest, name: $0.name ?? "", topicId: $0.topicId)
            }
            return .ready(response)
        }
        let (host, port) = endpoint.withLock { ($0.host, $0.port) }
        response.brokers = [.init(nodeId: nodeID, host: host, port: port, rack: configuration.rack)]
        response.clusterId = identity.clusterID
        response.controllerId = nodeID
        if request.includeClusterAuthorizedOperations { response.clusterAuthorizedOperations = Self.clusterOperations }
        let wanted = context.apiVersion == 0 && request.topics?.isEmpty == true ? nil : request.topics
        if let wanted {
            // Each topic once, however often it is named.
            var names: Set<TopicName> = []
            var ids: Set<KafkaUUID> = []
            for topic in wanted
            where topic.name.map({ names.insert($0).inserted }) ?? ids.insert(topic.topicId).inserted {
                response.topics.append(describe(topic, request))
            }
        } else {
            response.topics = topics.all.map { describe($0) }
        }
        if request.includeTopicAuthorizedOperations {
            for place in response.topics.indices where response.topics[place].errorCode == .none {
                response.topics[place].topicAuthorizedOperations = Self.topicOperations
            }
        }
        return .ready(response)
    }

    /// Without an authorizer everybody may do everything: READ to ALTER_CONFIGS of topics.
    static let topicOperations: Int32 = 0b1101_1111_1000
    /// CREATE, ALTER, DESCRIBE, CLUSTER_ACTION, DESCRIBE_CONFIGS, ALTER_CONFIGS, IDEMPOTENT_WRITE.
    static let clusterOperations: Int32 = 0b1_1111_1010_0000

    private func describe(
        _ asked: MetadataRequest.MetadataRequestTopic, _ request: MetadataRequest
    ) -> MetadataResponse.MetadataResponseTopic {
        var answer = MetadataResponse.MetadataResponseTopic(name: asked.name, topicId: asked.topicId)
        // An id goes before a name.
        if asked.topicId != .zero {
            if let topic = topics.topic(id: asked.topicId) { return describe(topic) }
            answer.errorCode = .unknownTopicId
            return answer
        }
        guard let name = asked.name else {
            answer.errorCode = .invalidRequest
            return answer
        }
        if let topic = topics.topic(named: name) { return describe(topic) }
        if Topic.complaint(about: name) != nil {
            answer.errorCode = .invalidTopicException
            return answer
        }
        guard request.allowAutoTopicCreation, configuration.autoCreateTopics, !Topic.isInternal(name) else {
            answer.errorCode = .unknownTopicOrPartition
            return answer
        }
        do {
            return describe(try createTopic(name, partitions: configuration.defaultPartitions, configs: [:]))
        } catch {
            answer.errorCode = error.code
            return answer
        }
    }

    private func describe(_ topic: Topic) -> MetadataResponse.MetadataResponseTopic {
        MetadataResponse.MetadataResponseTopic(
            name: topic.name, topicId: topic.id, isInternal: topic.isInternal,
            partitions: topic.partitions.map { partition in
                let isOffline = partition.failure == .kafkaStorageError
                return .init(
                    errorCode: isOffline ? .leaderNotAvailable : .none,
                    partitionIndex: partition.topicPartition.partition,
                    leaderId: isOffline ? .none : nodeID, leaderEpoch: partition.leaderEpoch,
                    replicaNodes: [nodeID], isrNodes: [nodeID], offlineReplicas: isOffline ? [nodeID] : [])
            })
    }
}
