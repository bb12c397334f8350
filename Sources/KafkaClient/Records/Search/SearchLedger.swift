/// Where the parallel parts of a search meet: adds up what they did, keeps to the limit, and hands everything on in one line.
actor SearchLedger {
    private(set) var progress: SearchProgress
    private(set) var isOver = false
    private let limit: Int
    private let take: @Sendable (SearchReport) async -> Bool

    init(_ progress: SearchProgress, limit: Int, _ take: @escaping @Sendable (SearchReport) async -> Bool) {
        self.progress = progress
        self.limit = limit
        self.take = take
        isOver = limit <= 0
    }

    /// Adds what was found in one partition's answer and waits until it was taken; false when nothing more is wanted.
    func add(_ scan: BatchScan, of partition: Int32) async -> Bool {
        guard !isOver else { return false }
        var found = scan.found[...]
        var next = scan.next
        let room = limit - progress.matched
        if found.count > room {
            // The search can be taken up with the first record that found no room.
            next = found[found.startIndex + room].record.offset
            found = found.prefix(room)
        }
        let before = progress.positions[partition] ?? next
        progress.positions[partition] = max(before, next)
        progress.offsetsDone += max(0, min(next, progress.ends[partition] ?? next) - before)
        progress.records += scan.records
        progress.bytes += scan.bytes
        progress.undecided += scan.undecided
        progress.codecs.formUnion(scan.codecs)
        progress.matched += found.count
        if progress.matched >= limit { isOver = true }
        let report = SearchReport(found: Array(found), issues: scan.issues, progress: progress)
        if await !take(report) { isOver = true }
        return !isOver
    }

    /// A partition whose offsets are gone goes on at `offset`.
    func skip(to offset: Int64, in partition: Int32) {
        let before = progress.positions[partition] ?? offset
        progress.positions[partition] = max(before, offset)
        progress.offsetsDone += max(0, min(offset, progress.ends[partition] ?? offset) - before)
    }

    /// Gives a partition up.
    func fail(_ error: ClientError, _ partition: Int32) {
        progress.failures[partition] = error
    }

    /// What is left to read: partitions that neither ended nor failed.
    var left: [Int32: Int64] {
        progress.positions.filter { $0.value < progress.ends[$0.key] ?? 0 && progress.failures[$0.key] == nil }
    }
}
