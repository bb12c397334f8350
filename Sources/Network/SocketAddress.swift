import CUV
import Glibc

/// An address in digits and a port, as text.
public struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
    /// The host: an IPv4 or IPv6 address in digits, or a name that was not looked up yet.
    public var host: String
    /// The port.
    public var port: UInt16

    /// The address of `host` and `port`.
    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// `127.0.0.1:9092`, `[::1]:9092`.
    public var description: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }

    /// The text form of a C address.
    init(_ address: UnsafePointer<sockaddr>, length: socklen_t) {
        var port: UInt16 = 0
        host = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
            guard kd_address_text(address, length, text.baseAddress, text.count, &port) == 0 else { return "?" }
            return String(cString: text.baseAddress!)
        }
        self.port = port
    }

    /// The address this end of `descriptor` is bound to.
    init(localOf descriptor: Int32) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        self = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = getsockname(descriptor, address, &length)
                return SocketAddress(address, length: length)
            }
        }
    }
}
