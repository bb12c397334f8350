import Bytes
import CUV
import Glibc

/// Who is told what happens on a stream. Called on the stream's loop.
public protocol StreamHandler: AnyObject {
    /// The stream is connected (and through the TLS handshake, where there is one).
    func streamOpened(_ stream: Stream)
    /// The peer took the connection; a TLS handshake may still be to come.
    func streamConnected(_ stream: Stream)
    /// One whole frame without its size. A slice of the loop's buffer: keeping it costs no copy but keeps 256 KiB busy; what
    /// lives long should be `detached()`.
    func stream(_ stream: Stream, frame: ByteSlice)
    /// The stream is over; told once, and the last thing told.
    func stream(_ stream: Stream, closed reason: CloseReason)
    /// All that was queued has left, after `tellWhenDrained()` asked for word of it.
    func streamDrained(_ stream: Stream)
}

extension StreamHandler {
    /// Does nothing.
    public func streamDrained(_ stream: Stream) {}
}

extension StreamHandler {
    /// Does nothing.
    public func streamConnected(_ stream: Stream) {}
}

/// What a socket is watched for.
struct Interest: OptionSet {
    let rawValue: Int32
    static let readable = Interest(rawValue: 1)
    static let writable = Interest(rawValue: 2)
    static let disconnect = Interest(rawValue: 4)
    static let failed = Interest(rawValue: 8)
}

/// A connection whose bytes are frames: four bytes of size, then as many bytes.
///
/// Belongs to its loop's thread. `Stream+Reading` cuts frames, `Stream+Sending` empties the queue.
public final class Stream {
    enum State {
        case connecting(Connector)
        case open
        case closed(CloseReason)
    }

    /// Its name on the loop; stale once it closed.
    public let id: StreamID
    /// The other end.
    public internal(set) var peer: SocketAddress
    /// Who is told; dropped when the stream closed.
    public var handler: StreamHandler?
    /// The largest frame the peer may send, in bytes without its size. A larger one closes the stream.
    public var maximumFrame: Int
    /// Whether frames are still read while bytes wait to leave. Accepted streams do not (a peer that takes no answers gets no
    /// further work done); those who ask must, or both sides would wait for each other.
    public var readsWhileSending: Bool

    unowned let loop: EventLoop
    var state: State
    var descriptor: Int32 = -1
    var queue = SendQueue()
    var isFlushScheduled = false
    var wantsWordWhenDrained = false
    var frame = UnfinishedFrame()
    /// Whole or cut frames that came in before reading was paused.
    var backlog = ByteSlice.empty
    /// When the peer last sent something, or took something that had to wait.
    public internal(set) var lastActivity: MonotonicTime
    /// Memory in which bytes of the peer wait: an unfinished frame, what came in while reading was paused, whole frames.
    public internal(set) var heldBytes = 0
    var heldByRequests = 0
    /// The stage between socket and frames; nil for plain bytes.
    var tls: TLSSession?
    /// True after `pauseReading()`.
    public internal(set) var isPaused = false
    private var poll: OpaquePointer?
    private var armed: Interest = []

    init(loop: EventLoop, peer: SocketAddress, maximumFrame: Int, readsWhileSending: Bool) {
        self.loop = loop
        self.peer = peer
        self.maximumFrame = maximumFrame
        self.readsWhileSending = readsWhileSending
        id = loop.slots.claim()
        state = .open
        lastActivity = loop.now
        loop.slots.store(.stream(self), at: id)
    }

    /// True until it closed.
    public var isOpen: Bool {
        if case .closed = state { false } else { true }
    }

    /// Bytes that were given to `send` and have not left.
    public var bytesWaiting: Int { queue.pending + (tls?.sealed.pending ?? 0) }

    /// True while there is something the socket should take.
    var hasUnsent: Bool {
        guard let tls else { return !queue.isEmpty }
        return !tls.sealed.isEmpty || (tls.isOpen && !queue.isEmpty)
    }

    /// Ends the stream: what was queued is offered to the socket once more, then it is closed. The handler is told in the
    /// same pass, after the frame it is at.
    public func close(_ reason: CloseReason) {
        switch state {
        case .closed: return
        case .connecting(let connector): connector.stop()
        case .open: if descriptor >= 0, reason != .reset { lastFlush() }
        }
        state = .closed(reason)
        queue.removeAll()
        frame = UnfinishedFrame()
        backlog = .empty
        loop.heldBytes -= heldBytes
        heldBytes = 0
        if let timer = tls?.timer { loop.cancel(timer) }
        tls = nil
        abandonSocket()
        loop.slots.release(id)
        loop.tellSoon(self)
    }

    /// Stops handing out frames until `resumeReading()`; the peer is held back by the socket's buffers.
    public func pauseReading() {
        guard !isPaused else { return }
        isPaused = true
        updateInterest()
    }

    /// Hands out frames again, beginning with those that came in before the pause.
    public func resumeReading() {
        guard isPaused else { return }
        isPaused = false
        if backlog.isEmpty { updateInterest() } else { loop.resumeSoon(self) }
    }

    // MARK: For the loop

    func open(_ descriptor: Int32) {
        guard isOpen else {
            Glibc.close(descriptor)
            return
        }
        guard adopt(descriptor, []) else { return }
        established()
    }

    func connect(with connector: Connector) {
        state = .connecting(connector)
        connector.start()
    }

    func connected() {
        guard case .connecting = state else { return }
        state = .open
        established()
    }

    private func established() {
        handler?.streamConnected(self)
        if tls != nil {
            startTLS()
        } else {
            handler?.streamOpened(self)
        }
        updateInterest()
        scheduleFlush()
    }

    func ready(_ events: Interest) {
        switch state {
        case .connecting(let connector): connector.answered(descriptor)
        case .closed: return
        case .open:
            if events.contains(.failed) {
                let code = kd_socket_error(descriptor)
                close(code == 0 ? .endOfStream : .system("the socket", code))
                return
            }
            if events.contains(.writable) {
                lastActivity = loop.now
                scheduleFlush()
            }
            if events.contains(.readable) {
                read()
            } else if events.contains(.disconnect) {
                close(.endOfStream)
            }
        }
    }

    /// Watches `descriptor` from now on. False when the loop has no room: the stream is closed then.
    func adopt(_ descriptor: Int32, _ interest: Interest) -> Bool {
        self.descriptor = descriptor
        var error: Int32 = 0
        poll = kd_poll_create(loop.handle, descriptor, id.token, &error)
        guard poll != nil else {
            close(.failed(call: "watching a socket", errno: -error))
            return false
        }
        arm(interest)
        return true
    }

    func abandonSocket() {
        if let poll { kd_poll_close(poll) }
        poll = nil
        armed = []
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    func updateInterest() {
        guard case .open = state, poll != nil else { return }
        var interest: Interest = []
        let unsent = hasUnsent
        if unsent { interest.insert(.writable) }
        if isPaused || !backlog.isEmpty {
            interest.insert(.disconnect)
        } else if !unsent || readsWhileSending {
            interest.insert(.readable)
        }
        arm(interest)
    }

    private func arm(_ interest: Interest) {
        guard interest != armed, let poll else { return }
        // Time in which the peer could not go on is not time that it let pass.
        if interest.contains(.readable), !armed.contains(.readable) { frame.begun = loop.now }
        armed = interest
        _ = kd_poll_arm(poll, interest.rawValue)
    }

    func tellClosed() {
        guard case .closed(let reason) = state, let handler else { return }
        self.handler = nil
        handler.stream(self, closed: reason)
    }
}
