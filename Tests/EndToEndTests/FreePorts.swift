import Foundation
import Testing

/// Ports that nobody has, for programs that have to be told theirs. They lie below the range that the system takes its own
/// from: what is free there is not taken by somebody's connection a moment later, and a port whose program is gone stays
/// free until it is back.
enum FreePorts {
    /// The first of `count` free ports in a row.
    static func first(of count: Int = 1) throws -> Int {
        for _ in 0..<200 {
            let first = Int.random(in: 20_000..<32_000)
            if (first..<first + count).allSatisfy(isFree) { return first }
        }
        throw POSIXError(.EADDRINUSE)
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        } == 0
    }
}
