import Synchronization

/// What one event loop has to do at the end of its pass: the connections that have answers to send. Answers may be
/// given from any thread; one from outside wakes the loop.
final class LoopPass: Sendable {
    private let touched = Mutex<[Connection]>([])
    private let isOnLoop: @Sendable () -> Bool
    private let wake: @Sendable () -> Void

    /// `wake` makes the loop run a pass soon; it is called only when `isOnLoop` says that another thread answered.
    init(isOnLoop: @escaping @Sendable () -> Bool = { true }, wake: @escaping @Sendable () -> Void = {}) {
        self.isOnLoop = isOnLoop
        self.wake = wake
    }

    /// Lists a connection whose first answer of this pass has come.
    func touch(_ connection: Connection) {
        let isFirst = touched.withLock { touched in
            touched.append(connection)
            return touched.count == 1
        }
        if isFirst && !isOnLoop() { wake() }
    }

    /// The connections listed since the last call.
    func takeTouched() -> [Connection] {
        touched.withLock { touched in
            if touched.isEmpty { return [] }
            let all = touched
            touched = []
            return all
        }
    }
}
