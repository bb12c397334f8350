import KafkaClient
import KafkaWire

/// What a command says of a topic.
struct TopicFacts: Sendable {
    var topic: TopicInfo
    /// Offsets between the first and the end of its partitions; nil when one could not be asked.
    var records: Int64?
    /// Bytes of all its copies; nil when one could not be asked.
    var size: Int64?

    var underReplicated: Int { topic.partitions.count { $0.inSync.count < $0.replicas.count } }
    var replicationFactor: Int { topic.partitions.map(\.replicas.count).max() ?? 0 }

    /// Asks offsets and sizes of these topics.
    static func of(_ topics: [TopicInfo], _ cluster: Cluster) async -> [TopicFacts] {
        let partitions = topics.flatMap { topic in
            topic.partitions.map { TopicPartition(topic: topic.name, partition: $0.index) }
        }
        let starts = await cluster.listOffsets(Dictionary(uniqueKeysWithValues: partitions.map { ($0, .earliest) }))
        let ends = await cluster.listOffsets(Dictionary(uniqueKeysWithValues: partitions.map { ($0, .latest) }))
        var sizes: [TopicPartition: Int64] = [:]
        let asked = Dictionary(grouping: partitions, by: \.topic).mapValues { $0.map(\.partition) }
        // Every replica takes its own room; a topic's size is that of all its replicas.
        for (_, answer) in await cluster.logSizes(asked) {
            guard case .success(let found) = answer else { continue }
            for (key, bytes) in found { sizes[key, default: 0] += bytes }
        }
        return topics.map { topic in
            var row = TopicFacts(topic: topic, records: 0, size: 0)
            for partition in topic.partitions {
                let key = TopicPartition(topic: topic.name, partition: partition.index)
                if let start = try? starts[key]?.get().offset, let end = try? ends[key]?.get().offset {
                    row.records = row.records.map { $0 + end - start }
                } else {
                    row.records = nil
                }
                row.size = sizes[key].flatMap { bytes in row.size.map { $0 + bytes } }
            }
            return row
        }
    }
}
