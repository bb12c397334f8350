import Bytes
import Foundation
import KafkaBroker
import KafkaWire

/// A blocking socket that sends any bytes.
final class RawClient {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        // Long enough for any machine; a test that needs it fails.
        var limit = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status != 0 { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    func send(_ bytes: ByteSlice) {
        bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Foundation.send(
                    descriptor, bytes.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
                if count <= 0 { return }
                sent += count
            }
        }
    }

    /// Tells the broker that nothing more comes.
    func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Up to `count` bytes; fewer only when the broker closed.
    func read(_ count: Int) -> ByteSlice {
        var bytes = [UInt8](repeating: 0, count: count)
        var have = 0
        while have < count {
            let got = bytes.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress! + have, count - have, 0) }
            if got <= 0 { break }
            have += got
        }
        return ByteSlice(Array(bytes[..<have]))
    }

    /// Asks and waits for the answer; fails when there is none.
    func ask<R: KafkaRequest>(_ request: R, version: Int16) throws -> R.Response {
        send(try Frame.encode(request, version: version, correlationID: 5, clientID: "raw"))
        guard let frame = readFrame() else { throw POSIXError(.ECONNRESET) }
        let header = Frame.headerVersion(response: R.apiKey, version: version) >= 1 ? 5 : 4
        return try R.Response(bytes: frame.suffix(from: header), version: version)
    }

    /// One frame without its size; nil when the broker closed instead.
    func readFrame() -> ByteSlice? {
        guard let size = read(4).integer(at: 0, as: Int32.self) else { return nil }
        let frame = read(Int(size))
        return frame.count == Int(size) ? frame : nil
    }

    /// True when the broker closed without a byte.
    var isClosedByPeer: Bool { read(1).isEmpty }
}

/// A broker over a folder of its own.
final class ScratchBroker {
    let directory: String
    private(set) var broker: Broker
    private let settings: [String: Int]

    /// `settings` by the names of the broker's options.
    init(directory: String? = nil, _ settings: [String: Int] = [:]) throws {
        self.settings = settings
        self.directory =
            directory ?? NSTemporaryDirectory() + "kdeck-broker-\(ProcessInfo.processInfo.globallyUniqueString)"
        broker = try Self.start(self.directory, settings)
    }

    private static func start(_ directory: String, _ settings: [String: Int]) throws -> Broker {
        var configuration = BrokerConfiguration(dataDirectory: directory)
        configuration.port = 0
        for (name, value) in settings { try configuration.set(name, "\(value)") }
        return try Broker.start(configuration)
    }

    func restart() throws {
        broker.stop()
        broker = try Self.start(directory, settings)
    }

    deinit {
        broker.stop()
        try? FileManager.default.removeItem(atPath: directory)
    }
}
