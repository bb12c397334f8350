import KafkaClient
import Terminal

/// The line above the records: what is being read, in pieces, the most important first.
struct RecordsStatus {
    private(set) var pieces: [(String, Role)] = []
    private let pane: RecordsPane
    private let context: PaneContext

    init(_ pane: RecordsPane, in context: PaneContext) {
        self.pane = pane
        self.context = context
        if let failure = pane.failure {
            pieces = [("✘ " + failure, .bad), ("r reads again", .dim)]
            return
        }
        switch pane.reading {
        case .asked: pieces.append(("reading …", .dim))
        case .page(let words): addPage(words)
        case .following: addFollowing()
        case .searching: addSearch()
        }
        if pane.isFrozen {
            if case .following = pane.reading {} else { pieces.insert(("‖ frozen", .warn), at: 0) }
            // To a page nothing comes by itself: what came since stands behind.
            if case .page = pane.reading {
            } else {
                let came = Quantity.grouped(pane.ring.counted - pane.countedWhenFrozen)
                pieces.insert(("\(came) came meanwhile", .warn), at: 1)
            }
        }
        addPartitions()
        if pane.heldBack > 0 {
            pieces.append(("\(Quantity.grouped(pane.heldBack)) wait for an open transaction", .warn))
        }
        pieces.append((pane.isolation == .readCommitted ? "read_committed" : "read_uncommitted", .dim))
    }

    private mutating func addPage(_ words: String?) {
        let count = pane.ring.rows.count { $0.record != nil }
        pieces.append(
            (words.map { "from " + $0 } ?? "the newest of all partitions", .text))
        pieces.append((Quantity.count(count, "record"), .dim))
        if words == nil {
            let newer = pane.newer(in: context)
            if newer > 0 { pieces.append(("\(Quantity.grouped(newer)) came since, f follows", .good)) }
            if pane.isTurning { pieces.append(("reading back …", .dim)) }
            if pane.isAtStart { pieces.append(("from the very first", .dim)) }
        } else if pane.behind > 0 {
            pieces.append(("\(Quantity.grouped(pane.behind)) more, ↓ reads on", .dim))
        }
    }

    /// Columns that a rate has at least: four digits.
    private static let rateColumns = 7

    private mutating func addFollowing() {
        pieces.append((pane.isFrozen ? "‖ frozen" : "▶ following", pane.isFrozen ? .warn : .good))
        // What stands behind it should not move with every digit.
        let rate = Quantity.rate(pane.rate(now: context.now)) + "/s"
        pieces.append((String(repeating: " ", count: max(0, Self.rateColumns - rate.count)) + rate, .strong))
        let shown = pane.dilution > 1 ? "showing 1 in \(Quantity.grouped(pane.dilution)), " : ""
        let counted = Quantity.grouped(pane.ring.counted - pane.countedBefore)
        pieces.append(("\(shown)\(counted) counted, \(Quantity.grouped(pane.behind)) behind", .dim))
    }

    private mutating func addSearch() {
        guard let search = pane.search else { return }
        let progress = search.progress
        let elapsed = search.elapsed(now: context.now)
        let percent = "\(Int(progress.fraction * 100)) %"
        if search.isRunning {
            pieces.append(("searching \(percent)", .good))
        } else if search.isComplete {
            pieces.append(("searched all", .text))
        } else {
            pieces.append(("‖ stopped at \(percent), r goes on", .warn))
        }
        pieces.append(("\(Quantity.grouped(progress.matched)) found", .strong))
        pieces.append(("\(Quantity.count(progress.records, "record"))", .dim))
        if elapsed > 0 {
            pieces.append((Quantity.size(Int64(progress.bytes) * 1000 / elapsed) + "/s", .dim))
            if search.isRunning, progress.fraction > 0 {
                let left = Double(elapsed) / progress.fraction - Double(elapsed)
                pieces.append((Quantity.duration(Int64(max(0, left))) + " to go", .dim))
            } else {
                pieces.append(("in \(Quantity.duration(elapsed))", .dim))
            }
        }
        if let first = search.first { addPlaces(of: first) }
        if progress.undecided > 0 {
            pieces.append(("\(Quantity.grouped(progress.undecided)) gave up: too many steps", .warn))
        }
        if pane.ring.dropped > 0 { pieces.append(("newest \(Quantity.grouped(pane.ring.rows.count)) kept", .dim)) }
    }

    /// Where a key was found, against where its hash puts it.
    private mutating func addPlaces(of first: Int32) {
        let partitions = Set(pane.ring.rows.compactMap { $0.record == nil ? nil : $0.place.partition })
        let others = partitions.subtracting([first]).sorted()
        if others.isEmpty {
            pieces.append(("murmur2 → p\(first)" + (partitions.isEmpty ? "" : " ✔"), .dim))
        } else {
            let names = others.prefix(3).map { "p\($0)" }.joined(separator: ", ")
            pieces.append(("▲ murmur2 says p\(first), also in \(names)", .warn))
        }
    }

    private mutating func addPartitions() {
        guard pane.reading != .asked else { return }
        let all = context.view.topic(pane.topic)?.partitions.count ?? pane.ends.count
        let readable =
            if case .positions(let places)? = pane.place?.start, pane.search == nil { places.count } else {
                max(0, all - pane.failures.count)
            }
        if all > 0 {
            pieces.append(
                ("\(readable) of \(Quantity.count(all, "partition"))", pane.failures.isEmpty ? .dim : .warn))
        }
        if let (partition, why) = pane.failures.min(by: { $0.key < $1.key }) {
            pieces.append(("p\(partition): \(why)", .warn))
        }
    }
}
