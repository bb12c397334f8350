import Bytes
import Glibc
import Network
import Testing

@Suite struct FramingTests {
    @Test func `a frame comes back whole`() throws {
        let server = try Server.echo()
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        peer.write(framed("hello"))
        #expect(peer.readFrame() == "hello")
    }

    @Test func `a frame that comes byte by byte is handed out once, whole`() throws {
        let server = try Server.echo()
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        var on: Int32 = 1
        setsockopt(peer.descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, 4)
        for byte in framed("split everywhere").array + framed("twice").array { peer.write([byte]) }
        #expect(peer.readFrame() == "split everywhere")
        #expect(peer.readFrame() == "twice")
    }

    @Test func `many frames in one write come back in order`() throws {
        let server = try Server.echo()
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        var all = ByteBuffer()
        for index in 0..<500 { all.append(framed("frame number \(index)")) }
        peer.write(all.freeze())
        for index in 0..<500 { #expect(peer.readFrame() == "frame number \(index)") }
    }

    @Test(arguments: [5, 4_096, 65_535, 262_140, 262_144, 300_000, 1_048_576, 5_000_000])
    func `a frame of any size comes back unchanged`(size: Int) throws {
        let server = try Server.echo(maximumFrame: 8 << 20)
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        let body = ByteSlice((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
        for _ in 0..<3 {
            peer.write(framed(body))
            #expect(ByteSlice(peer.read(4)).integer(at: 0, as: Int32.self) == Int32(size))
            #expect(peer.read(size) == body.array)
        }
    }

    @Test(arguments: [-1, Int32.min, 0, 3, 1_025, Int32.max])
    func `an impossible size closes at once`(size: Int32) throws {
        let reason = Box<CloseReason?>(nil)
        let server = try Server(maximumFrame: 1_024) { _, _ in
            let recorder = Recorder()
            recorder.onClosed = { reason.set($1) }
            return recorder
        }
        let peer = RawPeer(port: server.port)
        var bytes = ByteBuffer()
        bytes.append(size)
        peer.write(bytes.freeze())
        #expect(peer.read(1).isEmpty)
        server.stop()
        #expect(reason.value == .frameSize(size))
    }

    @Test func `a size at the maximum is awaited, and the peer that leaves ends the stream`() throws {
        let reason = Box<CloseReason?>(nil)
        let server = try Server(maximumFrame: 1_024) { _, _ in
            let recorder = Recorder()
            recorder.onClosed = { reason.set($1) }
            return recorder
        }
        do {
            let peer = RawPeer(port: server.port)
            peer.write([0, 0, 4, 0, 1, 2])
            shutdown(peer.descriptor, Int32(SHUT_WR))
            #expect(peer.read(1).isEmpty)
        }
        server.stop()
        #expect(reason.value == .endOfStream)
    }

    @Test func `two gigabytes announced cost no memory before they come`() throws {
        let server = try Server.echo(maximumFrame: Int(Int32.max))
        defer { server.stop() }
        let before = residentBytes()
        for _ in 0..<20 {
            let peer = RawPeer(port: server.port)
            peer.write([0x7f, 0xff, 0xff, 0xff])
            peer.write(ByteSlice([UInt8](repeating: 1, count: 100_000)))
            let probe = RawPeer(port: server.port)
            probe.write(framed("still there"))
            #expect(probe.readFrame() == "still there")
        }
        #expect(residentBytes() - before < 64 << 20)
    }

    @Test func `slices that are kept stay as they were while others come in`() throws {
        let server = try Server(maximumFrame: 1 << 20) { _, _ in
            let recorder = Recorder()
            var kept: [ByteSlice] = []
            recorder.onFrame = { stream, frame in
                kept.append(frame)
                if kept.count == 400 { for frame in kept { stream.send(framed(frame)) } }
            }
            return recorder
        }
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        let bodies = (0..<400).map { String(repeating: "\($0) ", count: 2_000) }
        for body in bodies { peer.write(framed(body)) }
        for body in bodies { #expect(peer.readFrame() == body) }
    }

    @Test func `random pieces of random frames give the same frames`() throws {
        let server = try Server.echo()
        defer { server.stop() }
        let peer = RawPeer(port: server.port)
        var seed: UInt64 = 7
        func below(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        for _ in 0..<20 {
            let bodies = (0..<8).map { ByteSlice([UInt8](repeating: UInt8($0), count: 4 + below(40_000))) }
            var all = ByteBuffer()
            for body in bodies { all.append(framed(body)) }
            let bytes = all.freeze()
            var at = 0
            while at < bytes.count {
                let step = min(bytes.count - at, 1 + below(30_000))
                peer.write(bytes.slice(at..<at + step))
                at += step
            }
            for body in bodies {
                #expect(ByteSlice(peer.read(4)).integer(at: 0, as: Int32.self) == Int32(body.count))
                #expect(peer.read(body.count) == body.array)
            }
        }
    }
}

/// Bytes of this process in memory.
func residentBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
}
