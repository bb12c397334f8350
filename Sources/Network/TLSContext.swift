import COpenSSL

/// What many TLS connections share: whom to trust, and who this side is. TLS 1.2 and later.
public final class TLSContext: Sendable {
    /// Whose certificates are believed.
    public enum Trust: Hashable, Sendable {
        /// The system's authorities.
        case system
        /// Those of a PEM file.
        case file(String)
        /// Anybody's: neither chain nor name is checked. Only for those who asked for it by name.
        case anybody
    }

    /// Certificate chain and key, as paths of PEM files.
    public struct Identity: Hashable, Sendable {
        /// The chain, own certificate first.
        public var certificate: String
        /// Its key.
        public var key: String

        /// The two files.
        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    let isServer: Bool
    let verifies: Bool
    /// OpenSSL counts its references itself, and contexts may be shared between threads once they are set up.
    nonisolated(unsafe) let pointer: OpaquePointer

    /// For clients. Chain and host name are checked unless `trust` is `.anybody`. Fails when a file cannot be used.
    public static func client(trust: Trust = .system, identity: Identity? = nil) throws(NetworkError) -> TLSContext {
        let context = try TLSContext(isServer: false, verifies: trust != .anybody)
        switch trust {
        case .system: try context.trust(nil)
        case .file(let path): try context.trust(path)
        case .anybody: break
        }
        if let identity { try context.use(identity) }
        return context
    }

    /// For servers. With `clients` every peer must bring a certificate of one of those authorities.
    public static func server(_ identity: Identity, clients: Trust? = nil) throws(NetworkError) -> TLSContext {
        let context = try TLSContext(isServer: true, verifies: clients != nil)
        try context.use(identity)
        switch clients {
        case .system?: try context.trust(nil)
        case .file(let path)?: try context.trust(path)
        case .anybody?, nil: return context
        }
        kd_tls_context_require_peer(context.pointer)
        return context
    }

    private init(isServer: Bool, verifies: Bool) throws(NetworkError) {
        self.isServer = isServer
        self.verifies = verifies
        let (made, words) = Self.withWords { kd_tls_context_create(isServer ? 1 : 0, $0, $1) }
        guard let made else { throw .failed(call: "TLS", words) }
        pointer = made
    }

    deinit {
        kd_tls_context_free(pointer)
    }

    private func trust(_ path: String?) throws(NetworkError) {
        let (status, words) = Self.withWords { kd_tls_context_trust(pointer, path, $0, $1) }
        if status != 1 { throw .failed(call: "loading trusted certificates", words) }
    }

    private func use(_ identity: Identity) throws(NetworkError) {
        let (status, words) = Self.withWords {
            kd_tls_context_identity(pointer, identity.certificate, identity.key, $0, $1)
        }
        if status != 1 { throw .failed(call: "loading certificate and key", words) }
    }

    static func withWords<R>(_ body: (UnsafeMutablePointer<CChar>, Int) -> R) -> (R, String) {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
            buffer[0] = 0
            let result = body(buffer.baseAddress!, buffer.count)
            return (result, String(cString: buffer.baseAddress!))
        }
    }
}
