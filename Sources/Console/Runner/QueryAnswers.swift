import KafkaClient
import KafkaWire

/// Asks the cluster what a query wants. What fails in part costs only its part.
struct QueryAnswers: Sendable {
    let cluster: Cluster
    /// The last answer about the whole cluster, which the next one shares what did not change with.
    let memory: ClusterMemory
    /// So many groups or partitions are asked at a time.
    private static let width = 8

    func answer(_ query: Query) async -> Answer {
        do throws(ClientError) {
            switch query {
            case .metadata:
                // Compared and counted here and not where the keys are read: it takes its time for 100,000 partitions.
                let metadata = memory.share(try await cluster.metadata(nil))
                return .metadata(
                    metadata, ClusterSummary(metadata), silent: await cluster.silent(among: metadata.brokers))
            case .pulse:
                let brokers = try await cluster.metadata([]).brokers
                return .pulse(brokers, silent: await cluster.silent(among: brokers))
            case .ends(let topics):
                let (found, failures) = await bounds(try await partitions(of: topics))
                return .ends(found, failures: failures)
            case .sizes(let topics): return try await sizes(topics)
            case .configs(let topics): return await configs(topics)
            case .positions(let topic): return try await positions(topic)
            case .settings(let resource): return .settings(try await settings(resource))
            case .minInSync: return await minInSync(memory.topics)
            case .copies(let wanted): return await copies(wanted)
            case .directories(let everything): return await directories(everything)
            case .registered: return try await registered()
            case .moves: return .moves(try await cluster.reassignments())
            case .writers(let topics): return .writers(try await cluster.writers(of: topics))
            case .groups: return .groups(memory.note(try await cluster.listGroups()))
            case .members(let groups): return await members(groups)
            case .lag(let groups): return try await lag(groups)
            case .firstUnread(let group): return try await unread(group)
            case .quorum: return .quorum(try await cluster.quorum())
            case .newest(let topic): return .records(try await newest(topic))
            }
        } catch {
            return .failed(error)
        }
    }

    private func partitions(of topics: [TopicName]) async throws(ClientError) -> [TopicPartition] {
        let metadata = try await cluster.metadata(topics)
        return metadata.topics.flatMap { topic in
            topic.partitions.map { TopicPartition(topic: topic.name, partition: $0.index) }
        }
    }

    private func bounds(
        _ partitions: [TopicPartition]
    ) async -> ([TopicPartition: PartitionBounds], [TopicPartition: String]) {
        func ask(_ spec: OffsetSpec) async -> [TopicPartition: Result<ListedOffset, ClientError>] {
            await cluster.listOffsets(Dictionary(partitions.map { ($0, spec) }, uniquingKeysWith: { $1 }))
        }
        guard !partitions.isEmpty else { return ([:], [:]) }
        async let firsts = ask(.earliest)
        async let lasts = ask(.latest)
        let (starts, ends) = await (firsts, lasts)
        var found: [TopicPartition: PartitionBounds] = [:]
        var failures: [TopicPartition: String] = [:]
        for partition in partitions {
            switch (starts[partition], ends[partition]) {
            case (.success(let start)?, .success(let end)?):
                found[partition] = PartitionBounds(start: max(0, start.offset), end: max(0, end.offset))
            case (.failure(let error)?, _), (_, .failure(let error)?): failures[partition] = error.sentence
            default: failures[partition] = "its leader did not answer for it"
            }
        }
        return (found, failures)
    }

    private func configs(_ topics: [TopicName]) async -> Answer {
        var found: [TopicName: [ConfigEntry]] = [:]
        var failures: [TopicName: String] = [:]
        for (resource, result) in await cluster.configs(of: topics.map { .topic($0) }) {
            guard case .topic(let name) = resource else { continue }
            switch result {
            case .success(let entries): found[name] = entries
            case .failure(let error): failures[name] = error.sentence
            }
        }
        return .configs(found, failures: failures)
    }

    private func sizes(_ topics: [TopicName]?) async throws(ClientError) -> Answer {
        var asked: [TopicName: [Int32]]?
        if let topics {
            asked = Dictionary(
                grouping: try await partitions(of: topics), by: \.topic
            ).mapValues { $0.map(\.partition) }
        }
        var sizes: [BrokerID: [TopicPartition: Int64]] = [:]
        var failures: [BrokerID: String] = [:]
        for (broker, result) in await cluster.logSizes(asked) {
            switch result {
            case .success(let bytes): sizes[broker] = bytes
            case .failure(let error): failures[broker] = error.sentence
            }
        }
        return .sizes(sizes, failures: failures)
    }

    private func members(_ groups: [GroupID]) async -> Answer {
        var found: [GroupID: GroupDescription] = [:]
        var failures: [GroupID: String] = [:]
        for (group, result) in await cluster.describeGroups(groups) {
            switch result {
            case .success(let description): found[group] = description
            case .failure(let error): failures[group] = error.sentence
            }
        }
        return .members(found, failures: failures)
    }

