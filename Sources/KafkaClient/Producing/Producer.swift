import Bytes
import Codecs
import Glibc
import KafkaWire
import Network
import Synchronization

/// Sends records. Records of one partition leave in the order they were given, in batches; a batch that fails in a way that
/// may pass is sent again, and an idempotent producer never makes a record twice by that.
public final class Producer: Sendable {
    /// Where a record went.
    public struct Sent: Sendable, Hashable {
        /// The partition.
        public var partition: Int32
        /// Its offset; -1 when the broker had it already and does not tell.
        public var offset: Int64
    }

    /// How long a record is tried for.
    private static let deliveryTimeout = Duration.seconds(60)
    /// A batch is closed at that many bytes before compression.
    private static let batchBytes = 256 * 1_024
    /// Records that may wait; `send` beyond that waits for room.
    private static let waitingLimit = 100_000

    /// A record on its way.
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

    private struct Lineup {
        var records: [Pending] = []
        var isDraining = false
        /// Sequence of the next record, for the producer id in use.
        var sequence: Int32 = 0
    }

    private struct State {
        var lineups: [TopicPartition: Lineup] = [:]
        /// The partition that records without a key go to, until its batch left.
        var sticky: [TopicName: Int32] = [:]
        var identity: (id: ProducerID, epoch: Int16)?
        var waiting = 0
        var idle: [CheckedContinuation<Void, Never>] = []
    }

    private let cluster: Cluster
    private let codec: CompressionCodec
    private let linger: Duration
    private let isIdempotent: Bool
    private let lane: Lane
    private let state = Mutex(State())

    /// A producer on `cluster`. `linger` is how long a first record waits for others to share its batch.
    public init(
        cluster: Cluster, codec: CompressionCodec = .none, linger: Duration = .milliseconds(5), idempotent: Bool = true
    ) {
        self.cluster = cluster
        self.codec = codec
        self.linger = linger
        isIdempotent = idempotent
        lane = cluster.newLane()
    }

    deinit {
        cluster.release(lane)
    }

