import Synchronization

/// Names a timer, for cancelling it.
struct TimerToken: Hashable, Sendable {
    fileprivate let number: UInt64
}

/// Things to do at a monotonic time. The engine never waits: whoever drives it (the event loop, a test) asks
/// `nextDeadline` and calls `Engine.advance(to:)`.
///
/// A binary heap; a cancelled timer leaves its entry in it until its time, but not its closure.
final class Timers: Sendable {
    typealias Body = @Sendable (Engine) -> Void

    fileprivate struct Entry {
        var deadline: Int64
        var number: UInt64
    }

    fileprivate struct State {
        var heap: [Entry] = []
        var bodies: [UInt64: Body] = [:]
        var next: UInt64 = 1
    }

    private let state = Mutex(State())

    /// Runs `body` once `deadline` (monotonic milliseconds) has come, on the thread that drives the engine.
    @discardableResult
    func schedule(at deadline: Int64, _ body: @escaping Body) -> TimerToken {
        state.withLock { state in
            let number = state.next
            state.next += 1
            state.bodies[number] = body
            state.push(Entry(deadline: deadline, number: number))
            return TimerToken(number: number)
        }
    }

    /// Forgets a timer; one that has run or was cancelled is ignored.
    func cancel(_ token: TimerToken) {
        state.withLock { state in
            state.bodies[token.number] = nil
            // Many cancelled entries (a session timer restarted by every heartbeat) are swept at once.
            if state.heap.count > 64 && state.heap.count > state.bodies.count * 4 { state.sweep() }
        }
    }

    /// When something is next to be done, or nil.
    var nextDeadline: Int64? {
        state.withLock { state in
            while let first = state.heap.first, state.bodies[first.number] == nil { _ = state.pop() }
            return state.heap.first?.deadline
        }
    }

    /// Takes the next body whose time has come.
    func takeDue(at now: Int64) -> Body? {
        state.withLock { state in
            while let first = state.heap.first, first.deadline <= now {
                _ = state.pop()
                if let body = state.bodies.removeValue(forKey: first.number) { return body }
            }
            return nil
        }
    }
}

extension Timers.State {
    /// Earlier deadlines first; equal ones in the order they were scheduled.
    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        (heap[a].deadline, heap[a].number) < (heap[b].deadline, heap[b].number)
    }

    fileprivate mutating func push(_ entry: Timers.Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, isBefore(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    fileprivate mutating func pop() -> Timers.Entry? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink(0)
        }
        return first
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [parent * 2 + 1, parent * 2 + 2] where child < heap.count && isBefore(child, least) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    fileprivate mutating func sweep() {
        heap.removeAll { bodies[$0.number] == nil }
        for start in stride(from: heap.count / 2, through: 0, by: -1) where start < heap.count { sink(start) }
    }
}
