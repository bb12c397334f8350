import Bytes
import CUV
import Glibc

/// One thread's loop over its sockets, timers and jobs. Everything on it belongs to the thread that calls `run()`; other
/// threads reach it through `remote` alone.
///
/// A pass: wait, run the jobs, run the timers, read every ready socket, call `onPassEnd`, send what was queued. Nothing of
/// that allocates once the buffers are warm. Libuv only waits (`uv_poll` on sockets of our own); what it found is walked
/// afterwards, and a handle carries slot and generation, so that an event for a socket that was closed is recognized.
public final class EventLoop {
    /// The door for other threads.
    public let remote: LoopRemote
    /// The clock, read once a pass.
    public private(set) var now: MonotonicTime
    /// Called in each pass after all ready sockets were read and before anything queued is sent.
    public var onPassEnd: (() -> Void)?

    /// The most memory in which bytes of peers may wait (see `Stream.heldBytes`), over all streams. Above it the stream
    /// with the most is closed, so that many small ones never suffer from a few greedy ones.
    public var heldLimit = Int.max
    /// That memory now.
    public internal(set) var heldBytes = 0

    var buffer = LoopBuffer()
    var spare = SpareStorage()
    /// Where sealed bytes are read to, once a stream has TLS.
    lazy var sealedBuffer = ByteStorage.allocate(64 * 1_024)
    var slots = SlotTable()
    private(set) var handle: OpaquePointer
    private let inbox: Inbox
    private var jobs: [@Sendable (EventLoop) -> Void] = []
    private var wheel: TimerWheel
    private var toFlush: [Stream] = []
    private var toResume: [Stream] = []
    private var toTell: [Stream] = []
    private var isStopping = false

    /// A loop that waits for `run()`. Fails when the system has no descriptors left.
    public init() throws(NetworkError) {
        var error: Int32 = 0
        guard let handle = kd_loop_create(&error) else {
            throw .failed(call: "the event loop", String(cString: kd_words(error)))
        }
        self.handle = handle
        inbox = Inbox(handle)
        remote = LoopRemote(inbox: inbox)
        now = .current
        wheel = TimerWheel(tick: now.nanoseconds / 1_000_000)
    }

    deinit {
        inbox.close()
        kd_loop_destroy(handle)
    }

    /// Runs passes until `remote.stop()`; then runs the jobs that were accepted, and closes every stream and listener.
    public func run() {
        while !isStopping { pass() }
        inbox.close()
        runJobs()
        slots.forEachListener { $0.close() }
        slots.forEachStream { $0.close(.loopStopped) }
        slots.forEachConnector { $0.stop() }
        tellClosed()
    }

    /// Runs `body` once, `span` from now, on this loop. A span of zero or less runs it in the next pass.
    @discardableResult
    public func schedule(after span: Duration, _ body: @escaping () -> Void) -> TimerID {
        // Rounded up: a timer never runs early.
        let tick = ((now + span).nanoseconds - 1) / 1_000_000 + 1
        return wheel.schedule(at: tick, body)
    }

    /// Forgets a timer; does nothing when it ran already.
    public func cancel(_ timer: TimerID) {
        wheel.cancel(timer)
    }

    /// The open stream of that name, or nil when it was closed.
    public func stream(_ id: StreamID) -> Stream? {
        slots.stream(id)
    }

    // MARK: The pass

    private func pass() {
        kd_loop_pass(handle, deadline())
        now = .current
        runJobs()
        wheel.advance(to: now.nanoseconds / 1_000_000)
        while let body = wheel.popDue() { body() }
        resolved()
        ready()
        resume()
        tellClosed()
        onPassEnd?()
        flush()
        tellClosed()
    }

    private func deadline() -> Int64 {
        if isStopping || !toResume.isEmpty || !toTell.isEmpty || !toFlush.isEmpty { return 0 }
        return wheel.nextTick ?? -1
    }

    private func runJobs() {
        if inbox.take(&jobs) { isStopping = true }
        for job in jobs { job(self) }
        jobs.removeAll(keepingCapacity: jobs.count <= 1_024)
    }

    private func resolved() {
        var count = 0
        guard let found = kd_loop_take_resolved(handle, &count) else { return }
        for index in 0..<count {
            guard let connector = slots.connector(StreamID(token: found[index].token)) else {
                kd_addresses_free(found[index].addresses)
                continue
            }
            connector.resolved(status: found[index].status, addresses: found[index].addresses)
        }
    }

    private func ready() {
        var count = 0
        guard let events = kd_loop_events(handle, &count) else { return }
        for index in 0..<count {
            let event = events[index]
            switch slots.entry(StreamID(token: event.token)) {
            case .stream(let stream): stream.ready(Interest(rawValue: event.events))
            case .listener(let listener): listener.ready()
            case .connector, .free: continue
            }
        }
    }

    private func resume() {
        guard !toResume.isEmpty else { return }
        var streams: [Stream] = []
        swap(&streams, &toResume)
        for stream in streams { stream.deliverBacklog() }
    }

    private func flush() {
        var index = 0
        while index < toFlush.count {
            toFlush[index].flush()
            index += 1
        }
        toFlush.removeAll(keepingCapacity: toFlush.count <= 1_024)
    }

    private func tellClosed() {
        var index = 0
        while index < toTell.count {
            toTell[index].tellClosed()
            index += 1
        }
        toTell.removeAll(keepingCapacity: toTell.count <= 1_024)
    }

    /// Closes the streams that hold the most until the rest is within the limit.
    func relieve() {
        while heldBytes > heldLimit {
            var greediest: Stream?
            slots.forEachStream { if $0.heldBytes > greediest?.heldBytes ?? 0 { greediest = $0 } }
            guard let greediest else { return }
            greediest.close(.memory)
        }
    }

    func flushAtEnd(_ stream: Stream) { toFlush.append(stream) }
    func resumeSoon(_ stream: Stream) { toResume.append(stream) }
    func tellSoon(_ stream: Stream) { toTell.append(stream) }
}
