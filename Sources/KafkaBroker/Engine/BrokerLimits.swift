import Synchronization

/// What bounds the work and the memory that clients can cause. The raw value is the option's name: Kafka's own where it
/// has one, else one that begins with `kdeck.`.
public enum BrokerLimit: String, CaseIterable, Sendable {
    /// Connections in all; one more is closed at once.
    case connections = "max.connections"
    /// Connections from one address; one more is closed at once.
    case connectionsPerAddress = "max.connections.per.ip"
    /// A connection that sends nothing and waits for nothing for so long is closed.
    case idle = "connections.max.idle.ms"
    /// A larger frame closes its connection.
    case frameSize = "socket.request.max.bytes"
    /// A frame that is not whole after so long closes its connection.
    case frameTime = "kdeck.frame.timeout.ms"
    /// Memory for bytes of clients that wait: unfinished frames, and whole ones behind a parked request. Above it the
    /// connection that holds the most is closed.
    case heldBytes = "queued.max.request.bytes"
    /// Whole requests that wait behind a parked one of their connection; at so many its socket is no longer read.
    case queuedRequests = "kdeck.max.queued.requests"
    /// Answers that one connection may have in memory at a time; at so many its further requests wait.
    case inFlight = "kdeck.max.requests.in.flight"
    /// What a compressed batch may inflate to where the broker looks inside; a larger one is refused.
    case inflatedBytes = "kdeck.max.inflated.bytes"
    /// Groups in all; a new one beyond is refused.
    case groups = "kdeck.max.groups"
    /// Members of a classic group; one more is refused.
    case members = "group.max.size"
    /// Fetch sessions; without room a fetch works without one.
    case fetchSessions = "max.incremental.fetch.session.cache.slots"
    /// Partitions in all; creating more is refused.
    case partitions = "kdeck.max.partitions"
    /// Segments open for writing; beyond, the one opened longest ago is closed until it is written again.
    case openSegments = "kdeck.max.open.segments"
}

/// How often each limit was met since the start. Any thread may count and read.
final class LimitCounters: Sendable {
    private let counts = Mutex([BrokerLimit: Int]())

    /// Counts that a limit was met.
    func count(_ limit: BrokerLimit) {
        counts.withLock { $0[limit, default: 0] += 1 }
    }

    subscript(_ limit: BrokerLimit) -> Int { counts.withLock { $0[limit] ?? 0 } }
}

/// What is known of a limit at a moment.
public struct LimitReading: Sendable, Equatable {
    /// Which one.
    public var limit: BrokerLimit
    /// Its value: a count, bytes or milliseconds; `Int.max` when nothing is limited.
    public var value: Int
    /// How often it was met since the start.
    public var met: Int
}

extension BrokerConfiguration {
    /// The value of a limit.
    func value(of limit: BrokerLimit) -> Int {
        switch limit {
        case .connections: maximumConnections
        case .connectionsPerAddress: maximumConnectionsPerAddress
        case .idle: Int(connectionsMaxIdleMs)
        case .frameSize: maximumFrame
        case .frameTime: Int(frameTimeoutMs)
        case .heldBytes: maximumHeldBytes
        case .queuedRequests: maximumQueuedRequests
        case .inFlight: maximumInFlightRequests
        case .inflatedBytes: maximumInflatedBytes
        case .groups: groups.maximumGroups
        case .members: groups.maxSize
        case .fetchSessions: fetchSessionSlots
        case .partitions: maximumPartitions
        case .openSegments: maximumOpenSegments
        }
    }
}
