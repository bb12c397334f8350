import KafkaWire

/// One step of the way to a cluster.
public struct Rung: Sendable, Hashable {
    /// Which step, in the order in which they are taken.
    public enum Step: Sendable, Hashable {
        /// The name has an address.
        case dns
        /// Somebody listens there.
        case tcp
        /// The handshake, and whether the certificate is believed.
        case tls
        /// The peer is a broker, and says what it can do.
        case apiVersions
        /// The login.
        case sasl
        /// What the cluster says of itself.
        case metadata
        /// A broker is reached at the address it gives.
        case broker(BrokerID)

        /// As it is called on the screen.
        public var title: String {
            switch self {
            case .dns: "DNS"
            case .tcp: "TCP"
            case .tls: "TLS"
            case .apiVersions: "ApiVersions"
            case .sasl: "SASL"
            case .metadata: "Metadata"
            case .broker(let id): "broker \(id)"
            }
        }
    }

    /// How far it is.
    public enum State: Sendable, Hashable {
        /// Not begun.
        case waiting
        /// Being taken.
        case running
        /// Done; what was found.
        case passed(String)
        /// Not possible; as a phrase, and a sentence of what to do.
        case failed(why: String, fix: String)
    }

    /// The address as it was given.
    public var address: String
    /// Which step.
    public var step: Step
    /// How far it is.
    public var state: State

    /// The parts.
    public init(address: String, step: Step, state: State) {
        self.address = address
        self.step = step
        self.state = state
    }
}

/// The way to a cluster, as far as it was climbed: DNS, TCP, TLS, ApiVersions, SASL, Metadata, and each broker at the
/// address that it gives.
public struct Ladder: Sendable, Hashable {
    /// In the order in which they are taken; several addresses stand one after the other.
    public var rungs: [Rung] = []
    /// Why the cluster is not reached; nil while that is open, and when it is.
    public var failure: ClientError?
    /// True once nothing more is tried.
    public var isOver = false

    /// Nothing was tried.
    public init() {}

    /// True once the cluster told of itself.
    public var isConnected: Bool {
        rungs.contains { rung in
            if case .passed = rung.state { rung.step == .metadata } else { false }
        }
    }

    /// The rungs that cannot be climbed.
    public var failed: [Rung] {
        rungs.filter { rung in
            if case .failed = rung.state { true } else { false }
        }
    }

    mutating func set(_ step: Rung.Step, _ state: Rung.State) {
        guard let index = rungs.lastIndex(where: { $0.step == step }) else { return }
        rungs[index].state = state
        // The next one is under way from here.
        if case .passed = state, index + 1 < rungs.count, rungs[index + 1].state == .waiting {
            rungs[index + 1].state = .running
        }
    }
}
