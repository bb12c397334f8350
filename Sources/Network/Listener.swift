import CUV
import Glibc

/// A socket that accepts connections on a loop.
public final class Listener {
    /// The address it is bound to, with the port that the system picked when 0 was asked for.
    public let address: SocketAddress
    private unowned let loop: EventLoop
    private let id: StreamID
    private let maximumFrame: Int
    private let tls: TLSContext?
    private let accept: (Stream) -> Void
    private var descriptor: Int32
    private var poll: OpaquePointer?

    /// The port it is bound to.
    public var port: UInt16 { address.port }

    init(
        loop: EventLoop, descriptor: Int32, maximumFrame: Int, tls: TLSContext?, accept: @escaping (Stream) -> Void
    ) throws(NetworkError) {
        self.loop = loop
        self.descriptor = descriptor
        self.maximumFrame = maximumFrame
        self.tls = tls
        self.accept = accept
        address = SocketAddress(localOf: descriptor)
        id = loop.slots.claim()
        var error: Int32 = 0
        poll = kd_poll_create(loop.handle, descriptor, id.token, &error)
        guard poll != nil else {
            loop.slots.release(id)
            Glibc.close(descriptor)
            throw .failed(call: "listening", String(cString: kd_words(error)))
        }
        _ = kd_poll_arm(poll, Interest.readable.rawValue)
        loop.slots.store(.listener(self), at: id)
    }

    /// Stops accepting; streams that were accepted stay.
    public func close() {
        guard let poll else { return }
        self.poll = nil
        kd_poll_close(poll)
        Glibc.close(descriptor)
        descriptor = -1
        loop.slots.release(id)
    }

    func ready() {
        // At most 64 in a pass: those who are connected already wait behind them.
        for _ in 0..<64 {
            guard poll != nil else { return }
            var storage = sockaddr_storage()
            var length = socklen_t(0)
            let accepted = kd_accept(descriptor, &storage, &length)
            if accepted < 0 {
                switch errno {
                case EAGAIN: return
                case EINTR, ECONNABORTED: continue
                case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                    pause()
                    return
                default: return
                }
            }
            let peer = withUnsafePointer(to: &storage) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: length) }
            }
            _ = kd_no_delay(accepted)
            let stream = Stream(loop: loop, peer: peer, maximumFrame: maximumFrame, readsWhileSending: false)
            stream.tls = tls.map { TLSSession($0, host: nil) }
            accept(stream)
            stream.open(accepted)
        }
    }

    /// Out of descriptors: a level-triggered poll would spin, so the listener rests a moment.
    private func pause() {
        _ = kd_poll_arm(poll, 0)
        loop.schedule(after: .milliseconds(100)) { [weak self] in
            guard let self, let poll = self.poll else { return }
            _ = kd_poll_arm(poll, Interest.readable.rawValue)
        }
    }
}

extension EventLoop {
    /// Listens on `host` (a name or an address; empty means every address of this machine) and `port` (0 lets the system
    /// pick one). `accept` is called with each new stream and sets its handler, which is then told that it is open.
    /// With `tls` its handshake comes first. Fails when the name is unknown or the port is taken.
    public func listen(
        host: String, port: UInt16, maximumFrame: Int, tls: TLSContext? = nil, accept: @escaping (Stream) -> Void
    ) throws(NetworkError) -> Listener {
        var list: UnsafeMutablePointer<addrinfo>?
        let status = kd_resolve_now(host, String(port), 0, 1, &list)
        guard status == 0, let first = list else {
            throw .unresolved(host: host, String(cString: kd_lookup_words(status)))
        }
        defer { freeaddrinfo(first) }
        // IPv4 first: `localhost` names both, and most clients dial 127.0.0.1.
        var chosen = first
        var next: UnsafeMutablePointer<addrinfo>? = first
        while let candidate = next {
            if candidate.pointee.ai_family == AF_INET {
                chosen = candidate
                break
            }
            next = candidate.pointee.ai_next
        }
        let descriptor = kd_socket(chosen.pointee.ai_family)
        guard descriptor >= 0 else { throw .failed(call: "socket", String(cString: strerror(errno))) }
        _ = kd_reuse_address(descriptor)
        guard bind(descriptor, chosen.pointee.ai_addr, chosen.pointee.ai_addrlen) == 0,
            Glibc.listen(descriptor, 4_096) == 0
        else {
            let code = errno
            Glibc.close(descriptor)
            if code == EADDRINUSE { throw .addressInUse(SocketAddress(host: host, port: port)) }
            throw .failed(
                call: "listening on \(SocketAddress(host: host, port: port))", String(cString: strerror(code)))
        }
        return try Listener(loop: self, descriptor: descriptor, maximumFrame: maximumFrame, tls: tls, accept: accept)
    }
}
