import KafkaLog
import KafkaWire

extension Partition {
    /// Whether the log keeps only the newest record of each key.
    var isCompacted: Bool { state.withLock { $0.log.config.cleanupPolicy.contains(.compact) } }

    /// How dirty the log is when it is time to compact it, else nil.
    func dueRatio(firstDirty: Int64?, now: Int64) -> Double? {
        state.withLock { state in
            guard state.failure == .none,
                let found = try? state.log.dirtiness(
                    firstDirty: firstDirty, highWatermark: state.highWatermark, now: now),
                found.isDue(state.log.config)
            else { return nil }
            return found.isOverdue ? 2 : found.ratio
        }
    }

    /// A round of compaction, when it is time for one.
    func compactionPlan(firstDirty: Int64?, now: Int64) -> CompactionPlan? {
        state.withLock { state in
            guard state.failure == .none else { return nil }
            return try? state.log.compactionPlan(firstDirty: firstDirty, highWatermark: state.highWatermark, now: now)
        }
    }

    /// Puts a compacted segment in place. What the disk has to do is done without the lock. An error of the files takes
    /// the partition offline; opening it again finishes the swap.
    func replace(by group: CleanedGroup, _ engine: Engine) throws(LogError) {
        do throws(LogError) {
            let work = try state.withLock { state throws(LogError) -> SwapWork? in
                guard state.failure == .none else { return nil }
                state.isUnchanged = false
                return try state.log.replace(by: group)
            }
            guard let work else { return }
            try work.retireSources()
            try state.withLock { state throws(LogError) in try state.log.finish(work) }
            try work.removeSources()
        } catch {
            state.withLock { fail(&$0, error, engine) }
            throw error
        }
    }
}
