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
    let state: Mutex<State>

    struct State {
        var log: PartitionLog
        var highWatermark: Int64
        var failure = ErrorCode.none
        var isDirty = false
        /// Bytes appended since the start, and how many of them were written: fetches are woken by `minBytes` without
        /// reading.
        var appendedBytes: Int64 = 0
        var flushedBytes: Int64 = 0
        /// Listed in `OpenSegments`.
        var isOpen = false
        /// A sync was planned for what was appended (`flush.ms`).
        var isSyncPlanned = false
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
        log.lead(epoch: leaderEpoch)
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
            let result: AppendResult
            do throws(AppendError) {
                result = try state.log.append(records, leaderEpoch: leaderEpoch, origin: origin, now: now)
            } catch {
                if case .storage(let why) = error { fail(&state, why, engine) }
                throw error
            }
            state.appendedBytes += Int64(records.count)
            state.isUnchanged = false
            if !state.isDirty {
                state.isDirty = true
                engine.markDirty(self)
            }
            if !state.isSyncPlanned, state.log.config.flushMs != .max {
                state.isSyncPlanned = true
                engine.planSync(of: self, after: state.log.config.flushMs)
            }
            return result
        }
    }

    /// Writes what was staged and moves the high watermark. Gives the fetches that waited for this partition.
    func flush(_ engine: Engine) -> [ParkedFetch] {
        state.withLock { state in
            state.isDirty = false
            guard state.failure == .none else { return [] }
            do throws(LogError) {
                try state.log.flushStaged()
            } catch {
                fail(&state, error, engine)
                return state.waiters
            }
            if !state.isOpen {
                state.isOpen = true
                engine.openSegments.add(self)
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
}
