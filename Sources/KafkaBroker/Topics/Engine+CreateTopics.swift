import KafkaLog
import KafkaWire

/// A topic to be made, checked.
struct TopicPlan: Sendable {
    var name: TopicName
    var partitions: Int32
    var configs: [String: String]
}

extension Engine {
    /// Makes one topic now. Fails with TOPIC_ALREADY_EXISTS, or because it could not be stored.
    @discardableResult
    func createTopic(_ name: TopicName, partitions: Int32, configs: [String: String]) throws(TopicError) -> Topic {
        try check(TopicPlan(name: name, partitions: partitions, configs: configs), alsoPlanned: 0)
        let made = createTopics([TopicPlan(name: name, partitions: partitions, configs: configs)])
        return try made[0].get()
    }

    /// The internal topic of that name, made when absent: compacted, with as many partitions as configured.
    func internalTopic(_ name: TopicName) throws(TopicError) -> Topic {
        if let topic = topics.topic(named: name) { return topic }
        do {
            return try createTopic(
                name, partitions: configuration.offsetsTopicPartitions,
                configs: ["cleanup.policy": "compact", "compression.type": "producer", "segment.bytes": "104857600"])
        } catch {
            if let topic = topics.topic(named: name) { return topic }
            throw error
        }
    }

    /// Makes checked topics with one durable change of the metadata log; one result for each, in order.
    func createTopics(_ plans: [TopicPlan]) -> [Result<Topic, TopicError>] {
        let now = clock.wall
        return administration.withLock { administration in
            var changes: [MetadataChange] = []
            var ids: [KafkaUUID?] = []
            var taken: Set<TopicName> = []
            for plan in plans {
                guard topics.topic(named: plan.name) == nil, taken.insert(plan.name).inserted else {
                    ids.append(nil)
                    continue
                }
                let id = chance.uuid()
                ids.append(id)
                changes.append(.topic(TopicRecord(name: plan.name, topicId: id)))
                for (name, value) in plan.configs.sorted(by: { $0.key < $1.key }) {
                    changes.append(
                        .config(
                            ConfigRecord(
                                resourceType: ConfigResource.topic, resourceName: plan.name.rawValue, name: name,
                                value: value)))
                }
                for number in 0..<plan.partitions { changes.append(partitionRecord(id, number)) }
            }
            do throws(TopicError) {
                if !changes.isEmpty { try administration.metadata.append(changes, now: now) }
            } catch {
                return plans.map { _ in .failure(error) }
            }
            return zip(plans, ids).map { plan, id in
                guard let id else {
                    return .failure(TopicError(.topicAlreadyExists, "Topic '\(plan.name)' already exists."))
                }
                return openTopic(plan, id: id, now: now)
            }
        }
    }

    private func openTopic(_ plan: TopicPlan, id: KafkaUUID, now: Int64) -> Result<Topic, TopicError> {
        var partitions: [Partition] = []
        let config = logConfig(plan.configs)
        do {
            for number in 0..<plan.partitions {
                partitions.append(
                    try openPartition(
                        TopicPartition(plan.name, number), id, config, LogStart(isClean: true), now: now))
            }
        } catch {
            return .failure(TopicError(.kafkaStorageError, "The topic's folders could not be made: \(error)"))
        }
        let topic = Topic(name: plan.name, id: id, partitions: partitions, overrides: plan.configs)
        topics.put(topic)
        return .success(topic)
    }

    /// What is known of a log before it is opened.
    struct LogStart: Sendable {
        var isClean: Bool
        var isCached = false
        var recoveryPoint: Int64 = 0
        var logStartOffset: Int64?
    }

    /// Opens the log of a partition; its folder is made when absent.
    func openPartition(
        _ name: TopicPartition, _ topicID: KafkaUUID, _ config: LogConfig, _ start: LogStart, now: Int64
    ) throws(LogError) -> Partition {
        let log = try PartitionLog.open(
            directory: directory(of: name), topicPartition: name, topicID: topicID, config: config,
            fileSystem: fileSystem, cleanShutdown: start.isClean, recoveryPoint: start.recoveryPoint,
            logStartOffset: start.logStartOffset, pageCacheIsWhole: start.isCached, now: now)
        return Partition(log: log, topicPartition: name, topicID: topicID, isClean: start.isClean)
    }

    /// The folder of a partition.
    func directory(of name: TopicPartition) -> String {
        configuration.dataDirectory + "/" + name.description
    }

    func partitionRecord(_ topicID: KafkaUUID, _ number: Int32) -> MetadataChange {
        Self.partitionRecord(topicID, number, identity)
    }

    static func partitionRecord(_ topicID: KafkaUUID, _ number: Int32, _ identity: Identity) -> MetadataChange {
        let node = BrokerID(identity.nodeID)
        return .partition(
            PartitionRecord(
                partitionId: number, topicId: topicID, replicas: [node], isr: [node.rawValue], leader: node,
                leaderEpoch: 0, partitionEpoch: 0, directories: [identity.directoryID]))
    }

    /// Checks that a topic of that name can be made.
    func check(_ name: TopicName) throws(TopicError) {
        if let complaint = Topic.complaint(about: name) { throw TopicError(.invalidTopicException, complaint) }
        if topics.topic(named: name) != nil {
            throw TopicError(.topicAlreadyExists, "Topic '\(name)' already exists.")
        }
        if let other = topics.collision(with: name) {
            throw TopicError(.invalidTopicException, "Topic '\(name)' collides with existing topic: \(other)")
        }
    }

    /// Checks what does not depend on the request: name, collision, count, settings.
    func check(_ plan: TopicPlan, alsoPlanned: Int) throws(TopicError) {
        try check(plan.name)
        if plan.partitions <= 0 {
            throw TopicError(.invalidPartitions, "Number of partitions was set to an invalid non-positive value.")
        }
        let room = configuration.maximumPartitions - topics.partitionCount - alsoPlanned
        if Int(plan.partitions) > room {
            limits.count(.partitions)
            throw TopicError(
                .policyViolation, "This broker holds at most \(configuration.maximumPartitions) partitions.")
        }
        for (name, value) in plan.configs.sorted(by: { $0.key < $1.key }) {
            if let complaint = TopicConfigs.complaint(about: name, value) {
                throw TopicError(.invalidConfig, complaint)
            }
        }
    }
}
