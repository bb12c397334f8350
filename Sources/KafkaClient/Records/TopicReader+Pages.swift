import KafkaWire

extension TopicReader {
    /// Bytes of keys and values that one page holds, about: a page of large records has fewer of them, and the next page
    /// goes on where it ended.
    static let pageBytes = 32 << 20

    /// The newest `count` records of all partitions together. A partition that cannot be read has its failure; fails itself
    /// when none can.
    public func newest(_ count: Int) async throws(ClientError) -> TopicPage {
        try await backwards(count, from: try await bounds(), tellsOpen: true)
    }

    /// The `count` records that come before these offsets, merged by time: `starts` of the page after it.
    public func page(before positions: [Int32: Int64], limit count: Int) async throws(ClientError) -> TopicPage {
        var bounds = try await bounds()
        for (partition, bound) in bounds {
            guard let position = positions[partition], case .success(let known) = bound else {
                bounds[partition] = positions[partition] == nil ? nil : bound
                continue
            }
            // What was removed meanwhile is not there any more; what is left begins later.
            bounds[partition] = .success(
                Bound(start: min(known.start, position), end: max(position, known.start), written: known.written))
        }
        return try await backwards(count, from: bounds, tellsOpen: false)
    }

    /// The first `limit` records from a start on, merged by time.
    public func page(from start: ReadStart, limit: Int) async throws(ClientError) -> TopicPage {
        var bounds = try await bounds()
        let positions = try await positions(start, in: bounds)
        for (partition, offset) in positions {
            if case .success(var bound)? = bounds[partition] {
                bound.start = offset
                bounds[partition] = .success(bound)
            }
        }
        bounds = bounds.filter { positions[$0.key] != nil }
        let budget = Self.budget(of: bounds.count)
        return try await collect(bounds, limit: limit, takeNewest: false) { partition, bound in
            await self.range(partition, bound, limit: limit, budget: budget).map { Self.tellingOpen($0, bound) }
        }
    }

    private func backwards(
        _ count: Int, from bounds: [Int32: Result<Bound, ClientError>], tellsOpen: Bool
    ) async throws(ClientError) -> TopicPage {
        let budget = Self.budget(of: bounds.count)
        return try await collect(bounds, limit: count, takeNewest: true) { partition, bound in
            await self.newest(count, of: partition, bound, budget: budget).map {
                tellsOpen ? Self.tellingOpen($0, bound) : $0
            }
        }
    }

    private static func budget(of partitions: Int) -> Int { max(1 << 20, pageBytes / max(1, partitions)) }

    /// Adds what an open transaction holds back behind the end.
    private static func tellingOpen(_ run: PartitionRun, _ bound: Bound) -> PartitionRun {
        var run = run
        run.heldBack = bound.written - bound.end
        if run.heldBack > 0, run.next >= bound.end {
            run.issues.append(
                ReadIssue(kind: .open, partition: run.partition, offsets: bound.end..<bound.written))
        }
        return run
    }

    /// Reads every partition at the same time and merges what came.
    private func collect(
        _ bounds: [Int32: Result<Bound, ClientError>], limit: Int, takeNewest: Bool,
        _ read: @escaping @Sendable (Int32, Bound) async -> Result<PartitionRun, ClientError>
    ) async throws(ClientError) -> TopicPage {
        var page = TopicPage()
        var runs: [PartitionRun] = []
        let results = await withTaskGroup(of: (Int32, Result<PartitionRun, ClientError>).self) { group in
            for (partition, bound) in bounds {
                switch bound {
                case .success(let bound): group.addTask { (partition, await read(partition, bound)) }
                case .failure(let error): page.failures[partition] = error
                }
            }
            var results: [(Int32, Result<PartitionRun, ClientError>)] = []
            for await result in group { results.append(result) }
            return results
        }
        for (partition, result) in results {
            switch result {
            case .success(let run): runs.append(run)
            case .failure(let error): page.failures[partition] = error
            }
        }
        if runs.isEmpty, let error = page.failures.values.first { throw error }
        page.merge(runs, limit: limit, takeNewest: takeNewest)
        return page
    }

    /// The newest records of one partition: windows from its end backwards, each as wide as what was seen so far says that
    /// it must be, until there are enough or their bytes are.
    private func newest(
        _ count: Int, of partition: Int32, _ bound: Bound, budget: Int
    ) async -> Result<PartitionRun, ClientError> {
        var run = PartitionRun(partition: partition, start: bound.end, next: bound.end, end: bound.end)
        var window = Int64(min(max(count, 1), 16))
        while run.records.count < count, run.start > bound.start, run.weight < budget {
            let lower = max(bound.start, run.start - window)
            let part = Bound(start: lower, end: run.start, written: bound.written)
            switch await range(partition, part, limit: .max, budget: .max) {
            case .success(let earlier): run.prepend(earlier)
            case .failure(let error): return .failure(error)
            }
            let seen = bound.end - run.start
            guard !run.records.isEmpty else {
                window = min(window, .max / 8) * 4
                continue
            }
            let found = Int64(run.records.count)
            let missing = Int64(max(0, count - run.records.count))
            let (wanted, overflow) = missing.multipliedReportingOverflow(by: seen / found + 1)
            let affordable = Int64(max(0, budget - run.weight)) / max(1, Int64(run.weight) / max(1, seen)) + 1
            window = max(1, min(overflow ? .max : wanted, affordable, min(seen, .max / 8) * 4))
        }
        if run.records.count > count {
            run.records.removeFirst(run.records.count - count)
            run.start = run.records.first?.offset ?? run.start
            run.issues = run.issues.filter { $0.offsets.lowerBound >= run.start }
        }
        run.isCut = run.start > bound.start && !run.records.isEmpty
        return .success(run)
    }

    /// The records of one partition within bounds, at most `limit`, and no more once they weigh `budget` bytes.
    func range(
        _ partition: Int32, _ bound: Bound, limit: Int, budget: Int, fetchBytes: Int = Self.fetchBytes
    ) async -> Result<PartitionRun, ClientError> {
        var run = PartitionRun(partition: partition, start: bound.start, next: bound.start, end: bound.end)
        var weight = 0
        // Up to the last stable offset the broker tells how every transaction ended; what lies behind it is asked for alone.
        var isStable = true
        while run.next < bound.end, run.records.count < limit, weight < budget {
            do throws(ClientError) {
                let fetched = try await cluster.fetchRecords(
                    TopicPartition(topic, partition), from: run.next, maxBytes: fetchBytes,
                    isolation: isStable ? .readCommitted : isolation, showsAborted: isolation == .readUncommitted)
                if isStable, isolation == .readUncommitted, fetched.nextOffset <= run.next,
                    fetched.lastStableOffset <= run.next
                {
                    isStable = false
                    continue
                }
                // Nothing where something was promised: it was truncated, or is not visible.
                guard fetched.nextOffset > run.next else { return .success(run) }
                run.records += fetched.records.prefix { $0.offset < bound.end }
                run.batches += fetched.batches
                run.markers += fetched.markers
                run.batches.settle(with: fetched.markers)
                run.issues += fetched.issues.filter { $0.offsets.lowerBound < bound.end }
                run.next = min(fetched.nextOffset, bound.end)
                weight = run.weight
            } catch {
                return .failure(error)
            }
        }
        if run.records.count > limit {
            run.records.removeLast(run.records.count - limit)
            run.next = run.records.last.map { $0.offset + 1 } ?? bound.start
        }
        run.isCut = run.next < bound.end
        return .success(run)
    }
}
