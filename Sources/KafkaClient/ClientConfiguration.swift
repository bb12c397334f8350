import Network

/// How a cluster is reached.
public struct ClientConfiguration: Sendable {
    /// The brokers to ask first; the others are learned from them.
    public var bootstrap: [HostPort]
    /// The name brokers know this client by, in logs and quotas.
    public var clientID: String
    /// How long one request may take until its answer is there.
    public var requestTimeout: Duration
    /// How long a connection may take until it stands.
    public var connectTimeout: Duration
    /// Addresses that are reached otherwise than brokers give them.
    public var rewrite = AddressRewrite()
    /// True refuses, before anything is sent, every request that changes the cluster, until its lock is opened.
    public var isReadOnly: Bool
    /// TLS to every broker; nil for plain connections.
    public var tls: TLSContext?
    /// The login at every broker; nil for none.
    public var sasl: SASLLogin?

    /// Kafka's name for the two above.
    public var securityProtocol: SecurityProtocol { SecurityProtocol(usesTLS: tls != nil, usesSASL: sasl != nil) }

    /// A configuration; only the brokers have no default.
    public init(
        bootstrap: [HostPort], clientID: String = "kdeck", requestTimeout: Duration = .seconds(10),
        connectTimeout: Duration = .seconds(5), isReadOnly: Bool = false, tls: TLSContext? = nil,
        sasl: SASLLogin? = nil
    ) {
        self.bootstrap = bootstrap
        self.clientID = clientID
        self.requestTimeout = requestTimeout
        self.connectTimeout = connectTimeout
        self.isReadOnly = isReadOnly
        self.tls = tls
        self.sasl = sasl
    }
}
