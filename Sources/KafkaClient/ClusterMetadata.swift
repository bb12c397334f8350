import KafkaWire

/// A broker as its cluster names it.
public struct BrokerInfo: Sendable, Hashable {
    /// Its number.
    public var id: BrokerID
    /// Where it listens.
    public var host: String
    /// Where it listens.
    public var port: Int32
    /// The rack it was configured with.
    public var rack: String?

    /// The parts.
    public init(id: BrokerID, host: String, port: Int32, rack: String? = nil) {
        self.id = id
        self.host = host
        self.port = port
        self.rack = rack
    }

    /// `host:port`.
    public var address: String { HostPort(host: host, port: UInt16(clamping: port)).description }
}

/// A partition and who holds it.
public struct PartitionInfo: Sendable, Hashable {
    /// Its number within the topic.
    public var index: Int32
    /// The broker that takes writes; nil when there is none now.
    public var leader: BrokerID?
    /// How often the leader changed; -1 when the broker does not say.
    public var leaderEpoch: Int32
    /// The brokers that hold a copy, the preferred leader first.
    public var replicas: [BrokerID]
    /// Those that are up to date.
    public var inSync: [BrokerID]
    /// Those that are down.
    public var offline: [BrokerID]
    /// `.none`, or what is wrong with the partition.
    public var error: ErrorCode

    /// The parts.
    public init(
        index: Int32, leader: BrokerID?, leaderEpoch: Int32 = -1, replicas: [BrokerID] = [], inSync: [BrokerID] = [],
        offline: [BrokerID] = [], error: ErrorCode = .none
    ) {
        self.index = index
        self.leader = leader
        self.leaderEpoch = leaderEpoch
        self.replicas = replicas
        self.inSync = inSync
        self.offline = offline
        self.error = error
    }
}

/// A topic and its partitions.
public struct TopicInfo: Sendable, Hashable {
    /// Its name.
    public var name: TopicName
    /// Its identity; `.zero` when the broker is too old to say.
    public var id: KafkaUUID
    /// True for Kafka's own topics.
    public var isInternal: Bool
    /// `.none`, or why the broker tells nothing about it (`.unknownTopicOrPartition`, `.topicAuthorizationFailed`).
    public var error: ErrorCode
    /// In the order of their number.
    public var partitions: [PartitionInfo]

    /// The parts.
    public init(
        name: TopicName, id: KafkaUUID = .zero, isInternal: Bool = false, error: ErrorCode = .none,
        partitions: [PartitionInfo] = []
    ) {
        self.name = name
        self.id = id
        self.isInternal = isInternal
        self.error = error
        self.partitions = partitions
    }
}

/// What the cluster says of itself.
public struct ClusterMetadata: Sendable, Hashable {
    /// The cluster's identity.
    public var clusterID: String?
    /// The broker that takes administrative requests.
    public var controller: BrokerID?
    /// Brokers that are up, in the order of their number.
    public var brokers: [BrokerInfo]
    /// In the order of their name.
    public var topics: [TopicInfo]

    /// The parts.
    public init(
        clusterID: String? = nil, controller: BrokerID? = nil, brokers: [BrokerInfo] = [], topics: [TopicInfo] = []
    ) {
        self.clusterID = clusterID
        self.controller = controller
        self.brokers = brokers
        self.topics = topics
    }

    /// The topic of that name, when it is in here.
    public func topic(_ name: TopicName) -> TopicInfo? {
        topics.first { $0.name == name }
    }
}
