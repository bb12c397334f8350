import Bytes
import KafkaLog
import Network

/// The engine's sockets on one event loop: frames in, answers out, a timer for the engine's deadlines.
///
/// Lives on its loop's thread.
final class Server {
    /// Bytes of waiting requests at which a connection is no longer read.
    private static let waitingBytes = 1 << 20
    /// Bytes of unsent answers at which a connection's waiting requests are left alone.
    private static let unsentBytes = 1 << 20

    private let engine: Engine
    private unowned let loop: EventLoop
    private let pass: LoopPass
    private var listener: Listener?
    private var streams: [UInt64: Stream] = [:]
    /// Connections whose sockets are not read because too many requests wait.
    private var paused: Set<UInt64> = []
    /// Connections by address.
    private var addresses: [String: Int] = [:]
    private var armed: (timer: TimerID, deadline: Int64)?

    init(engine: Engine, loop: EventLoop, pass: LoopPass) {
        self.engine = engine
        self.loop = loop
        self.pass = pass
    }

    /// Listens, and tells clients to come to the port that was picked.
    func listen() throws(NetworkError) {
        let configuration = engine.configuration
        let listener = try loop.listen(
            host: configuration.host, port: configuration.port, maximumFrame: configuration.maximumFrame
        ) { [unowned self] stream in
            accept(stream)
        }
        self.listener = listener
        let isWildcard = ["", "0.0.0.0", "::"].contains(configuration.host)
        let host = configuration.advertisedHost ?? (isWildcard ? "127.0.0.1" : configuration.host)
        let port = configuration.advertisedPort ?? listener.port
        engine.endpoint.withLock { $0 = Engine.Endpoint(host: host, port: Int32(port)) }
        loop.onPassEnd = { [unowned self] in endPass() }
        loop.heldLimit = configuration.maximumHeldBytes
        engine.startUpkeep()
        watch()
        arm()
    }

    /// The port it listens on.
    var port: UInt16 { listener?.port ?? 0 }

    /// Stops accepting, closes every connection after what is ready to leave.
    func stop() {
        listener?.close()
        endPass()
        loop.onPassEnd = nil
        for stream in streams.values { stream.close(.finished) }
    }

    private func accept(_ stream: Stream) {
        let address = stream.peer.host
        if let limit = refusal(of: address) {
            engine.limits.count(limit)
            stream.close(.rejected("\(limit.rawValue) is reached"))
            return
        }
        let connection = engine.connect(host: address, pass: pass)
        streams[connection.id] = stream
        addresses[address, default: 0] += 1
        stream.handler = ServerConnection(server: self, connection: connection)
    }

    /// The limit that keeps one more connection from `address` out.
    private func refusal(of address: String) -> BrokerLimit? {
        let configuration = engine.live.configuration
        if streams.count >= configuration.maximumConnections { return .connections }
        let most =
            configuration.connectionsPerAddressOverrides[address] ?? configuration.maximumConnectionsPerAddress
        return addresses[address, default: 0] >= most ? .connectionsPerAddress : nil
    }

    fileprivate func receive(_ frame: ByteSlice, _ connection: Connection, _ stream: Stream) {
        if engine.receive(frame, on: connection) { return }
        let waiting = connection.waiting
        stream.hold(waiting.bytes)
        let configuration = engine.configuration
        guard waiting.count >= configuration.maximumQueuedRequests || waiting.bytes >= Self.waitingBytes,
            stream.isOpen, !stream.isPaused
        else { return }
        engine.limits.count(.queuedRequests)
        stream.pauseReading()
        paused.insert(connection.id)
    }

    fileprivate func closed(_ connection: Connection, _ stream: Stream, _ reason: CloseReason) {
        engine.disconnect(connection)
        streams[connection.id] = nil
        paused.remove(connection.id)
        let address = stream.peer.host
        addresses[address] = addresses[address].flatMap { $0 > 1 ? $0 - 1 : nil }
        switch reason {
        case .idle: engine.limits.count(.idle)
        case .unfinishedFrame: engine.limits.count(.frameTime)
        case .memory: engine.limits.count(.heldBytes)
        case .frameSize: engine.limits.count(.frameSize)
        default: break
        }
    }

