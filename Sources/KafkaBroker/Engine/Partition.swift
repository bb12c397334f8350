import Bytes
import KafkaLog
import KafkaWire
import Synchronization

/// A partition this broker leads: its log under one lock, held for the length of one append or read. All methods are
/// synchronous and may be called from any thread.
final class Partition: Sendable {
    /// Its name.
    let topicPartition: TopicPartition
    /// The id of its topic.
    let topicID: KafkaUUID
    /// The epoch stamped on appended batches. One broker is the only leader there ever was: 0.
    let leaderEpoch: Int32 = 0
    private let state: Mutex<State>

    fileprivate struct State {
        var log: PartitionLog
        var highWatermark: Int64
        var failure = ErrorCode.none
        var isDirty = false
        /// Bytes appended since the start, and how many of them were written: fetches are woken by `minBytes` without
        /// reading.
        var appendedBytes: Int64 = 0
        var flushedBytes: Int64 = 0
        /// `appendedBytes` when the offset files were last written: no more since then means that nobody writes now.
        var checkpointedBytes: Int64 = -1
        var waiters: [ParkedFetch] = []
        /// The files are as a clean stop leaves them: closing has nothing to write or sync.
        var isUnchanged: Bool
    }

    /// Takes over a log that was opened (`isClean`: after a clean stop, or as a new one); all of it counts as replicated.
    init(log: sending PartitionLog, topicPartition: TopicPartition, topicID: KafkaUUID, isClean: Bool) {
        self.topicPartition = topicPartition
        self.topicID = topicID
        let end = log.logEndOffset
        state = Mutex(State(log: log, highWatermark: end, isUnchanged: isClean))
    }

    /// The first offset that can be read.
    var logStartOffset: Int64 { state.withLock { $0.log.logStartOffset } }
    /// The first offset consumers do not see yet.
    var highWatermark: Int64 { state.withLock { $0.highWatermark } }
    /// The offset the next record gets.
    var logEndOffset: Int64 { state.withLock { $0.log.logEndOffset } }
    /// Bytes on disk.
    var sizeInBytes: Int64 { state.withLock { Int64($0.log.sizeInBytes) } }
    /// `.none`, or why the partition takes nothing any more: `.kafkaStorageError` after a failed write,
    /// `.unknownTopicOrPartition` once deleted.
    var failure: ErrorCode { state.withLock { $0.failure } }

    // MARK: Writing

    /// Checks a batch and stages it; it is written (and seen by readers) at the end of the pass. Fails as
    /// semantics of Produce and of idempotence say.
    func append(
        _ records: ByteSlice, origin: AppendOrigin, engine: Engine
    ) throws(AppendError) -> AppendResult {
        let now = engine.clock.wall
        return try state.withLock { state throws(AppendError) in
            let result = try state.log.append(records, leaderEpoch: leaderEpoch, origin: origin, now: now)
            state.appendedBytes += Int64(records.count)
            state.isUnchanged = false
            if !state.isDirty {
                state.isDirty = true
                engine.markDirty(self)
            }
            return result
        }
    }

    /// Writes what was staged and moves the high watermark. Gives the fetches that waited for this partition.
    func flush() -> [ParkedFetch] {
        state.withLock { state in
            state.isDirty = false
            guard state.failure == .none else { return [] }
            do {
                try state.log.flushStaged()
            } catch {
                state.failure = .kafkaStorageError
                return state.waiters
            }
            state.highWatermark = state.log.flushedEndOffset
            state.flushedBytes = state.appendedBytes
            return state.waiters
        }
    }

    // MARK: Reading

    /// Stored batches from `offset` on, below `upTo`.
    func read(from offset: Int64, maxBytes: Int, upTo: Int64, atLeastOneBatch: Bool) throws(LogError) -> LogRead {
        try state.withLock { state throws(LogError) in
            try state.log.read(from: offset, maxBytes: maxBytes, upTo: upTo, atLeastOneBatch: atLeastOneBatch)
        }
    }

    /// Lends the log for an answer that needs several of its facts at one moment.
    func withLog<R, E: Error>(
        _ body: (PartitionLog, _ highWatermark: Int64, _ failure: ErrorCode) throws(E) -> sending R
    ) throws(E) -> sending R {
        try state.withLock { state throws(E) in
            try body(state.log, state.highWatermark, state.failure)
        }
    }

    // MARK: Waiting fetches

    /// Adds a fetch that wants to know of appends, and tells how many bytes were written so far.
    func watch(_ fetch: ParkedFetch) -> Int64 {
        state.withLock { state in
            state.waiters.append(fetch)
            return state.flushedBytes
        }
    }

    /// Takes a fetch off the list.
    func unwatch(_ fetch: ParkedFetch) {
        state.withLock { state in
            if let place = state.waiters.firstIndex(where: { $0 === fetch }) { state.waiters.remove(at: place) }
        }
    }

    /// Bytes written since the start.
    var flushedBytes: Int64 { state.withLock { $0.flushedBytes } }

    // MARK: Life

    /// Changes what the log goes by.
    func apply(_ config: LogConfig) {
        state.withLock { $0.log.config = config }
    }

    /// Drops old segments. Gives how many; none when the files cannot be used.
    func applyRetention(now: Int64) -> Int {
        state.withLock { state in
            guard state.failure == .none else { return 0 }
            let dropped = try? state.log.applyRetention(now: now)
            if dropped != 0 { state.isUnchanged = false }
            return dropped ?? 0
        }
    }

    /// What the offset files say of a partition.
    struct OffsetFacts: Sendable {
        var recoveryPoint: Int64
        var highWatermark: Int64
        var logStartOffset: Int64
    }

    /// Makes what was written durable, without holding up appends while the disk works. Gives what the offset files
    /// may say then; nil when the partition is not to be trusted.
    func checkpoint() -> OffsetFacts? {
        let work = state.withLock { $0.failure == .none ? $0.log.pendingSync() : nil }
        if let work {
            do {
                try work.perform()
            } catch {
                // A failed sync may have lost pages: nothing more is taken, and the next start walks it all.
                state.withLock { state in
                    state.failure = .kafkaStorageError
                    state.log.fail(.file(error))
                }
                return nil
            }
        }
        return state.withLock { state in
            guard state.failure == .none, state.log.failure == nil else { return nil }
            if let work { state.log.synced(work) }
            state.releaseIfIdle()
            return state.failure == .none ? state.facts : nil
        }
    }

    /// Ends the partition because its topic is deleted: every later request finds it unknown. Gives those that wait.
    func retire(as failure: ErrorCode) -> [ParkedFetch] {
        state.withLock { state in
            state.failure = failure
            return state.waiters
        }
    }

    /// Closes the log clean. Nil when it could not be.
    func close() -> OffsetFacts? {
        state.withLock { state in
            guard state.failure == .none, state.log.failure == nil else { return nil }
            // Thousands of idle partitions would cost a few syncs each.
            guard state.isUnchanged || (try? state.log.close()) != nil else { return nil }
            return state.facts
        }
    }
}

extension Partition.State {
    /// Gives back the descriptor and the index of a log that nobody wrote to since the last checkpoint.
    fileprivate mutating func releaseIfIdle() {
        defer { checkpointedBytes = appendedBytes }
        guard checkpointedBytes == appendedBytes, !isDirty else { return }
        do {
            try log.releaseIdle()
        } catch {
            failure = .kafkaStorageError
        }
    }

    fileprivate var facts: Partition.OffsetFacts {
        Partition.OffsetFacts(
            recoveryPoint: log.recoveryPoint, highWatermark: highWatermark, logStartOffset: log.logStartOffset)
    }
}
