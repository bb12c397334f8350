import KafkaClient
import KafkaWire

/// Reads a stretch of a topic once: its newest records, or what comes from a start on.
struct ReadRecordsJob: Job {
    var topic: TopicName
    /// Nil for the newest.
    var start: ReadStart?
    var limit: Int
    var isolation: Isolation
    var name: String { "records" }

    func run(_ tools: JobTools) async {
        let reader = TopicReader(cluster: tools.cluster, topic: topic, isolation: isolation)
        do throws(ClientError) {
            let page =
                if let start { try await reader.page(from: start, limit: limit) } else {
                    try await reader.newest(limit)
                }
            tools.report(RecordsReport(page: page, kind: .read, keep: RecordRing.most))
        } catch {
            tools.report(RecordsReport(kind: .read, failure: error.sentence))
        }
    }
}

/// Reads what comes, as it comes, until it is stopped.
struct FollowRecordsJob: Job {
    var topic: TopicName
    var start: ReadStart
    var isolation: Isolation
    var name: String { "records" }

    func run(_ tools: JobTools) async {
        let reader = TopicReader(cluster: tools.cluster, topic: topic, isolation: isolation)
        for await page in reader.follow(from: start) {
            if Task.isCancelled { return }
            // More than the pane keeps is counted and left.
            tools.report(RecordsReport(page: page, kind: .followed, keep: RecordRing.most))
        }
    }
}

/// What was read.
struct RecordsReport: JobReport {
    /// Read once, or one more piece of what is followed.
    enum Kind: Equatable, Sendable { case read, followed }

    var kind: Kind
    /// In order of time; at most what a pane keeps.
    var rows: [RecordRow] = []
    /// Records that came before `rows` and are only counted.
    var skipped = 0
    /// Where to go on.
    var positions: [Int32: Int64] = [:]
    /// How far each partition goes.
    var ends: [Int32: Int64] = [:]
    /// Partitions that could not be read, and why.
    var failures: [Int32: String] = [:]
    /// Nothing could be read, and why.
    var failure: String?

    init(page: TopicPage, kind: Kind, keep: Int) {
        self.kind = kind
        let all = RecordRow.rows(page)
        let left = all.dropLast(keep)
        rows = all.suffix(keep).map(\.detached)
        skipped = left.count { $0.record != nil }
        positions = page.positions
        ends = page.ends
        failures = page.failures.mapValues(\.sentence)
    }

    init(kind: Kind, failure: String) {
        self.kind = kind
        self.failure = failure
    }
}
