import Bytes
import KafkaWire
import Network
import Synchronization

/// A member of a classic consumer group: joins, takes the partitions the range assignor gives it, hands their records out,
/// commits what was handled, and leaves when its task is cancelled.
public final class GroupMember: Sendable {
    /// How a member behaves.
    public struct Configuration: Sendable {
        /// How long the group waits for a sign of life before it goes on without the member.
        public var sessionTimeout: Duration = .seconds(45)
        /// How often it gives one.
        public var heartbeatInterval: Duration = .seconds(3)
        /// How long the group waits for its members to join again.
        public var rebalanceTimeout: Duration = .seconds(60)
        /// How often what was handled is committed.
        public var commitInterval: Duration = .seconds(5)
        /// Where a partition begins that the group never committed.
        public var start: OffsetSpec = .earliest
        /// Bytes of one fetch.
        public var fetchBytes = 1 << 20

        /// The defaults of Kafka's own consumer, but beginning with the first record.
        public init() {}
    }

    /// Records of one partition, in order.
    public struct Batch: Sendable {
        /// The partition.
        public var partition: TopicPartition
        /// Its records.
        public var records: [Record]
    }

    /// What a member has been given.
    struct Generation: Sendable {
        var id: Int32
        var member: String
        var partitions: [TopicPartition]
    }

    /// The group.
    public let group: GroupID
    /// The topics it wants.
    public let topics: [TopicName]
    let cluster: Cluster
    let configuration: Configuration
    let lane: Lane
    let fetchLane: Lane
    private let current = Mutex<Generation?>(nil)

    /// A member of `group` that wants `topics`; it joins with `run`.
    public init(cluster: Cluster, group: GroupID, topics: [TopicName], configuration: Configuration = Configuration()) {
        self.cluster = cluster
        self.group = group
        self.topics = topics
        self.configuration = configuration
        lane = cluster.newLane()
        fetchLane = cluster.newLane()
    }

    deinit {
        cluster.release(lane)
        cluster.release(fetchLane)
    }

    /// The partitions it reads now; empty between generations.
    public var assignment: [TopicPartition] { current.withLock { $0?.partitions ?? [] } }

    /// Works until its task is cancelled: then what was handled is committed, the member leaves, and this returns. `handle`
    /// gets one batch after the other; a batch counts as handled when it returns. Fails when the group refuses the member, for
    /// example with `.groupAuthorizationFailed`; lost connections and rebalances are dealt with.
    public func run(_ handle: @escaping @Sendable (Batch) async -> Void) async throws(ClientError) {
        var member = ""
        while !Task.isCancelled {
            let generation: Generation
            do throws(ClientError) {
                generation = try await join(as: &member)
            } catch {
                if error == .cancelled { break }
                guard error.isRetriable || error.endsGeneration else { throw error }
                if case .broker(.unknownMemberId, _) = error { member = "" }
                do { try await cluster.pause(.milliseconds(500)) } catch { break }
                continue
            }
            current.withLock { $0 = generation }
            let end = await work(generation, handle)
            current.withLock { $0 = nil }
            if case .failed(let error) = end { throw error }
            if end == .expelled { member = "" }
        }
        if !member.isEmpty { await leave(member) }
    }

    // MARK: One generation

    enum End: Sendable, Equatable {
        /// The group rebalances: join again.
        case rebalance
        /// The group does not know the member any more.
        case expelled
        case cancelled
        case failed(ClientError)
    }

    private func work(_ generation: Generation, _ handle: @escaping @Sendable (Batch) async -> Void) async -> End {
        let progress = Progress()
        let end = await withTaskGroup(of: End.self) { tasks in
            tasks.addTask { await self.beat(generation) }
            tasks.addTask { await self.consume(generation, progress, handle) }
            let first = await tasks.next() ?? .cancelled
            // The consumer finishes the batch it is at, so that what it did is committed.
            progress.stop()
            tasks.cancelAll()
            await tasks.waitForAll()
            return first
        }
        if end != .expelled { await finalCommit(generation, progress) }
        return end
    }

    /// Signs of life until the group wants something else.
    private func beat(_ generation: Generation) async -> End {
        while true {
            do throws(ClientError) {
                try await cluster.pause(configuration.heartbeatInterval)
                let _: HeartbeatResponse = try await cluster.call(
                    .coordinator(group), lane: lane,
                    check: { (response: HeartbeatResponse) in (response.errorCode, nil) }
                ) { [group] _ in
                    HeartbeatRequest(groupId: group, generationId: generation.id, memberId: generation.member)
                }
            } catch {
                if let end = End(error) { return end }
            }
        }
    }

    private func consume(
        _ generation: Generation, _ progress: Progress, _ handle: @escaping @Sendable (Batch) async -> Void
    ) async -> End {
        var lastCommit = MonotonicTime.current
        do throws(ClientError) {
            progress.set(try await startingOffsets(generation.partitions))
        } catch {
            return End(error) ?? .rebalance
        }
        while !progress.isStopped, !Task.isCancelled {
            do throws(ClientError) {
                let batches = try await fetch(progress.positions)
                for (batch, next) in batches {
                    if progress.isStopped { return .rebalance }
                    if !batch.records.isEmpty { await handle(batch) }
                    progress.handled(batch.partition, next)
                }
                if MonotonicTime.current - lastCommit >= configuration.commitInterval {
                    try await commit(generation, progress)
                    lastCommit = .current
                }
            } catch {
                if let end = End(error) { return end }
                do { try await cluster.pause(.milliseconds(200)) } catch { return .cancelled }
            }
        }
        return .cancelled
    }

