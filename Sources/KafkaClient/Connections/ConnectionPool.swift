import KafkaWire
import Network

/// Which connection to an address: requests that wait long at the broker have one of their own, since a broker works on one
/// request of a connection at a time.
struct Lane: Hashable, Sendable {
    let number: UInt64
    /// For everything that is answered at once.
    static let shared = Lane(number: 0)
    /// For single fetches that may wait.
    static let fetch = Lane(number: 1)
}

/// The connections of a cluster, on its loop.
final class ConnectionPool {
    private struct Key: Hashable {
        let address: HostPort
        let lane: Lane
    }

    private unowned let loop: EventLoop
    private let configuration: ClientConfiguration
    private let reachability: Reachability
    private var connections: [Key: BrokerConnection] = [:]

    init(loop: EventLoop, configuration: ClientConfiguration, reachability: Reachability) {
        self.reachability = reachability
        self.loop = loop
        self.configuration = configuration
    }

    /// The connection to `address`; made when it is the first one.
    func connection(to address: HostPort, _ lane: Lane) -> BrokerConnection {
        let key = Key(address: address, lane: lane)
        if let connection = connections[key] { return connection }
        let connection = BrokerConnection(
            address: address, loop: loop, configuration: configuration, reachability: reachability)
        connections[key] = connection
        return connection
    }

    /// Ends the connections of a lane that is not used any more.
    func close(_ lane: Lane) {
        for (key, connection) in connections where key.lane == lane {
            connections[key] = nil
            connection.close(.finished)
        }
    }
}
