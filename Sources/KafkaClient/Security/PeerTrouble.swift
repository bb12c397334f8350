import Network

/// Why a peer that was reached is no use: what it speaks, whom it is, or whom it takes this side for.
public enum PeerTrouble: Error, Sendable, Hashable {
    /// TLS was tried and the peer does not speak it; in words.
    case noTLS(String)
    /// The peer speaks TLS and this side did not.
    case wantsTLS
    /// Its certificate is not believed; in words.
    case certificate(String)
    /// It wants a certificate of this side, or refused the one it got; in words.
    case identity(String)
    /// TLS failed otherwise; in words.
    case tls(String)
    /// It hung up on the first request of a client that did not authenticate.
    case wantsSASL
    /// It has no SASL on this port.
    case noSASL
    /// It does not know the mechanism; it offers these.
    case mechanism(String, offered: [String])
    /// It refused who this side is; in words.
    case credentials(String)
    /// No token could be had; in words.
    case token(String)
    /// It speaks HTTP.
    case http
    /// It took the connection and said nothing.
    case silent
    /// What it says is not Kafka; in words.
    case notKafka(String)

    /// What is wrong, as a phrase behind the address.
    public var why: String {
        switch self {
        case .noTLS(let words): "does not speak TLS (\(words))"
        case .wantsTLS: "speaks TLS, and was asked in plain text"
        case .certificate(let words): "shows a certificate that is not believed: \(words)"
        case .identity(let words): "wants a client certificate (\(words))"
        case .tls(let words): "broke off TLS: \(words)"
        case .wantsSASL: "hung up on the first request, as brokers do that want to know who asks"
        case .noSASL: "has no SASL on this port"
        case .mechanism(let name, let offered):
            "does not take \(name)" + (offered.isEmpty ? "" : "; it takes \(offered.joined(separator: ", "))")
        case .credentials(let words): "refused the login: \(words)"
        case .token(let words): "wants a token, and there is none: \(words)"
        case .http: "speaks HTTP, not Kafka"
        case .silent: "took the connection and says nothing"
        case .notKafka(let words): "does not answer as a Kafka broker does: \(words)"
        }
    }

    /// What to do about it, as a sentence.
    public var advice: String {
        switch self {
        case .noTLS: "Use the port of its TLS listener, or security.protocol=PLAINTEXT (SASL_PLAINTEXT with SASL)."
        case .wantsTLS: "Set security.protocol=SSL, or SASL_SSL with SASL."
        case .certificate(let words):
            words.holds("mismatch")
                ? "Use a name that is in the certificate, or a certificate with this name."
                : words.holds("expired")
                    ? "Renew the broker's certificate; check this machine's clock."
                    : "Name the authority that signed it with ssl.truststore.location (PEM, PKCS12 or JKS)."
        case .identity: "Give certificate and key with ssl.keystore.location (PEM or PKCS12), signed by whom it trusts."
        case .tls: "Check that both sides have a TLS version and a cipher in common."
        case .wantsSASL: "Set security.protocol=SASL_PLAINTEXT or SASL_SSL, sasl.mechanism and the login."
        case .noSASL: "Use the port of its SASL listener, or security.protocol=PLAINTEXT (SSL with TLS)."
        case .mechanism(_, let offered):
            offered.isEmpty ? "Set another sasl.mechanism." : "Set sasl.mechanism to one of these."
        case .credentials: "Check user, password and sasl.mechanism."
        case .token: "Check sasl.oauthbearer.token.command."
        case .http: "Give the port of the Kafka listener."
        case .silent: "Check that this port is a Kafka listener, and whether it wants TLS."
        case .notKafka: "Check that the address is a Kafka broker's."
        }
    }

    /// True when the peer is a broker and does not take this client; false when it cannot be spoken with.
    public var isRefusal: Bool {
        switch self {
        case .identity, .wantsSASL, .mechanism, .credentials, .token: true
        case .noTLS, .wantsTLS, .certificate, .tls, .noSASL, .http, .silent, .notKafka: false
        }
    }
}