    /// Sends a record and returns when all in-sync replicas have it. Without `partition` the key decides, as in Java's
    /// clients; without a key one partition is filled after the other. `timestamp` is in milliseconds since 1970, nil is now.
    /// Fails with `.unknownTopicOrPartition` for a topic that does not exist: none is created by sending.
    public func send(
        topic: TopicName, partition: Int32? = nil, key: ByteSlice? = nil, value: ByteSlice?,
        headers: [Record.Header] = [], timestamp: Int64? = nil
    ) async throws(ClientError) -> Sent {
        guard !cluster.configuration.isReadOnly else { throw .readOnly(.produce) }
        let count = try await cluster.partitionCount(of: topic)
        guard count > 0 else { throw .refused(.unknownTopicOrPartition, "topic \(topic) has no partition") }
        if let partition, !(0..<count).contains(partition) {
            throw .refused(.unknownTopicOrPartition, "topic \(topic) has no partition \(partition)")
        }
        let pending = Pending(
            key: key, value: value, headers: headers, timestamp: timestamp ?? Self.now(), ticket: Ticket())
        let (target, starts) = try enqueue(pending, topic, partition, count)
        if starts { Task { await self.drain(target) } }
        return try await pending.ticket.wait()
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

    /// Sends what is lined up for a partition until nothing is.
    private func drain(_ target: TopicPartition) async {
        try? await cluster.pause(linger)
        while let batch = take(target) {
            let result = await deliver(batch, to: target)
            for (index, pending) in batch.enumerated() {
                pending.ticket.finish(
                    result.map { Sent(partition: target.partition, offset: $0 < 0 ? -1 : $0 + Int64(index)) })
            }
            let idle: [CheckedContinuation<Void, Never>] = state.withLock { state in
                state.waiting -= batch.count
                guard state.waiting == 0 else { return [] }
                defer { state.idle = [] }
                return state.idle
            }
            for continuation in idle { continuation.resume() }
        }
    }

    private func take(_ target: TopicPartition) -> [Pending]? {
        state.withLock { state in
            guard var lineup = state.lineups[target], !lineup.records.isEmpty else {
                state.lineups[target]?.isDraining = false
                return nil
            }
            var size = 0
            var count = 0
            for record in lineup.records {
                if count > 0, size + record.size > Self.batchBytes { break }
                size += record.size
                count += 1
            }
            let batch = Array(lineup.records.prefix(count))
            lineup.records.removeFirst(count)
            state.lineups[target] = lineup
            if state.sticky[target.topic] == target.partition {
                // The next batch of records without a key goes to the next partition.
                state.sticky[target.topic] = target.partition + 1
            }
            return batch
        }
    }

    // MARK: Delivering

    /// Sends a batch until it is in the log; the offset of its first record.
    private func deliver(_ batch: [Pending], to target: TopicPartition) async -> Result<Int64, ClientError> {
        let deadline = MonotonicTime.current + Self.deliveryTimeout
        var span = Duration.milliseconds(50)
        do throws(ClientError) {
            if isIdempotent { try await identify() }
            let (identity, sequence) = reserve(Int32(clamping: batch.count), target)
            let bytes = try build(batch, identity, sequence)
            while true {
                let error: ClientError
                do throws(ClientError) {
                    return .success(try await produce(bytes, to: target))
                } catch let failure {
                    error = failure
                }
                guard mayRepeat(error), MonotonicTime.current + span < deadline else {
                    // What was lost in between would leave a hole in the sequence: begin with a new identity.
                    forgetIdentity(identity?.id)
                    return .failure(error)
                }
                cluster.routing.withLock { $0.forget(.leader(target)) }
                try await cluster.pause(span)
                span = min(span * 2, .seconds(1))
            }
        } catch {
            return .failure(error)
        }
    }

    private func produce(_ bytes: ByteSlice, to target: TopicPartition) async throws(ClientError) -> Int64 {
        let id = try await cluster.topicID(of: target.topic)
        let leader = try await cluster.leader(of: target)
        let address = try await cluster.address(of: .broker(leader.broker))
        let timeout = cluster.configuration.requestTimeout
        let response: ProduceResponse = try await cluster.exchange(
            with: address, lane: lane, timeout: timeout + .seconds(5), versions: 3...(id == nil ? 12 : 13),
            expectsAnswer: true
        ) { version in
            ProduceRequest(
                acks: -1, timeoutMs: timeout.wholeMilliseconds,
                topicData: [
                    ProduceRequest.TopicProduceData(
                        name: version <= 12 ? target.topic : "", topicId: version >= 13 ? id ?? .zero : .zero,
                        partitionData: [
                            ProduceRequest.PartitionProduceData(index: target.partition, records: bytes)
                        ])
                ])
        }
        guard let row = response.responses.first?.partitionResponses.first else {
            throw .decode(.produce, "\(target) is missing")
        }
        switch row.errorCode {
        case .none: return row.baseOffset
        case .duplicateSequenceNumber: return -1
        case let code: throw .refused(code, row.errorMessage ?? "\(target)")
        }
    }

    private func mayRepeat(_ error: ClientError) -> Bool {
        switch error {
        case .unreachable, .noLeader: true
        // The batch may be in the log already: only a broker that knows its sequence can tell.
        case .lost, .timedOut: isIdempotent
        case .broker(let code, _): code.isRetriable && code != .unknownTopicOrPartition
        default: false
        }
    }

    private func build(
        _ batch: [Pending], _ identity: (id: ProducerID, epoch: Int16)?, _ sequence: Int32
    ) throws(ClientError) -> ByteSlice {
        var builder = RecordBatchBuilder(
            codec: codec,
            producer: identity.map {
                RecordBatchBuilder.Producer(id: $0.id, epoch: $0.epoch, baseSequence: sequence)
            }, capacity: 4_096)
        for record in batch {
            builder.append(key: record.key, value: record.value, headers: record.headers, timestamp: record.timestamp)
        }
        do {
            return try builder.build()
        } catch {
            throw .unwritable(.produce, "\(error)")
        }
    }

    // MARK: Identity

    /// Asks for a producer id when there is none.
    private func identify() async throws(ClientError) {
        if state.withLock({ $0.identity != nil }) { return }
        let response: InitProducerIdResponse = try await cluster.call(
            .any, check: { (response: InitProducerIdResponse) in (response.errorCode, nil) }
        ) { _ in InitProducerIdRequest(transactionalId: nil, transactionTimeoutMs: 60_000) }
        state.withLock { state in
            // Another partition may have been first.
            guard state.identity == nil else { return }
            state.identity = (response.producerId, response.producerEpoch)
            for target in state.lineups.keys { state.lineups[target]?.sequence = 0 }
        }
    }

    private func forgetIdentity(_ id: ProducerID?) {
        state.withLock { state in
            if let id, state.identity?.id == id { state.identity = nil }
        }
    }

    /// Takes the sequences of a batch: the identity they belong to and the first one, in one step.
    private func reserve(
        _ count: Int32, _ target: TopicPartition
    ) -> (identity: (id: ProducerID, epoch: Int16)?, first: Int32) {
        state.withLock { state in
            guard isIdempotent, let identity = state.identity else { return (nil, -1) }
            let first = state.lineups[target]?.sequence ?? 0
            // Kafka goes from the greatest sequence on to 0.
            let next = Int64(first) + Int64(count)
            state.lineups[target]?.sequence = Int32(truncatingIfNeeded: next % (Int64(Int32.max) + 1))
            return (identity, first)
        }
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
