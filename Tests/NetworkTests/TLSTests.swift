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
        ("good", "localhost", true, nil),
        ("good", "127.0.0.1", true, nil),
        ("other-host", "localhost", true, "hostname mismatch"),
        ("other-host", "127.0.0.1", true, "IP address mismatch"),
        ("other-host", "localhost", false, nil),
        ("expired", "localhost", true, "certificate has expired"),
        ("self-signed", "localhost", true, "self-signed certificate"),
        ("self-signed", "localhost", false, nil),
        ("other-ca", "localhost", true, "unable to get local issuer certificate"),
    ])
    func `a certificate is believed, or refused with the reason`(
        name: String, host: String, verifies: Bool, refusal: String?
    ) throws {
        let files = try Certificates()
        let server = try tlsServer(files.context(name)) { $0.send(framed($1)) }
        defer { server.stop() }
        let context = try TLSContext.client(trust: verifies ? .file(files.path("ca.pem")) : .anybody)
        let (answer, reason) = try ask(host: host, port: server.port, tls: context)
        if let refusal {
            #expect(reason == .tls(refusal) && answer == nil)
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
        guard case .tls(let words)? = without.1 else {
            Issue.record("closed with \(String(describing: without.1))")
            return
        }
        #expect(words.contains("certificate required"))
        let with = try ask(
            host: "localhost", port: server.port, tls: try TLSContext.client(trust: trust, identity: identity))
        #expect(with.0 == "question")
    }

    @Test func `a plain server on a TLS port is named, and so is a TLS client on a plain port`() throws {
        let plain = try Server.echo()
        defer { plain.stop() }
        // A TLS hello read as a size is far too large: the plain server hangs up.
        let (answer, reason) = try ask(host: "127.0.0.1", port: plain.port, tls: try TLSContext.client(trust: .anybody))
        #expect(answer == nil && reason == .tls("the peer hung up during the handshake"))
        let banner = try Server(maximumFrame: 1_024) { _, _ in
            let recorder = Recorder()
            recorder.onOpen = { $0.send(ByteSlice("HTTP/1.1 400 Bad Request\r\n\r\n")) }
            return recorder
        }
        defer { banner.stop() }
        let other = try ask(host: "127.0.0.1", port: banner.port, tls: try TLSContext.client(trust: .anybody))
        guard case .tls(let words)? = other.1 else {
            Issue.record("closed with \(String(describing: other.1))")
            return
        }
        #expect(words.contains("does not speak TLS") || words.contains("hung up"))
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

/// Certificates made by the openssl command in a folder that goes with this value.
private final class Certificates {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try authority("ca")
        try authority("stranger")
        try leaf("good", by: "ca", names: "DNS:localhost,IP:127.0.0.1,IP:::1")
        try leaf("other-host", by: "ca", names: "DNS:elsewhere.example,IP:192.0.2.1")
        try leaf("expired", by: "ca", names: "DNS:localhost", days: -1)
        try leaf("other-ca", by: "stranger", names: "DNS:localhost")
        try openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
            "self-signed.key", "-out", "self-signed.pem", "-days", "2", "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost",
        ])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func context(_ name: String) throws -> TLSContext {
        try TLSContext.server(.init(certificate: path("\(name).pem"), key: path("\(name).key")))
    }

    private func authority(_ name: String) throws {
        try openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "\(name).key",
            "-out", "\(name).pem", "-days", "2", "-subj", "/CN=\(name)",
        ])
    }

    private func leaf(_ name: String, by authority: String, names: String, days: Int = 2) throws {
        try openssl([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "\(name).key", "-out",
            "\(name).csr", "-subj", "/CN=\(name)",
        ])
        try Data("subjectAltName=\(names)\n".utf8).write(to: folder.appending(path: "\(name).ext"))
        try openssl([
            "x509", "-req", "-in", "\(name).csr", "-CA", "\(authority).pem", "-CAkey", "\(authority).key",
            "-CAcreateserial", "-out", "\(name).pem", "-days", "\(days)", "-extfile", "\(name).ext",
        ])
    }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments.joined(separator: " "))")
    }
}
