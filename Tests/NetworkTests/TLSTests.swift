import Bytes
import Foundation
import Testing

@testable import Network

@Suite struct TLSTests {
    @Test func `frames pass both ways, large ones and file ranges too`() throws {
        let files = try Certificates()
        let content = [UInt8]((0..<900_000).map { UInt8(truncatingIfNeeded: $0 &* 13 &+ $0 >> 8) })
        let file = files.folder.appending(path: "range")
        try Data(content).write(to: file)
        let descriptor = open(file.path, O_RDONLY)
        defer { close(descriptor) }
        let server = try tlsServer(files.context("good")) { stream, frame in
            if frame.text == "file" {
                stream.send([0, 0x0c, 0x35, 0])  // 800,000
                stream.send(file: descriptor, position: 100_000, count: 800_000, keepAlive: nil)
            } else {
                stream.send(framed(frame))
            }
        }
        defer { server.stop() }
        let large = ByteSlice([UInt8](repeating: 7, count: 700_000))
        var got: [ByteSlice] = []
        let ended = try runLoop { loop, done in
            let client = Recorder()
            client.onOpen = { stream in
                stream.send(framed("small"))
                stream.send(framed(large))
                stream.send(framed("file"))
            }
            client.onFrame = { _, frame in
                got.append(frame.detached())
                if got.count == 3 { done() }
            }
            client.onClosed = { _, reason in if got.count < 3 { Issue.record("closed: \(reason.words)") } }
            _ = loop.connect(
                host: "localhost", port: server.port, timeout: .seconds(25), maximumFrame: 1 << 20,
                tls: try TLSContext.client(trust: .file(files.path("ca.pem"))), handler: client)
        }
        #expect(ended)
        #expect(got == [ByteSlice("small"), large, ByteSlice(Array(content[100_000..<900_000]))])
    }

    @Test(arguments: [
        ("good", "localhost", true, nil, ""),
        ("good", "127.0.0.1", true, nil, ""),
        ("other-host", "localhost", true, "hostname mismatch", "it is for elsewhere.example, 192.0.2.1"),
        ("other-host", "127.0.0.1", true, "IP address mismatch", "it is for elsewhere.example, 192.0.2.1"),
        ("other-host", "localhost", false, nil, ""),
        ("expired", "localhost", true, "certificate has expired", "it ended 2"),
        ("self-signed", "localhost", true, "self-signed certificate", "CN=localhost"),
        ("self-signed", "localhost", false, nil, ""),
        ("other-ca", "localhost", true, "unable to get local issuer certificate", "issued by CN=stranger"),
    ])
    func `a certificate is believed, or refused with the reason`(
        name: String, host: String, verifies: Bool, refusal: String?, detail: String
    ) throws {
        let files = try Certificates()
        let server = try tlsServer(files.context(name)) { $0.send(framed($1)) }
        defer { server.stop() }
        let context = try TLSContext.client(trust: verifies ? .file(files.path("ca.pem")) : .anybody)
        let (answer, reason) = try ask(host: host, port: server.port, tls: context)
        if let refusal {
            guard case .tls(let failure)? = reason else {
                Issue.record("closed with \(String(describing: reason))")
                return
            }
            #expect(failure.kind == .certificate && failure.words.hasPrefix(refusal) && answer == nil)
            #expect(failure.words.contains(detail), "\(failure.words)")
        } else {
            #expect(answer == "question" && reason == nil)
        }
    }

    @Test func `a client without the certificate a server asks for is told so`() throws {
        let files = try Certificates()
        let identity = TLSContext.Identity(certificate: files.path("good.pem"), key: files.path("good.key"))
        let context = try TLSContext.server(identity, clients: .file(files.path("ca.pem")))
        let server = try tlsServer(context) { $0.send(framed($1)) }
        defer { server.stop() }
        let trust = TLSContext.Trust.file(files.path("ca.pem"))
        let without = try ask(host: "localhost", port: server.port, tls: try TLSContext.client(trust: trust))
        #expect(without.0 == nil)
        guard case .tls(let failure)? = without.1 else {
            Issue.record("closed with \(String(describing: without.1))")
            return
        }
        #expect(failure.kind == .wantsIdentity && failure.words.contains("certificate required"))
        let with = try ask(
            host: "localhost", port: server.port, tls: try TLSContext.client(trust: trust, identity: identity))
        #expect(with.0 == "question")
    }

    @Test func `a plain server on a TLS port is named, and so is a TLS client on a plain port`() throws {
        let plain = try Server.echo()
        defer { plain.stop() }
        // A TLS hello read as a size is far too large: the plain server hangs up.
        let (answer, reason) = try ask(host: "127.0.0.1", port: plain.port, tls: try TLSContext.client(trust: .anybody))
        #expect(answer == nil && reason == .tls(.hungUp))
        let banner = try Server(maximumFrame: 1_024) { _, _ in
            let recorder = Recorder()
            recorder.onOpen = { $0.send(ByteSlice("HTTP/1.1 400 Bad Request\r\n\r\n")) }
            return recorder
        }
        defer { banner.stop() }
        let other = try ask(host: "127.0.0.1", port: banner.port, tls: try TLSContext.client(trust: .anybody))
        guard case .tls(let failure)? = other.1 else {
            Issue.record("closed with \(String(describing: other.1))")
            return
        }
        #expect(failure.kind == .notTLS)
    }

    @Test func `files that are no certificates are refused with their name`() throws {
        #expect(throws: NetworkError.self) { try TLSContext.client(trust: .file("/nonexistent/ca.pem")) }
        #expect(throws: NetworkError.self) {
            try TLSContext.server(.init(certificate: #filePath, key: #filePath))
        }
    }

    private func tlsServer(
        _ context: TLSContext, _ frame: @escaping @Sendable (Network.Stream, ByteSlice) -> Void
    ) throws -> Server {
        try Server(tls: context) { _, _ in
            let recorder = Recorder()
            recorder.onFrame = frame
            return recorder
        }
    }

    private func ask(host: String, port: UInt16, tls: TLSContext) throws -> (String?, CloseReason?) {
        var answer: String?
        var reason: CloseReason?
        let ended = try runLoop { loop, done in
            let client = Recorder()
            client.onOpen = { $0.send(framed("question")) }
            client.onFrame = {
                answer = $1.text
                done()
            }
            client.onClosed = {
                if answer == nil { reason = $1 }
                done()
            }
            _ = loop.connect(
                host: host, port: port, timeout: .seconds(25), maximumFrame: 1_024, tls: tls, handler: client)
        }
        #expect(ended)
        return (answer, reason)
    }
}
