import KafkaClient
import KafkaWire

/// `kdeck topics describe`: what the topic's line and preview say, a fact a line.
enum TopicDescribe {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let names = try invocation.named(TopicName.of)
        let facts = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Fact] in
            var topics: [TopicInfo] = []
            for name in names { topics.append(try await Known.topic(name, cluster)) }
            let configs = await cluster.configs(of: names.map { .topic($0) })
            return await TopicFacts.of(topics, cluster).flatMap { Self.facts($0, configs[.topic($0.topic.name)]) }
        }
        try Fact.listing(facts, subject: "topic").print(as: format)
    }

    private static func facts(_ row: TopicFacts, _ configs: Result<[ConfigEntry], ClientError>?) -> [Fact] {
        let name = row.topic.name.rawValue
        var facts = [
            Fact("topic", .text(name)), Fact("id", .text(row.topic.id.description)),
            Fact("partitions", .count(row.topic.partitions.count)),
            Fact("replicationFactor", "replication factor", .count(row.replicationFactor)),
            Fact("records", .count(row.records, missing: .unknown)),
            Fact("sizeBytes", "size of all copies", .size(row.size, missing: .unknown)),
            Fact("underReplicated", "under-replicated", .count(row.underReplicated)),
            Fact("leaderless", .count(row.topic.partitions.count { $0.leader == nil })),
            Fact("internal", "Kafka's own", .flag(row.topic.isInternal)),
        ]
        switch configs {
        case .success(let entries)?:
            for entry in entries where !entry.isDefault { facts.append(Fact(entry.name, .text(entry.value))) }
        case .failure(let error)?: facts.append(Fact("configs", OutputCell(.null, "unknown: \(error.sentence)")))
        case nil: break
        }
        for index in facts.indices { facts[index].subject = name }
        return facts
    }
}

/// One thing known, by its name.
struct Fact: Sendable {
    /// The name in JSON and CSV. Scripts rely on it.
    let name: String
    /// The name for people.
    let title: String
    let cell: OutputCell
    /// What it is known of, where there may be several.
    var subject: String?

    init(_ name: String, _ title: String, _ cell: OutputCell) {
        self.name = name
        self.title = title
        self.cell = cell
    }

    /// With a name that people understand.
    init(_ name: String, _ cell: OutputCell) { self.init(name, name, cell) }

    /// Facts below each other.
    /// - Parameter subject: the name of the column for what they are known of.
    static func listing(_ facts: [Fact], subject: String? = nil) -> Listing {
        var columns: [(OutputColumn, (Fact) -> OutputCell)] = [
            (OutputColumn("name", "NAME"), { OutputCell(.text($0.name), $0.title) }),
            (OutputColumn("value", "VALUE"), { $0.cell }),
        ]
        if let subject { columns.append((OutputColumn(subject, nil), { .text($0.subject) })) }
        return Listing(facts, columns)
    }
}
