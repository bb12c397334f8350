import KafkaWire

/// A record and the partition it lies in.
public struct TopicRecord: Sendable, Equatable {
    /// The partition.
    public var partition: Int32
    /// The record.
    public var record: Record

    /// The parts.
    public init(partition: Int32, record: Record) {
        self.partition = partition
        self.record = record
    }
}

/// Where reading begins.
public enum ReadStart: Sendable, Hashable {
    /// With the first record of every partition.
    case earliest
    /// Behind the last record of every partition.
    case latest
    /// With that offset in every partition, or the nearest there is.
    case offset(Int64)
    /// With the first record of that time or later; milliseconds since 1970. Behind the last where there is none.
    case timestamp(Int64)
    /// With an offset for each partition; other partitions are not read.
    case positions([Int32: Int64])
}

/// Records of several partitions, in the order of their time; those of one partition stay in the order of their offsets.
public struct TopicPage: Sendable {
    /// The records.
    public var records: [TopicRecord] = []
    /// Gaps and batches that cannot be read.
    public var issues: [ReadIssue] = []
    /// Where to go on in each partition.
    public var positions: [Int32: Int64] = [:]
    /// How far each partition goes: the offset behind its last visible record.
    public var ends: [Int32: Int64] = [:]
    /// Partitions that could not be read, and why.
    public var failures: [Int32: ClientError] = [:]

    /// Nothing yet.
    public init() {}
}

/// Reads a topic without joining a group and without committing anything.
public struct TopicReader: Sendable {
    /// The cluster.
    public let cluster: Cluster
    /// The topic.
    public let topic: TopicName
    /// The partitions read; nil is all of them.
    public let partitions: [Int32]?
    /// Which records of transactions are seen.
    public let isolation: Isolation

    static let fetchBytes = 1 << 20

    /// A reader; nothing is asked yet.
    public init(
        cluster: Cluster, topic: TopicName, partitions: [Int32]? = nil, isolation: Isolation = .readUncommitted
    ) {
        self.cluster = cluster
        self.topic = topic
        self.partitions = partitions
        self.isolation = isolation
    }

    /// The newest `count` records of all partitions together. A partition that cannot be read has its failure; fails itself
    /// when none can.
    public func newest(_ count: Int) async throws(ClientError) -> TopicPage {
        let bounds = try await bounds()
        return try await collect(bounds, limit: count, takeNewest: true) { partition, bound in
            await self.newest(count, of: partition, bound)
        }
    }

    /// The first `limit` records from a start on, merged by time.
    public func page(from start: ReadStart, limit: Int) async throws(ClientError) -> TopicPage {
        let positions = try await positions(start)
        var bounds = try await bounds()
        for (partition, offset) in positions {
            if case .success(let bound)? = bounds[partition] {
                bounds[partition] = .success(Bound(start: offset, end: bound.end))
            }
        }
        bounds = bounds.filter { positions[$0.key] != nil }
        return try await collect(bounds, limit: limit, takeNewest: false) { partition, bound in
            await self.range(partition, from: bound.start, to: bound.end, limit: limit)
        }
    }

    /// Everything that comes from a start on, as it comes; ends only when its task is cancelled or the cluster closed.
    public func follow(from start: ReadStart) -> TopicFollow {
        TopicFollow(reader: self, start: start)
    }

    // MARK: Bounds

    /// The first offset of a partition and the one behind its last visible record.
    struct Bound: Sendable {
        var start: Int64
        var end: Int64
    }

    /// First and last of every partition. Fails when no partition can be told.
    func bounds() async throws(ClientError) -> [Int32: Result<Bound, ClientError>] {
        let names = try await names()
        async let firsts = cluster.listOffsets(Dictionary(uniqueKeysWithValues: names.map { ($0, .earliest) }))
        let lasts = await cluster.listOffsets(
            Dictionary(uniqueKeysWithValues: names.map { ($0, .latest) }), isolation: isolation)
        let starts = await firsts
        var bounds: [Int32: Result<Bound, ClientError>] = [:]
        for name in names {
            do throws(ClientError) {
                let start = try starts[name]?.get() ?? ListedOffset(offset: 0)
                let end = try lasts[name]?.get() ?? ListedOffset(offset: 0)
                bounds[name.partition] = .success(Bound(start: start.offset, end: max(start.offset, end.offset)))
            } catch {
                bounds[name.partition] = .failure(error)
            }
        }
        return bounds
    }

