import KafkaLog
import KafkaWire
import Synchronization

/// The partitions whose files failed in a way that may pass: a full disk, a write that was refused.
final class OfflinePartitions: Sendable {
    private struct State {
        var waiting: [Partition] = []
        var isPlanned = false
    }

    private let state = Mutex(State())

    /// How long a disk that refused is left alone.
    static let pauseMs: Int64 = 5_000

    /// Lists a partition. True when nothing is planned yet to bring it back.
    func add(_ partition: Partition) -> Bool {
        state.withLock { state in
            if !state.waiting.contains(where: { $0 === partition }) { state.waiting.append(partition) }
            defer { state.isPlanned = true }
            return !state.isPlanned
        }
    }

    /// Those listed; what is to be tried again is added again.
    func take() -> [Partition] {
        state.withLock { state in
            defer { state = State() }
            return state.waiting
        }
    }
}

extension Engine {
    /// A partition went offline: tells the operator, and plans to open it again where that can help. After a failed
    /// sync it cannot: what the disk holds is unknown, and only a start that checks it all may go on.
    func partitionFailed(_ partition: Partition, _ error: LogError) {
        let name = partition.topicPartition
        if case .file(let error) = error, error.operation != .sync {
            configuration.report("\(name) is offline: \(error); it comes back by itself once its files can be written")
            planRevival(of: partition)
        } else {
            configuration.report(
                "\(name) is offline: \(error); look after the disk, then restart: the start checks what it holds")
        }
    }

    private func planRevival(of partition: Partition) {
        guard offline.add(partition) else { return }
        timers.schedule(at: clock.monotonic + OfflinePartitions.pauseMs) { engine in
            for partition in engine.offline.take() { engine.revive(partition) }
        }
    }

    /// On the loop, where no answer of this partition is under way.
    private func revive(_ partition: Partition) {
        switch partition.revive(self) {
        case .success(true):
            guard partition.failure == .none else { return }
            if partition.topicPartition.topic == GroupCoordinator.topicName { groups.reload(partition, self) }
            configuration.report("\(partition.topicPartition) is back, with records up to \(partition.logEndOffset)")
        case .success(false), .failure: planRevival(of: partition)
        }
    }

    /// Has what was appended to a partition synced after `flush.ms`.
    func planSync(of partition: Partition, after milliseconds: Int64) {
        let (deadline, overflow) = clock.monotonic.addingReportingOverflow(milliseconds)
        timers.schedule(at: overflow ? .max : deadline) { engine in
            engine.background { partition.sync(engine) }
        }
    }
}
