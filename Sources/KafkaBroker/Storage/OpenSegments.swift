import Synchronization

/// The partitions whose newest segment is open for writing, those opened longest ago first. There may be more partitions
/// than the process may have descriptors; a segment that is closed is opened again by the next write.
final class OpenSegments: Sendable {
    private struct State {
        var queue: [Partition] = []
        var head = 0
    }

    private let state = Mutex(State())

    /// Lists a partition that has opened its segment.
    func add(_ partition: Partition) {
        state.withLock { $0.queue.append(partition) }
    }

    /// The partition that is to close its segment, as long as more than `limit` are listed. It may have closed it already.
    func takeSurplus(_ limit: Int) -> Partition? {
        state.withLock { state in
            guard state.queue.count - state.head > limit else { return nil }
            defer {
                state.head += 1
                if state.head >= 1_024, state.head * 2 > state.queue.count {
                    state.queue.removeFirst(state.head)
                    state.head = 0
                }
            }
            return state.queue[state.head]
        }
    }
}
