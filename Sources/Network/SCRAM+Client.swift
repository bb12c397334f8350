import Bytes

extension SCRAM {
    /// The client's side: `first`, then `final(after:)`, then `verify(_:)`.
    public struct Client: Sendable {
        /// The first message.
        public let first: String
        private let mechanism: Mechanism
        private let password: String
        private let nonce: String
        private var serverSignature: ByteSlice?

        /// An exchange for `user`. `extensions` are appended to the first message (`tokenauth=true`).
        public init(
            _ mechanism: Mechanism, user: String, password: String, nonce: String? = nil, extensions: String = ""
        ) {
            self.mechanism = mechanism
            self.password = password
            self.nonce = nonce ?? Base64.encode(Digest.randomBytes(24), .url)
            let more = extensions.isEmpty ? "" : "," + extensions
            first = "n,,n=\(SCRAM.escape(user)),r=\(self.nonce)\(more)"
        }

        /// The second message, after the server's first.
        public mutating func final(after server: String) throws(Failure) -> String {
            let parts = server.split(separator: ",", omittingEmptySubsequences: false)
            if parts.first?.hasPrefix("e=") == true { throw .refused(String(parts[0].dropFirst(2))) }
            let serverNonce = try SCRAM.value("r", of: parts.first)
            guard serverNonce.hasPrefix(nonce), serverNonce.utf8.count > nonce.utf8.count else { throw .nonce }
            guard let salt = Base64.decode(String(try SCRAM.value("s", of: parts.dropFirst().first))), !salt.isEmpty
            else {
                throw .malformed("s")
            }
            guard let iterations = Int(try SCRAM.value("i", of: parts.dropFirst(2).first)) else {
                throw .malformed("i")
            }
            guard (4_096...10_000_000).contains(iterations) else { throw .iterations(iterations) }
            let digest = mechanism.digest
            let bare = "c=biws,r=\(serverNonce)"
            let message = ByteSlice("\(first.dropFirst(3)),\(server),\(bare)")
            let salted = digest.pbkdf2(password: ByteSlice(password), salt: salt, iterations: iterations)
            let clientKey = digest.hmac(key: salted, ByteSlice("Client Key"))
            let signature = digest.hmac(key: digest.hash(clientKey), message)
            serverSignature = digest.hmac(key: digest.hmac(key: salted, ByteSlice("Server Key")), message)
            return "\(bare),p=\(Base64.encode(SCRAM.exclusiveOr(clientKey, signature)))"
        }

        /// Checks the server's last message: it knows the password too.
        public func verify(_ server: String) throws(Failure) {
            let parts = server.split(separator: ",", omittingEmptySubsequences: false)
            if parts.first?.hasPrefix("e=") == true { throw .refused(String(parts[0].dropFirst(2))) }
            guard let signature = Base64.decode(String(try SCRAM.value("v", of: parts.first))) else {
                throw .malformed("v")
            }
            guard let expected = serverSignature, Digest.sameBytes(signature, expected) else { throw .wrongProof }
        }
    }
}
