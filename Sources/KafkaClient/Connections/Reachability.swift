import KafkaWire
import Synchronization

/// Which addresses answered this client before and are not reached any more, as the connections to them found out.
///
/// The cluster itself lists a broker that was killed for as long as its session lasts, nine seconds by default; a refused
/// connection says so at once.
final class Reachability: Sendable {
    /// nil is an address that answered; one that never did is not in here, since a client may see only a part of a cluster.
    private let places = Mutex<[HostPort: String?]>([:])

    /// `address` answered.
    func reached(_ address: HostPort) { places.withLock { $0[address] = .some(nil) } }

    /// No connection to `address` came about.
    func missed(_ address: HostPort, why: String) {
        places.withLock { if $0[address] != nil { $0[address] = .some(why) } }
    }

    /// Why `address` is not reached although it was before; nil when it is, or never was.
    func loss(of address: HostPort) -> String? { places.withLock { $0[address] ?? nil } }
}

extension Cluster {
    /// Those of `brokers` that answered this client before and are not reached now, with the reason. Each of them is tried
    /// again, for half a second at most.
    public func silent(among brokers: [BrokerInfo]) async -> [BrokerID: String] {
        let lost = brokers.filter { loss(of: $0) != nil }
        guard !lost.isEmpty else { return [:] }
        await withTaskGroup(of: Void.self) { group in
            for broker in lost {
                group.addTask {
                    _ = try? await self.exchange(
                        with: HostPort(host: broker.host, port: UInt16(clamping: broker.port)), lane: .shared,
                        timeout: .milliseconds(500), versions: ApiVersionsRequest.versions, expectsAnswer: true
                    ) { _ in ApiVersionsRequest(clientSoftwareName: "kdeck", clientSoftwareVersion: "1") }
                }
            }
        }
        return lost.reduce(into: [:]) { $0[$1.id] = loss(of: $1) }
    }

    private func loss(of broker: BrokerInfo) -> String? {
        reachability.loss(of: HostPort(host: broker.host, port: UInt16(clamping: broker.port)))
    }
}
