import Bytes
import KafkaWire

/// Plans, executes and undoes a reset. Planning only reads; it joins no group and creates nothing.
public struct ResetPlanner: Sendable {
    let cluster: Cluster
    /// The folder for the offsets as they were before; nil writes none.
    let undoFolder: String?
    /// At most so many partitions are asked for their next record at a time.
    static let fetchWidth = 8

    /// A planner on one cluster.
    public init(cluster: Cluster, undoFolder: String? = UndoFile.defaultFolder()) {
        self.cluster = cluster
        self.undoFolder = undoFolder
    }

    /// Works out what a reset would do. Fails when the group or a topic does not exist (`.groupIdNotFound`,
    /// `.unknownTopicOrPartition`): a mistyped name must not become a new group.
    /// - Parameters:
    ///   - topics: the topics to move, nil for every topic that the group has commits on.
    ///   - mayCreate: the group need not be there: committing makes it.
    ///   - now: milliseconds after the epoch.
    public func plan(
        group: GroupID, topics: [TopicName]?, target: ResetTarget, mayCreate: Bool = false, now: Int64
    ) async throws(ClientError) -> ResetPlan {
        let listed = try await cluster.listGroups().first { $0.id == group }
        // Commits first, ends second: the other way round a busy group would seem to be past the end.
        let committed = try await cluster.committedOffsets(group, topics: nil)
        guard listed != nil || !committed.isEmpty || mayCreate else {
            throw .broker(.groupIdNotFound, "there is no group \(group); `kdeck groups` lists them")
        }
        let described = await cluster.describeGroups([group])[group]
        let description: GroupDescription? =
            switch described {
            case .success(let found): found
            case .failure(.broker(.groupIdNotFound, _)), nil: nil
            case .failure(let error): throw error
            }
        var other: [TopicPartition: CommittedOffset] = [:]
        if case .group(let source) = target {
            other = try await cluster.committedOffsets(source, topics: nil)
            guard !other.isEmpty else {
                throw .broker(.groupIdNotFound, "group \(source) has no commits to copy")
            }
        }
        let scope = try await scope(topics, target, committed: committed, other: other)
        let moment = target.moment(now: now)
        let holders = description?.members ?? []
        let type = listed?.type ?? ""
        let protocolType = description?.protocolType ?? listed?.protocolType ?? ""
        var plan = ResetPlan(
            group: group, topics: topics, topicIDs: scope.topicIDs, target: target, moment: moment,
            state: description?.state ?? listed?.state ?? (committed.isEmpty ? "new" : "Empty"), mayCreate: mayCreate,
            holders: holders, rows: [],
            refusal: ResetArithmetic.refusal(
                state: description?.state ?? "Empty", type: type, protocolType: protocolType, holders: holders),
            caution: ResetPlan.caution(group, topics: Set(committed.keys.map(\.topic)).sorted()),
            canWait: ResetArithmetic.refusal(state: "Empty", type: type, protocolType: protocolType, holders: []) == nil
        )
        plan.rows = await rows(scope, target, moment, now, committed: committed, other: other)
        return await withNextRecords(plan)
    }

    /// What is to be moved, as the cluster knows it.
    private struct Scope {
        var partitions: [TopicPartition] = []
        var topicIDs: [TopicName: KafkaUUID] = [:]
        var epochs: [TopicPartition: Int32] = [:]
        /// Partitions with a commit whose topic cannot be looked at, with the reason.
        var lost: [TopicPartition: String] = [:]
    }

