import KafkaClient
import KafkaWire

/// Reads a stretch of a topic once.
struct ReadRecordsJob: Job {
    /// Which stretch.
    enum Stretch: Equatable, Sendable {
        /// The newest records of all partitions.
        case newest
        /// What comes from a start on.
        case from(ReadStart)
        /// What lies before these offsets.
        case before([Int32: Int64])
        /// What comes behind these offsets.
        case after([Int32: Int64])
    }

    var topic: TopicName
    var stretch: Stretch
    var limit: Int
    var isolation: Isolation
    var name: String { "records" }

    func run(_ tools: JobTools) async {
        let reader = TopicReader(cluster: tools.cluster, topic: topic, isolation: isolation)
        let kind: RecordsReport.Kind
        switch stretch {
        case .newest, .from: kind = .read
        case .before: kind = .earlier
        case .after: kind = .later
        }
        do throws(ClientError) {
            let page =
                switch stretch {
                case .newest: try await reader.newest(limit)
                case .from(let start): try await reader.page(from: start, limit: limit)
                case .before(let positions): try await reader.page(before: positions, limit: limit)
                case .after(let positions): try await reader.page(from: .positions(positions), limit: limit)
                }
            tools.report(RecordsReport(page: page, kind: kind, keep: RecordRing.most))
        } catch {
            tools.report(RecordsReport(kind: kind, failure: error.sentence))
        }
    }
}

/// Follows a topic. All of it is counted; of what comes at a time only the newest rows are decoded and handed over, and when it
/// keeps up it lets records gather, so that it costs no more than a screen can show.
struct FollowRecordsJob: Job {
    var topic: TopicName
    var start: ReadStart
    var isolation: Isolation
    var name: String { "records" }

    /// Rows of a partition that are handed over at a time.
    static let keep = 200
    /// Records gather so long.
    private static let pause = Duration.milliseconds(40)

    func run(_ tools: JobTools) async {
        let reader = TopicReader(cluster: tools.cluster, topic: topic, isolation: isolation)
        for await page in reader.follow(from: start, keep: Self.keep, pause: Self.pause) {
            tools.report(RecordsReport(page: page, kind: .followed, keep: 2 * Self.keep))
        }
    }
}

/// What came of a topic.
struct RecordsReport: JobReport {
    /// What was asked for.
    enum Kind: Equatable, Sendable { case read, earlier, later, followed, found }

    var kind: Kind
    /// In order of time; at most what a pane keeps.
    var rows: [RecordRow] = []
    /// Records that came before `rows` and are only counted.
    var skipped = 0
    /// Where it begins in each partition.
    var starts: [Int32: Int64] = [:]
    /// Where to go on.
    var positions: [Int32: Int64] = [:]
    /// How far each partition goes.
    var ends: [Int32: Int64] = [:]
    /// Offsets that an open transaction holds back.
    var heldBack: Int64 = 0
    /// The ends of transactions that were read, by partition.
    var markers: [Int32: [TransactionMarker]] = [:]
    /// How far a search is; nil for anything else.
    var progress: SearchProgress?
    /// A search came to its end.
    var isOver = false
    /// Partitions that could not be read, and why.
    var failures: [Int32: String] = [:]
    /// Nothing could be read, and why.
    var failure: String?

    init(page: TopicPage, kind: Kind, keep: Int) {
        self.kind = kind
        let all = RecordRow.rows(page)
        let left = all.dropLast(keep)
        rows = all.suffix(keep).map(\.detached)
        skipped = page.skipped + left.count { $0.record != nil }
        starts = page.starts
        positions = page.positions
        ends = page.ends
        markers = page.markers
        heldBack = page.heldBack.values.reduce(0, &+)
        failures = page.failures.mapValues(\.sentence)
    }

    init(kind: Kind, failure: String? = nil) {
        self.kind = kind
        self.failure = failure
    }
}
