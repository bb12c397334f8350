import Glibc
import KafkaClient
import Synchronization

/// ^C and SIGTERM while something is printed that goes on for long: the first one has it end what it began, such as the
/// array of JSON, and then the program ends as it would have. A second one ends it at once, and so does work that does not
/// heed the first.
final class Interruption: Sendable {
    private struct State {
        var signal: Int32?
        var task: Task<Void, Never>?
    }

    private static let awaited = [SIGINT, SIGTERM, SIGHUP]
    private let state = Mutex(State())

    /// How long work may take to end.
    private static let patience = timespec(tv_sec: 1, tv_nsec: 0)

    /// Waits for it from now on; call it before the threads that work.
    init() {
        Self.mask(SIG_BLOCK)
        BackgroundThread.run { [self] in
            var set = Self.set
            var number: Int32 = 0
            while sigwait(&set, &number) != 0 {}
            let task = state.withLock { state in
                state.signal = number
                return state.task
            }
            task?.cancel()
            var patience = Self.patience
            while sigtimedwait(&set, nil, &patience) == -1, errno == EINTR {}
            endIfSignalled()
        }
    }

    /// The task to cancel.
    func guardTask(_ task: Task<Void, Never>) {
        let isLate = state.withLock { state in
            state.task = task
            return state.signal != nil
        }
        if isLate { task.cancel() }
    }

    /// Ends the program by the signal that came, if one did.
    func endIfSignalled() {
        guard let number = state.withLock({ $0.signal }) else { return }
        signal(number, SIG_DFL)
        Self.mask(SIG_UNBLOCK)
        raise(number)
    }

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in awaited { sigaddset(&set, number) }
        return set
    }

    private static func mask(_ how: Int32) {
        var set = set
        pthread_sigmask(how, &set, nil)
    }
}
