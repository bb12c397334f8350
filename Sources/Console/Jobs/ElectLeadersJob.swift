import KafkaClient
import KafkaWire

/// Makes the first replica of partitions their leader again.
struct ElectLeadersJob: ChangeJob {
    /// Partitions that another broker leads although their first replica is in sync.
    var partitions: [TopicPartition]
    var name: String { "elect leaders" }

    var change: PlannedChange {
        PlannedChange(
            what: "make the preferred leaders lead \(Quantity.count(partitions.count, "partition"))",
            sameAs: "kafka-leader-election --election-type preferred --path-to-json-file FILE",
            requests: ["ElectLeaders, preferred"], details: partitions.prefix(100).map(\.description))
    }

    /// Partitions whose first replica is in sync and does not lead.
    static func candidates(in view: ClusterView) -> [TopicPartition] {
        (view.metadata.value?.topics ?? []).flatMap { topic in
            topic.partitions.filter { partition in
                guard let first = partition.replicas.first, let leader = partition.leader else { return false }
                return first != leader && partition.inSync.contains(first)
            }.map { TopicPartition(topic: topic.name, partition: $0.index) }
        }
    }

    /// Whether there is anything to elect: the counts tell without looking at every partition.
    static func availability(_ context: PaneContext) -> Availability {
        let summary = context.view.summary
        guard context.view.metadata.value != nil else { return .absent }
        return summary.leads == summary.preferred
            ? .disabled("every partition is led by its preferred leader") : .enabled
    }

    /// Says which brokers get leaders back.
    static func question(in context: PaneContext) -> ConfirmDialog {
        let partitions = candidates(in: context.view)
        var gains: [BrokerID: Int] = [:]
        for partition in partitions {
            let info = context.view.topic(partition.topic)?.partitions.first { $0.index == partition.partition }
            if let first = info?.replicas.first { gains[first, default: 0] += 1 }
        }
        let lines =
            partitions.isEmpty
            ? ["The preferred leaders that do not lead are not in sync: there is nothing to elect yet."]
            : gains.sorted { $0.key < $1.key }.map {
                "Broker \($0.key) leads \(Quantity.count($0.value, "partition")) more."
            } + ["Clients look for the new leaders and go on; nothing is lost."]
        return ConfirmDialog(
            "Preferred leaders on \(context.console.place)", lines: lines, verb: "elect them",
            job: ElectLeadersJob(partitions: partitions), in: context)
    }

    func run(_ tools: JobTools) async {
        guard !partitions.isEmpty else { return tools.report(ElectLeadersReport(elected: 0, failures: [])) }
        do {
            let results = try await tools.cluster.electPreferredLeaders(partitions)
            let failures = results.compactMap { partition, error in error.map { "\(partition): \($0.sentence)" } }
            tools.report(ElectLeadersReport(elected: results.count - failures.count, failures: failures.sorted()))
        } catch {
            tools.report(ElectLeadersReport(elected: 0, failures: [error.sentence]))
        }
    }
}

/// How the election ended.
struct ElectLeadersReport: ChangeReport {
    var elected: Int
    var failures: [String]

    var ending: ChangeEnding? {
        ChangeEnding(isGood: failures.isEmpty, sentence: sentence, details: Array(failures.dropFirst().prefix(50)))
    }

    private var sentence: String {
        let good = "\(Quantity.count(elected, "partition")) led by the preferred leader"
        return failures.first.map { elected == 0 ? $0 : "\(good); \($0)" } ?? good
    }

    var notice: Notice { Notice(failures.isEmpty ? .good : .bad, sentence) }
}
