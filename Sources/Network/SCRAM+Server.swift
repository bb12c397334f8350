import Bytes

extension SCRAM {
    /// A client's first message, taken apart.
    public struct ClientFirst: Hashable, Sendable {
        /// The user, with `=2C` and `=3D` resolved.
        public let user: String
        /// Who the client wants to act as; empty for itself.
        public let authorizationID: String
        /// The client's nonce.
        public let nonce: String
        /// `name=value` pairs behind the nonce.
        public let extensions: [String: String]
        /// The message without its header, as both sign it.
        let bare: String
        let header: String

        /// Reads a message as Kafka does: no channel binding, an optional authorization id, an optional reserved part.
        public init(_ message: String) throws(Failure) {
            let parts = message.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "n" else { throw .malformed("header") }
            if parts[1].isEmpty {
                authorizationID = ""
            } else {
                let name = try SCRAM.value("a", of: parts[1])
                guard let resolved = SCRAM.unescape(name), !resolved.isEmpty else { throw .malformed("a") }
                authorizationID = resolved
            }
            header = "n,\(parts[1]),"
            var fields = parts[2].split(separator: ",", omittingEmptySubsequences: false)[...]
            // As in Kafka, the reserved part is not signed.
            if fields.first?.hasPrefix("m=") == true { fields.removeFirst() }
            bare = fields.joined(separator: ",")
            let name = try SCRAM.value("n", of: fields.first)
            guard let resolved = SCRAM.unescape(name), !resolved.isEmpty else { throw .malformed("n") }
            user = resolved
            let nonce = try SCRAM.value("r", of: fields.dropFirst().first)
            guard !nonce.isEmpty, nonce.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { throw .malformed("r") }
            self.nonce = String(nonce)
            var extensions: [String: String] = [:]
            for field in fields.dropFirst(2) {
                guard let at = field.firstIndex(of: "="), at > field.startIndex, field.index(after: at) < field.endIndex
                else { throw .malformed("extension") }
                extensions[String(field[..<at])] = String(field[field.index(after: at)...])
            }
            self.extensions = extensions
        }
    }

    /// The server's side, once the user's credential is known: `first`, then `final(after:)`.
    public struct Server: Sendable {
        /// The first message.
        public let first: String
        private let mechanism: Mechanism
        private let client: ClientFirst
        private let credential: Credential
        private let nonce: String

        /// The exchange that `client` began.
        public init(_ mechanism: Mechanism, _ client: ClientFirst, _ credential: Credential, nonce: String? = nil) {
            self.mechanism = mechanism
            self.client = client
            self.credential = credential
            self.nonce = client.nonce + (nonce ?? Base64.encode(Digest.randomBytes(24), .url))
            first = "r=\(self.nonce),s=\(Base64.encode(credential.salt)),i=\(credential.iterations)"
        }

        /// The last message after the client's proof; fails with `.wrongProof` for another password.
        public func final(after message: String) throws(Failure) -> String {
            let parts = message.split(separator: ",", omittingEmptySubsequences: false)
            guard let proofAt = message.range(of: ",p=") else { throw .malformed("p") }
            guard try SCRAM.value("c", of: parts.first) == Base64.encode(ByteSlice(client.header)) else {
                throw .malformed("c")
            }
            guard try SCRAM.value("r", of: parts.dropFirst().first) == nonce else { throw .nonce }
            let bare = message[..<proofAt]
            guard let proof = Base64.decode(String(message[proofAt...].dropFirst(3))),
                proof.count == mechanism.digest.size
            else { throw .malformed("p") }
            let digest = mechanism.digest
            let signed = ByteSlice("\(client.bare),\(first),\(bare)")
            let clientKey = SCRAM.exclusiveOr(proof, digest.hmac(key: credential.storedKey, signed))
            guard Digest.sameBytes(digest.hash(clientKey), credential.storedKey) else { throw .wrongProof }
            return "v=\(Base64.encode(digest.hmac(key: credential.serverKey, signed)))"
        }
    }
}

extension String {
    /// Where `text` begins, or nil.
    fileprivate func range(of text: String) -> String.Index? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at }
            at = index(after: at)
        }
        return nil
    }
}
