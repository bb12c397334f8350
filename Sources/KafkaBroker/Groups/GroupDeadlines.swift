import KafkaWire

/// A moment at which a group has to be looked at.
struct GroupDeadline: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// A member's session.
        case session(String)
        /// An id that was given out and not used yet.
        case pendingMember(String)
        /// The end of a join phase, or of a round of the initial delay.
        case joinPhase
        /// The end of a sync phase.
        case syncPhase
    }
    /// Monotonic ms.
    var time: Int64
    var group: GroupID
    var kind: Kind
}

/// A binary heap of deadlines. Entries are never taken back: the group compares an entry's time with the one it waits
/// for and ignores what is stale, so a heartbeat costs no work here.
struct GroupDeadlines: Sendable {
    private var heap: [(time: Int64, sequence: UInt64, entry: GroupDeadline)] = []
    private var sequence: UInt64 = 0

    /// The earliest time in the queue.
    var next: Int64? { heap.first?.time }
    /// Entries, stale ones included.
    var count: Int { heap.count }

    /// Puts `entry` in.
    mutating func push(_ entry: GroupDeadline) {
        sequence &+= 1
        heap.append((entry.time, sequence, entry))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(child, parent) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the earliest entry out when its time has come.
    mutating func pop(dueAt now: Int64) -> GroupDeadline? {
        guard let first = heap.first, first.time <= now else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            var parent = 0
            while true {
                var least = parent
                for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, least) {
                    least = child
                }
                guard least != parent else { break }
                heap.swapAt(parent, least)
                parent = least
            }
        }
        return first.entry
    }

    private func precedes(_ a: Int, _ b: Int) -> Bool {
        (heap[a].time, heap[a].sequence) < (heap[b].time, heap[b].sequence)
    }
}
