import KafkaClient
import KafkaWire
import Terminal

/// `kdeck topics create|delete|empty|add-partitions`: says what it would do, and with --execute does it. Creating loses
/// nothing and is done at once, unless --validate-only is given.
enum TopicChange {
    @Sendable static func create(_ invocation: Invocation) throws(Failure) {
        let name = try TopicName.of(invocation.operands[0])
        let partitions = Int32(clamping: try number(invocation, "partitions", 1...most) ?? -1)
        let copies = Int16(clamping: try number(invocation, "replication-factor", 1...Int(Int16.max)) ?? -1)
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
        try StandardOutput.say(
            isOnlyAsked ? "The cluster would create \(name). Nothing was done." : "Created \(name).")
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
        guard let total = try number(invocation, "partitions", 2...most) else {
            throw .usage("say how many it shall have in all: --partitions N")
        }
        let isExecuted = invocation.has("execute")
        let before = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> Int in
            let topic = try await Known.topic(name, cluster)
            try await Attached.asked { () async throws(ClientError) in
                for validateOnly in isExecuted ? [true, false] : [true] {
                    try await cluster.createPartitions(
                        name, total: Int32(clamping: total), validateOnly: validateOnly)
                }
            }
            return topic.partitions.count
        }
        let count = NumberText.count(Int64(total))
        if isExecuted { return try StandardOutput.say("\(name) has \(count) partitions.") }
        try StandardOutput.say(
            "\(name) would have \(count) partitions instead of \(before), for good. Records with a key go to other "
                + "partitions from then on. Nothing was done: --execute does it.")
    }

    /// Every topic is looked at before the first is touched: one wrong name among many changes nothing.
    private static func destroy(
        _ invocation: Invocation, would: String, done: String,
        _ work: @escaping @Sendable (Cluster, TopicInfo) async throws(ClientError) -> Void
    ) throws(Failure) {
        let names = try invocation.named(TopicName.of)
        let isExecuted = invocation.has("execute")
        try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> Void in
            var topics: [TopicInfo] = []
            for name in names {
                let topic = try await Known.topic(name, cluster)
                guard !topic.isInternal else {
                    throw Failure(.denied, "\(name) is Kafka's own: the cluster needs it. Nothing was done.")
                }
                topics.append(topic)
            }
            for facts in await TopicFacts.of(topics, cluster) {
                if isExecuted {
                    try await Attached.asked { () async throws(ClientError) in try await work(cluster, facts.topic) }
                }
                let what = loss(facts)
                try StandardOutput.say(
                    isExecuted ? "\(done) \(what)." : "\(what) \(would). Nothing was done: --execute does it.")
            }
        }
    }

    private static func loss(_ facts: TopicFacts) -> String {
        let records = facts.records.map { NumberText.counted($0, "record") } ?? "an unknown number of records"
        let size = facts.size.map { ", \(NumberText.size($0))" } ?? ""
        let partitions = NumberText.counted(Int64(facts.topic.partitions.count), "partition")
        return "\(facts.topic.name): \(records)\(size) in \(partitions)"
    }

    /// More partitions than any cluster takes for one topic.
    private static let most = 262_136

    private static func number(
        _ invocation: Invocation, _ option: String, _ range: ClosedRange<Int>
    ) throws(Failure) -> Int? {
        guard let text = invocation[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .usage(
                "--\(option) '\(Sanitizer.visible(text))': give a number from \(range.lowerBound) to "
                    + NumberText.count(Int64(range.upperBound)))
        }
        return number
    }
}

/// `--set name=value`.
enum Assignment {
    static func set(_ word: String) throws(Failure) -> ConfigChange {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw .usage("--set '\(Sanitizer.visible(word))' is no setting; give it as NAME=VALUE")
        }
        return .set(String(parts[0]), to: String(parts[1]))
    }
}
