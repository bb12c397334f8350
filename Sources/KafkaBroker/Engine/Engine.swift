import Bytes
import KafkaLog
import KafkaWire
import Synchronization

/// The broker without sockets: requests in, replies out. Time, chance and files are given to it, so that a test can run
/// it in memory, in virtual time, and again from the same seed.
///
/// Lives on no thread of its own: every method is synchronous and may be called from any loop. What several
/// connections share sits behind locks (`TopicCatalog`, `Partition`, `FetchSession`, `Administration`).
final class Engine: Sendable {
    /// What the broker was started with.
    let configuration: BrokerConfiguration
    /// The settings with what was altered since.
    let live: LiveSettings
    let clock: any BrokerClock
    let chance: Chance
    let fileSystem: any FileSystem
    /// Who this broker is, as `meta.properties` says.
    let identity: Identity
    let timers = Timers()
    let topics = TopicCatalog()
    let parkedRequests = ParkedRequests()
    /// Partitions whose files failed and that may come back.
    let offline = OfflinePartitions()
    /// The segments that are open for writing.
    let openSegments = OpenSegments()
    /// The starts of logs are to be written.
    let startCheckpoint = Atomic(false)
    /// Compacts the logs of compacted topics.
    let cleaner = Cleaner()
    let fetchSessions: FetchSessionCache
    let api: APITable
    /// Groups and their offsets.
    let groups: GroupCoordinator
    /// What changes topics, settings and producer ids, one at a time.
    let administration: Mutex<Administration>
    /// Where clients are told to connect.
    let endpoint: Mutex<Endpoint>
    /// Runs slow work (removing files) on a thread of its own.
    let background: @Sendable (@escaping @Sendable () -> Void) -> Void
    /// How often each limit was met.
    let limits = LimitCounters()
    private let dirty = Mutex(Batch<Partition>())
    private let connectionCount = Mutex<UInt64>(0)
    private let directoryLock: Mutex<(any FileLock)?>

    /// A host and a port.
    struct Endpoint: Sendable {
        var host: String
        var port: Int32
    }

    init(
        configuration: BrokerConfiguration, clock: any BrokerClock, chance: Chance, fileSystem: any FileSystem,
        identity: Identity, administration: sending Administration, directoryLock: (any FileLock)?,
        background: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void
    ) {
        self.configuration = configuration
        live = LiveSettings(configuration)
        self.clock = clock
        self.chance = chance
        self.fileSystem = fileSystem
        self.identity = identity
        self.administration = Mutex(administration)
        self.directoryLock = Mutex(directoryLock)
        self.background = background
        fetchSessions = FetchSessionCache(limit: configuration.fetchSessionSlots)
        api = .broker
        groups = GroupCoordinator(configuration: configuration.groups)
        endpoint = Mutex(Endpoint(host: configuration.host, port: Int32(configuration.port)))
    }

    /// The node id as clients see it.
    var nodeID: BrokerID { BrokerID(configuration.nodeID) }

    /// The partition of that name, or nil.
    func partition(_ wanted: TopicPartition) -> Partition? {
        topics.topic(named: wanted.topic)?.partition(wanted.partition)
    }

    /// A connection for a client at `host`, whose answers leave with `pass`.
    func connect(host: String, pass: LoopPass) -> Connection {
        let id = connectionCount.withLock { count in
            count += 1
            return count
        }
        return Connection(
            id: id, clientHost: "/" + host, pass: pass, maximumInFlight: configuration.maximumInFlightRequests)
    }

    /// Ends a connection: nothing more is answered, what it parked is taken back.
    func disconnect(_ connection: Connection) {
        if let parked = connection.close(), release(parked) { parkedRequests.noteClaimed() }
    }

    /// Lets another broker use the data directory.
    func releaseDirectory() {
        directoryLock.withLock { $0 = nil }
    }

    // MARK: The end of a pass

    /// Notes that a partition has staged batches.
    func markDirty(_ partition: Partition) {
        dirty.withLock { $0.items.append(partition) }
    }

    /// Writes what this pass staged, wakes the fetches that waited for it, and hands out all answers, in order for each
    /// connection; then goes on with the requests that waited behind them, until nothing is left to do.
    ///
    /// `canGoOn` says whether a connection whose answers were handed out may have its next requests handled now; else
    /// `proceed(_:)` does it later.
    func endPass(
        _ pass: LoopPass, canGoOn: (Connection) -> Bool = { _ in true }, deliver: (Connection, Outgoing) -> Void
    ) {
        while true {
            flush()
            var touched = pass.takeTouched()
            if touched.isEmpty { return }
            for connection in touched {
                var isClosed = false
                connection.drain { request, reply in
                    guard !isClosed, let outgoing = encode(reply, request) else { return }
                    if case .close = outgoing { isClosed = true }
                    deliver(connection, outgoing)
                }
                if isClosed {
                    disconnect(connection)
                    continue
                }
                if connection.isWaiting, canGoOn(connection) { proceed(connection) }
            }
            pass.recycle(&touched)
        }
    }

    /// Handles the requests of a connection that waited for their turn.
    func proceed(_ connection: Connection) {
        while let frame = connection.takeWaiting() { handle(frame, on: connection) }
    }

    /// Writes what is staged and looks once at each fetch that waited for it.
    func flush() {
        var partitions = dirty.withLock { $0.take() }
        if partitions.isEmpty { return }
        for partition in partitions {
            for parked in partition.flush(self) { reconsider(parked, isExpired: false) }
            while let surplus = openSegments.takeSurplus(configuration.maximumOpenSegments) {
                limits.count(.openSegments)
                surplus.closeSegment(self)
            }
        }
        dirty.withLock { $0.recycle(&partitions) }
    }

    // MARK: Time

    /// When `advance(to:)` has something to do, in monotonic milliseconds; nil when nothing is planned.
    var nextDeadline: Int64? {
        switch (timers.nextDeadline, parkedRequests.nextDeadline) {
        case (let a?, let b?): min(a, b)
        case (let a, let b): a ?? b
        }
    }

    /// Does what is due. Answers it gives leave with the next `endPass`.
    func advance(to now: Int64) {
        while let body = timers.takeDue(at: now) { body(self) }
        for parked in parkedRequests.takeExpired(at: now) { reconsider(parked, isExpired: true) }
    }
}
