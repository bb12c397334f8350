public import Bytes
public import Codecs
import Glibc
public import KafkaWire
import Network
import Synchronization

/// Sends records. Records of one partition leave in the order they were given, in batches, several of them on their way at a
/// time; a batch that fails in a way that may pass is sent again, and an idempotent producer never makes a record twice or in
/// another order by that.
public final class Producer: Sendable {
    /// Where a record went.
    public struct Sent: Sendable, Hashable {
        /// The partition.
        public var partition: Int32
        /// Its offset; -1 when the broker had it already, or was not asked, and does not tell.
        public var offset: Int64
    }

    /// When a record counts as sent.
    public enum Acks: Int16, Sendable, CaseIterable {
        /// When all in-sync replicas have it.
        case all = -1
        /// When it left this machine: what is lost behind that is never known.
        case none = 0
        /// When its leader has it.
        case leader = 1
    }

    /// A record on its way.
    public struct Delivery: Sendable {
        fileprivate let ticket: Ticket<Sent>

        /// Waits until it counts as sent; to be asked once.
        public func outcome() async throws(ClientError) -> Sent { try await ticket.wait() }
    }

    /// How long a batch is tried for.
    static let deliveryTimeout = Duration.seconds(60)
    /// A batch is closed at that many bytes before compression.
    private static let batchBytes = 256 * 1_024
    /// Records that may wait; beyond that sending fails.
    private static let waitingLimit = 100_000

    struct Pending: Sendable {
        let key: ByteSlice?
        let value: ByteSlice?
        let headers: [Record.Header]
        let timestamp: Int64
        let ticket: Ticket<Sent>

        var size: Int {
            32 + (key?.count ?? 0) + (value?.count ?? 0) + headers.reduce(0) { $0 + 16 + ($1.value?.count ?? 0) }
        }
    }

    struct Lineup {
        var records: [Pending] = []
        var isDraining = false
        /// Sequence of the next record, for the producer id in use.
        var sequence: Int32 = 0
    }

    struct State {
        var lineups: [TopicPartition: Lineup] = [:]
        /// The partition that records without a key go to, until its batch left.
        var sticky: [TopicName: Int32] = [:]
        var identity: ProducerIdentity?
        var waiting = 0
        var idle: [CheckedContinuation<Void, Never>] = []
    }

    let cluster: Cluster
    let codec: CompressionCodec
    private let linger: Duration
    let isIdempotent: Bool
    let acks: Acks
    let lane: Lane
    let state = Mutex(State())

    /// A producer on `cluster`. `linger` is how long a first record waits for others to share its batch. Only with `acks` of all
    /// can it be idempotent.
    public init(
        cluster: Cluster, codec: CompressionCodec = .none, linger: Duration = .milliseconds(5), acks: Acks = .all,
        idempotent: Bool = true
    ) {
        self.cluster = cluster
        self.codec = codec
        self.linger = linger
        self.acks = acks
        isIdempotent = idempotent && acks == .all
        lane = cluster.newLane()
    }

    deinit {
        cluster.release(lane)
    }

    /// Sends a record and returns when it counts as sent. Without `partition` the key decides, as in Java's clients; without a
    /// key one partition is filled after the other. `timestamp` is in milliseconds since 1970, nil is now.
    /// Fails with `.unknownTopicOrPartition` for a topic that does not exist: none is created by sending.
    public func send(
        topic: TopicName, partition: Int32? = nil, key: ByteSlice? = nil, value: ByteSlice?,
        headers: [Record.Header] = [], timestamp: Int64? = nil
    ) async throws(ClientError) -> Sent {
        try await begin(
            topic: topic, partition: partition, key: key, value: value, headers: headers, timestamp: timestamp
        ).outcome()
    }

    /// The same without waiting: the record is on its way when this returns.
    public func begin(
        topic: TopicName, partition: Int32? = nil, key: ByteSlice? = nil, value: ByteSlice?,
        headers: [Record.Header] = [], timestamp: Int64? = nil
    ) async throws(ClientError) -> Delivery {
        guard !cluster.changes.isLocked else { throw .readOnly(.produce) }
        let count = try await cluster.partitionCount(of: topic)
        guard count > 0 else { throw .refused(.unknownTopicOrPartition, "topic \(topic) has no partition") }
        if let partition, !(0..<count).contains(partition) {
            throw .refused(.unknownTopicOrPartition, "topic \(topic) has no partition \(partition)")
        }
        let pending = Pending(
            key: key, value: value, headers: headers, timestamp: timestamp ?? Self.now(), ticket: Ticket())
        let (target, starts) = try enqueue(pending, topic, partition, count)
        if starts {
            Task {
                try? await self.cluster.pause(self.linger)
                await self.drain(target)
            }
        }
        return Delivery(ticket: pending.ticket)
    }

    /// Returns when every record given so far was sent or failed.
    public func flush() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.waiting == 0 { return true }
                state.idle.append(continuation)
                return false
            }
            if isIdle { continuation.resume() }
        }
    }

    // MARK: Lining up

    private func enqueue(
        _ pending: Pending, _ topic: TopicName, _ partition: Int32?, _ count: Int32
    ) throws(ClientError) -> (TopicPartition, Bool) {
        let outcome: (TopicPartition, Bool)? = state.withLock { state in
            guard state.waiting < Self.waitingLimit else { return nil }
            let chosen: Int32
            if let partition {
                chosen = partition
            } else if let key = pending.key {
                chosen = Murmur2.partition(forKey: key, of: count)
            } else {
                chosen = (state.sticky[topic] ?? 0) % count
                state.sticky[topic] = chosen
            }
            let target = TopicPartition(topic, chosen)
            let starts = state.lineups[target]?.isDraining != true
            state.lineups[target, default: Lineup()].records.append(pending)
            state.lineups[target]?.isDraining = true
            state.waiting += 1
            return (target, starts)
        }
        guard let outcome else {
            throw .invalid("\(Self.waitingLimit) records wait to be sent already; the cluster does not keep up")
        }
        return outcome
    }

    /// The next batch of a partition; nil when nothing is lined up, and then draining ends with it if `isLast`.
    func take(_ target: TopicPartition, isLast: Bool) -> [Pending]? {
        state.withLock { state in
            guard let all = state.lineups[target]?.records, !all.isEmpty else {
                if isLast { state.lineups[target]?.isDraining = false }
                return nil
            }
            var size = 0
            var count = 0
            for record in all {
                if count > 0, size + record.size > Self.batchBytes { break }
                size += record.size
                count += 1
            }
            state.lineups[target]?.records.removeFirst(count)
            if state.sticky[target.topic] == target.partition {
                // The next batch of records without a key goes to the next partition.
                state.sticky[target.topic] = target.partition + 1
            }
            return Array(all.prefix(count))
        }
    }

    /// Tells the records of a batch how it ended; `result` is the offset of the first, or -1.
    func finish(_ records: [Pending], of target: TopicPartition, _ result: Result<Int64, ClientError>) {
        for (index, pending) in records.enumerated() {
            pending.ticket.finish(
                result.map { Sent(partition: target.partition, offset: $0 < 0 ? -1 : $0 + Int64(index)) })
        }
        let idle: [CheckedContinuation<Void, Never>] = state.withLock { state in
            state.waiting -= records.count
            guard state.waiting == 0 else { return [] }
            defer { state.idle = [] }
            return state.idle
        }
        for continuation in idle { continuation.resume() }
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
