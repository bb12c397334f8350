import Bytes
import Glibc
import Network
import Testing

@Suite struct StreamTests {
    @Test func `a client stream talks to a server stream`() throws {
        let server = try Server.echo()
        defer { server.stop() }
        var answers: [String] = []
        let ended = try runLoop { loop, done in
            let client = Recorder()
            client.onOpen = { stream in
                #expect(stream.peer.description == "127.0.0.1:\(server.port)")
                for word in ["one", "two..", "three"] { stream.send(framed(word + "!")) }
            }
            client.onFrame = { _, frame in
                answers.append(frame.text)
                if answers.count == 3 { done() }
            }
            _ = loop.connect(
                host: "localhost", port: server.port, timeout: .seconds(25), maximumFrame: 1_024, handler: client)
        }
        #expect(ended)
        #expect(answers == ["one!", "two..!", "three!"])
    }

    @Test func `bytes sent before the connection stands leave once it does`() throws {
        let server = try Server.echo()
        defer { server.stop() }
        var answer = ""
        let ended = try runLoop { loop, done in
            let client = Recorder()
            client.onFrame = { _, frame in
                answer = frame.text
                done()
            }
            let stream = loop.connect(
                host: "127.0.0.1", port: server.port, timeout: .seconds(25), maximumFrame: 1_024, handler: client)
            stream.send(framed("early"))
        }
        #expect(ended && answer == "early")
    }

    @Test func `nobody listening is a refused connection`() throws {
        let free = try freePort()
        let reason = try closeReason(host: "127.0.0.1", port: free, timeout: .seconds(25))
        #expect(reason == .refused(SocketAddress(host: "127.0.0.1", port: free)))
    }

    @Test func `a name without an address is unresolved`() throws {
        let reason = try closeReason(host: "no-such-host.invalid", port: 1, timeout: .seconds(25))
        guard case .unresolved(let host, let words) = reason else {
            Issue.record("closed with \(String(describing: reason))")
            return
        }
        #expect(host == "no-such-host.invalid" && !words.isEmpty)
    }

    @Test func `a peer that never answers is given up in time`() throws {
        // A listener whose queue is full drops further connections silently.
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        let port = bindLocal(listener)
        listen(listener, 0)
        let filler = RawPeer(port: port)
        let reason = try closeReason(host: "127.0.0.1", port: port, timeout: .milliseconds(200))
        withExtendedLifetime(filler.descriptor) {}
        #expect(reason == .connectTimedOut(SocketAddress(host: "127.0.0.1", port: port)))
    }

    @Test func `a peer that takes nothing is not read until it does`() throws {
        let handed = Box(0)
        let server = try Server(maximumFrame: 1 << 20) { _, _ in
            let recorder = Recorder()
            recorder.onFrame = { stream, frame in
                handed.update { $0 += 1 }
                stream.send(framed(frame))
            }
            return recorder
        }
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        let flags = fcntl(peer.descriptor, F_GETFL)
        _ = fcntl(peer.descriptor, F_SETFL, flags | O_NONBLOCK)
        let body = framed(ByteSlice([UInt8](repeating: 9, count: 60_000)))
        var written = 0
        // Writes until the kernel takes no more: the server then holds back, so this ends.
        var idle = 0
        while idle < 20 {
            let count = body.withUnsafeBytes {
                Glibc.send(
                    peer.descriptor, $0.baseAddress! + written % body.count, body.count - written % body.count, 0)
            }
            if count < 0, errno == EINTR { continue }
            if count > 0 {
                written += count
                idle = 0
            } else {
                var wait = pollfd(fd: peer.descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, 10)
                idle += 1
            }
            #expect(written < 256 << 20)
            if written >= 256 << 20 { return }
        }
        #expect(handed.value < written / body.count)
        _ = fcntl(peer.descriptor, F_SETFL, flags)
        let whole = written / body.count
        let back = peer.read(whole * body.count)
        #expect(back.count == whole * body.count)
    }

