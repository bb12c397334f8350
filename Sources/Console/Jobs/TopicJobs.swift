import KafkaClient
import KafkaWire

/// Creates a topic after the cluster said that it would.
struct CreateTopicJob: ChangeJob {
    var topic: TopicName
    var partitions: Int32
    var replicationFactor: Int16
    var name: String { "change topic" }

    var change: PlannedChange {
        PlannedChange(
            what: "create \(shape)",
            sameAs:
                "kafka-topics --create --topic \(topic) --partitions \(partitions) --replication-factor \(replicationFactor)",
            requests: ["CreateTopics, validate only", "CreateTopics"])
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
                    topic, partitions: partitions, replicationFactor: replicationFactor, configs: [:],
                    validateOnly: validateOnly)
            }
            tools.report(report)
        } catch {
            tools.report(report.failing(error))
        }
    }
}

/// Deletes a topic if it is still the one that was looked at.
struct DeleteTopicJob: ChangeJob {
    var topic: TopicName
    var id: KafkaUUID
    var name: String { "change topic" }

    var change: PlannedChange {
        PlannedChange(
            what: "delete \(topic)", sameAs: "kafka-topics --delete --topic \(topic)",
            requests: ["Metadata, is it still the same topic", "DeleteTopics"],
            details: ["topic id \(id)"])
    }

    func run(_ tools: JobTools) async {
        let report = TopicChangeReport(
            topic: topic, isCreated: false, summary: "deleted \(topic)", sameAs: change.sameAs)
        do {
            let now = try await tools.cluster.metadata([topic]).topic(topic)
            guard now?.id == id || id == .zero else {
                var changed = report
                changed.failure = "\(topic) was created anew meanwhile: look at it again, nothing was deleted"
                tools.report(changed)
                return
            }
            try await tools.cluster.deleteTopic(topic)
            tools.report(report)
        } catch {
            tools.report(report.failing(error))
        }
    }
}

/// How creating or deleting a topic ended.
struct TopicChangeReport: ChangeReport {
    var topic: TopicName
    var isCreated: Bool
    var summary: String
    var sameAs: String
    var failure: String?

    func failing(_ error: ClientError) -> TopicChangeReport {
        var report = self
        report.failure = error.sentence
        return report
    }

    var notice: Notice {
        failure.map { Notice(.bad, $0) } ?? Notice(.good, summary, sameAs: sameAs)
    }

    var ending: ChangeEnding? { ChangeEnding(isGood: failure == nil, sentence: failure ?? summary) }
}
