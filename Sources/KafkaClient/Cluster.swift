import Bytes
import KafkaWire
import Network
import Synchronization

/// Which broker shall answer.
public enum Target: Sendable, Hashable {
    /// Any that is up.
    case any
    /// That one.
    case broker(BrokerID)
    /// The one for administrative requests.
    case controller
    /// The leader of a partition.
    case leader(TopicPartition)
    /// The one that looks after a group.
    case coordinator(GroupID)
}

/// A Kafka cluster as seen from outside: one event loop for all its brokers, connections made when they are needed and made
/// again after they broke. Every method may be called from any task.
///
/// Nothing here creates a topic by asking for it, and nothing joins a group or commits but the calls that say so.
public final class Cluster: Sendable {
    /// How the cluster is reached.
    public let configuration: ClientConfiguration
    /// Whether this client changes anything; locked at the start when the configuration is read-only.
    public let changes: ChangeLock
    let routing: Mutex<Routing>
    let reachability = Reachability()
    private let thread: LoopThread
    private let pool: LoopBound<ConnectionPool>
    private let lanes = Mutex<UInt64>(2)

    /// A client that connects with the first request. Fails when the system has no thread or descriptors left.
    public init(_ configuration: ClientConfiguration) throws(ClientError) {
        guard !configuration.bootstrap.isEmpty else { throw .invalid("No broker address was given") }
        self.configuration = configuration
        changes = ChangeLock(isLocked: configuration.isReadOnly)
        routing = Mutex(Routing(bootstrap: configuration.bootstrap))
        let pool = Mutex<LoopBound<ConnectionPool>?>(nil)
        do {
            let reachability = reachability
            thread = try LoopThread.start(name: "kafka client") { (loop: EventLoop) throws(NetworkError) in
                let own = ConnectionPool(loop: loop, configuration: configuration, reachability: reachability)
                let made = LoopBound(own, to: loop)
                pool.withLock { $0 = made }
            }
        } catch {
            throw .invalid("Cannot start the client: \(error.words)")
        }
        guard let made = pool.withLock({ $0 }) else { throw .closed }
        self.pool = made
    }

    deinit {
        thread.remote.stop()
    }

    /// Ends every connection; calls that wait fail with `.closed`, and so do later ones. Returns when the loop is gone.
    public func close() {
        thread.remote.stop()
        thread.join()
    }

    /// Sends `request` and gives back the answer, whatever error codes are in it. The highest version that both sides know is
    /// used; what cannot be said in it fails with `.unwritable`. A broker that is not reached is tried once more after a
    /// look at the metadata, and with `.any` the next broker is tried; a request that changes something is never sent twice.
    public func send<R: KafkaRequest>(_ request: R, to target: Target) async throws(ClientError) -> R.Response {
        try await call(target, check: { _ in nil }) { _ in request }
    }

    // MARK: For the calls

    /// A connection of one's own at every broker, until `release`.
    func newLane() -> Lane {
        lanes.withLock { next in
            next += 1
            return Lane(number: next)
        }
    }

    /// Ends the connections of a lane.
    func release(_ lane: Lane) {
        thread.remote.execute { [pool] loop in pool.value(on: loop).close(lane) }
    }

    /// Tells `observer` what happens on the way to `address`; for a lane that was not used yet.
    func observe(_ address: HostPort, _ lane: Lane, _ observer: @escaping @Sendable (ConnectionStage) -> Void) {
        thread.remote.execute { [pool] loop in
            pool.value(on: loop).connection(to: address, lane).observer = observer
        }
    }

    /// Lets `span` pass. Fails when the task is cancelled or the cluster closed.
    public func pause(_ span: Duration) async throws(ClientError) {
        let ticket = Ticket<Void>()
        let accepted = thread.remote.execute { loop in
            loop.schedule(after: span) { ticket.finish(.success(())) }
        }
        if !accepted { throw .closed }
        try await ticket.wait()
    }

    /// One request to one address, sent at most once. `make` gives the request for the version that was picked.
    func exchange<R: KafkaRequest>(
        with address: HostPort, lane: Lane, timeout: Duration, versions: ClosedRange<Int16>, expectsAnswer: Bool,
        _ make: @escaping @Sendable (Int16) -> R
    ) async throws(ClientError) -> R.Response {
        try await submit(
            to: address, lane: lane, timeout: timeout, versions: versions, expectsAnswer: expectsAnswer, make
        ).answer()
    }

    /// Sends a request without waiting for its answer. Requests that one task submits to one address and lane leave in their
    /// order, and their answers come in it.
    func submit<R: KafkaRequest>(
        to address: HostPort, lane: Lane, timeout: Duration, versions: ClosedRange<Int16>, expectsAnswer: Bool,
        _ make: @escaping @Sendable (Int16) -> R
    ) throws(ClientError) -> Flight<R> {
        // The lowest place a request passes: nothing that changes the cluster gets by here in a read-only client.
        guard R.apiKey.onlyReads || !changes.isLocked else { throw .readOnly(R.apiKey) }
        let ticket = Ticket<Answer>()
        let clientID = configuration.clientID
        let accepted = thread.remote.execute { [pool] loop in
            let call = Call(key: R.apiKey, versions: versions, expectsAnswer: expectsAnswer, ticket: ticket) {
                (version: Int16, id: Int32) throws(WireError) -> ByteSlice in
                try Frame.encode(make(version), version: version, correlationID: id, clientID: clientID)
            }
            pool.value(on: loop).connection(to: address, lane).submit(call, timeout: timeout)
        }
        if !accepted { throw .closed }
        return Flight(ticket: ticket, expectsAnswer: expectsAnswer)
    }
}

/// A request that was sent.
struct Flight<R: KafkaRequest>: Sendable {
    fileprivate let ticket: Ticket<Answer>
    fileprivate let expectsAnswer: Bool

    /// Waits for the answer, once; at once an empty one where none follows.
    func answer() async throws(ClientError) -> R.Response {
        let answer = try await ticket.wait()
        guard expectsAnswer else { return R.Response() }
        do {
            var reader = WireReader(answer.frame)
            _ = try Frame.responseHeader(from: &reader, answering: R.apiKey, version: answer.version)
            return try R.Response(from: &reader, version: answer.version)
        } catch {
            throw .decode(R.apiKey, "\(error)")
        }
    }
}