    /// A client took all of its answers: what waited for that goes on.
    fileprivate func drained(_ connection: Connection, _ stream: Stream) {
        engine.proceed(connection)
        settle(connection, stream)
        pass.runAgain()
    }

    /// Reads again from a connection whose requests wait no longer.
    private func settle(_ connection: Connection, _ stream: Stream) {
        let waiting = connection.waiting
        stream.hold(waiting.bytes)
        guard waiting.count == 0, paused.remove(connection.id) != nil else { return }
        stream.resumeReading()
    }

    // MARK: Time

    /// Looks at all connections every now and then, often enough that none outstays a limit by more than a tenth.
    private func watch() {
        let configuration = engine.configuration
        let idle = configuration.connectionsMaxIdleMs > 0 ? configuration.connectionsMaxIdleMs : Int64.max
        let span = min(max(min(idle, configuration.frameTimeoutMs) / 10, 10), 5_000)
        loop.schedule(after: .milliseconds(span)) { [unowned self] in
            closeSlow(idle: .milliseconds(idle), frame: .milliseconds(configuration.frameTimeoutMs))
            watch()
        }
    }

    private func closeSlow(idle: Duration, frame: Duration) {
        let now = loop.now
        for stream in streams.values {
            if let begun = stream.unfinishedSince, now - begun > frame {
                stream.close(.unfinishedFrame)
            } else if now - stream.lastActivity > idle, (stream.handler as? ServerConnection)?.isBusy != true {
                stream.close(.idle)
            }
        }
    }

    private func endPass() {
        let now = engine.clock.monotonic
        if let deadline = engine.nextDeadline, deadline <= now { engine.advance(to: now) }
        engine.endPass(pass) { connection in
            // Only a client that takes its answers gets more of them made.
            guard let stream = streams[connection.id] else { return false }
            if stream.bytesWaiting < Self.unsentBytes { return true }
            stream.tellWhenDrained()
            return false
        } deliver: { connection, outgoing in
            guard let stream = streams[connection.id] else { return }
            switch outgoing {
            case .frame(let response): Self.send(response, to: stream)
            case .close(let why): stream.close(.rejected(why))
            }
            if stream.heldBytes > 0 || !paused.isEmpty { settle(connection, stream) }
        }
        arm()
    }

    private static func send(_ response: EncodedResponse, to stream: Stream) {
        stream.send(response.head)
        if let piece = response.piece {
            send(piece.file, piece.position, piece.count, to: stream)
            stream.send(piece.tail)
        }
        for part in response.rest {
            switch part {
            case .bytes(let bytes): stream.send(bytes)
            case .file(let file, let position, let count): send(file, position, count, to: stream)
            }
        }
    }

    private static func send(_ file: any LogFile, _ position: Int, _ count: Int, to stream: Stream) {
        if let descriptor = file.descriptor {
            stream.send(file: descriptor, position: position, count: count, keepAlive: file)
        } else if let bytes = try? file.bytes(from: position, count: count), bytes.count == count {
            stream.send(bytes)
        } else {
            stream.close(.fileEnded)
        }
    }

    /// Has the loop wake up for the engine's next deadline. The pass that follows does what is due.
    private func arm() {
        guard let deadline = engine.nextDeadline else { return }
        if let armed {
            if armed.deadline <= deadline { return }
            loop.cancel(armed.timer)
        }
        let span = max(0, deadline - engine.clock.monotonic)
        let timer = loop.schedule(after: .milliseconds(span)) { [unowned self] in armed = nil }
        armed = (timer, deadline)
    }
}

/// One client's stream.
private final class ServerConnection: StreamHandler {
    private unowned let server: Server
    private let connection: Connection

    init(server: Server, connection: Connection) {
        self.server = server
        self.connection = connection
    }

    func streamOpened(_ stream: Stream) {}

    func stream(_ stream: Stream, frame: ByteSlice) {
        server.receive(frame, connection, stream)
    }

    /// True while the client waits for an answer.
    var isBusy: Bool { connection.isBusy }

    func stream(_ stream: Stream, closed reason: CloseReason) {
        server.closed(connection, stream, reason)
    }

    func streamDrained(_ stream: Stream) {
        server.drained(connection, stream)
    }
}
