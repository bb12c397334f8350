import KafkaWire
import Network

/// Everything that comes into a topic, as an asynchronous sequence of pages. Each page is fetched when it is asked for, so a
/// slow reader holds nothing back but itself. Counts are exact: every record between the start and the position is in a page
/// once, or named by an issue.
///
/// A page holds records, issues, or failures. A partition that fails is tried again with growing pauses; one whose offset
/// was removed goes on at the first there is, with a gap for what is gone.
public struct TopicFollow: AsyncSequence, Sendable {
    /// What comes.
    public typealias Element = TopicPage
    /// It ends, it does not fail.
    public typealias Failure = Never

    let reader: TopicReader
    let start: ReadStart
    let keep: Int
    let gatherFor: Duration

    /// Begins.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self, lane: Lease(cluster: reader.cluster))
    }

    /// Connections of this reader's own, given back when it goes.
    final class Lease: Sendable {
        let lane: Lane
        private let cluster: Cluster

        init(cluster: Cluster) {
            self.cluster = cluster
            lane = cluster.newLane()
        }

        deinit {
            cluster.release(lane)
        }
    }

    /// One reading.
    public struct Iterator: AsyncIteratorProtocol {
        private let reader: TopicReader
        private let start: ReadStart
        private let keep: Int
        private let gatherFor: Duration
        private var hasKeptUp = false
        private let lane: Lease
        private var positions: [Int32: Int64]?
        private var pause = Duration.milliseconds(100)

        init(_ follow: TopicFollow, lane: Lease) {
            reader = follow.reader
            start = follow.start
            keep = follow.keep
            gatherFor = follow.gatherFor
            self.lane = lane
        }

        /// The next page that says something; nil when the task was cancelled or the cluster closed.
        public mutating func next() async -> TopicPage? {
            while !Task.isCancelled {
                guard let positions else {
                    do throws(ClientError) {
                        self.positions = try await reader.positions(start)
                    } catch {
                        guard await rest(after: error) else { return nil }
                        var page = TopicPage()
                        for partition in reader.partitions ?? [0] { page.failures[partition] = error }
                        return page
                    }
                    continue
                }
                if hasKeptUp, gatherFor > .zero {
                    do throws(ClientError) { try await reader.cluster.pause(gatherFor) } catch { return nil }
                }
                let page = await round(positions)
                hasKeptUp = page.positions.allSatisfy { $0.value >= page.ends[$0.key] ?? 0 }
                for (partition, offset) in page.positions { self.positions?[partition] = offset }
                if let error = page.failures.values.first {
                    guard await rest(after: error) else { return nil }
                } else {
                    pause = .milliseconds(100)
                }
                if !page.records.isEmpty || page.skipped > 0 || !page.issues.isEmpty || !page.failures.isEmpty {
                    return page
                }
            }
            return nil
        }

        /// False when there is no going on.
        private mutating func rest(after error: ClientError) async -> Bool {
            if error == .closed || error == .cancelled { return false }
            do throws(ClientError) {
                try await reader.cluster.pause(pause)
            } catch {
                return false
            }
            pause = Swift.min(pause * 2, .seconds(2))
            return true
        }

        /// One fetch from every leader.
        private func round(_ positions: [Int32: Int64]) async -> TopicPage {
            let cluster = reader.cluster
            let names = positions.keys.map { TopicPartition(reader.topic, $0) }
            let (placed, lost) = await cluster.byLeader(names)
            var page = TopicPage()
            for (name, error) in lost { page.failures[name.partition] = error }
            // With several leaders the slowest answer decides when the others are seen.
            let wait: Duration = placed.count > 1 ? .milliseconds(100) : .milliseconds(500)
            let isolation = reader.isolation
            let (lane, keep) = (lane.lane, keep)
            typealias Answers = [TopicPartition: Result<Cluster.PartitionAnswer, ClientError>]
            let answers = await withTaskGroup(of: Answers.self) { group in
                for (broker, names) in placed {
                    let asked = Dictionary(uniqueKeysWithValues: names.map { ($0, positions[$0.partition] ?? 0) })
                    group.addTask {
                        do throws(ClientError) {
                            return try await cluster.fetch(
                                asked, at: broker, maxBytes: TopicReader.fetchBytes, maxWait: wait, isolation,
                                lane: lane, keep: keep)
                        } catch {
                            return asked.mapValues { _ in .failure(error) }
                        }
                    }
                }
                return await group.reduce(into: Answers()) { $0.merge($1) { $1 } }
            }
            var runs: [PartitionRun] = []
            for (name, answer) in answers {
                switch answer {
                case .success(let answer):
                    runs.append(await run(name, answer, from: positions[name.partition] ?? 0))
                case .failure(.broker(.offsetOutOfRange, _)):
                    if let run = await restart(name, from: positions[name.partition] ?? 0) { runs.append(run) }
                case .failure(let error):
                    cluster.routing.withLock { $0.forget(.leader(name)) }
                    page.failures[name.partition] = error
                }
            }
            page.merge(runs, limit: .max, takeNewest: false)
            return page
        }

        private func run(_ name: TopicPartition, _ answer: Cluster.PartitionAnswer, from: Int64) async -> PartitionRun {
            var records = answer.records
            if answer.needs > 0 {
                // The limit cut a batch: this one partition is asked for it alone.
                records =
                    (try? await reader.cluster.fetchRecords(
                        name, from: from, maxBytes: answer.needs, isolation: reader.isolation)) ?? records
            }
            let end = reader.isolation == .readCommitted ? records.lastStableOffset : records.highWatermark
            return PartitionRun(
                partition: name.partition, records: records.records, batches: records.batches, skipped: records.skipped,
                issues: records.issues, markers: records.markers, start: from, next: records.nextOffset, end: end,
                heldBack: Swift.max(0, records.highWatermark &- end))
        }

        /// Retention removed what was to be read, or the log was cut: go on at the nearest offset there is.
        private func restart(_ name: TopicPartition, from offset: Int64) async -> PartitionRun? {
            let listed = await reader.cluster.listOffsets([name: .earliest])
            let ends = await reader.cluster.listOffsets([name: .latest])
            guard let first = try? listed[name]?.get().offset, let end = try? ends[name]?.get().offset else {
                return nil
            }
            let next = offset < first ? first : end
            var run = PartitionRun(partition: name.partition, start: Swift.min(offset, next), next: next, end: end)
            if next > offset {
                let causes = GapCauses(removed: next - offset)
                run.issues = [ReadIssue(kind: .gap(causes), partition: name.partition, offsets: offset..<next)]
            }
            return run
        }
    }
}
