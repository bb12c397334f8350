import KafkaClient
import KafkaWire

/// `kdeck topics`, `kdeck topics list`.
enum TopicList {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let withInternal = invocation.has("internal")
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [TopicFacts] in
            let metadata = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata(nil) }
            return await TopicFacts.of(metadata.topics.filter { withInternal || !$0.isInternal }, cluster)
        }
        try listing(rows).print(
            as: format,
            empty: "There are no topics\(withInternal ? "" : " of yours"). `kdeck topics create NAME` makes one.")
    }

    private static func listing(_ rows: [TopicFacts]) -> Listing {
        Listing(
            rows,
            [
                (OutputColumn("name", "TOPIC"), { .text($0.topic.name.rawValue) }),
                (OutputColumn("id", "ID", wide: true), { .text($0.topic.id.description) }),
                (OutputColumn("partitions", "PARTS", .right), { .count($0.topic.partitions.count) }),
                (OutputColumn("replicationFactor", "RF", .right), { .count($0.replicationFactor) }),
                (OutputColumn("records", "RECORDS", .right), { .count($0.records, missing: .unknown) }),
                (OutputColumn("sizeBytes", "SIZE", .right), { .size($0.size, missing: .unknown) }),
                (OutputColumn("underReplicated", "STATE"), { state($0) }),
                (OutputColumn("internal", "INTERNAL", wide: true), { .flag($0.topic.isInternal) }),
            ])
    }

    private static func state(_ row: TopicFacts) -> OutputCell {
        let words =
            row.topic.error != .none
            ? row.topic.error.name : row.underReplicated == 0 ? "ok" : "\(row.underReplicated) below RF"
        return OutputCell(.integer(Int64(row.underReplicated)), words)
    }
}
