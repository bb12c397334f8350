import KafkaLog
import KafkaWire

extension Partition {
    /// What the offset files say of a partition.
    struct OffsetFacts: Sendable {
        var recoveryPoint: Int64
        var highWatermark: Int64
        var logStartOffset: Int64
    }

    /// Changes what the log goes by.
    func apply(_ config: LogConfig) {
        state.withLock { $0.log.config = config }
    }

    /// Drops old segments. Gives how many; none when the files cannot be used.
    func applyRetention(now: Int64, _ engine: Engine) -> Int {
        state.withLock { state in
            guard state.failure == .none else { return 0 }
            do throws(LogError) {
                let dropped = try state.log.applyRetention(now: now, highWatermark: state.highWatermark)
                if dropped > 0 { state.isUnchanged = false }
                return dropped
            } catch {
                fail(&state, error, engine)
                return 0
            }
        }
    }

    /// Moves the start of the log to `offset`; -1 stands for the high watermark. Gives the start that holds then. Fails
    /// for an offset beyond that, for a topic that is only compacted, and when the files cannot be used.
    func deleteRecords(before offset: Int64, _ engine: Engine) throws(TopicError) -> Int64 {
        try state.withLock { state throws(TopicError) in
            if state.failure != .none { throw TopicError(state.failure) }
            if state.log.config.cleanupPolicy == .compact { throw TopicError(.policyViolation) }
            let wanted = offset == -1 ? state.highWatermark : offset
            guard wanted >= 0, wanted <= state.highWatermark else { throw TopicError(.offsetOutOfRange) }
            do throws(LogError) {
                try state.log.deleteRecords(before: wanted)
            } catch {
                if error.code == .kafkaStorageError { fail(&state, error, engine) }
                throw TopicError(error.code)
            }
            state.isUnchanged = false
            engine.planStartCheckpoint()
            return state.log.logStartOffset
        }
    }

    /// Ends the partition because its topic is deleted: every later request finds it unknown. Gives those that wait.
    func retire(as failure: ErrorCode) -> [ParkedFetch] {
        state.withLock { state in
            state.failure = failure
            return state.waiters
        }
    }

    /// The files are as a clean stop leaves them.
    var isUnchanged: Bool { state.withLock { $0.isUnchanged } }

    /// Closes the log clean; `syncing` as for `PartitionLog.close`. Nil when it could not be.
    func close(syncing: Bool) -> OffsetFacts? {
        state.withLock { state in
            guard state.failure == .none, state.log.failure == nil else { return nil }
            // Thousands of idle partitions would cost a few syncs each.
            guard state.isUnchanged || (try? state.log.close(syncing: syncing)) != nil else { return nil }
            return state.facts
        }
    }
}

extension Partition.State {
    var facts: Partition.OffsetFacts {
        Partition.OffsetFacts(
            recoveryPoint: log.recoveryPoint, highWatermark: highWatermark, logStartOffset: log.logStartOffset)
    }
}
