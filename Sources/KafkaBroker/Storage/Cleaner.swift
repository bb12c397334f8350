import KafkaLog
import KafkaWire
import Synchronization

/// Compacts the logs of compacted topics, one at a time and in steps of bounded work, on the thread for slow work (Kafka's
/// `LogCleaner`).
final class Cleaner: Sendable {
    private struct State {
        /// Up to where each log was compacted (`cleaner-offset-checkpoint`).
        var cleanedTo: [TopicPartition: Int64] = [:]
        var round: (compaction: LogCompaction, partition: Partition)?
        /// Logs that could not be compacted; they are left alone until the next start.
        var refused: Set<KafkaUUID> = []
    }

    /// Held for the length of a step: only the thread for slow work takes it.
    private let state = Mutex(State())
    private let isRunning = Atomic(false)

    /// Bytes that one step works on.
    private static let stepBytes = 16 << 20

    /// Takes what the checkpoint file said.
    func restore(_ offsets: [TopicPartition: Int64]) {
        state.withLock { $0.cleanedTo = offsets }
    }

    /// True when nobody cleans yet; the caller does then, until `step` says that nothing is left.
    func begin() -> Bool { !isRunning.exchange(true, ordering: .acquiringAndReleasing) }

    /// Does one step of the round that is on, or begins one with the log that is dirtiest. False when none is due.
    func step(_ engine: Engine) -> Bool {
        state.withLock { state in
            if state.round == nil { state.round = Self.nextRound(state, engine) }
            guard let (compaction, partition) = state.round else {
                isRunning.store(false, ordering: .releasing)
                return false
            }
            do throws(LogError) {
                switch try compaction.step(bytes: Self.stepBytes) {
                case .working: break
                case .written(let group): try partition.replace(by: group, engine)
                case .finished(let summary):
                    state.round = nil
                    state.cleanedTo[partition.topicPartition] = summary.cleanedTo
                    Self.save(&state, engine)
                }
            } catch {
                state.round = nil
                state.refused.insert(partition.topicID)
                if partition.failure == .none {
                    engine.configuration.report("\(partition.topicPartition) is not compacted: \(error)")
                }
            }
            return true
        }
    }

    private static func nextRound(_ state: State, _ engine: Engine) -> (LogCompaction, Partition)? {
        let now = engine.clock.wall
        var best: (ratio: Double, partition: Partition)?
        for topic in engine.topics.unordered where topic.partitions.first?.isCompacted == true {
            for partition in topic.partitions where !state.refused.contains(topic.id) {
                let from = state.cleanedTo[partition.topicPartition]
                guard let ratio = partition.dueRatio(firstDirty: from, now: now) else { continue }
                let isFirst =
                    best.map {
                        ratio > $0.ratio
                            || ratio == $0.ratio && partition.topicPartition < $0.partition.topicPartition
                    } ?? true
                if isFirst { best = (ratio, partition) }
            }
        }
        guard let partition = best?.partition,
            let plan = partition.compactionPlan(firstDirty: state.cleanedTo[partition.topicPartition], now: now)
        else { return nil }
        let secret = (engine.chance.bits(), engine.chance.bits())
        return (LogCompaction(plan, secret: secret, keyBytes: engine.configuration.cleanerDedupeBytes), partition)
    }

    private static func save(_ state: inout State, _ engine: Engine) {
        state.cleanedTo = state.cleanedTo.filter { engine.partition($0.key) != nil }
        // Should it not be written, the older file stays: the next start compacts a part again, which changes nothing.
        try? Checkpoint.writeOffsets(
            state.cleanedTo, .cleaner, in: engine.configuration.dataDirectory, engine.fileSystem)
    }
}

extension Engine {
    /// Has the cleaner look for work every `log.cleaner.backoff.ms`.
    func planCleaning() {
        guard configuration.cleanerEnabled else { return }
        timers.schedule(at: clock.monotonic + configuration.cleanerBackoffMs) { engine in
            if engine.cleaner.begin() { engine.background { engine.clean() } }
            engine.planCleaning()
        }
    }

    /// One step; the next one queues behind what else waits for the thread.
    private func clean() {
        if cleaner.step(self) { background { self.clean() } }
    }
}
