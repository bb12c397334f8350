import KafkaClient
import KafkaWire

/// How a change of one or more topics ended.
struct TopicChangeReport: ChangeReport {
    var topic: TopicName
    var isCreated: Bool
    var summary: String
    var sameAs: String
    var failure: String?
    var details: [String] = []

    func failing(_ sentence: String) -> TopicChangeReport {
        var report = self
        report.failure = sentence
        return report
    }

    var notice: Notice {
        failure.map { Notice(.bad, $0) } ?? Notice(.good, summary, sameAs: sameAs)
    }

    var ending: ChangeEnding? {
        ChangeEnding(isGood: failure == nil, sentence: failure ?? summary, details: details)
    }

    /// `orders`, `3 topics`.
    static func named(_ targets: [TopicTarget]) -> String {
        targets.count == 1 ? targets[0].name.rawValue : Quantity.count(targets.count, "topic")
    }

    /// Does one thing to each target that is still what it was, and reports all of it once. What fails for one stops none
    /// of the others.
    static func each(
        _ targets: [TopicTarget], _ done: String, _ change: PlannedChange, _ tools: JobTools,
        _ work: (TopicTarget) async throws(ClientError) -> [String]
    ) async {
        var report = TopicChangeReport(
            topic: targets.first?.name ?? "", isCreated: false, summary: "\(done) \(named(targets))",
            sameAs: change.sameAs)
        var failures: [String] = []
        for target in targets {
            do throws(ClientError) {
                if let objection = target.objection(in: try await tools.cluster.metadata([target.name])) {
                    failures.append(objection)
                    continue
                }
                report.details += try await work(target)
            } catch {
                failures.append(targets.count == 1 ? error.sentence : "\(target.name): \(error.sentence)")
            }
        }
        if let first = failures.first {
            report.failure =
                targets.count == 1 ? first : "\(done) \(targets.count - failures.count) of \(targets.count); \(first)"
            report.details += failures.dropFirst()
        }
        tools.report(report)
    }
}
