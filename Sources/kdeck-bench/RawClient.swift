import Bytes
import Foundation
import KafkaWire

/// A blocking connection with nothing but the protocol on it, for figures in which a client library would be the larger
/// part: its work per request is one `send` and one `recv` for as many answers as have come.
final class RawClient {
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1_024 * 1_024)

    /// Connects to `HOST:PORT` with an address in digits.
    init(_ bootstrap: String) throws {
        let words = bootstrap.split(separator: ":")
        guard words.count == 2, let port = UInt16(words[1]) else { throw BenchError.failed("no address: \(bootstrap)") }
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw BenchError.failed("socket: \(String(cString: strerror(errno)))") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, String(words[0]), &address.sin_addr)
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            let words = String(cString: strerror(errno))
            close(descriptor)
            throw BenchError.failed("\(bootstrap): \(words)")
        }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit {
        close(descriptor)
    }

    /// Asks and waits for the answer.
    func call<R: KafkaRequest>(_ request: R, version: Int16) throws -> R.Response {
        try write(Frame.encode(request, version: version, correlationID: 1, clientID: "bench"))
        let size = try Int(exactly(4).withUnsafeBytes { $0.loadUnaligned(as: Int32.self).bigEndian })
        var reader = WireReader(ByteSlice(try exactly(size)))
        _ = try Frame.responseHeader(from: &reader, answering: R.apiKey, version: version)
        return try R.Response(from: &reader, version: version)
    }

    /// Sends `count` requests, `inFlight` of them unanswered at a time, and reads their answers. Gives the time of each
    /// round trip in microseconds when there is one in flight.
    @discardableResult
    func run(
        _ count: Int, inFlight: Int, check: (UnsafeRawBufferPointer) throws -> Void = { _ in },
        _ request: (Int) throws -> ByteSlice
    ) throws -> [Double] {
        var (sent, answered) = (0, 0)
        var (left, header, headerCount) = (0, UInt32(0), 0)
        var times: [Double] = []
        var start = Machine.seconds()
        while answered < count {
            while sent < count, sent - answered < inFlight {
                if inFlight == 1 { start = Machine.seconds() }
                try write(request(sent))
                sent += 1
            }
            let got = try read()
            var at = 0
            while at < got {
                if left == 0 {
                    header = header << 8 | UInt32(buffer[at])
                    headerCount += 1
                    at += 1
                    guard headerCount == 4 else { continue }
                    (left, headerCount) = (Int(header), 0)
                    if got - at >= left {
                        try buffer.withUnsafeBytes { try check(UnsafeRawBufferPointer(rebasing: $0[at..<at + left])) }
                    }
                    continue
                }
                let some = min(left, got - at)
                left -= some
                at += some
                guard left == 0 else { continue }
                answered += 1
                if inFlight == 1 { times.append((Machine.seconds() - start) * 1e6) }
            }
        }
        return times
    }

    private func read() throws -> Int {
        while true {
            let got = recv(descriptor, &buffer, buffer.count, 0)
            if got > 0 { return got }
            guard got < 0, errno == EINTR else { throw BenchError.failed("the broker closed the connection") }
        }
    }

    private func exactly(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var at = 0
        while at < count {
            let got = bytes.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress! + at, count - at, 0) }
            if got <= 0 {
                if got < 0, errno == EINTR { continue }
                throw BenchError.failed("the broker closed the connection")
            }
            at += got
        }
        return bytes
    }

    private func write(_ bytes: ByteSlice) throws {
        try bytes.withUnsafeBytes { bytes in
            var at = 0
            while at < bytes.count {
                let sent = Foundation.send(descriptor, bytes.baseAddress! + at, bytes.count - at, Int32(MSG_NOSIGNAL))
                if sent <= 0 {
                    if sent < 0, errno == EINTR { continue }
                    throw BenchError.failed("the broker closed the connection")
                }
                at += sent
            }
        }
    }
}
