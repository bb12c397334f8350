import Glibc

/// Signals that end the program politely, and SIGUSR1, which asks it how it fares.
enum Signals {
    /// A closed pipe is an answer to `write`, not a reason to die.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    /// A parent may have started us with signals blocked; then neither a resize nor ^C would ever arrive. Call it before the
    /// first thread.
    static func unblockAll() {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
    }

    private static var awaited: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in [SIGTERM, SIGINT, SIGHUP, SIGUSR1] { sigaddset(&set, number) }
        return set
    }

    /// Blocks them in this thread and all it starts later; call it before the first thread.
    static func block() {
        var set = awaited
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Waits until one of them arrives and gives its number.
    static func wait() -> Int32 {
        var set = awaited
        var number: Int32 = 0
        while sigwait(&set, &number) != 0 {}
        return number
    }
}
