import KafkaWire
import Network

/// Looks through a topic for the records that pass an expression: every leader at the same time, the next answer on its way
/// while the present one is searched. Memory is bounded by a few answers of 8 MiB; what was found is handed over at once.
public struct TopicSearch: Sendable {
    let reader: TopicReader
    let query: RecordQuery

    /// A search; nothing is asked yet. The expression's own partitions, offsets and times narrow what is read.
    public init(_ reader: TopicReader, _ query: RecordQuery) {
        self.reader = reader
        self.query = query
    }

    /// Runs to the end of what there is now, to `limit` records, or until `take` says false. `until` ends each partition at
    /// its first record of that time or later (milliseconds since 1970). While `take` waits, nothing
    /// more is found.
    public func run(
        from start: ReadStart = .earliest, until: Int64? = nil, limit: Int = .max,
        _ take: @escaping @Sendable (SearchReport) async -> Bool
    ) async throws(ClientError) -> SearchProgress {
        let ledger = SearchLedger(try await stretch(from: start, until: until), limit: limit, take)
        let lane = TopicFollow.Lease(cluster: reader.cluster)
        var deadline = MonotonicTime.current + Cluster.patience
        var pause = Duration.milliseconds(50)
        while await !ledger.isOver, !Task.isCancelled {
            let left = await ledger.left
            guard !left.isEmpty else { break }
            let error = await round(left, ledger, lane.lane)
            if Task.isCancelled { break }
            if await ledger.left != left {
                deadline = .current + Cluster.patience
                pause = .milliseconds(50)
            }
            guard let error else { continue }
            guard error.mayPass, MonotonicTime.current < deadline else { throw error }
            try await reader.cluster.pause(pause)
            pause = min(pause * 2, .seconds(1))
        }
        return await ledger.progress
    }

    /// What is to be read of each partition.
    private func stretch(from start: ReadStart, until: Int64?) async throws(ClientError) -> SearchProgress {
        let bounds = try await reader.bounds()
        var starts = try await reader.positions(start, in: bounds)
        var ends = bounds.compactMapValues { try? $0.get().end }
        if let until {
            for (partition, end) in try await reader.positions(.timestamp(until), in: bounds) {
                ends[partition] = min(end, ends[partition] ?? end)
            }
        }
        let needs = query.needs
        if needs.times.lowerBound > 0 {
            // Every record before the first of that time is older, whatever the order of the others.
            for (partition, offset) in try await reader.positions(.timestamp(needs.times.lowerBound), in: bounds) {
                starts[partition] = starts[partition].map { max($0, offset) }
            }
        }
        var progress = SearchProgress()
        for (partition, bound) in bounds {
            if case .failure(let error) = bound { progress.failures[partition] = error }
            guard let first = try? bound.get().start, let start = starts[partition], let end = ends[partition],
                !needs.isImpossible, needs.partitions?.contains(partition) ?? true
            else { continue }
            let last = needs.offsets.upperBound == .max ? end : min(end, needs.offsets.upperBound + 1)
            let position = max(start, first, needs.offsets.lowerBound)
            progress.positions[partition] = position
            progress.ends[partition] = max(position, last)
            progress.offsets += max(0, last - position)
        }
        return progress
    }

    /// Searches at every leader until its partitions are done or something breaks; gives back what broke.
    private func round(_ left: [Int32: Int64], _ ledger: SearchLedger, _ lane: Lane) async -> ClientError? {
        let names = left.keys.map { TopicPartition(reader.topic, $0) }
        let (placed, lost) = await reader.cluster.byLeader(names)
        let broken = await withTaskGroup(of: ClientError?.self) { group in
            for (broker, names) in placed {
                let positions = Dictionary(uniqueKeysWithValues: names.map { ($0, left[$0.partition] ?? 0) })
                group.addTask {
                    var part = LeaderSearch(search: self, ledger: ledger, broker: broker, lane: lane)
                    return await part.run(positions)
                }
            }
            return await group.reduce(nil) { $0 ?? $1 }
        }
        return broken ?? lost.values.first
    }
}
