import KafkaLog
import KafkaWire

extension Partition {
    /// Makes what was written durable, without holding up appends while the disk works. False when that failed: the
    /// partition is offline then.
    @discardableResult
    func sync(_ engine: Engine) -> Bool {
        let work = state.withLock { state -> SyncWork? in
            state.isSyncPlanned = false
            guard state.failure == .none else { return nil }
            let work = state.log.pendingSync()
            if let failure = state.log.failure { fail(&state, failure, engine) }
            return work
        }
        do throws(FileError) {
            try work?.perform()
        } catch {
            state.withLock { fail(&$0, .file(error), engine) }
            return false
        }
        return state.withLock { state in
            guard state.failure == .none else { return false }
            if let work { state.log.synced(work) }
            return true
        }
    }

    /// The same, and gives back what a log costs that nobody writes to. Tells what the offset files may say then; nil
    /// when the partition is not to be trusted.
    func checkpoint(_ engine: Engine) -> OffsetFacts? {
        guard sync(engine) else { return nil }
        return state.withLock { state in
            guard state.failure == .none else { return nil }
            if state.checkpointedBytes == state.appendedBytes, !release(&state, engine) { return nil }
            state.checkpointedBytes = state.appendedBytes
            return state.facts
        }
    }

    /// Closes the segment that is open for writing, unless a write is under way; the next one opens it again.
    func closeSegment(_ engine: Engine) {
        state.withLock { state in
            if state.failure == .none { _ = release(&state, engine) }
        }
    }

    private func release(_ state: inout State, _ engine: Engine) -> Bool {
        state.isOpen = false
        guard !state.isDirty else { return true }
        do throws(LogError) {
            try state.log.releaseIdle()
            return true
        } catch {
            fail(&state, error, engine)
            return false
        }
    }

    /// Takes the partition offline: memory and disk may differ. A failed sync may have lost pages that the system takes
    /// for written, so it is never tried again.
    func fail(_ state: inout State, _ error: LogError, _ engine: Engine) {
        guard state.failure == .none else { return }
        state.failure = .kafkaStorageError
        state.log.fail(error)
        engine.partitionFailed(self, error)
    }

    /// Why the partition is offline; nil when it is not.
    var failureReason: String? {
        state.withLock { $0.failure == .kafkaStorageError ? $0.log.failure?.description : nil }
    }

    /// Opens the log again after a failed write. Nothing that is staged may wait for its answer: `isDirty` says so, and
    /// the caller is on the loop, between two passes' answers. Gives false when it must be tried later.
    func revive(_ engine: Engine) -> Result<Bool, LogError> {
        state.withLock { state in
            guard state.failure == .kafkaStorageError, !state.isDirty else {
                return .success(state.failure != .kafkaStorageError)
            }
            do throws(LogError) {
                state.log = try state.log.reopened(now: engine.clock.wall)
            } catch {
                return .failure(error)
            }
            state.highWatermark = state.log.logEndOffset
            state.failure = .none
            state.isUnchanged = false
            return .success(true)
        }
    }
}
