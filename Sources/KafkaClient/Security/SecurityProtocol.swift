/// Kafka's four `security.protocol`s.
public enum SecurityProtocol: String, Sendable, Hashable, CaseIterable {
    /// Neither encrypted nor authenticated.
    case plaintext = "PLAINTEXT"
    /// TLS.
    case ssl = "SSL"
    /// SASL on a plain connection.
    case saslPlaintext = "SASL_PLAINTEXT"
    /// SASL inside TLS.
    case saslSSL = "SASL_SSL"

    /// True when connections begin with a TLS handshake.
    public var usesTLS: Bool { self == .ssl || self == .saslSSL }
    /// True when a user is authenticated by SASL.
    public var usesSASL: Bool { self == .saslPlaintext || self == .saslSSL }

    /// The protocol with these two parts.
    public init(usesTLS: Bool, usesSASL: Bool) {
        self = usesTLS ? (usesSASL ? .saslSSL : .ssl) : (usesSASL ? .saslPlaintext : .plaintext)
    }
}
