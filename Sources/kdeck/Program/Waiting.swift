import Glibc
import Synchronization

/// Runs asynchronous work to its end on behalf of the main thread, which stays free of it.
/// - Parameter interruption: what cancels it.
func waitFor<Value: Sendable>(
    _ interruption: Interruption? = nil, _ work: @escaping @Sendable () async throws(Failure) -> Value
) throws(Failure) -> Value {
    let finished = Completion<Value>()
    let task = Task {
        do throws(Failure) {
            finished.resolve(.success(try await work()))
        } catch {
            finished.resolve(.failure(error))
        }
    }
    interruption?.guardTask(task)
    let result = finished.wait()
    interruption?.endIfSignalled()
    return try result.get()
}

/// A result that one thread waits for and another delivers; a pipe wakes the waiter.
private final class Completion<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, Failure>?>(nil)
    private let readEnd: Int32
    private let writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) != 0 { preconditionFailure("no descriptor is free to wait with") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func resolve(_ value: Result<Value, Failure>) {
        result.withLock { $0 = value }
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }

    func wait() -> Result<Value, Failure> {
        var byte: UInt8 = 0
        while true {
            _ = read(readEnd, &byte, 1)
            if let value = result.withLock({ $0 }) { return value }
        }
    }
}
