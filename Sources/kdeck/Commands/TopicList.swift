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
        let asJSON = try Attached.wantsJSON(invocation)
        let withInternal = invocation.has("internal")
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Row] in
            try await ask(cluster, withInternal: withInternal)
        }
        var output = StandardOutput()
        output.write(asJSON ? json(rows) : table(rows))
        try output.finish()
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

    private static func table(_ rows: [Row]) -> String {
        var table = TableText([
            ("TOPIC", .left), ("PARTS", .right), ("RF", .right), ("RECORDS", .right), ("SIZE", .right),
            ("STATE", .left),
        ])
        for row in rows {
            let factor = row.topic.partitions.map(\.replicas.count).max() ?? 0
            let state =
                row.topic.error != .none
                ? row.topic.error.name : row.underReplicated == 0 ? "ok" : "\(row.underReplicated) below RF"
            table.add([
                row.topic.name.rawValue, "\(row.topic.partitions.count)", "\(factor)", NumberText.count(row.records),
                NumberText.size(row.size), state,
            ])
        }
        return table.text
    }

    private static func json(_ rows: [Row]) -> String {
        JSONValue.lines(
            rows.map { row in
                .object([
                    ("name", .text(row.topic.name.rawValue)),
                    ("id", .text(row.topic.id.description)),
                    ("partitions", .integer(Int64(row.topic.partitions.count))),
                    ("replicationFactor", .integer(Int64(row.topic.partitions.map(\.replicas.count).max() ?? 0))),
                    ("records", .optional(row.records)),
                    ("sizeBytes", .optional(row.size)),
                    ("underReplicated", .integer(Int64(row.underReplicated))),
                    ("internal", .bool(row.topic.isInternal)),
                ])
            })
    }
}
