import Bytes
import Glibc
import Network

/// Records what a stream tells, and answers as a test wants. Lives on its loop's thread.
final class Recorder: StreamHandler {
    var onOpen: (Network.Stream) -> Void = { _ in }
    var onFrame: (Network.Stream, ByteSlice) -> Void = { _, _ in }
    var onClosed: (Network.Stream, CloseReason) -> Void = { _, _ in }

    func streamOpened(_ stream: Network.Stream) { onOpen(stream) }
    func stream(_ stream: Network.Stream, frame: ByteSlice) { onFrame(stream, frame) }
    func stream(_ stream: Network.Stream, closed reason: CloseReason) { onClosed(stream, reason) }
}

/// A frame: four bytes of size, then `body`.
func framed(_ body: ByteSlice) -> ByteSlice {
    var buffer = ByteBuffer()
    buffer.append(Int32(body.count))
    buffer.append(body)
    return buffer.freeze()
}

func framed(_ text: String) -> ByteSlice { framed(ByteSlice(text)) }

/// A blocking socket to a local port, as a peer that does what no handler of ours would.
struct RawPeer: ~Copyable {
    let descriptor: Int32

    init(port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        precondition(status == 0, "the local port takes a connection")
        var limit = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func write(_ bytes: ByteSlice) {
        bytes.withUnsafeBytes { raw in
            var sent = 0
            while sent < raw.count {
                let count = Glibc.send(
                    descriptor, raw.baseAddress! + sent, raw.count - sent, Int32(MSG_NOSIGNAL))
                // A signal ends a wait with a limit: other tests start processes.
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return }
                sent += count
            }
        }
    }

    /// Up to `count` bytes; fewer when the peer closed.
    func read(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var got = 0
        while got < count {
            let more = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + got, count - got) }
            if more < 0, errno == EINTR { continue }
            if more <= 0 { break }
            got += more
        }
        return Array(bytes.prefix(got))
    }

    /// One frame's body as text; empty when the peer closed.
    func readFrame() -> String {
        guard let size = ByteSlice(read(4)).integer(at: 0, as: Int32.self) else { return "" }
        return String(decoding: read(Int(size)), as: UTF8.self)
    }
}

/// A loop on a thread of its own that serves one port: the handler comes from `serve`.
final class Server: Sendable {
    let thread: LoopThread
    let port: UInt16

    init(
        maximumFrame: Int = 1 << 20, tls: TLSContext? = nil,
        _ serve: @escaping @Sendable (EventLoop, Network.Stream) -> StreamHandler
    ) throws {
        let port = Box<UInt16>(0)
        thread = try LoopThread.start(name: "test server") { (loop: EventLoop) throws(NetworkError) in
            let listener = try loop.listen(host: "127.0.0.1", port: 0, maximumFrame: maximumFrame, tls: tls) {
                [unowned loop] in
                $0.handler = serve(loop, $0)
            }
            port.set(listener.port)
        }
        self.port = port.value
    }

    /// Sends every frame back.
    static func echo(maximumFrame: Int = 1 << 20) throws -> Server {
        try Server(maximumFrame: maximumFrame) { _, _ in
            let recorder = Recorder()
            recorder.onFrame = { stream, frame in stream.send(framed(frame)) }
            return recorder
        }
    }

    func stop() {
        thread.remote.stop()
        thread.join()
    }
}

/// Runs `body` on a loop in this thread until it calls the given `done`, or until two minutes passed: false then.
func runLoop(_ body: (EventLoop, _ done: @escaping () -> Void) throws -> Void) throws -> Bool {
    let loop = try EventLoop()
    var finished = false
    loop.schedule(after: .seconds(120)) { [remote = loop.remote] in remote.stop() }
    try body(loop) { [remote = loop.remote] in
        finished = true
        remote.stop()
    }
    loop.run()
    return finished
}
