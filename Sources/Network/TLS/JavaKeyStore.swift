import Bytes
import COpenSSL

/// Java's own key store, version 1 and 2, read for the certificates in it. They are not encrypted; a digest over the
/// password and all bytes shows whether the file is whole and the password right.
struct JavaKeyStore {
    /// The first four bytes of every store.
    static let magic: UInt32 = 0xFEED_FEED

    /// The trusted certificates, and those of the chains of keys, as DER.
    let certificates: [ByteSlice]

    /// Why a store is not believed.
    enum Failure: Error, Hashable {
        /// The bytes do not follow the format.
        case malformed
        /// Another version than 1 or 2.
        case version(UInt32)
        /// The digest does not match.
        case password

        var words: String {
            switch self {
            case .malformed: "it is no whole JKS store"
            case .version(let version): "it is a JKS store of version \(version), which is unknown"
            case .password: "the password does not match it, or its bytes were changed"
            }
        }
    }

    /// Reads a store. Without a password the digest is not checked, as Java does it.
    init(_ bytes: ByteSlice, password: String?) throws(Failure) {
        var cursor = Cursor(bytes: bytes)
        guard try cursor.integer(UInt32.self) == Self.magic else { throw .malformed }
        let version = try cursor.integer(UInt32.self)
        guard version == 1 || version == 2 else { throw .version(version) }
        var found: [ByteSlice] = []
        for _ in 0..<(try cursor.integer(UInt32.self)) {
            switch try cursor.integer(UInt32.self) {
            case 1:
                try cursor.skipAliasAndDate()
                _ = try cursor.take(Int(cursor.integer(UInt32.self)))
                for _ in 0..<(try cursor.integer(UInt32.self)) { found.append(try cursor.certificate(version)) }
            case 2:
                try cursor.skipAliasAndDate()
                found.append(try cursor.certificate(version))
            default: throw .malformed
            }
        }
        let content = cursor.at
        let digest = try cursor.take(20)
        guard cursor.at == bytes.count else { throw .malformed }
        if let password {
            // The password in UTF-16, these words, then all bytes.
            let salt = password.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            let expected = Self.sha1(salt + Array("Mighty Aphrodite".utf8) + bytes.slice(0..<content).array)
            guard Digest.sameBytes(digest, expected) else { throw .password }
        }
        certificates = found
    }

    private static func sha1(_ bytes: [UInt8]) -> ByteSlice {
        var digest = [UInt8](repeating: 0, count: 20)
        let count = kd_digest("SHA1", bytes, bytes.count, &digest, digest.count)
        return ByteSlice(Array(digest.prefix(max(0, Int(count)))))
    }

    private struct Cursor {
        let bytes: ByteSlice
        private(set) var at = 0

        init(bytes: ByteSlice) { self.bytes = bytes }

        mutating func integer<T: FixedWidthInteger>(_ type: T.Type) throws(Failure) -> T {
            guard let value = bytes.integer(at: at, as: type) else { throw .malformed }
            at += MemoryLayout<T>.size
            return value
        }

        mutating func take(_ count: Int) throws(Failure) -> ByteSlice {
            guard count >= 0, count <= bytes.count - at else { throw .malformed }
            defer { at += count }
            return bytes.slice(at..<at + count)
        }

        mutating func skipAliasAndDate() throws(Failure) {
            _ = try take(Int(integer(UInt16.self)))
            _ = try take(8)
        }

        mutating func certificate(_ version: UInt32) throws(Failure) -> ByteSlice {
            // Version 1 knows no other type than X.509 and does not name it.
            if version == 2 { _ = try take(Int(integer(UInt16.self))) }
            return try take(Int(integer(UInt32.self)))
        }
    }
}