    /// Commits after the task was cancelled: in a task of its own, which is awaited.
    private func finalCommit(_ generation: Generation, _ progress: Progress) async {
        await Task { try? await self.commit(generation, progress) }.value
    }

    private func commit(_ generation: Generation, _ progress: Progress) async throws(ClientError) {
        let offsets = progress.uncommitted
        guard !offsets.isEmpty else { return }
        let codes = try await cluster.commitOffsets(
            group, offsets.mapValues { CommittedOffset(offset: $0) }, generation: generation.id,
            member: generation.member, lane: lane)
        if let code = codes.values.first(where: { $0 != .none }) { throw .refused(code, "commit of group \(group)") }
        progress.committed(offsets)
    }

    private func leave(_ member: String) async {
        await Task { [cluster, group, lane] in
            _ = try? await cluster.call(
                .coordinator(group), lane: lane, timeout: .seconds(2),
                check: { (response: LeaveGroupResponse) in (response.errorCode, nil) }
            ) { version in
                version <= 2
                    ? LeaveGroupRequest(groupId: group, memberId: member)
                    : LeaveGroupRequest(groupId: group, members: [LeaveGroupRequest.MemberIdentity(memberId: member)])
            }
        }.value
    }

    // MARK: Reading

    private func startingOffsets(_ partitions: [TopicPartition]) async throws(ClientError) -> [TopicPartition: Int64] {
        guard !partitions.isEmpty else { return [:] }
        let committed = try await cluster.committedOffsets(group, topics: partitions)
        var positions = committed.mapValues(\.offset)
        let fresh = partitions.filter { positions[$0] == nil }
        if !fresh.isEmpty {
            let listed = await cluster.listOffsets(
                Dictionary(uniqueKeysWithValues: fresh.map { ($0, configuration.start) }))
            for partition in fresh { positions[partition] = try listed[partition]?.get().offset ?? 0 }
        }
        return positions
    }

    /// One fetch from every leader; records and where to go on.
    private func fetch(_ positions: [TopicPartition: Int64]) async throws(ClientError) -> [(Batch, Int64)] {
        guard !positions.isEmpty else {
            try await cluster.pause(.milliseconds(500))
            return []
        }
        let (placed, lost) = await cluster.byLeader(Array(positions.keys))
        if placed.isEmpty, let error = lost.values.first { throw error }
        var batches: [(Batch, Int64)] = []
        for (broker, partitions) in placed {
            let answers = try await cluster.fetch(
                positions.filter { partitions.contains($0.key) }, at: broker, maxBytes: configuration.fetchBytes,
                maxWait: .milliseconds(placed.count > 1 ? 50 : 250), .readUncommitted, lane: fetchLane)
            for (partition, answer) in answers {
                switch answer {
                case .success(let answer):
                    batches.append(
                        (Batch(partition: partition, records: answer.records.records), answer.records.nextOffset))
                case .failure(.broker(.offsetOutOfRange, _)):
                    let listed = await cluster.listOffsets([partition: configuration.start])
                    batches.append((Batch(partition: partition, records: []), try listed[partition]?.get().offset ?? 0))
                case .failure(let error):
                    cluster.routing.withLock { $0.forget(.leader(partition)) }
                    guard error.meansElsewhere else { throw error }
                }
            }
        }
        return batches
    }
}

/// How far a member came in its generation.
private final class Progress: Sendable {
    private struct State {
        var positions: [TopicPartition: Int64] = [:]
        var uncommitted: [TopicPartition: Int64] = [:]
        var isStopped = false
    }

    private let state = Mutex(State())

    var positions: [TopicPartition: Int64] { state.withLock { $0.positions } }
    var uncommitted: [TopicPartition: Int64] { state.withLock { $0.uncommitted } }
    var isStopped: Bool { state.withLock { $0.isStopped } }

    func stop() { state.withLock { $0.isStopped = true } }
    func set(_ positions: [TopicPartition: Int64]) { state.withLock { $0.positions = positions } }

    func handled(_ partition: TopicPartition, _ next: Int64) {
        state.withLock { state in
            guard state.positions[partition] != next else { return }
            state.positions[partition] = next
            state.uncommitted[partition] = next
        }
    }

    func committed(_ offsets: [TopicPartition: Int64]) {
        state.withLock { state in
            for (partition, offset) in offsets where state.uncommitted[partition] == offset {
                state.uncommitted[partition] = nil
            }
        }
    }
}

extension GroupMember.End {
    /// What an error means for the generation; nil when it passes.
    init?(_ error: ClientError) {
        switch error {
        case .cancelled: self = .cancelled
        case .broker(.rebalanceInProgress, _), .broker(.illegalGeneration, _): self = .rebalance
        case .broker(.unknownMemberId, _), .broker(.fencedInstanceId, _): self = .expelled
        default:
            if error.isRetriable { return nil }
            self = .failed(error)
        }
    }
}

extension ClientError {
    /// True when joining again is the answer.
    var endsGeneration: Bool {
        switch self {
        case .broker(.rebalanceInProgress, _), .broker(.illegalGeneration, _), .broker(.unknownMemberId, _): true
        default: false
        }
    }
}
