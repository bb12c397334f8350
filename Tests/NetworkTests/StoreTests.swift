import Bytes
import Foundation
import Testing

@testable import Network

/// Stores of certificates and keys in their formats.
@Suite struct StoreTests {
    /// What `keytool -importcert -storetype JKS -storepass changeit` of Java 17 wrote of one authority.
    private static func javaStore() throws -> ByteSlice {
        let lines = [
            "/u3+7QAAAAIAAAABAAAAAgACY2EAAAGiELLmDwAFWC41MDkAAAGMMIIBiDCCAS2gAwIBAgIUIfGKazRVAbHVTQLm",
            "AI5G3C74opYwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwOdGVzdC1hdXRob3JpdHkwHhcNMjYxMTI1MDMxNDA1WhcN",
            "MzYxMTIyMDMxNDA1WjAZMRcwFQYDVQQDDA50ZXN0LWF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA",
            "BFePpzUQaeyOp+4s/g/V1nFpGMPoy5mkZTcqJUNgr5snnSyyr17lwXcBrcA3rAmchZRBJB/5H9OiTDs3CBnshX+j",
            "UzBRMB0GA1UdDgQWBBSIb1SSfy6urBajXonYTca0xFkgxTAfBgNVHSMEGDAWgBSIb1SSfy6urBajXonYTca0xFkg",
            "xTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCNvImCxoEXod4PgDQhuWiKuxAXRqSxiF4plNWX",
            "4nBKlwIhAKw4m9xbaVjBwx6tjKaQSKmYgLnh0Da0qUZHQKZRz9x3U6r/5i8T6VIyV/gDvuu8+PmcIck=",
        ]
        return try #require(Base64.decode(lines.joined()))
    }

    @Test func `a Java store gives its certificates, under its password or without one`() throws {
        let bytes = try Self.javaStore()
        let store = try JavaKeyStore(bytes, password: "changeit")
        #expect(store.certificates.count == 1)
        // A DER sequence with the authority's name in it.
        #expect(store.certificates[0][0] == 0x30 && store.certificates[0].text.contains("test-authority"))
        #expect(try JavaKeyStore(bytes, password: nil).certificates == store.certificates)
        #expect(throws: JavaKeyStore.Failure.password) { try JavaKeyStore(bytes, password: "changeIt") }
    }

    @Test func `a Java store with any byte changed or cut is refused, never read`() throws {
        let bytes = try Self.javaStore().array
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x40
            #expect(throws: JavaKeyStore.Failure.self, "byte \(index)") {
                try JavaKeyStore(ByteSlice(changed), password: "changeit")
            }
            #expect(throws: JavaKeyStore.Failure.self, "cut at \(index)") {
                try JavaKeyStore(ByteSlice(Array(bytes[..<index])), password: nil)
            }
        }
    }

    @Test func `trust and identity are read from PEM, PKCS12 and text, and connect`() throws {
        let files = try Certificates()
        try files.openssl([
            "pkcs12", "-export", "-inkey", "good.key", "-in", "good.pem", "-certfile", "ca.pem", "-out", "good.p12",
            "-passout", "pass:changeit",
        ])
        try files.openssl(["pkey", "-in", "good.key", "-aes256", "-passout", "pass:secret", "-out", "locked.key"])
        let text = try String(contentsOfFile: files.path("ca.pem"), encoding: .utf8)
        let server = try Server(tls: try requiringServer(files)) { _, _ in
            let recorder = Recorder()
            recorder.onFrame = { $0.send(framed($1)) }
            return recorder
        }
        defer { server.stop() }
        let store = TLSStore(path: files.path("good.p12"), password: "changeit")
        let identities: [TLSContext.Identity] = [
            .init(certificate: files.path("good.pem"), key: files.path("good.key")),
            .init(certificate: store),
            .init(
                certificate: TLSStore(path: files.path("good.pem")),
                key: TLSStore(path: files.path("locked.key"), password: "secret")),
        ]
        let trusts: [TLSContext.Trust] = [.file(files.path("ca.pem")), .store(TLSStore(pem: text)), .store(store)]
        for (identity, trust) in zip(identities, trusts) {
            let context = try TLSContext.client(trust: trust, identity: identity)
            var facts: TLSFacts?
            var reason: CloseReason?
            let ended = try runLoop { loop, done in
                let client = Recorder()
                client.onOpen = { $0.send(framed("question")) }
                client.onFrame = { stream, _ in
                    facts = stream.tlsFacts
                    done()
                }
                client.onClosed = { _, why in
                    if facts == nil { reason = why }
                    done()
                }
                _ = loop.connect(
                    host: "localhost", port: server.port, timeout: .seconds(25), maximumFrame: 1_024, tls: context,
                    handler: client)
            }
            #expect(ended && reason == nil)
            #expect(facts?.version == "TLSv1.3" && facts?.names.hasPrefix("localhost, 127.0.0.1") == true)
            #expect(facts?.issuer == "CN=ca" && (facts?.notAfter ?? 0) > 1_700_000_000)
        }
    }

    @Test func `a wrong password, a missing one and an empty store are told apart, without asking anybody`() throws {
        let files = try Certificates()
        try files.openssl(["pkey", "-in", "good.key", "-aes256", "-passout", "pass:secret", "-out", "locked.key"])
        func words(_ trust: TLSContext.Trust, _ identity: TLSContext.Identity? = nil) -> String {
            do {
                _ = try TLSContext.client(trust: trust, identity: identity)
                return "accepted"
            } catch { return error.words }
        }
        let chain = TLSStore(path: files.path("good.pem"))
        let locked = TLSStore(path: files.path("locked.key"))
        #expect(words(.system, .init(certificate: chain, key: locked)).contains("without a password"))
        #expect(words(.store(TLSStore(pem: ""))).contains("no PEM certificate"))
        #expect(words(.file("/nonexistent")).contains("No such file"))
        #expect(words(.store(TLSStore(path: files.path("ca.pem"), format: .pkcs12))).contains("no PKCS12 store"))
        let other = TLSContext.Identity(certificate: files.path("good.pem"), key: files.path("expired.key"))
        #expect(words(.system, other).contains("key and certificate"))
    }

    private func requiringServer(_ files: Certificates) throws -> TLSContext {
        try TLSContext.server(
            .init(certificate: files.path("good.pem"), key: files.path("good.key")),
            clients: .file(files.path("ca.pem")))
    }
}
