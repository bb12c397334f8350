import KafkaClient
import KafkaWire

/// `kdeck topics create|delete|empty|add-partitions`: says what it would do, and with --execute does it. Creating loses
/// nothing and is done at once, unless --validate-only is given.
enum TopicChange {
    @Sendable static func create(_ invocation: Invocation) throws(Failure) {
        let name = try TopicName.of(invocation.operands[0])
        let partitions = Int32(clamping: try number(invocation, "partitions", from: 1) ?? -1)
        let copies = Int16(clamping: try number(invocation, "replication-factor", from: 1) ?? -1)
        var configs: [String: String] = [:]
        for word in invocation.all("set") {
            guard case .set(let key, let value) = try Assignment.set(word) else { continue }
            configs[key] = value
        }
        let isOnlyAsked = invocation.has("validate-only")
        let settings = configs
        try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> Void in
            try await Attached.asked { () async throws(ClientError) in
                try await cluster.createTopic(
                    name, partitions: partitions, replicationFactor: copies, configs: settings,
                    validateOnly: isOnlyAsked)
            }
        }
        try say(isOnlyAsked ? "The cluster would create \(name). Nothing was done." : "Created \(name).")
    }

    @Sendable static func delete(_ invocation: Invocation) throws(Failure) {
        try destroy(
            invocation, would: "would be deleted with all its records; there is no undo", done: "Deleted"
        ) { (cluster: Cluster, topic: TopicInfo) async throws(ClientError) in try await cluster.deleteTopic(topic.name)
        }
    }

    @Sendable static func empty(_ invocation: Invocation) throws(Failure) {
        try destroy(
            invocation, would: "would be thrown away, the topic stays; there is no undo", done: "Emptied"
        ) { (cluster: Cluster, topic: TopicInfo) async throws(ClientError) in
            let all = topic.partitions.map { (TopicPartition(topic: topic.name, partition: $0.index), Int64(-1)) }
            for (_, result) in await cluster.deleteRecords(Dictionary(uniqueKeysWithValues: all)) {
                _ = try result.get()
            }
        }
    }

    @Sendable static func addPartitions(_ invocation: Invocation) throws(Failure) {
        let name = try TopicName.of(invocation.operands[0])
        guard let total = try number(invocation, "partitions", from: 2) else {
            throw .usage("say how many it shall have in all: --partitions N")
        }
        let isExecuted = invocation.has("execute")
        let before = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> Int in
            let topic = try await TopicFacts.topic(name, cluster)
            try await Attached.asked { () async throws(ClientError) in
                for validateOnly in isExecuted ? [true, false] : [true] {
                    try await cluster.createPartitions(
                        name, total: Int32(clamping: total), validateOnly: validateOnly)
                }
            }
            return topic.partitions.count
        }
        if isExecuted { return try say("\(name) has \(total) partitions.") }
        try say(
            "\(name) would have \(total) partitions instead of \(before), for good. Records with a key go to other "
                + "partitions from then on. Nothing was done: --execute does it.")
    }

    private static func destroy(
        _ invocation: Invocation, would: String, done: String,
        _ work: @escaping @Sendable (Cluster, TopicInfo) async throws(ClientError) -> Void
    ) throws(Failure) {
        let name = try TopicName.of(invocation.operands[0])
        let isExecuted = invocation.has("execute")
        let facts = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> TopicFacts in
            let topic = try await TopicFacts.topic(name, cluster)
            guard !topic.isInternal else {
                throw Failure(.denied, "\(name) is Kafka's own: the cluster needs it. Nothing was done.")
            }
            let facts = await TopicFacts.of([topic], cluster)[0]
            if isExecuted {
                try await Attached.asked { () async throws(ClientError) in try await work(cluster, topic) }
            }
            return facts
        }
        let records = facts.records.map { NumberText.count($0) } ?? "an unknown number of"
        let size = facts.size.map { ", \(NumberText.size($0))" } ?? ""
        let what = "\(name): \(records) records\(size) in \(facts.topic.partitions.count) partitions"
        try say(isExecuted ? "\(done) \(what)." : "\(what) \(would). Nothing was done: --execute does it.")
    }

    private static func number(_ invocation: Invocation, _ option: String, from least: Int) throws(Failure) -> Int? {
        guard let text = invocation[option] else { return nil }
        guard let number = Int(text), number >= least, number <= Int(Int16.max) * 8 else {
            throw .usage("--\(option) wants a number from \(least), not \(text)")
        }
        return number
    }

    private static func say(_ sentence: String) throws(Failure) {
        var output = StandardOutput()
        output.write(sentence + "\n")
        try output.finish()
    }
}

/// `--set name=value`.
enum Assignment {
    static func set(_ word: String) throws(Failure) -> ConfigChange {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { throw .usage("--set wants NAME=VALUE, not \(word)") }
        return .set(String(parts[0]), to: String(parts[1]))
    }
}
