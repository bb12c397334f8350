import Network
import Synchronization

/// Whether requests that change the cluster may leave. One value a cluster, asked at the lowest place a request passes.
public final class ChangeLock: Sendable {
    private enum State {
        case locked
        case open
        case openUntil(MonotonicTime)
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> MonotonicTime

    init(isLocked: Bool, now: @escaping @Sendable () -> MonotonicTime = { .current }) {
        state = Mutex(isLocked ? .locked : .open)
        self.now = now
    }

    /// True when nothing that changes the cluster may be sent.
    public var isLocked: Bool {
        switch state.withLock({ $0 }) {
        case .locked: true
        case .open: false
        case .openUntil(let end): now() >= end
        }
    }

    /// How long it stays open; nil when it is locked, or open for good.
    public var timeLeft: Duration? {
        guard case .openUntil(let end) = state.withLock({ $0 }) else { return nil }
        let left = end - now()
        return left > .zero ? left : nil
    }

    /// Opens it for `span`; one that is open for good stays so.
    public func open(for span: Duration) {
        let end = now() + span
        state.withLock { state in
            if case .open = state { return }
            state = .openUntil(end)
        }
    }

    /// Locks it from now on; what was sent is not called back.
    public func lock() {
        state.withLock { $0 = .locked }
    }
}
