import KafkaClient
import KafkaWire

/// Sums over the partitions of a topic, kept up to date with every answer that names it.
struct TopicTotals: Equatable, Sendable {
    /// Offsets between first and end; nil while not all partitions are known.
    var records: Int64?
    /// Offsets that were ever given; nil while not all partitions are known.
    var ends: Int64?
    /// A partition could not be asked.
    var hasFailed = false
    /// Bytes of one copy; nil while not known.
    var bytes: Int64?
}

extension ClusterView {
    /// The topic of that name.
    func topic(_ name: TopicName) -> TopicInfo? {
        guard let place = summary.places[name], let topics = metadata.value?.topics, topics.indices.contains(place)
        else { return nil }
        return topics[place]
    }

    /// Works the sums of these topics out anew.
    mutating func total(_ names: some Sequence<TopicName>) {
        for name in names {
            guard let topic = topic(name) else { continue }
            var totals = TopicTotals(records: 0, ends: 0, bytes: 0)
            for partition in topic.partitions {
                let key = TopicPartition(topic: name, partition: partition.index)
                let known = bounds[key]
                if known?.failure != nil { totals.hasFailed = true }
                totals.records = totals.records.flatMap { sum in known?.value.map { sum &+ $0.count } }
                totals.ends = totals.ends.flatMap { sum in known?.value.map { sum &+ $0.end } }
                totals.bytes = totals.bytes.flatMap { sum in size(of: partition, in: name).map { sum &+ $0 } }
            }
            self.totals[name] = totals
        }
    }

    /// Bytes of the leader's copy of a partition, else of any copy that is known.
    func size(of partition: PartitionInfo, in topic: TopicName) -> Int64? {
        let key = TopicPartition(topic: topic, partition: partition.index)
        if let leader = partition.leader, let bytes = sizes[leader]?.value?[key] { return bytes }
        for broker in partition.replicas {
            if let bytes = sizes[broker]?.value?[key] { return bytes }
        }
        return nil
    }
}

/// A group that commits on a topic.
struct GroupOnTopic: Equatable, Sendable {
    /// The group.
    var group: GroupID
    /// Records it is behind there; nil when not known.
    var lag: Int64?
    /// The partitions it committed.
    var partitions: [TopicPartition]
}
