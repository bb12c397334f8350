import KafkaWire
import Network

/// Reads a topic from a start to the ends it had then, merged by time, and keeps no more in memory than a few answers: what
/// was read of a partition and is not yet due waits for the others. A page costs only the fetches that it needs, so a walk
/// over the whole topic reads every byte once.
///
/// A partition that cannot be read now is tried again for a while, since a new leader is elected when a broker dies; one that
/// stays away is left out of what follows and named in `failures`.
public struct TopicWalk: Sendable {
    private let reader: TopicReader
    private var held: [Int32: Held] = [:]
    /// Partitions that could not be read to their end, and why.
    public private(set) var failures: [Int32: ClientError] = [:]
    /// Where each partition stands: behind the last record that was given.
    public private(set) var positions: [Int32: Int64] = [:]

    /// What was read of a partition and not yet given.
    private struct Held: Sendable {
        var run: PartitionRun
        var bound: TopicReader.Bound
        var record = 0
        var batch = 0
        /// No less than the time of any record before: each partition keeps the order of its offsets.
        var time = Int64.min

        var isEmpty: Bool { record >= run.records.count }
        var isDone: Bool { isEmpty && run.next >= bound.end }
        /// The time that the next record is sorted by.
        var due: Int64 { max(time, run.records[record].timestamp) }

        mutating func take() -> FoundRecord {
            time = due
            let next = run.records[record]
            record += 1
            while batch < run.batches.count, run.batches[batch].lastOffset < next.offset { batch += 1 }
            return FoundRecord(
                partition: run.partition, record: next, batch: batch < run.batches.count ? run.batches[batch] : nil)
        }
    }

    init(_ reader: TopicReader, from start: ReadStart) async throws(ClientError) {
        self.reader = reader
        let bounds = try await reader.bounds()
        positions = try await reader.positions(start, in: bounds)
        for (partition, bound) in bounds {
            switch bound {
            case .success(let bound):
                guard let position = positions[partition] else { continue }
                held[partition] = Held(
                    run: PartitionRun(partition: partition, start: position, next: position, end: bound.end),
                    bound: bound)
            case .failure(let error): failures[partition] = error
            }
        }
        if held.isEmpty, let error = failures.values.first { throw error }
    }

    /// The next records, as many as are due before something has to be fetched again; nil at the end.
    public mutating func next() async -> TopicPage? {
        var page = TopicPage()
        while page.records.isEmpty, page.issues.isEmpty {
            for (partition, part) in held where part.isDone {
                positions[partition] = part.run.next
                held[partition] = nil
            }
            guard !held.isEmpty, !Task.isCancelled else { return nil }
            await fill(&page)
            merge(into: &page)
        }
        return page
    }

    /// Fetches for every partition of which nothing is held.
    private mutating func fill(_ page: inout TopicPage) async {
        // A compressed answer may be ten times as large.
        let bytes = max(TopicReader.fetchBytes / 16, TopicReader.fetchBytes / held.count)
        let reader = reader
        let results = await withTaskGroup(of: (Int32, Result<PartitionRun, ClientError>).self) { group in
            for (partition, part) in held where part.isEmpty {
                var bound = part.bound
                bound.start = part.run.next
                let rest = bound
                group.addTask { (partition, await Self.run(reader, partition, rest, bytes)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for (partition, result) in results {
            switch result {
            case .success(var run):
                // Nothing where something was promised: it was cut off meanwhile, or is not visible.
                if run.records.isEmpty, run.next <= positions[partition] ?? 0, run.issues.isEmpty { run.next = run.end }
                page.issues += run.issues
                run.issues = []
                held[partition]?.run = run
                held[partition]?.record = 0
                held[partition]?.batch = 0
            case .failure(let error):
                failures[partition] = error
                held[partition] = nil
            }
        }
    }

    /// One answer of one partition, asked for again while a leader is being elected.
    private static func run(
        _ reader: TopicReader, _ partition: Int32, _ bound: TopicReader.Bound, _ bytes: Int
    ) async -> Result<PartitionRun, ClientError> {
        let deadline = MonotonicTime.current + Cluster.patience
        while true {
            let result = await reader.range(partition, bound, limit: .max, budget: 1, fetchBytes: bytes)
            guard case .failure(let error) = result, error.mayPass, MonotonicTime.current < deadline,
                !Task.isCancelled
            else { return result }
        }
    }

    /// Gives what is due until a partition that goes on has nothing more held.
    private mutating func merge(into page: inout TopicPage) {
        var parts = held.values.filter { !$0.isDone }
        parts.sort { $0.run.partition < $1.run.partition }
        while !parts.contains(where: \.isEmpty), let first = parts.indices.min(by: { parts[$0].due < parts[$1].due }) {
            let others = parts.indices.filter { $0 != first }.map { parts[$0].due }.min() ?? .max
            // A stretch of one partition goes at once; the others are compared again behind it.
            repeat { page.records.append(parts[first].take()) } while !parts[first].isEmpty && parts[first].due < others
            if parts[first].isDone { held[parts[first].run.partition] = parts.remove(at: first) }
        }
        for part in parts { held[part.run.partition] = part }
        for (partition, part) in held {
            positions[partition] = part.isEmpty ? part.run.next : part.run.records[part.record].offset
            page.positions[partition] = positions[partition]
            page.ends[partition] = part.bound.end
        }
    }
}

extension TopicReader {
    /// Everything from a start to the ends there are now, merged by time, page by page. Fails when no partition can be told.
    public func walk(from start: ReadStart) async throws(ClientError) -> TopicWalk {
        try await TopicWalk(self, from: start)
    }
}