    /// The offsets a start means.
    func positions(_ start: ReadStart) async throws(ClientError) -> [Int32: Int64] {
        switch start {
        case .positions(let positions): return positions
        case .earliest: return try await bounds().compactMapValues { try? $0.get().start }
        case .latest: return try await bounds().compactMapValues { try? $0.get().end }
        case .offset(let offset):
            return try await bounds().compactMapValues { bound in
                (try? bound.get()).map { min(max($0.start, offset), $0.end) }
            }
        case .timestamp(let moment):
            let ends = try await bounds()
            let wanted = Dictionary(
                uniqueKeysWithValues: ends.keys.map { (TopicPartition(topic, $0), OffsetSpec.timestamp(moment)) })
            let listed = await cluster.listOffsets(wanted, isolation: isolation)
            var positions: [Int32: Int64] = [:]
            for (partition, bound) in ends {
                guard let end = try? bound.get().end else { continue }
                let found = try? listed[TopicPartition(topic, partition)]?.get().offset
                positions[partition] = found.map { $0 < 0 ? end : $0 } ?? end
            }
            return positions
        }
    }

    private func names() async throws(ClientError) -> [TopicPartition] {
        let metadata = try await cluster.metadata([topic])
        guard let found = metadata.topic(topic), found.error == .none else {
            throw .refused(metadata.topic(topic)?.error ?? .unknownTopicOrPartition, "topic \(topic)")
        }
        let all = found.partitions.map(\.index)
        if let missing = partitions?.first(where: { !all.contains($0) }) {
            throw .refused(.unknownTopicOrPartition, "topic \(topic) has no partition \(missing)")
        }
        return (partitions ?? all).map { TopicPartition(topic, $0) }
    }

    // MARK: Reading

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

    /// The newest records of one partition: a window at its end, widened while gaps leave it too poor.
    private func newest(_ count: Int, of partition: Int32, _ bound: Bound) async -> Result<PartitionRun, ClientError> {
        var run = PartitionRun(partition: partition, next: bound.end, end: bound.end)
        var window = Int64(max(count, 1))
        var upper = bound.end
        while run.records.count < count, upper > bound.start {
            let lower = max(bound.start, bound.end - window)
            switch await range(partition, from: lower, to: upper, limit: .max) {
            case .success(let earlier):
                run.records = earlier.records + run.records
                run.issues = earlier.issues + run.issues
            case .failure(let error): return .failure(error)
            }
            upper = lower
            window = window > .max / 4 ? .max : window * 4
        }
        run.records = Array(run.records.suffix(count))
        let first = run.records.first?.offset ?? bound.end
        run.issues = run.issues.filter { $0.offsets.upperBound > first || $0.kind != .gap }
        return .success(run)
    }

    /// The records of one partition between two offsets, at most `limit`.
    private func range(
        _ partition: Int32, from start: Int64, to end: Int64, limit: Int
    ) async -> Result<PartitionRun, ClientError> {
        var run = PartitionRun(partition: partition, next: start, end: end)
        while run.next < end, run.records.count < limit {
            do throws(ClientError) {
                let fetched = try await cluster.fetchRecords(
                    TopicPartition(topic, partition), from: run.next, maxBytes: Self.fetchBytes, isolation: isolation)
                // Nothing where something was promised: it was truncated, or is not visible.
                guard fetched.nextOffset > run.next else { return .success(run) }
                run.records += fetched.records.prefix { $0.offset < end }
                run.issues += fetched.issues.filter { $0.offsets.lowerBound < end }
                run.next = min(fetched.nextOffset, end)
            } catch {
                return .failure(error)
            }
        }
        if run.records.count > limit {
            run.records.removeLast(run.records.count - limit)
            run.next = run.records.last.map { $0.offset + 1 } ?? start
        }
        return .success(run)
    }
}

/// What was read of one partition.
struct PartitionRun: Sendable {
    var partition: Int32
    var records: [Record] = []
    var issues: [ReadIssue] = []
    var next: Int64
    var end: Int64
}

extension TopicPage {
    /// Merges runs by time, keeping each partition's order, and cuts to `limit` at the end that was not asked for.
    mutating func merge(_ runs: [PartitionRun], limit: Int, takeNewest: Bool) {
        var heads = runs.map { (run: $0, at: 0) }
        var merged: [TopicRecord] = []
        merged.reserveCapacity(runs.reduce(0) { $0 + $1.records.count })
        while takeNewest || merged.count < limit {
            var best = -1
            for (index, head) in heads.enumerated() where head.at < head.run.records.count {
                guard best >= 0 else {
                    best = index
                    continue
                }
                let (time, other) = (
                    head.run.records[head.at].timestamp, heads[best].run.records[heads[best].at].timestamp
                )
                if (time, head.run.partition) < (other, heads[best].run.partition) { best = index }
            }
            guard best >= 0 else { break }
            merged.append(
                TopicRecord(partition: heads[best].run.partition, record: heads[best].run.records[heads[best].at]))
            heads[best].at += 1
        }
        records = takeNewest ? Array(merged.suffix(limit)) : merged
        for head in heads {
            let isCut = !takeNewest && head.at < head.run.records.count
            positions[head.run.partition] = isCut ? head.run.records[head.at].offset : head.run.next
            ends[head.run.partition] = head.run.end
            issues += head.run.issues
        }
    }
}