    private func scope(
        _ topics: [TopicName]?, _ target: ResetTarget, committed: [TopicPartition: CommittedOffset],
        other: [TopicPartition: CommittedOffset]
    ) async throws(ClientError) -> Scope {
        var names = Set(topics ?? [])
        var namesAreOwn = false
        if topics == nil {
            switch target {
            case .positions(let positions): names = Set(positions.keys.map(\.topic))
            case .group: names = Set(other.keys.map(\.topic))
            default:
                names = Set(committed.keys.map(\.topic))
                namesAreOwn = true
            }
        }
        let metadata = try await cluster.metadata(names.sorted())
        let known = Dictionary(metadata.topics.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        var scope = Scope()
        for name in names.sorted() {
            let error = known[name]?.error ?? .unknownTopicOrPartition
            guard let topic = known[name], error == .none else {
                // A topic that is gone must not keep the others of the group from being moved.
                guard namesAreOwn else { throw .broker(error, Self.sentence(error, name)) }
                for key in committed.keys where key.topic == name { scope.lost[key] = Self.sentence(error, name) }
                continue
            }
            scope.topicIDs[name] = topic.id
            for partition in topic.partitions {
                let key = TopicPartition(topic: name, partition: partition.index)
                scope.partitions.append(key)
                scope.epochs[key] = partition.leaderEpoch
            }
        }
        if case .positions(let positions) = target {
            for asked in positions.keys.sorted() where names.contains(asked.topic) && scope.epochs[asked] == nil {
                throw .broker(.unknownTopicOrPartition, "there is no partition \(asked)")
            }
            scope.partitions = scope.partitions.filter { positions[$0] != nil }
        }
        scope.partitions.sort()
        return scope
    }

    private static func sentence(_ error: ErrorCode, _ name: TopicName) -> String {
        error == .unknownTopicOrPartition
            ? "there is no topic \(name); `kdeck topics` lists them" : "\(name): \(error.name)"
    }

    private func rows(
        _ scope: Scope, _ target: ResetTarget, _ moment: Int64?, _ now: Int64,
        committed: [TopicPartition: CommittedOffset], other: [TopicPartition: CommittedOffset]
    ) async -> [ResetPlan.Row] {
        func ask(_ spec: OffsetSpec) async -> [TopicPartition: Result<ListedOffset, ClientError>] {
            await cluster.listOffsets(Dictionary(uniqueKeysWithValues: scope.partitions.map { ($0, spec) }))
        }
        let starts = await ask(.earliest)
        let atMoment =
            if let moment { await ask(.timestamp(moment)) } else {
                [:] as [TopicPartition: Result<ListedOffset, ClientError>]
            }
        let ends = await ask(.latest)
        let word = moment.map { TimeText.brief($0, now: now) }
        let lost = scope.lost.map { key, why in left(key, committed, because: why) }
        let rows = scope.partitions.map { key in
            do {
                let start = try starts[key]?.get().offset ?? 0
                let end = try ends[key]?.get().offset ?? 0
                let at = try atMoment[key]?.get().offset
                let facts = PartitionFacts(
                    committed: committed[key]?.offset, committedEpoch: committed[key]?.leaderEpoch ?? -1,
                    leaderEpoch: scope.epochs[key] ?? -1,
                    logStart: start, logEnd: end, atMoment: at.flatMap { $0 < 0 ? nil : $0 }, other: other[key]?.offset)
                return ResetArithmetic.row(key, facts, target: target, moment: word)
            } catch {
                return left(key, committed, because: (error as? ClientError)?.sentence ?? "\(error)")
            }
        }
        return lost.isEmpty ? rows : (rows + lost).sorted { $0.topicPartition < $1.topicPartition }
    }

    /// The row of a partition that cannot be moved.
    private func left(
        _ key: TopicPartition, _ committed: [TopicPartition: CommittedOffset], because why: String
    ) -> ResetPlan.Row {
        ResetPlan.Row(
            topicPartition: key, now: committed[key]?.offset, new: nil, logStart: nil, logEnd: nil, note: .init(why),
            next: nil,
            isIncluded: false)
    }

    /// Reads the record that each planned offset leads to; a partition that fails keeps its row without one.
    private func withNextRecords(_ plan: ResetPlan) async -> ResetPlan {
        var plan = plan
        let wanted = plan.rows.indices.filter { index in
            guard let new = plan.rows[index].new, let end = plan.rows[index].logEnd else { return false }
            return new < end
        }
        let rows = plan.rows
        await withTaskGroup(of: (Int, ResetPlan.NextRecord?).self) { group in
            var waiting = wanted[...]
            func start() {
                guard let index = waiting.popFirst(), let new = rows[index].new else { return }
                let key = rows[index].topicPartition
                group.addTask { (index, await next(key, from: new)) }
            }
            for _ in 0..<Self.fetchWidth { start() }
            while let (index, record) = await group.next() {
                plan.rows[index].next = record
                start()
            }
        }
        return plan
    }

    private func next(_ key: TopicPartition, from offset: Int64) async -> ResetPlan.NextRecord? {
        guard
            let fetched = try? await cluster.fetchRecords(
                key, from: offset, maxBytes: 65_536, maxWait: .zero, isolation: .readUncommitted)
        else { return nil }
        func preview(_ bytes: ByteSlice?) -> ByteSlice? {
            bytes.map { $0.slice(0..<min($0.count, ResetPlan.previewBytes)).detached() }
        }
        for record in fetched.records where record.offset >= offset {
            return ResetPlan.NextRecord(
                offset: record.offset, timestamp: record.timestamp, key: preview(record.key),
                value: preview(record.value))
        }
        return nil
    }
}
