import KafkaClient
import KafkaWire

/// What is counted over all partitions of an answer about the cluster, once when it comes: a screen of ten thousand topics
/// looks things up here instead of walking them for every frame.
struct ClusterSummary: Equatable, Sendable {
    /// Where each topic stands in the answer.
    private(set) var places: [TopicName: Int] = [:]
    /// Topics that are not Kafka's own, in the answer's order.
    private(set) var users: [TopicInfo] = []
    /// The names of Kafka's own topics.
    private(set) var internals: Set<TopicName> = []
    /// All partitions.
    private(set) var partitions = 0
    /// Partitions that nobody leads.
    private(set) var leaderless = 0
    /// Partitions with fewer copies in sync than they should have.
    private(set) var underReplicated = 0
    /// Partitions led, by broker.
    private(set) var leads: [BrokerID: Int] = [:]
    /// Partitions of which it holds a copy, by broker.
    private(set) var copies: [BrokerID: Int] = [:]
    /// Partitions of which it is the first replica, by broker.
    private(set) var preferred: [BrokerID: Int] = [:]
    /// Partitions of which its copy is not in sync, by broker.
    private(set) var behind: [BrokerID: Int] = [:]
    /// Topics with a partition that nobody leads or that misses a copy, or that the cluster refuses.
    private(set) var faulty: Set<TopicName> = []

    /// Nothing counted.
    init() {}

    /// Counts over `metadata`.
    init(_ metadata: ClusterMetadata) {
        places.reserveCapacity(metadata.topics.count)
        for (place, topic) in metadata.topics.enumerated() {
            places[topic.name] = place
            if topic.isInternal { internals.insert(topic.name) } else { users.append(topic) }
            partitions += topic.partitions.count
            var isFaulty = topic.error != .none
            for partition in topic.partitions {
                if let leader = partition.leader { leads[leader, default: 0] += 1 } else { leaderless += 1 }
                if let first = partition.replicas.first { preferred[first, default: 0] += 1 }
                let misses = partition.inSync.count < partition.replicas.count
                if misses { underReplicated += 1 }
                isFaulty = isFaulty || misses || partition.leader == nil
                for replica in partition.replicas {
                    copies[replica, default: 0] += 1
                    if misses, !partition.inSync.contains(replica) { behind[replica, default: 0] += 1 }
                }
            }
            if isFaulty { faulty.insert(topic.name) }
        }
    }
}

extension ClusterMetadata {
    /// The same answer with every topic that did not change taken from `old`, so that the two share their memory and
    /// comparing them later costs next to nothing.
    func sharing(with old: ClusterMetadata) -> ClusterMetadata {
        var shared = self
        var cursor = 0
        for place in shared.topics.indices {
            // Both are in the order of their names: one walk over the two.
            while cursor < old.topics.count, old.topics[cursor].name < topics[place].name { cursor += 1 }
            guard cursor < old.topics.count else { break }
            if old.topics[cursor] == topics[place] { shared.topics[place] = old.topics[cursor] }
        }
        return shared
    }
}
