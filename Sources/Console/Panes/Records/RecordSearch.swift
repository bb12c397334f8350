import KafkaClient
import KafkaWire

/// A search in the pane: what for, how far, since when.
struct RecordSearch: Equatable, Sendable {
    let query: RecordQuery
    /// The partition that the key's hash names, when the search is for a key.
    let first: Int32?
    /// What was done before it was stopped and taken up again.
    private(set) var before = SearchProgress()
    /// What was done since.
    private(set) var present = SearchProgress()
    /// Milliseconds it ran before it was stopped the last time.
    private(set) var ranFor: Int64 = 0
    private(set) var isRunning = true
    /// When it was started, or taken up again.
    private(set) var startedAt: Int64
    /// It came to the end of the topic.
    private(set) var isComplete = false

    init(_ query: RecordQuery, first: Int32?, now: Int64) {
        self.query = query
        self.first = first
        startedAt = now
    }

    /// All that was done.
    var progress: SearchProgress { before.adding(present) }

    /// Milliseconds it ran.
    func elapsed(now: Int64) -> Int64 { ranFor + (isRunning ? max(0, now - startedAt) : 0) }

    mutating func take(_ report: RecordsReport, now: Int64) {
        if let progress = report.progress { present = progress }
        guard report.isOver else { return }
        stop(now: now)
        isComplete = report.failure == nil && progress.isComplete
    }

    mutating func stop(now: Int64) {
        guard isRunning else { return }
        ranFor = elapsed(now: now)
        isRunning = false
        before = progress
        present = SearchProgress()
    }

    /// Takes it up again; nil when there is nothing to take up.
    mutating func resume(now: Int64) -> [Int32: Int64]? {
        guard !isRunning, !isComplete else { return nil }
        let left = before.positions.filter { $0.value < before.ends[$0.key] ?? 0 }
        guard !left.isEmpty else { return nil }
        before.failures = [:]
        // What lies ahead is counted anew.
        before.offsets = before.offsetsDone
        isRunning = true
        startedAt = now
        return left
    }
}

extension RecordsPane {
    /// Starts a search over the whole topic.
    mutating func begin(_ query: RecordQuery, first: Int32?, in context: PaneContext) -> [PaneAction] {
        clear()
        self.query = nil
        search = RecordSearch(query, first: first, now: context.now)
        reading = .searching
        refilter()
        return [
            .start(
                SearchRecordsJob(topic: topic, query: query, first: first, start: .earliest, isolation: isolation))
        ]
    }

    /// Searches for the key under the cursor: where Kafka's default partitioner puts it, then everywhere else.
    mutating func searchKey(in context: PaneContext) -> [PaneAction] {
        guard let key = row(at: cursor)?.record?.key else { return [] }
        let count = context.view.metadata.value?.topics.first { $0.name == topic }?.partitions.count ?? 0
        let first = count > 0 ? Murmur2.partition(forKey: key, of: Int32(clamping: count)) : nil
        return begin(RecordQuery(key: key), first: first, in: context)
    }

    /// Goes on with a search that was stopped, else reads again.
    mutating func resume(in context: PaneContext) -> [PaneAction] {
        guard case .searching = reading, var search else { return [read(in: context)] }
        if search.isRunning { return [] }
        if let positions = search.resume(now: context.now) {
            self.search = search
            return [
                .start(
                    SearchRecordsJob(
                        topic: topic, query: search.query, first: nil, start: .positions(positions),
                        isolation: isolation))
            ]
        }
        return begin(search.query, first: search.first, in: context)
    }

    /// Takes what a search found.
    mutating func take(found report: RecordsReport, in context: PaneContext) -> [PaneAction] {
        guard search?.isRunning == true else { return [] }
        search?.take(report, now: context.now)
        ring.append(report.rows, skipped: report.skipped)
        (positions, ends) = (report.positions, report.ends)
        if !isFrozen { refilter() }
        return []
    }

    /// Moves to the next row that passes the filter or the search.
    mutating func step(toMatch direction: Int) {
        guard let wanted = query ?? search?.query else { return }
        var index = cursor + direction
        while let row = row(at: index) {
            if row.passes(wanted) { return step(index - cursor) }
            index += direction
        }
    }
}
