import CUV
import Glibc

/// Brings one stream to its peer: looks the name up, then tries one address after the other.
final class Connector {
    private unowned let loop: EventLoop
    private let stream: Stream
    /// The name of the lookup; the stream has its own.
    private let id: StreamID
    private let target: SocketAddress
    private let deadline: MonotonicTime
    private var addresses: UnsafeMutablePointer<addrinfo>?
    private var next: UnsafeMutablePointer<addrinfo>?
    private var timer: TimerID?
    private var isOver = false

    init(loop: EventLoop, stream: Stream, target: SocketAddress, timeout: Duration) {
        self.loop = loop
        self.stream = stream
        self.target = target
        deadline = loop.now + timeout
        id = loop.slots.claim()
        loop.slots.store(.connector(self), at: id)
    }

    deinit {
        if let addresses { freeaddrinfo(addresses) }
    }

    func start() {
        var list: UnsafeMutablePointer<addrinfo>?
        // An address in digits needs no worker thread.
        if kd_resolve_now(target.host, String(target.port), 1, 0, &list) == 0 {
            resolved(status: 0, addresses: list)
            return
        }
        arm(until: deadline)
        let status = kd_resolve(loop.handle, id.token, target.host, String(target.port))
        if status != 0 { resolved(status: status, addresses: nil) }
    }

    func resolved(status: Int32, addresses: UnsafeMutablePointer<addrinfo>?) {
        self.addresses = addresses
        next = addresses
        guard !isOver else { return }
        guard status == 0, addresses != nil else {
            fail(.unresolved(host: target.host, String(cString: kd_words(status))))
            return
        }
        tryNext(after: .refused(target))
    }

    /// The stream's socket is writable, or failed.
    func answered(_ descriptor: Int32) {
        let code = kd_socket_error(descriptor)
        guard code != 0 else {
            stop()
            stream.connected()
            return
        }
        tryNext(after: reason(for: code))
    }

    /// Forgets timer and lookup; the stream goes on without it, or is closed.
    func stop() {
        guard !isOver else { return }
        isOver = true
        if let timer { loop.cancel(timer) }
        loop.slots.release(id)
    }

    private func tryNext(after reason: CloseReason) {
        stream.abandonSocket()
        var reason = reason
        while let candidate = next {
            next = candidate.pointee.ai_next
            let descriptor = kd_socket(candidate.pointee.ai_family)
            guard descriptor >= 0 else {
                reason = .failed(call: "socket", errno: errno)
                continue
            }
            _ = kd_no_delay(descriptor)
            stream.peer = SocketAddress(candidate.pointee.ai_addr, length: candidate.pointee.ai_addrlen)
            let status = Glibc.connect(descriptor, candidate.pointee.ai_addr, candidate.pointee.ai_addrlen)
            guard status == 0 || errno == EINPROGRESS || errno == EINTR else {
                reason = self.reason(for: errno)
                Glibc.close(descriptor)
                continue
            }
            guard stream.adopt(descriptor, .writable) else { return }
            // Addresses that are still to come get their share of the time.
            var left = 1
            var later = next
            while let address = later {
                left += 1
                later = address.pointee.ai_next
            }
            arm(until: loop.now + (deadline - loop.now) / left)
            return
        }
        fail(reason)
    }

    private func reason(for code: Int32) -> CloseReason {
        switch code {
        case ECONNREFUSED: .refused(stream.peer)
        case ETIMEDOUT: .connectTimedOut(stream.peer)
        default: .failed(call: "connecting to \(stream.peer)", errno: code)
        }
    }

    private func arm(until moment: MonotonicTime) {
        if let timer { loop.cancel(timer) }
        timer = loop.schedule(after: moment - loop.now) { [weak self] in
            guard let self, !self.isOver else { return }
            self.timer = nil
            self.tryNext(after: .connectTimedOut(self.stream.peer))
        }
    }

    private func fail(_ reason: CloseReason) {
        stop()
        stream.close(reason)
    }
}

extension EventLoop {
    /// A stream to `host` and `port`, looked up and connected within `timeout`: `handler` is told that it is open, or why it
    /// closed. What is sent before is queued. With `tls` the handshake comes first, and the peer must prove to be
    /// `certificateName`, which is `host` when it is left out.
    public func connect(
        host: String, port: UInt16, timeout: Duration, maximumFrame: Int, tls: TLSContext? = nil,
        certificateName: String? = nil, handler: StreamHandler
    ) -> Stream {
        let target = SocketAddress(host: host, port: port)
        let stream = Stream(loop: self, peer: target, maximumFrame: maximumFrame, readsWhileSending: true)
        stream.handler = handler
        stream.tls = tls.map { TLSSession($0, host: certificateName ?? host) }
        let connector = Connector(loop: self, stream: stream, target: target, timeout: timeout)
        stream.connect(with: connector)
        return stream
    }
}
