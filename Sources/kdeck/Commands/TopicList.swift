import KafkaClient
import KafkaWire

/// `kdeck topics`.
enum TopicList {
    private struct Row: Sendable {
        var topic: TopicInfo
        var records: Int64?
        var size: Int64?
        var underReplicated: Int { topic.partitions.filter { $0.inSync.count < $0.replicas.count }.count }
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let withInternal = invocation.has("internal")
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Row] in
            try await ask(cluster, withInternal: withInternal)
        }
        try listing(rows).print(as: format)
    }

    private static func ask(_ cluster: Cluster, withInternal: Bool) async throws(Failure) -> [Row] {
        let metadata = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata(nil) }
        let topics = metadata.topics.filter { withInternal || !$0.isInternal }.sorted { $0.name < $1.name }
        let partitions = topics.flatMap { topic in
            topic.partitions.map { TopicPartition(topic: topic.name, partition: $0.index) }
        }
        let starts = await cluster.listOffsets(Dictionary(uniqueKeysWithValues: partitions.map { ($0, .earliest) }))
        let ends = await cluster.listOffsets(Dictionary(uniqueKeysWithValues: partitions.map { ($0, .latest) }))
        var sizes: [TopicPartition: Int64] = [:]
        // Every replica takes its own room; a topic's size is that of all its replicas.
        for (_, answer) in await cluster.logSizes() {
            guard case .success(let found) = answer else { continue }
            for (key, bytes) in found { sizes[key, default: 0] += bytes }
        }
        return topics.map { topic in
            var row = Row(topic: topic, records: 0, size: 0)
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

    private static func listing(_ rows: [Row]) -> Listing {
        Listing(
            rows,
            [
                (OutputColumn("name", "TOPIC"), { .text($0.topic.name.rawValue) }),
                (OutputColumn("id", "ID", wide: true), { .text($0.topic.id.description) }),
                (OutputColumn("partitions", "PARTS", .right), { .count($0.topic.partitions.count) }),
                (
                    OutputColumn("replicationFactor", "RF", .right),
                    { .count($0.topic.partitions.map(\.replicas.count).max() ?? 0) }
                ),
                (OutputColumn("records", "RECORDS", .right), { .count($0.records, missing: .unknown) }),
                (OutputColumn("sizeBytes", "SIZE", .right), { .size($0.size, missing: .unknown) }),
                (OutputColumn("underReplicated", "STATE"), { state($0) }),
                (OutputColumn("internal", "INTERNAL", wide: true), { .flag($0.topic.isInternal) }),
            ])
    }

    private static func state(_ row: Row) -> OutputCell {
        let words =
            row.topic.error != .none
            ? row.topic.error.name : row.underReplicated == 0 ? "ok" : "\(row.underReplicated) below RF"
        return OutputCell(.integer(Int64(row.underReplicated)), words)
    }
}
