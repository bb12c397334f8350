import KafkaWire

/// The state that the metadata log describes: what replaying it gives.
struct MetadataImage {
    /// A topic as it was recorded.
    struct StoredTopic {
        var name: TopicName
        var id: KafkaUUID
        var partitions: Int32 = 0
        var configs: [String: String] = [:]
    }

    private(set) var topics: [KafkaUUID: StoredTopic] = [:]
    /// What was altered of brokers, by their number; "" stands for the whole cluster.
    private(set) var brokerConfigs: [String: [String: String]] = [:]
    private(set) var nextProducerID: Int64 = 0
    /// A partition count that no broker of ours writes: the log is not to be believed.
    private(set) var isImplausible = false
    /// Settings that came before their topic.
    private var looseConfigs: [TopicName: [String: String]] = [:]
    private var names: [TopicName: KafkaUUID] = [:]

    /// Takes one record.
    mutating func apply(_ change: MetadataChange) {
        switch change {
        case .topic(let record):
            let configs = looseConfigs.removeValue(forKey: record.name) ?? [:]
            topics[record.topicId] = StoredTopic(name: record.name, id: record.topicId, configs: configs)
            names[record.name] = record.topicId
        case .partition(let record):
            guard record.partitionId >= 0, record.partitionId < 1 << 24 else {
                isImplausible = true
                return
            }
            if let known = topics[record.topicId] {
                topics[record.topicId]?.partitions = max(known.partitions, record.partitionId + 1)
            }
        case .config(let record):
            if record.resourceType == ConfigResource.broker {
                brokerConfigs[record.resourceName, default: [:]][record.name] = record.value
            }
            guard record.resourceType == ConfigResource.topic else { return }
            let name = TopicName(record.resourceName)
            if let id = names[name] {
                topics[id]?.configs[record.name] = record.value
            } else {
                looseConfigs[name, default: [:]][record.name] = record.value
            }
        case .topicRemoved(let record):
            guard let gone = topics.removeValue(forKey: record.topicId) else { return }
            if names[gone.name] == gone.id { names[gone.name] = nil }
        case .producerIds(let record):
            nextProducerID = max(nextProducerID, record.nextProducerId)
        }
    }

    /// The records that say all of this, as few as can be. `partition` makes the record of a topic's partition.
    func changes(_ partition: (KafkaUUID, Int32) -> MetadataChange) -> [MetadataChange] {
        var changes: [MetadataChange] = []
        func configs(_ type: Int8, _ name: String, _ values: [String: String]) {
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                changes.append(
                    .config(ConfigRecord(resourceType: type, resourceName: name, name: key, value: value)))
            }
        }
        for (name, values) in brokerConfigs.sorted(by: { $0.key < $1.key }) {
            configs(ConfigResource.broker, name, values)
        }
        for topic in topics.values.sorted(by: { $0.name < $1.name }) {
            changes.append(.topic(TopicRecord(name: topic.name, topicId: topic.id)))
            configs(ConfigResource.topic, topic.name.rawValue, topic.configs)
            for number in 0..<topic.partitions { changes.append(partition(topic.id, number)) }
        }
        if nextProducerID > 0 { changes.append(.producerIds(ProducerIdsRecord(nextProducerId: nextProducerID))) }
        return changes
    }
}
