import Bytes
import Testing

@testable import Network

@Suite struct LoopTests {
    @Test func `timers run in the order of their time, never early`() throws {
        var order: [Int] = []
        var early = 0
        let ended = try runLoop { loop, done in
            for (index, delay) in [30, 10, 20, 10, 0].enumerated() {
                let due = loop.now + .milliseconds(delay)
                loop.schedule(after: .milliseconds(delay)) { [unowned loop] in
                    order.append(index)
                    if loop.now < due { early += 1 }
                    if order.count == 5 { done() }
                }
            }
        }
        #expect(ended)
        #expect(order == [4, 1, 3, 2, 0])
        #expect(early == 0)
    }

    @Test func `a timer whose time passed while its loop was busy is not slept over`() throws {
        var left = 20
        let ended = try runLoop { loop, done in
            func step() {
                let busy = MonotonicTime.current + .milliseconds(3)
                while MonotonicTime.current < busy {}
                left -= 1
                if left == 0 { done() } else { loop.schedule(after: .milliseconds(1)) { step() } }
            }
            step()
        }
        #expect(ended && left == 0)
    }

    @Test func `a loop that ends in the pass in which a name was found frees its addresses once`() throws {
        for _ in 0..<50 {
            let loop = try EventLoop()
            var reason: CloseReason?
            let client = Recorder()
            client.onClosed = { reason = $1 }
            // A name, so that a worker thread looks it up; port 1 is nobody's.
            _ = loop.connect(
                host: "localhost", port: 1, timeout: .seconds(25), maximumFrame: 1 << 10, handler: client)
            // The loop is busy meanwhile: its first pass finds the answer and the order to end together.
            let busy = MonotonicTime.current + .milliseconds(10)
            while MonotonicTime.current < busy {}
            loop.remote.stop()
            loop.run()
            #expect(reason != nil)
        }
    }

    @Test func `a cancelled timer does not run, even when it was due`() throws {
        var ran: [String] = []
        let ended = try runLoop { loop, done in
            var second: TimerID?
            loop.schedule(after: .milliseconds(5)) { [unowned loop] in
                ran.append("first")
                if let second { loop.cancel(second) }
            }
            second = loop.schedule(after: .milliseconds(5)) { ran.append("second") }
            let third = loop.schedule(after: .milliseconds(1)) { ran.append("third") }
            loop.cancel(third)
            loop.cancel(third)
            loop.schedule(after: .milliseconds(20), done)
        }
        #expect(ended)
        #expect(ran == ["first"])
    }

    @Test func `the wheel agrees with a sorted list over a million ticks`() {
        var wheel = TimerWheel(tick: 1_000)
        var seed: UInt64 = 3
        func below(_ limit: Int64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(seed >> 33) % limit
        }
        var model: [Int: (tick: Int64, id: TimerID)] = [:]
        var ran: [Int] = []
        var now: Int64 = 1_000
        var next = 0
        for _ in 0..<2_000 {
            for _ in 0..<below(4) {
                let name = next
                next += 1
                let tick = now + 1 + below(20_000)
                model[name] = (tick, wheel.schedule(at: tick) { ran.append(name) })
            }
            if below(3) == 0, let victim = model.keys.min(by: { $0 % 97 < $1 % 97 }), let entry = model[victim] {
                wheel.cancel(entry.id)
                model[victim] = nil
            }
            let earliest = model.values.map(\.tick).min()
            if let earliest, let wait = wheel.nextTick { #expect(wait <= earliest && wait > now) }
            now += 1 + below(1_000)
            wheel.advance(to: now)
            ran = []
            while let body = wheel.popDue() { body() }
            let due = model.filter { $0.value.tick <= now }.keys
            #expect(Set(ran) == Set(due) && ran.count == due.count)
            for name in due { model[name] = nil }
            #expect(wheel.count == model.count)
        }
    }

    @Test func `jobs of other threads run on the loop, in order, and none accepted is lost`() throws {
        let thread = try LoopThread.start(name: "jobs") { _ in }
        let seen = Box<[Int]>([])
        for index in 0..<1_000 {
            #expect(thread.remote.execute { _ in seen.update { $0.append(index) } })
        }
        thread.remote.stop()
        thread.join()
        #expect(seen.value == Array(0..<1_000))
        #expect(!thread.remote.execute { _ in seen.set([]) })
        #expect(seen.value.count == 1_000)
    }

    @Test func `a taken port is told with its address`() throws {
        let loop = try EventLoop()
        let first = try loop.listen(host: "127.0.0.1", port: 0, maximumFrame: 1_024) { _ in }
        let address = SocketAddress(host: "127.0.0.1", port: first.port)
        #expect(throws: NetworkError.addressInUse(address)) {
            _ = try loop.listen(host: "127.0.0.1", port: first.port, maximumFrame: 1_024) { _ in }
        }
        first.close()
        _ = try loop.listen(host: "127.0.0.1", port: first.port, maximumFrame: 1_024) { _ in }
    }

    @Test func `the end of a pass comes after every ready socket and before the answers leave`() throws {
        let log = Box<[String]>([])
        let server = try Server { loop, _ in
            let recorder = Recorder()
            recorder.onFrame = { stream, frame in
                log.update { $0.append("frame") }
                stream.send(framed(frame))
            }
            loop.onPassEnd = { if log.value.last == "frame" { log.update { $0.append("end") } } }
            return recorder
        }
        let peer = RawPeer(port: server.port)
        var both = framed("first").array
        both += framed("second").array
        peer.write(.init(both))
        #expect(peer.readFrame() == "first")
        #expect(log.value == ["frame", "frame", "end"])
        #expect(peer.readFrame() == "second")
        server.stop()
    }

    @Test func `an unused buffer is used over, a used one is replaced`() {
        var buffer = LoopBuffer()
        let first = buffer.storage.base
        buffer.take(1_000)
        buffer.prepare()
        #expect(buffer.storage.base == first && buffer.used == 0)
        var kept: ByteStorage? = buffer.storage
        buffer.take(1_000)
        buffer.prepare()
        #expect(buffer.storage.base == first && buffer.used == 1_000)
        buffer.take(LoopBuffer.size - 1_000)
        buffer.prepare()
        #expect(buffer.storage.base != first && buffer.used == 0)
        withExtendedLifetime(kept) {}
        kept = nil
        let second = buffer.storage
        buffer.take(LoopBuffer.size)
        buffer.prepare()
        #expect(buffer.storage.base == first)
        withExtendedLifetime(second) {}
    }
}
