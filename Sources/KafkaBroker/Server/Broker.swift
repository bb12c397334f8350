import Glibc
import KafkaLog
import KafkaWire
import Network
import Synchronization

/// A running Kafka broker in this process.
///
/// ```swift
/// let broker = try Broker.start(BrokerConfiguration(dataDirectory: "/tmp/kafka"))
/// print("\(broker.host):\(broker.port)")
/// broker.stop()
/// ```
public final class Broker: Sendable {
    /// The address it listens on.
    public let host: String
    /// The port it listens on; the picked one when 0 was asked for.
    public let port: Int
    /// The id of the cluster, made when the data directory was new.
    public let clusterID: String

    private let engine: Engine
    private let loop: LoopThread
    private let files: LoopThread
    private let server: ServerBox
    private let isStopped = Mutex(false)

    private init(engine: Engine, loop: LoopThread, files: LoopThread, server: ServerBox, port: UInt16) {
        self.engine = engine
        self.loop = loop
        self.files = files
        self.server = server
        self.port = Int(port)
        host = engine.configuration.host
        clusterID = engine.identity.clusterID
    }

    /// Opens the data directory, recovers what was not closed clean, listens. Blocks until clients can connect. Fails
    /// with one line that says what is wrong.
    public static func start(_ configuration: BrokerConfiguration) throws(BrokerError) -> Broker {
        let files: LoopThread
        do {
            files = try LoopThread.start(name: "kdeck-files") { (_: EventLoop) throws(NetworkError) in }
        } catch {
            throw BrokerError(.addressUnusable, "cannot start a thread: \(error.words)")
        }
        let remote = files.remote
        let engine = try Engine.open(
            configuration, clock: SystemClock(), fileSystem: POSIXFileSystem(),
            seed: configuration.seed ?? systemSeed()
        ) { job in
            remote.execute { _ in job() }
        }
        let box = ServerBox()
        let loop: LoopThread
        do {
            loop = try LoopThread.start(name: "kdeck-broker") { (loop: EventLoop) throws(NetworkError) in
                let thread = UInt(bitPattern: pthread_self().hashValue)
                let remote = loop.remote
                let pass = LoopPass(
                    isOnLoop: { UInt(bitPattern: pthread_self().hashValue) == thread },
                    wake: { remote.execute { _ in } })
                let server = Server(engine: engine, loop: loop, pass: pass)
                try server.listen()
                box.port.store(server.port, ordering: .releasing)
                box.server = server
            }
        } catch {
            engine.close()
            let port = configuration.port
            throw BrokerError(
                .addressUnusable,
                "cannot listen on \(configuration.host):\(port): \(error.words); choose another port with --port")
        }
        return Broker(
            engine: engine, loop: loop, files: files, server: box, port: box.port.load(ordering: .acquiring))
    }

    /// Every limit, its value and how often it was met.
    public var limits: [LimitReading] {
        let configuration = engine.live.configuration
        return BrokerLimit.allCases.map {
            LimitReading(limit: $0, value: configuration.value(of: $0), met: engine.limits[$0])
        }
    }

    /// A seed from the system's own chance.
    private static func systemSeed() -> UInt64 {
        var seed: UInt64 = 0
        // Eight bytes always come at once; should they not, the clock is as good as any seed.
        if getentropy(&seed, 8) != 0 { seed = UInt64(bitPattern: SystemClock().monotonic) }
        return seed
    }

    /// Stops clean: answers what is ready, closes connections, writes everything and the mark of a clean stop. Blocks
    /// until done; a second call returns at once.
    public func stop() {
        let isFirst = isStopped.withLock { stopped in
            defer { stopped = true }
            return !stopped
        }
        guard isFirst else { return }
        let server = server
        loop.remote.execute { _ in server.server?.stop() }
        loop.remote.stop()
        loop.join()
        server.server = nil
        files.remote.stop()
        files.join()
        engine.close()
    }
}

/// Holds the loop's server between the jobs of its loop.
private final class ServerBox: Sendable {
    /// Touched on the loop's thread only, and once more when that thread has gone: set while it starts, used by the job
    /// that stops it.
    nonisolated(unsafe) var server: Server?
    let port = Atomic<UInt16>(0)
}