    @Test func `a file range leaves behind its header, unchanged`() throws {
        let path = "/tmp/kdeck-network-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let content = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
        let file = open(path, O_RDWR | O_CREAT, 0o600)
        unlink(path)
        defer { close(file) }
        #expect(content.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) } == content.count)
        let server = try Server(maximumFrame: 1_024) { _, _ in
            let recorder = Recorder()
            recorder.onFrame = { stream, _ in
                stream.send([1, 2, 3, 4])
                stream.send(file: file, position: 1_000, count: 2_500_000, keepAlive: nil)
                stream.send([5, 6])
            }
            return recorder
        }
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        peer.write(framed("go now"))
        #expect(peer.read(4) == [1, 2, 3, 4])
        #expect(peer.read(2_500_000) == Array(content[1_000..<2_501_000]))
        #expect(peer.read(2) == [5, 6])
    }

    @Test func `a file that is shorter than promised closes the stream`() throws {
        let path = "/tmp/kdeck-network-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let file = open(path, O_RDWR | O_CREAT, 0o600)
        unlink(path)
        defer { close(file) }
        #expect(pwrite(file, "0123456789", 10, 0) == 10)
        let reason = Box<CloseReason?>(nil)
        let server = try Server(maximumFrame: 1_024) { _, _ in
            let recorder = Recorder()
            recorder.onFrame = { stream, _ in stream.send(file: file, position: 0, count: 100, keepAlive: nil) }
            recorder.onClosed = { reason.set($1) }
            return recorder
        }
        let peer = RawPeer(port: server.port)
        peer.write(framed("go now"))
        #expect(peer.read(100).count == 10)
        server.stop()
        #expect(reason.value == .fileEnded)
    }

    @Test func `a paused stream hands out nothing, then everything in order`() throws {
        let server = try Server(maximumFrame: 1_024) { loop, _ in
            let recorder = Recorder()
            recorder.onFrame = { stream, frame in
                stream.pauseReading()
                loop.schedule(after: .milliseconds(2)) {
                    stream.send(framed(frame))
                    stream.resumeReading()
                }
            }
            return recorder
        }
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        var all = ByteBuffer()
        for index in 0..<20 { all.append(framed("request \(index)")) }
        peer.write(all.freeze())
        for index in 0..<20 { #expect(peer.readFrame() == "request \(index)") }
    }

    @Test func `an answer queued before the close still leaves`() throws {
        let server = try Server(maximumFrame: 1_024) { _, _ in
            let recorder = Recorder()
            recorder.onFrame = { stream, _ in
                stream.send(framed("last words"))
                stream.close(.finished)
            }
            return recorder
        }
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        peer.write(framed("bye now"))
        #expect(peer.readFrame() == "last words")
        #expect(peer.read(1).isEmpty)
    }

    @Test func `2,000 connections are served at once`() throws {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = min(limit.rlim_max, 8_192)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let server = try Server.echo()
        defer { server.stop() }
        var answered = 0
        var closed: [CloseReason] = []
        let ended = try runLoop { loop, done in
            for index in 0..<2_000 {
                let client = Recorder()
                client.onOpen = { $0.send(framed("client \(index)")) }
                client.onFrame = { _, frame in
                    #expect(frame.text == "client \(index)")
                    answered += 1
                    if answered == 2_000 { done() }
                }
                client.onClosed = { closed.append($1) }
                _ = loop.connect(
                    host: "127.0.0.1", port: server.port, timeout: .seconds(25), maximumFrame: 1_024, handler: client)
            }
        }
        #expect(ended && answered == 2_000)
        #expect(closed.allSatisfy { $0 == .loopStopped } && closed.count == 2_000)
    }

    private func closeReason(host: String, port: UInt16, timeout: Duration) throws -> CloseReason? {
        var reason: CloseReason?
        let ended = try runLoop { loop, done in
            let client = Recorder()
            client.onClosed = {
                reason = $1
                done()
            }
            _ = loop.connect(host: host, port: port, timeout: timeout, maximumFrame: 1_024, handler: client)
        }
        #expect(ended)
        return reason
    }

    /// A port nobody listens on: bound and given back.
    private func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        return bindLocal(descriptor)
    }

    private func bindLocal(_ descriptor: Int32) -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(descriptor, $0, length)
                _ = getsockname(descriptor, $0, &length)
            }
            return UInt16(bigEndian: pointer.pointee.sin_port)
        }
    }
}
