import Bytes
import COpenSSL

/// What many TLS connections share: whom to trust, and who this side is. TLS 1.2 and later.
public final class TLSContext: Sendable {
    /// Whose certificates are believed.
    public enum Trust: Hashable, Sendable {
        /// The system's authorities.
        case system
        /// Those of a store.
        case store(TLSStore)
        /// Anybody's: neither chain nor name is checked. Only for those who asked for it by name.
        case anybody

        /// Those of a file, whose format is told by its bytes.
        public static func file(_ path: String) -> Trust { .store(TLSStore(path: path)) }
    }

    /// Certificate chain and key: two PEM files, or one store with both.
    public struct Identity: Hashable, Sendable {
        /// The chain, own certificate first.
        public var certificate: TLSStore
        /// Its key; nil when it is in the same store.
        public var key: TLSStore?

        /// A chain and its key; nil when both are in one store.
        public init(certificate: TLSStore, key: TLSStore? = nil) {
            self.certificate = certificate
            self.key = key
        }

        /// Two PEM files.
        public init(certificate: String, key: String) {
            self.init(certificate: TLSStore(path: certificate), key: TLSStore(path: key))
        }
    }

    let isServer: Bool
    /// What is checked of a peer, as the door numbers it.
    let verification: Int
    /// OpenSSL counts its references itself, and contexts may be shared between threads once they are set up.
    nonisolated(unsafe) let pointer: OpaquePointer

    /// For clients. Chain and host name are checked unless `trust` is `.anybody`; with `checksName` false only the chain is.
    /// Fails when a store cannot be used.
    public static func client(
        trust: Trust = .system, identity: Identity? = nil, checksName: Bool = true
    ) throws(NetworkError) -> TLSContext {
        let verification =
            trust == .anybody
            ? KD_VERIFY_NOTHING : checksName ? KD_VERIFY_CHAIN_AND_NAME : KD_VERIFY_CHAIN
        let context = try TLSContext(isServer: false, verification: Int(verification))
        try context.believe(trust)
        if let identity { try context.use(identity) }
        return context
    }

    /// For servers. With `clients` every peer must bring a certificate of one of those authorities.
    public static func server(_ identity: Identity, clients: Trust? = nil) throws(NetworkError) -> TLSContext {
        let context = try TLSContext(isServer: true, verification: Int(KD_VERIFY_NOTHING))
        try context.use(identity)
        guard let clients, clients != .anybody else { return context }
        try context.believe(clients)
        kd_tls_context_require_peer(context.pointer)
        return context
    }

    private init(isServer: Bool, verification: Int) throws(NetworkError) {
        self.isServer = isServer
        self.verification = verification
        let (made, words) = Self.withWords { kd_tls_context_create(isServer ? 1 : 0, $0, $1) }
        guard let made else { throw .failed(call: "TLS", words) }
        pointer = made
    }

    deinit {
        kd_tls_context_free(pointer)
    }

    private func believe(_ trust: Trust) throws(NetworkError) {
        switch trust {
        case .anybody: return
        case .system:
            let (status, words) = Self.withWords { kd_tls_context_trust_system(pointer, $0, $1) }
            if status != 1 { throw .failed(call: "loading trusted certificates", words) }
        case .store(let store):
            let (bytes, format) = try store.read()
            switch format {
            case .pem: try add(bytes, Int32(KD_PEM), store)
            case .pkcs12: try add(bytes, Int32(KD_PKCS12), store)
            case .jks:
                let certificates = try javaCertificates(bytes, store)
                for certificate in certificates { try add(certificate, Int32(KD_DER), store) }
            }
        }
    }

    private func javaCertificates(_ bytes: ByteSlice, _ store: TLSStore) throws(NetworkError) -> [ByteSlice] {
        let certificates: [ByteSlice]
        do throws(JavaKeyStore.Failure) {
            certificates = try JavaKeyStore(bytes, password: store.password).certificates
        } catch {
            throw .unusable(store.name, error.words)
        }
        if certificates.isEmpty { throw .unusable(store.name, "there is no certificate in it") }
        return certificates
    }

    private func add(_ bytes: ByteSlice, _ format: Int32, _ store: TLSStore) throws(NetworkError) {
        let (count, words) = Self.withWords { error, capacity in
            bytes.withUnsafeBytes {
                kd_tls_context_trust(pointer, format, $0.baseAddress, $0.count, store.password, error, capacity)
            }
        }
        if count < 1 { throw .unusable(store.name, words) }
    }

    private func use(_ identity: Identity) throws(NetworkError) {
        let store = identity.certificate
        let (chain, format) = try store.read()
        let keyStore = identity.key ?? store
        if format == .jks {
            throw .unusable(
                store.name, "a client key is not read from JKS; `keytool -importkeystore` makes a PKCS12 store of it")
        }
        let key = identity.key == nil ? chain : try keyStore.read().bytes
        let (status, words) = Self.withWords { error, capacity in
            chain.withUnsafeBytes { chain in
                key.withUnsafeBytes { key in
                    format == .pkcs12
                        ? kd_tls_context_identity_pkcs12(
                            pointer, chain.baseAddress, chain.count, store.password, error, capacity)
                        : kd_tls_context_identity_pem(
                            pointer, chain.baseAddress, chain.count, key.baseAddress, key.count, keyStore.password,
                            error, capacity)
                }
            }
        }
        if status != 1 {
            throw .unusable(keyStore == store ? store.name : "\(store.name) with \(keyStore.name)", words)
        }
    }

    static func withWords<R>(_ body: (UnsafeMutablePointer<CChar>, Int) -> R) -> (R, String) {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
            buffer[0] = 0
            let result = body(buffer.baseAddress!, buffer.count)
            return (result, String(cString: buffer.baseAddress!))
        }
    }
}
