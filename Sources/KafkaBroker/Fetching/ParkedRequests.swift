import KafkaWire
import Synchronization

/// A fetch that waits for `minBytes`, or for its time to be up.
final class ParkedFetch: Sendable {
    let context: RequestContext
    let fetch: PendingFetch
    /// Monotonic milliseconds.
    let deadline: Int64
    /// The partitions watched, with the bytes each had written when the fetch was parked.
    let watched: Mutex<[(partition: Partition, flushedBytes: Int64)]>
    /// Bytes that lay ready when it was parked, fewer than `minBytes`.
    let readyBytes: Int64
    private let isDone = Atomic(false)

    init(context: RequestContext, fetch: PendingFetch, deadline: Int64, readyBytes: Int64) {
        self.context = context
        self.fetch = fetch
        self.deadline = deadline
        self.readyBytes = readyBytes
        watched = Mutex([])
    }

    /// True for the one caller that may answer it.
    func claim() -> Bool {
        !isDone.exchange(true, ordering: .acquiringAndReleasing)
    }

    /// True once somebody claimed it.
    var isClaimed: Bool { isDone.load(ordering: .acquiring) }
}

/// The fetches that wait (Kafka's purgatory): each partition lists those that watch it, here are their deadlines. The
/// end of a loop pass looks once at each fetch whose partitions took something.
final class ParkedRequests: Sendable {
    fileprivate struct State {
        /// Binary heap by deadline; answered ones are dropped when they come up.
        var byDeadline: [ParkedFetch] = []
        var claimed = 0
    }

    private let state = Mutex(State())

    /// Waiting fetches, answered ones not yet swept included.
    var count: Int { state.withLock { $0.byDeadline.count } }

    /// When the first one's time is up, or nil.
    var nextDeadline: Int64? {
        state.withLock { state in
            state.dropClaimed()
            return state.byDeadline.first?.deadline
        }
    }

    func add(_ fetch: ParkedFetch) {
        state.withLock { $0.push(fetch) }
    }

    /// Notes that a fetch was answered before its time; sweeps when many were.
    func noteClaimed() {
        state.withLock { state in
            state.claimed += 1
            if state.claimed > 64 && state.claimed > state.byDeadline.count / 2 { state.sweep() }
        }
    }

    /// Those whose time is up.
    func takeExpired(at now: Int64) -> [ParkedFetch] {
        state.withLock { state in
            var expired: [ParkedFetch] = []
            while let first = state.byDeadline.first, first.deadline <= now {
                state.pop()
                if !first.isClaimed { expired.append(first) }
            }
            return expired
        }
    }
}

extension ParkedRequests.State {
    fileprivate mutating func push(_ fetch: ParkedFetch) {
        byDeadline.append(fetch)
        var child = byDeadline.count - 1
        while child > 0, byDeadline[child].deadline < byDeadline[(child - 1) / 2].deadline {
            byDeadline.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    fileprivate mutating func pop() {
        let last = byDeadline.removeLast()
        guard !byDeadline.isEmpty else { return }
        byDeadline[0] = last
        sink(0)
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [parent * 2 + 1, parent * 2 + 2]
            where child < byDeadline.count && byDeadline[child].deadline < byDeadline[least].deadline {
                least = child
            }
            if least == parent { return }
            byDeadline.swapAt(parent, least)
            parent = least
        }
    }

    fileprivate mutating func dropClaimed() {
        while let first = byDeadline.first, first.isClaimed {
            pop()
            claimed = max(0, claimed - 1)
        }
    }

    fileprivate mutating func sweep() {
        byDeadline.removeAll { $0.isClaimed }
        claimed = 0
        for start in stride(from: byDeadline.count / 2, through: 0, by: -1) where start < byDeadline.count {
            sink(start)
        }
    }
}
