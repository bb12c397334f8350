import KafkaWire

/// Who does what in the cluster, as far as it is known. Filled by every answer to Metadata and FindCoordinator.
struct Routing: Sendable {
    struct Leader: Sendable {
        let broker: BrokerID
        let epoch: Int32
    }

    let bootstrap: [HostPort]
    private(set) var brokers: [BrokerID: HostPort] = [:]
    private(set) var controller: BrokerID?
    private(set) var leaders: [TopicPartition: Leader] = [:]
    private(set) var topicIDs: [TopicName: KafkaUUID] = [:]
    private(set) var topicNames: [KafkaUUID: TopicName] = [:]
    private(set) var partitionCounts: [TopicName: Int32] = [:]
    private var coordinators: [GroupID: BrokerID] = [:]
    /// The address that answered last.
    var lastGood: HostPort?

    init(bootstrap: [HostPort]) {
        self.bootstrap = bootstrap
    }

    /// Where to ask, best first, each address once.
    var candidates: [HostPort] {
        var seen: Set<HostPort> = []
        let known = brokers.sorted { $0.key < $1.key }.map(\.value)
        return ([lastGood].compactMap(\.self) + known + bootstrap).filter { seen.insert($0).inserted }
    }

    func coordinator(_ group: GroupID) -> BrokerID? { coordinators[group] }

    mutating func learn(_ metadata: ClusterMetadata, isWhole: Bool) {
        // An answer without brokers comes from one that is starting: it would cut every path.
        if !metadata.brokers.isEmpty {
            brokers = Dictionary(
                metadata.brokers.map { ($0.id, HostPort(host: $0.host, port: UInt16(clamping: $0.port))) },
                uniquingKeysWith: { $1 })
        }
        controller = metadata.controller ?? controller
        if isWhole {
            leaders = [:]
            topicIDs = [:]
            topicNames = [:]
            partitionCounts = [:]
        }
        for topic in metadata.topics { learn(topic) }
    }

    mutating func learn(coordinator: BrokerID, at address: HostPort, of group: GroupID) {
        brokers[coordinator] = address
        coordinators[group] = coordinator
    }

    mutating func forget(topic: TopicName) {
        for partition in 0..<(partitionCounts[topic] ?? 0) { leaders[TopicPartition(topic, partition)] = nil }
        partitionCounts[topic] = nil
        if let id = topicIDs.removeValue(forKey: topic) { topicNames[id] = nil }
    }

    mutating func forget(_ target: Target) {
        switch target {
        case .any, .broker: return
        case .controller: controller = nil
        case .leader(let partition): leaders[partition] = nil
        case .coordinator(let group): coordinators[group] = nil
        }
    }

    private mutating func learn(_ topic: TopicInfo) {
        forget(topic: topic.name)
        guard topic.error == .none else { return }
        partitionCounts[topic.name] = Int32(clamping: topic.partitions.count)
        if topic.id != .zero {
            topicIDs[topic.name] = topic.id
            topicNames[topic.id] = topic.name
        }
        for partition in topic.partitions {
            guard let leader = partition.leader else { continue }
            leaders[TopicPartition(topic.name, partition.index)] = Leader(broker: leader, epoch: partition.leaderEpoch)
        }
    }
}
