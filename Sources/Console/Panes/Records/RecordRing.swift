import KafkaClient
import KafkaWire

/// The rows that are kept: a stretch of what was read, bounded in number and in bytes, with exact counts of all of it. It grows
/// at either end; what goes at the other end can be read again.
struct RecordRing: Equatable, Sendable {
    /// Rows that are kept.
    static let most = 5_000
    /// Bytes that are kept.
    static let heaviest = 64 << 20

    /// In the order of their time.
    private(set) var rows: [RecordRow] = []
    /// Records that ever came in.
    private(set) var counted = 0
    /// Records among them that were never rows.
    private(set) var skipped = 0
    /// Rows that had to go.
    private(set) var dropped = 0
    private(set) var weight = 0
    /// Grows with every change.
    private(set) var revision = 0

    /// Appends what came; the oldest rows go when there are too many, and are given back. `skipped` records came before and
    /// were not kept.
    @discardableResult
    mutating func append(_ more: [RecordRow], skipped: Int = 0) -> ArraySlice<RecordRow> {
        count(more, skipped)
        rows += more
        var cut = max(0, rows.count - Self.most)
        var lost = rows.prefix(cut).reduce(0) { $0 + $1.weight }
        while weight - lost > Self.heaviest, cut < rows.count - 1 {
            lost += rows[cut].weight
            cut += 1
        }
        let gone = rows.prefix(cut)
        rows.removeFirst(cut)
        weight -= lost
        dropped += cut
        return gone
    }

    /// Puts what lies before in front; the newest rows go when there are too many, and are given back.
    mutating func prepend(_ more: [RecordRow]) -> ArraySlice<RecordRow> {
        count(more, 0)
        rows = more + rows
        var kept = min(rows.count, Self.most)
        var lost = rows[kept...].reduce(0) { $0 + $1.weight }
        while weight - lost > Self.heaviest, kept > 1 {
            kept -= 1
            lost += rows[kept].weight
        }
        let gone = rows[kept...]
        rows.removeLast(rows.count - kept)
        weight -= lost
        dropped += gone.count
        return gone
    }

    /// Notes how the transactions ended that were open when their records were read.
    mutating func settle(with markers: [Int32: [TransactionMarker]]) {
        guard !markers.isEmpty else { return }
        // Rows of one batch share its facts, and go on sharing them.
        var ended: [ObjectIdentifier: BatchFacts] = [:]
        for index in rows.indices {
            guard case .found(var found) = rows[index], let batch = found.batch, batch.outcome == .open,
                let marker = markers[found.partition]?.first(where: { $0.ends(batch) })
            else { continue }
            let known = ended[ObjectIdentifier(batch)] ?? batch.ended(marker.outcome)
            ended[ObjectIdentifier(batch)] = known
            found.batch = known
            rows[index] = .found(found)
        }
        revision += 1
    }

    private mutating func count(_ more: [RecordRow], _ skipped: Int) {
        revision += 1
        counted += skipped + more.count { $0.record != nil }
        self.skipped += skipped
        dropped += skipped
        weight += more.reduce(0) { $0 + $1.weight }
    }

    /// Compares what was done, not megabytes of records: every change of a ring gives it a new revision.
    static func == (a: RecordRing, b: RecordRing) -> Bool {
        a.revision == b.revision && a.rows.count == b.rows.count && a.counted == b.counted
    }
}

/// The rows that pass the filter, in the order in which they came.
struct ShownRows: Equatable, Sendable {
    private(set) var rows: [RecordRow] = []
    private var revision = 0

    mutating func take(_ all: [RecordRow], passing query: RecordQuery?) {
        rows = query.map { query in all.filter { $0.passes(query) } } ?? all
        revision += 1
    }

    /// Compares what was done, as `RecordRing` does.
    static func == (a: ShownRows, b: ShownRows) -> Bool { a.revision == b.revision && a.rows.count == b.rows.count }
}
