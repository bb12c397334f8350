import Bytes
import Glibc

/// Whole files that are small: certificates, settings.
public enum SmallFile {
    /// The largest that is read, in bytes.
    public static let maximumSize = 16 << 20

    /// The bytes of a file. Fails with the system's word, and for more than 16 MiB.
    public static func read(_ path: String) throws(NetworkError) -> ByteSlice {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path, errno: errno, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 * 1_024)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count == 0 { return ByteSlice(bytes) }
            guard count > 0 else { throw .file(path, errno: errno, String(cString: strerror(errno))) }
            bytes += piece[..<count]
            guard bytes.count <= maximumSize else { throw .file(path, errno: EFBIG, "it is above 16 MiB") }
        }
    }
}
