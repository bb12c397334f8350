import CUV
import Glibc
import Synchronization

/// A thread that runs one event loop.
public final class LoopThread: Sendable {
    /// The door to its loop.
    public let remote: LoopRemote
    private let thread: Mutex<pthread_t?>

    private init(remote: LoopRemote, thread: pthread_t) {
        self.remote = remote
        self.thread = Mutex(thread)
    }

    /// Starts a thread called `name` (at most 15 bytes are shown by the system), makes a loop on it and calls `setUp` there.
    /// Returns when `setUp` has. Fails with what `setUp` threw, or when there is no room for a loop or a thread.
    public static func start(
        name: String, _ setUp: @escaping @Sendable (EventLoop) throws(NetworkError) -> Void
    ) throws(NetworkError) -> LoopThread {
        let start = Start(name: name, setUp: setUp)
        var thread = pthread_t()
        let retained = Unmanaged.passRetained(start)
        let status = pthread_create(
            &thread, nil,
            { argument in
                Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue().body()
                return nil
            }, retained.toOpaque())
        guard status == 0 else {
            retained.release()
            throw .failed(call: "a thread", String(cString: strerror(status)))
        }
        switch start.wait() {
        case .success(let remote): return LoopThread(remote: remote, thread: thread)
        case .failure(let error):
            pthread_join(thread, nil)
            throw error
        }
    }

    /// Waits until the loop was stopped and the thread is gone. The loop's own thread returns at once.
    public func join() {
        let thread = thread.withLock { held -> pthread_t? in
            guard let thread = held, pthread_equal(thread, pthread_self()) == 0 else { return nil }
            held = nil
            return thread
        }
        if let thread { pthread_join(thread, nil) }
    }

    deinit {
        remote.stop()
        thread.withLock { held in
            if let thread = held { pthread_detach(thread) }
        }
    }
}

/// What passes between the starting thread and the started one.
private final class Start: Sendable {
    private let name: String
    private let setUp: @Sendable (EventLoop) throws(NetworkError) -> Void
    private let outcome = Mutex<Result<LoopRemote, NetworkError>?>(nil)
    /// A semaphore that is raised once. Any thread may touch a semaphore; the pointer itself never changes.
    private nonisolated(unsafe) let done = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(name: String, setUp: @escaping @Sendable (EventLoop) throws(NetworkError) -> Void) {
        self.name = name
        self.setUp = setUp
        sem_init(done, 0, 0)
    }

    deinit {
        sem_destroy(done)
        done.deallocate()
    }

    func wait() -> Result<LoopRemote, NetworkError> {
        while sem_wait(done) != 0, errno == EINTR {}
        guard let outcome = outcome.withLock({ $0 }) else {
            preconditionFailure("the loop's thread raised the semaphore without an outcome")
        }
        return outcome
    }

    func body() {
        kd_name_thread(name)
        let loop: EventLoop
        do throws(NetworkError) {
            loop = try EventLoop()
            try setUp(loop)
        } catch {
            finish(.failure(error))
            return
        }
        finish(.success(loop.remote))
        loop.run()
    }

    private func finish(_ result: Result<LoopRemote, NetworkError>) {
        outcome.withLock { $0 = result }
        sem_post(done)
    }
}