    /// Commits first, ends second: the other way round a busy group would seem to be past the end.
    private func lag(_ groups: [GroupID]) async throws(ClientError) -> Answer {
        let (plain, failed) = await commits(of: groups.filter { !memory.isShare($0) })
        let (commits, told, failures) = await sharePositions(groups.filter(memory.isShare), plain, failed)
        let topics = Set(commits.values.flatMap { $0.keys.map(\.topic) }).sorted()
        let metadata = topics.isEmpty ? nil : try await cluster.metadata(topics)
        var partitions: [TopicName: [TopicPartition]] = [:]
        for topic in metadata?.topics ?? [] {
            partitions[topic.name] = topic.partitions.map { TopicPartition(topic: topic.name, partition: $0.index) }
        }
        let wanted = Set(partitions.values.joined()).union(commits.values.flatMap(\.keys))
        let (bounds, _) = await bounds(wanted.sorted())
        var answer: [GroupID: [TopicPartition: CommitAndEnd]] = [:]
        for (group, rows) in commits {
            var pairs: [TopicPartition: CommitAndEnd] = [:]
            // Partitions of a topic that the group reads and never committed are rows too.
            for topic in Set(rows.keys.map(\.topic)) {
                for partition in partitions[topic] ?? [] {
                    pairs[partition] = CommitAndEnd(committed: nil, bounds: bounds[partition])
                }
            }
            for (partition, committed) in rows {
                let offset = committed.offset < 0 ? nil : committed.offset
                pairs[partition] = CommitAndEnd(
                    committed: offset, bounds: bounds[partition], toldLag: told[group]?[partition])
            }
            answer[group] = pairs
        }
        return .lag(answer, failures: failures)
    }

    /// Adds where share groups stand, and the lag that the broker itself counts for them.
    private func sharePositions(
        _ groups: [GroupID], _ commits: [GroupID: [TopicPartition: CommittedOffset]], _ failures: [GroupID: String]
    ) async -> (
        [GroupID: [TopicPartition: CommittedOffset]], [GroupID: [TopicPartition: Int64]], [GroupID: String]
    ) {
        var (commits, failures) = (commits, failures)
        var told: [GroupID: [TopicPartition: Int64]] = [:]
        for group in groups {
            do throws(ClientError) {
                let positions = try await cluster.sharePositions(of: group)
                commits[group] = positions.mapValues { CommittedOffset(offset: $0.start) }
                told[group] = positions.compactMapValues(\.lag)
            } catch { failures[group] = error.sentence }
        }
        return (commits, told, failures)
    }

    private func commits(
        of groups: [GroupID]
    ) async -> ([GroupID: [TopicPartition: CommittedOffset]], [GroupID: String]) {
        var found: [GroupID: [TopicPartition: CommittedOffset]] = [:]
        var failures: [GroupID: String] = [:]
        for (group, result) in await cluster.committedOffsets(of: groups) {
            switch result {
            case .success(let rows): found[group] = rows
            case .failure(let error): failures[group] = error.sentence
            }
        }
        return (found, failures)
    }

    /// The first unread record of the partitions where the group is behind, and what a small lag holds; at most 32 of them,
    /// the worst first.
    private func unread(_ group: GroupID) async throws(ClientError) -> Answer {
        let isShare = memory.isShare(group)
        let commits =
            isShare
            ? try await cluster.sharePositions(of: group).mapValues { CommittedOffset(offset: $0.start) }
            : try await cluster.committedOffsets(group, topics: nil)
        let (bounds, _) = await bounds(commits.keys.sorted())
        let behind = commits.compactMap { partition, committed -> (TopicPartition, Range<Int64>)? in
            guard let known = bounds[partition] else { return nil }
            let from = max(committed.offset, known.start)
            return from < known.end ? (partition, from..<known.end) : nil
        }.sorted { $0.1.count > $1.1.count }.prefix(32)
        var found: [TopicPartition: RecordGlance] = [:]
        var readable: [TopicPartition: ReadableLag] = [:]
        await withTaskGroup(of: (TopicPartition, RecordGlance?, ReadableLag?).self) { tasks in
            var waiting = Array(behind)[...]
            func start() {
                guard let (partition, gap) = waiting.popFirst() else { return }
                tasks.addTask {
                    // A share group is done with some of the records in between: their number says nothing of it.
                    let lag =
                        isShare
                        ? nil : try? await cluster.readable(partition, from: gap.lowerBound, to: gap.upperBound)
                    let record = await record(partition, from: gap.lowerBound)
                    return (partition, record, lag)
                }
            }
            for _ in 0..<Self.width { start() }
            while let (partition, record, lag) = await tasks.next() {
                if let record { found[partition] = record }
                if let lag { readable[partition] = lag }
                start()
            }
        }
        return .unread(found, readable: readable)
    }

    /// The record with the greatest timestamp over all partitions, which is the newest as its producers say.
    private func newest(_ topic: TopicName) async throws(ClientError) -> [TopicPartition: RecordGlance] {
        let all = try await partitions(of: [topic])
        let listed = await cluster.listOffsets(Dictionary(all.map { ($0, .maxTimestamp) }, uniquingKeysWith: { $1 }))
        var best: (partition: TopicPartition, place: ListedOffset)?
        for (partition, result) in listed {
            guard case .success(let place) = result, place.offset >= 0 else { continue }
            let isLater = best.map { (place.timestamp, partition) > ($0.place.timestamp, $0.partition) } ?? true
            if isLater { best = (partition, place) }
        }
        guard let best, let record = await record(best.partition, from: best.place.offset) else { return [:] }
        return [best.partition: record]
    }

    private func record(_ partition: TopicPartition, from offset: Int64) async -> RecordGlance? {
        let fetched = try? await cluster.fetchRecords(
            partition, from: offset, maxBytes: 1_024, maxWait: .zero, isolation: .readUncommitted)
        return fetched.flatMap { RecordGlance.first(in: $0, from: offset) }
    }
}
