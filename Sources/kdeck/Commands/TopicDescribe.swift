import KafkaClient
import KafkaWire

/// `kdeck topics describe`: what the topic's line and preview say, a fact a line.
enum TopicDescribe {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let name = try TopicName.of(invocation.operands[0])
        let facts = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Fact] in
            let topic = try await TopicFacts.topic(name, cluster)
            let found = await TopicFacts.of([topic], cluster)
            let configs = await cluster.configs(of: [.topic(name)])[.topic(name)]
            return Self.facts(found[0], configs)
        }
        try Fact.listing(facts).print(as: format)
    }

    private static func facts(_ row: TopicFacts, _ configs: Result<[ConfigEntry], ClientError>?) -> [Fact] {
        var facts = [
            Fact("topic", .text(row.topic.name.rawValue)), Fact("id", .text(row.topic.id.description)),
            Fact("partitions", .count(row.topic.partitions.count)),
            Fact("replicationFactor", .count(row.replicationFactor)),
            Fact("records", .count(row.records, missing: .unknown)),
            Fact("sizeBytes", .size(row.size, missing: .unknown)), Fact("underReplicated", .count(row.underReplicated)),
            Fact("leaderless", .count(row.topic.partitions.count { $0.leader == nil })),
            Fact("internal", .flag(row.topic.isInternal)),
        ]
        switch configs {
        case .success(let entries)?:
            for entry in entries where !entry.isDefault { facts.append(Fact(entry.name, .text(entry.value))) }
        case .failure(let error)?: facts.append(Fact("configs", OutputCell(.null, "unknown: \(error.sentence)")))
        case nil: break
        }
        return facts
    }
}

/// One thing known, by its name.
struct Fact: Sendable {
    let name: String
    let cell: OutputCell

    init(_ name: String, _ cell: OutputCell) {
        self.name = name
        self.cell = cell
    }

    /// Facts below each other.
    static func listing(_ facts: [Fact]) -> Listing {
        Listing(
            facts, [(OutputColumn("name", "NAME"), { .text($0.name) }), (OutputColumn("value", "VALUE"), { $0.cell })])
    }
}
