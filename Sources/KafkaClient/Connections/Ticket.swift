import Bytes
import Synchronization

/// A whole answer, header included, and the version it is written in.
struct Answer: Sendable {
    let frame: ByteSlice
    let version: Int16
}

/// Where a task waits for what the loop brings. Whoever finishes it first wins: the answer, the deadline, the end of the
/// connection, or the task's cancellation.
final class Ticket<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case waiting(CheckedContinuation<Result<Value, ClientError>, Never>)
        case finished(Result<Value, ClientError>)
        case over
    }

    private let state = Mutex(State.empty)

    /// True once there is an outcome, taken or not.
    var isOver: Bool {
        state.withLock { state in
            switch state {
            case .empty, .waiting: false
            case .finished, .over: true
            }
        }
    }

    /// Gives the outcome; later ones are dropped.
    func finish(_ result: Result<Value, ClientError>) {
        let continuation: CheckedContinuation<Result<Value, ClientError>, Never>? = state.withLock { state in
            switch state {
            case .empty:
                state = .finished(result)
                return nil
            case .waiting(let continuation):
                state = .over
                return continuation
            case .finished, .over: return nil
            }
        }
        continuation?.resume(returning: result)
    }

    /// Waits for the outcome, once. A cancelled task gets `.cancelled` at once.
    func wait() async throws(ClientError) -> Value {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready: Result<Value, ClientError>? = state.withLock { state in
                    if case .finished(let result) = state {
                        state = .over
                        return result
                    }
                    state = .waiting(continuation)
                    return nil
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            finish(.failure(.cancelled))
        }
        return try result.get()
    }
}
