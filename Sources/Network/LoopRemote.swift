import CUV
import Synchronization

/// What other threads hold of a loop.
public struct LoopRemote: Sendable {
    let inbox: Inbox

    /// Runs `job` on the loop, after the jobs given before. Returns false when the loop is over: the job never runs then.
    /// A job that was accepted does run, even when the loop is told to stop.
    @discardableResult
    public func execute(_ job: @escaping @Sendable (EventLoop) -> Void) -> Bool {
        inbox.put(job)
    }

    /// Ends `run()` after the jobs accepted so far.
    public func stop() {
        inbox.stop()
    }
}

/// Jobs on their way to a loop.
final class Inbox: Sendable {
    private struct State {
        var jobs: [@Sendable (EventLoop) -> Void] = []
        var isStopped = false
        /// The address of the C loop, 0 once it is over. Waking happens under the lock, so it never meets freed memory.
        var loop: UInt
    }

    private let state: Mutex<State>

    init(_ loop: OpaquePointer) {
        state = Mutex(State(loop: UInt(bitPattern: loop)))
    }

    func put(_ job: @escaping @Sendable (EventLoop) -> Void) -> Bool {
        state.withLock { state in
            guard let loop = OpaquePointer(bitPattern: state.loop) else { return false }
            state.jobs.append(job)
            if state.jobs.count == 1 { kd_loop_wake(loop) }
            return true
        }
    }

    func stop() {
        state.withLock { state in
            state.isStopped = true
            if let loop = OpaquePointer(bitPattern: state.loop) { kd_loop_wake(loop) }
        }
    }

    /// Moves the jobs into `jobs`, which is empty and whose memory goes round. True when the loop shall stop.
    func take(_ jobs: inout [@Sendable (EventLoop) -> Void]) -> Bool {
        state.withLock { state in
            swap(&state.jobs, &jobs)
            return state.isStopped
        }
    }

    /// From now on nothing is accepted.
    func close() {
        state.withLock { $0.loop = 0 }
    }
}
