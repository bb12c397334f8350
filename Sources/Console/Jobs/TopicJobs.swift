import KafkaClient
import KafkaWire

/// Creates a topic after the cluster said that it would.
struct CreateTopicJob: ChangeJob {
    var topic: TopicName
    var partitions: Int32
    var replicationFactor: Int16
    var configs: [String: String] = [:]
    var name: String { "change topic" }

    var change: PlannedChange {
        let settings = configs.sorted { $0.key < $1.key }
        return PlannedChange(
            what: "create \(shape)",
            sameAs: "kafka-topics --create --topic \(topic) --partitions \(partitions) --replication-factor "
                + "\(replicationFactor)" + settings.map { " --config \($0.key)=\($0.value)" }.joined(),
            requests: ["CreateTopics, validate only", "CreateTopics"],
            details: settings.map { "\($0.key) = \($0.value)" })
    }

    private var shape: String {
        "\(topic), \(Quantity.count(Int(partitions), "partition")), RF \(replicationFactor)"
    }

    func run(_ tools: JobTools) async {
        let report = TopicChangeReport(
            topic: topic, isCreated: true, summary: "created \(shape)", sameAs: change.sameAs)
        do {
            for validateOnly in [true, false] {
                try await tools.cluster.createTopic(
                    topic, partitions: partitions, replicationFactor: replicationFactor, configs: configs,
                    validateOnly: validateOnly)
            }
            tools.report(report)
        } catch {
            tools.report(report.failing(error.sentence))
        }
    }
}

/// A topic as it was looked at: one made anew under its name is another.
struct TopicTarget: Equatable, Sendable {
    var name: TopicName
    var id: KafkaUUID

    /// Why it is not to be touched: it is not the one that was looked at any more; nil when it is.
    func objection(in metadata: ClusterMetadata) -> String? {
        guard let now = metadata.topic(name), now.error == .none else { return "\(name) is not there any more" }
        if now.id == id || id == .zero { return nil }
        return "\(name) was created anew meanwhile: look at it again, nothing was done to it"
    }
}

/// Deletes topics, each only if it is still the one that was looked at.
struct DeleteTopicsJob: ChangeJob {
    var targets: [TopicTarget]
    var name: String { "change topic" }

    var change: PlannedChange {
        PlannedChange(
            what: "delete \(TopicChangeReport.named(targets))",
            sameAs: "kafka-topics --delete --topic \(targets.map(\.name.rawValue).joined(separator: ","))",
            requests: ["Metadata, is it still the same topic", "DeleteTopics"],
            details: targets.map { "\($0.name), id \($0.id)" })
    }

    func run(_ tools: JobTools) async {
        await TopicChangeReport.each(targets, "deleted", change, tools) { target throws(ClientError) in
            try await tools.cluster.deleteTopic(target.name)
            return []
        }
    }
}

/// Throws away all records of topics; the topics stay.
struct EmptyTopicsJob: ChangeJob {
    var targets: [TopicTarget]
    var name: String { "change topic" }

    var change: PlannedChange {
        PlannedChange(
            what: "empty \(TopicChangeReport.named(targets))",
            sameAs: "kafka-delete-records --offset-json-file FILE   with offset -1 for every partition",
            requests: ["Metadata, is it still the same topic", "DeleteRecords up to the high watermark"],
            details: targets.map { "\($0.name), id \($0.id)" })
    }

    func run(_ tools: JobTools) async {
        await TopicChangeReport.each(targets, "emptied", change, tools) { target throws(ClientError) in
            let topic = try await tools.cluster.metadata([target.name]).topic(target.name)
            let partitions = (topic?.partitions ?? []).map { TopicPartition(topic: target.name, partition: $0.index) }
            let results = await tools.cluster.deleteRecords(
                Dictionary(partitions.map { ($0, -1) }, uniquingKeysWith: { $1 }))
            for partition in partitions {
                if case .failure(let error)? = results[partition] { throw error }
            }
            return partitions.compactMap { partition in
                guard case .success(let start)? = results[partition] else { return nil }
                return "\(partition) begins at \(Quantity.grouped(start))"
            }
        }
    }
}

/// Gives a topic more partitions after the cluster said that it would.
struct AddPartitionsJob: ChangeJob {
    var topic: TopicName
    /// How many it had when it was looked at.
    var before: Int
    /// How many it shall have.
    var total: Int32
    var name: String { "change topic" }

    var change: PlannedChange {
        PlannedChange(
            what: "give \(topic) \(Quantity.count(Int(total), "partition")) instead of \(Quantity.grouped(before))",
            sameAs: "kafka-topics --alter --topic \(topic) --partitions \(total)",
            requests: ["CreatePartitions, validate only", "CreatePartitions"])
    }

    func run(_ tools: JobTools) async {
        let report = TopicChangeReport(
            topic: topic, isCreated: false, summary: "\(topic) has \(Quantity.count(Int(total), "partition"))",
            sameAs: change.sameAs)
        do {
            for validateOnly in [true, false] {
                try await tools.cluster.createPartitions(topic, total: total, validateOnly: validateOnly)
            }
            tools.report(report)
        } catch {
            tools.report(report.failing(error.sentence))
        }
    }
}
