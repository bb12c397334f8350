import Glibc
import Synchronization

/// Where events from other threads wait for the main one. Any thread posts; the main thread waits for ``descriptor`` to
/// become readable and drains. Order is kept. Bounded by what was asked for: every question, job and stream posts what it
/// was asked for and stops when its pane is gone.
final class Mailbox: Sendable {
    private let waiting = Mutex<[ConsoleEvent]>([])
    /// Readable while events wait; -1 when the process has no descriptor left, and then events wait for the next tick.
    let descriptor: Int32
    private let bell: Int32

    /// An empty mailbox.
    init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        bell = ends[1]
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if bell >= 0 { close(bell) }
    }

    /// Adds an event and wakes the main thread.
    func post(_ event: ConsoleEvent) {
        let wasEmpty = waiting.withLock { events in
            defer { events.append(event) }
            return events.isEmpty
        }
        guard wasEmpty else { return }
        var ring: UInt8 = 1
        _ = write(bell, &ring, 1)
    }

    /// Takes everything that waits.
    func drain() -> [ConsoleEvent] {
        // The bell rings once while events wait; a full pipe would be fine too.
        var rings = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &rings, rings.count) == rings.count {}
        return waiting.withLock { events in
            defer { events.removeAll() }
            return events
        }
    }
}
