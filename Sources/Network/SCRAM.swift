import Bytes

/// The steps of SCRAM (RFC 5802, 7677), as text in and text out; who sends them is elsewhere.
public enum SCRAM {
    /// Kafka's two mechanisms.
    public enum Mechanism: String, Sendable, CaseIterable {
        /// With SHA-256.
        case sha256 = "SCRAM-SHA-256"
        /// With SHA-512.
        case sha512 = "SCRAM-SHA-512"

        /// Its digest.
        public var digest: Digest { self == .sha256 ? .sha256 : .sha512 }
    }

    /// Why a step was refused.
    public enum Failure: Error, Hashable, Sendable {
        /// The peer's message does not follow the grammar; which part.
        case malformed(String)
        /// The server asked for fewer iterations than 4,096, or for more than 10,000,000.
        case iterations(Int)
        /// The nonce is not the one that was given.
        case nonce
        /// The proof or the server's signature is wrong: another password.
        case wrongProof
        /// The server refused; in its words.
        case refused(String)

        /// One phrase without a full stop.
        public var words: String {
            switch self {
            case .malformed(let part): "the peer's SCRAM message has no valid \(part)"
            case .iterations(let count): "the server asks for \(count) iterations, outside of 4,096 to 10,000,000"
            case .nonce: "the peer answered for another SCRAM exchange"
            case .wrongProof: "the SCRAM proof does not match: wrong user or password"
            case .refused(let why): "the server refused: \(why)"
            }
        }
    }

    /// What a server keeps of a password.
    public struct Credential: Hashable, Sendable {
        /// The salt.
        public var salt: ByteSlice
        /// How often the digest was applied.
        public var iterations: Int
        /// Proves a client.
        public var storedKey: ByteSlice
        /// Proves the server.
        public var serverKey: ByteSlice

        /// Parts as stored.
        public init(salt: ByteSlice, iterations: Int, storedKey: ByteSlice, serverKey: ByteSlice) {
            self.salt = salt
            self.iterations = iterations
            self.storedKey = storedKey
            self.serverKey = serverKey
        }

        /// What is kept of `password`.
        public init(_ mechanism: Mechanism, password: String, salt: ByteSlice, iterations: Int = 4_096) {
            let digest = mechanism.digest
            let salted = digest.pbkdf2(password: ByteSlice(password), salt: salt, iterations: iterations)
            self.init(
                salt: salt, iterations: iterations,
                storedKey: digest.hash(digest.hmac(key: salted, ByteSlice("Client Key"))),
                serverKey: digest.hmac(key: salted, ByteSlice("Server Key")))
        }
    }

    /// A name as it stands in a message: `=` and `,` are written out.
    static func escape(_ name: String) -> String {
        var text = ""
        for character in name.unicodeScalars {
            switch character {
            case "=": text += "=3D"
            case ",": text += "=2C"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }

    /// The name behind `text`, or nil when an `=` begins nothing known.
    static func unescape(_ text: some StringProtocol) -> String? {
        var name = ""
        var rest = Substring(text)
        while let at = rest.firstIndex(of: "=") {
            name += rest[..<at]
            if rest[at...].hasPrefix("=3D") {
                name += "="
            } else if rest[at...].hasPrefix("=2C") {
                name += ","
            } else {
                return nil
            }
            rest = rest[rest.index(at, offsetBy: 3)...]
        }
        return name + rest
    }

    static func exclusiveOr(_ a: ByteSlice, _ b: ByteSlice) -> ByteSlice {
        ByteSlice(zip(a, b).map { $0 ^ $1 })
    }

    /// The value behind `name=`; parts are split at commas.
    static func value(_ name: String, of part: Substring?) throws(Failure) -> Substring {
        guard let part, part.hasPrefix(name + "=") else { throw .malformed(name) }
        return part.dropFirst(2)
    }
}
