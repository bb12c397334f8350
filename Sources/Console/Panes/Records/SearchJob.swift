import KafkaClient
import KafkaWire
import Synchronization

/// Searches a topic and reports what it finds as it finds it, a few times a second.
struct SearchRecordsJob: Job {
    var topic: TopicName
    var query: RecordQuery
    /// This partition before all others.
    var first: Int32?
    /// Where it begins, or goes on after it was stopped.
    var start: ReadStart
    var isolation: Isolation
    var name: String { "records" }

    /// Milliseconds between two reports.
    private static let pause: Int64 = 60

    func run(_ tools: JobTools) async {
        let gathering = Mutex(Gathering())
        var before = SearchProgress()
        do throws(ClientError) {
            for partitions in try await parts(tools.cluster) {
                let reader = TopicReader(
                    cluster: tools.cluster, topic: topic, partitions: partitions, isolation: isolation)
                let base = before
                before = base.adding(
                    try await TopicSearch(reader, query).run(from: start) { found in
                        let ready = gathering.withLock { $0.take(found, after: base, now: tools.now()) }
                        if let ready { tools.report(ready) }
                        return true
                    })
            }
            guard !Task.isCancelled else { return }
            tools.report(gathering.withLock { $0.finish(before, failure: nil) })
        } catch {
            tools.report(gathering.withLock { $0.finish(before, failure: error.sentence) })
        }
    }

    /// The partitions that are searched one after the other: nil for all at once.
    private func parts(_ cluster: Cluster) async throws(ClientError) -> [[Int32]?] {
        guard let first else { return [nil] }
        let all = try await cluster.metadata([topic]).topic(topic)?.partitions.map(\.index) ?? []
        return [[first], all.filter { $0 != first }].filter { !$0.isEmpty }
    }

    /// What was found since the last report.
    private struct Gathering {
        private var rows: [RecordRow] = []
        private var skipped = 0
        private var reported: Int64?

        mutating func take(
            _ report: SearchReport, after base: SearchProgress, now: Int64
        ) -> RecordsReport? {
            rows += report.found.map { .found($0) } + report.issues.map { .issue($0) }
            let surplus = max(0, rows.count - RecordRing.most)
            skipped += rows.prefix(surplus).count { $0.record != nil }
            rows.removeFirst(surplus)
            if let reported, (0..<SearchRecordsJob.pause).contains(now - reported) { return nil }
            reported = now
            return hand(base.adding(report.progress))
        }

        mutating func finish(_ progress: SearchProgress, failure: String?) -> RecordsReport {
            var report = hand(progress)
            report.isOver = true
            report.failure = failure
            return report
        }

        private mutating func hand(_ progress: SearchProgress) -> RecordsReport {
            var report = RecordsReport(kind: .found)
            report.rows = rows.map(\.detached)
            report.skipped = skipped
            report.progress = progress
            report.positions = progress.positions
            report.ends = progress.ends
            report.failures = progress.failures.mapValues(\.sentence)
            (rows, skipped) = ([], 0)
            return report
        }
    }
}
