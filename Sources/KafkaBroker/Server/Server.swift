import Bytes
import KafkaLog
import Network

/// The engine's sockets on one event loop: frames in, answers out, a timer for the engine's deadlines.
///
/// Lives on its loop's thread.
final class Server {
    private let engine: Engine
    private unowned let loop: EventLoop
    private let pass: LoopPass
    private var listener: Listener?
    private var streams: [UInt64: Stream] = [:]
    /// Connections whose sockets are not read because too many requests wait.
    private var paused: Set<UInt64> = []
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
        engine.startUpkeep()
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
        guard streams.count < engine.live.configuration.maximumConnections else {
            stream.close(.rejected("max.connections is reached"))
            return
        }
        let connection = engine.connect(host: stream.peer.host, pass: pass)
        streams[connection.id] = stream
        stream.handler = ServerConnection(server: self, connection: connection)
    }

    fileprivate func receive(_ frame: ByteSlice, _ connection: Connection, _ stream: Stream) {
        engine.receive(frame, on: connection)
        if connection.waitingCount >= engine.configuration.maximumQueuedRequests, !stream.isPaused {
            stream.pauseReading()
            paused.insert(connection.id)
        }
    }

    fileprivate func closed(_ connection: Connection) {
        engine.disconnect(connection)
        streams[connection.id] = nil
        paused.remove(connection.id)
    }

    private func endPass() {
        let now = engine.clock.monotonic
        if let deadline = engine.nextDeadline, deadline <= now { engine.advance(to: now) }
        engine.endPass(pass) { connection, outgoing in
            guard let stream = streams[connection.id] else { return }
            switch outgoing {
            case .frame(let response): Self.send(response, to: stream)
            case .close(let why): stream.close(.rejected(why))
            }
            if !paused.isEmpty, paused.contains(connection.id), connection.waitingCount == 0 {
                paused.remove(connection.id)
                stream.resumeReading()
            }
        }
        arm()
    }

    private static func send(_ response: EncodedResponse, to stream: Stream) {
        stream.send(response.head)
        for part in response.rest {
            switch part {
            case .bytes(let bytes): stream.send(bytes)
            case .file(let file, let position, let count):
                if let descriptor = file.descriptor {
                    stream.send(file: descriptor, position: position, count: count, keepAlive: file)
                } else if let bytes = try? file.bytes(from: position, count: count), bytes.count == count {
                    stream.send(bytes)
                } else {
                    stream.close(.fileEnded)
                    return
                }
            }
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

    func stream(_ stream: Stream, closed reason: CloseReason) {
        server.closed(connection)
    }
}
