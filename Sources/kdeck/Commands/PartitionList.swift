import KafkaClient
import KafkaWire

/// `kdeck partitions TOPIC`: what the partitions pane shows.
enum PartitionList {
    private struct Row: Sendable {
        var key: TopicPartition
        var info: PartitionInfo
        var start: Int64?
        var highWatermark: Int64?
        var stable: Int64?
        /// Bytes of the leader's copy.
        var size: Int64?
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let names = try invocation.named(TopicName.of)
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Row] in
            var rows: [Row] = []
            for name in names { rows += await Self.rows(of: try await Known.topic(name, cluster), cluster) }
            return rows
        }
        try listing(rows).print(as: format)
    }

    private static func rows(of topic: TopicInfo, _ cluster: Cluster) async -> [Row] {
        let keys = topic.partitions.map { TopicPartition(topic: topic.name, partition: $0.index) }
        func ask(_ spec: OffsetSpec, _ isolation: Isolation) async -> [TopicPartition: Int64] {
            await cluster.listOffsets(Dictionary(uniqueKeysWithValues: keys.map { ($0, spec) }), isolation: isolation)
                .compactMapValues { try? $0.get().offset }
        }
        let starts = await ask(.earliest, .readUncommitted)
        let stables = await ask(.latest, .readCommitted)
        let ends = await ask(.latest, .readUncommitted)
        let sizes = await cluster.logSizes([topic.name: topic.partitions.map(\.index)])
        return zip(keys, topic.partitions).map { key, info in
            Row(
                key: key, info: info, start: starts[key], highWatermark: ends[key], stable: stables[key],
                size: info.leader.flatMap { try? sizes[$0]?.get()[key] })
        }
    }

    private static func listing(_ rows: [Row]) -> Listing {
        Listing(
            rows,
            [
                (OutputColumn("name", "PARTITION"), { .text($0.key.description) }),
                (OutputColumn("topic", nil), { .text($0.key.topic.rawValue) }),
                (OutputColumn("partition", nil), { .number($0.key.partition) }),
                (
                    OutputColumn("leader", "LEADER", .right),
                    { $0.info.leader.map { .number($0.rawValue) } ?? OutputCell(.null, "none") }
                ),
                (OutputColumn("leaderEpoch", "EPOCH", .right), { .number($0.info.leaderEpoch) }),
                (OutputColumn("replicas", "REPLICAS"), { brokers($0.info.replicas) }),
                (OutputColumn("inSync", "IN SYNC"), { brokers($0.info.inSync) }),
                (OutputColumn("offline", "OFFLINE", wide: true), { brokers($0.info.offline) }),
                (OutputColumn("logStart", "START", .right), { .count($0.start, missing: .unknown) }),
                (OutputColumn("highWatermark", "HIGH WM", .right), { .count($0.highWatermark, missing: .unknown) }),
                (OutputColumn("lastStable", "STABLE", .right), { .count($0.stable, missing: .unknown) }),
                (OutputColumn("sizeBytes", "SIZE", .right), { .size($0.size, missing: .unknown) }),
            ])
    }

    /// Brokers by number, apart by blanks.
    static func brokers(_ list: [BrokerID]) -> OutputCell {
        OutputCell(
            .array(list.map { .integer(Int64($0.rawValue)) }),
            list.isEmpty ? "–" : list.map(\.description).joined(separator: " "))
    }
}
