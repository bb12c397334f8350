import Bytes
import COpenSSL

/// The digests Kafka's authentication stands on, by OpenSSL.
public enum Digest: String, Sendable {
    /// SHA-256, 32 bytes.
    case sha256 = "SHA256"
    /// SHA-512, 64 bytes.
    case sha512 = "SHA512"

    /// Bytes of a digest.
    public var size: Int { self == .sha256 ? 32 : 64 }

    /// The digest of `bytes`.
    public func hash(_ bytes: ByteSlice) -> ByteSlice {
        output { out in
            bytes.withUnsafeBytes { kd_digest(rawValue, $0.baseAddress, $0.count, out.baseAddress, out.count) }
        }
    }

    /// The keyed digest (RFC 2104) of `bytes`.
    public func hmac(key: ByteSlice, _ bytes: ByteSlice) -> ByteSlice {
        output { out in
            key.withUnsafeBytes { key in
                bytes.withUnsafeBytes { bytes in
                    kd_hmac(
                        rawValue, key.baseAddress, key.count, bytes.baseAddress, bytes.count, out.baseAddress, out.count
                    )
                }
            }
        }
    }

    /// The stretched password (RFC 8018), as long as a digest. `iterations` below 1 counts as 1.
    public func pbkdf2(password: ByteSlice, salt: ByteSlice, iterations: Int) -> ByteSlice {
        output { out in
            password.withUnsafeBytes { password in
                salt.withUnsafeBytes { salt in
                    kd_pbkdf2(
                        rawValue, password.baseAddress, password.count, salt.baseAddress, salt.count,
                        Int32(clamping: max(1, iterations)), out.baseAddress, out.count)
                }
            }
        }
    }

    /// True when both hold the same bytes; takes as long whether they do or not.
    public static func sameBytes(_ a: ByteSlice, _ b: ByteSlice) -> Bool {
        guard a.count == b.count else { return false }
        return a.withUnsafeBytes { a in b.withUnsafeBytes { b in kd_same_bytes(a.baseAddress, b.baseAddress, a.count) }
        }
            == 1
    }

    /// `count` bytes nobody can guess.
    public static func randomBytes(_ count: Int) -> ByteSlice {
        let storage = ByteStorage.allocate(count)
        let status = kd_random(storage.base.assumingMemoryBound(to: UInt8.self), count)
        // Without chance there is no authentication; the system never refuses it in practice.
        precondition(status == 1, "the system gave no random bytes")
        return ByteSlice(storage: storage, start: 0, count: count)
    }

    private func output(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Int32) -> ByteSlice {
        let storage = ByteStorage.allocate(size)
        let out = UnsafeMutableBufferPointer(start: storage.base.assumingMemoryBound(to: UInt8.self), count: size)
        // Fails only when OpenSSL lacks SHA-2, which no installation does.
        precondition(body(out) > 0, "OpenSSL has no \(rawValue)")
        return ByteSlice(storage: storage, start: 0, count: size)
    }
}
