import COpenSSL

/// Why TLS did not come about, or ended.
public struct TLSFailure: Hashable, Sendable {
    /// The kinds that ask for different steps.
    public enum Kind: Hashable, Sendable {
        /// The peer's certificate is not believed: chain, name or dates.
        case certificate
        /// The peer does not speak TLS on this port.
        case notTLS
        /// The peer wants a certificate, or refused the one it got.
        case wantsIdentity
        /// Anything else.
        case other
    }

    /// The kind.
    public var kind: Kind
    /// One phrase without a full stop.
    public var words: String

    /// The parts.
    public init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }

    static let hungUp = TLSFailure(.notTLS, "the peer hung up during the handshake")
    static let silent = TLSFailure(.notTLS, "no handshake within 10 s")

    init(code: Int32, words: String) {
        switch Int(code) {
        case KD_TLS_CERTIFICATE: kind = .certificate
        case KD_TLS_NOT_TLS: kind = .notTLS
        case KD_TLS_WANTS_IDENTITY: kind = .wantsIdentity
        default: kind = .other
        }
        self.words = words
    }
}

/// What stands between both sides of a TLS connection.
public struct TLSFacts: Hashable, Sendable {
    /// `TLSv1.3`.
    public var version: String
    /// OpenSSL's name of the cipher.
    public var cipher: String
    /// Whom the peer's certificate names; empty without one.
    public var subject: String
    /// Who signed it.
    public var issuer: String
    /// The names and addresses it is for, split by commas.
    public var names: String
    /// Until when it holds, in seconds since 1970; 0 without one.
    public var notAfter: Int64
}
