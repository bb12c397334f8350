import Bytes
import KafkaWire
import Network
import Testing

@testable import KafkaClient

/// The login on a connection, against a peer that plays the broker's side with the same primitives as a real one.
@Suite struct LoginTests {
    /// A broker that lets requests through only after a login.
    private final class Guarded: Sendable {
        let broker: FakeBroker
        /// What was asked, in order.
        let asked: Box<[String]>

        /// `step` gives the answer to each message of the exchange; nil refuses it.
        init(
            mechanisms: [String], lifetime: Int64 = 0,
            _ step: @escaping @Sendable (String, Int) -> String?
        ) throws {
            let asked = Box<[String]>([])
            let steps = Box(0)
            self.asked = asked
            broker = try FakeBroker { key, version, id, frame in
                asked.update { $0.append(key.name) }
                var reader = WireReader(frame)
                guard (try? Frame.requestHeader(from: &reader)) != nil else { return nil }
                switch key {
                case .apiVersions:
                    return FakeBroker.versions(
                        [.apiVersions: 0...4, .metadata: 4...9, .saslHandshake: 0...1, .saslAuthenticate: 0...2],
                        version: version, id)
                case .saslHandshake:
                    guard let request = try? SaslHandshakeRequest(from: &reader, version: version) else { return nil }
                    steps.update { $0 = 0 }
                    let code: ErrorCode =
                        mechanisms.contains(request.mechanism) ? .none : .unsupportedSaslMechanism
                    return try? Frame.encode(
                        SaslHandshakeResponse(errorCode: code, mechanisms: mechanisms), version: version,
                        correlationID: id)
                case .saslAuthenticate:
                    guard let request = try? SaslAuthenticateRequest(from: &reader, version: version) else {
                        return nil
                    }
                    let number = steps.value
                    steps.update { $0 += 1 }
                    var response = SaslAuthenticateResponse(sessionLifetimeMs: lifetime)
                    if let answer = step(request.authBytes.text, number) {
                        response.authBytes = ByteSlice(answer)
                    } else {
                        response.errorCode = .saslAuthenticationFailed
                        response.errorMessage = "Authentication failed: Invalid username or password"
                    }
                    return try? Frame.encode(response, version: version, correlationID: id)
                default:
                    return try? Frame.encode(
                        MetadataResponse(clusterId: "guarded"), version: version, correlationID: id)
                }
            }
        }

        func cluster(_ login: SASLLogin) throws -> Cluster {
            try Cluster(ClientConfiguration(bootstrap: [broker.address], sasl: login))
        }
    }

    @Test func `a plain login is one message, and nothing goes before it`() async throws {
        let guarded = try Guarded(mechanisms: ["PLAIN"]) { message, _ in
            message == "\0alice\0secret" ? "" : nil
        }
        let cluster = try guarded.cluster(.plain(user: "alice", password: Secret("secret")))
        defer { cluster.close() }
        #expect(try await cluster.metadata(nil).clusterID == "guarded")
        #expect(guarded.asked.value == ["ApiVersions", "SaslHandshake", "SaslAuthenticate", "Metadata"])
    }

    @Test func `a refused login says so once, and is not tried again at once`() async throws {
        let guarded = try Guarded(mechanisms: ["PLAIN"]) { _, _ in nil }
        let cluster = try guarded.cluster(.plain(user: "alice", password: Secret("wrong")))
        defer { cluster.close() }
        for _ in 0..<5 {
            await #expect { try await cluster.metadata(nil) } throws: { error in
                guard case .peer(_, .credentials(let words))? = error as? ClientError else { return false }
                return words.contains("Invalid username") && (error as? ClientError)?.exitCode == 4
            }
        }
        #expect(guarded.asked.value == ["ApiVersions", "SaslHandshake", "SaslAuthenticate"])
    }

    @Test func `a mechanism that the broker lacks names those it has`() async throws {
        let guarded = try Guarded(mechanisms: ["SCRAM-SHA-512"]) { _, _ in nil }
        let cluster = try guarded.cluster(.plain(user: "a", password: Secret("b")))
        defer { cluster.close() }
        await #expect { try await cluster.metadata(nil) } throws: { error in
            (error as? ClientError)?.sentence.contains("it takes SCRAM-SHA-512") == true
        }
    }

    @Test(arguments: SCRAM.Mechanism.allCases)
    func `both ends of SCRAM prove that they know the password`(mechanism: SCRAM.Mechanism) async throws {
        let credential = SCRAM.Credential(mechanism, password: "pässword", salt: Digest.randomBytes(16))
        let servers = Box<[SCRAM.Server]>([])
        let guarded = try Guarded(mechanisms: [mechanism.rawValue]) { message, step in
            guard step > 0 else {
                guard let first = try? SCRAM.ClientFirst(message), first.user == "al,i=ce" else { return nil }
                let server = SCRAM.Server(mechanism, first, credential)
                servers.update { $0 = [server] }
                return server.first
            }
            return servers.value.first.flatMap { try? $0.final(after: message) }
        }
        let right = try guarded.cluster(.scram(mechanism, user: "al,i=ce", password: Secret("pässword")))
        defer { right.close() }
        #expect(try await right.metadata(nil).clusterID == "guarded")
        let wrong = try guarded.cluster(.scram(mechanism, user: "al,i=ce", password: Secret("password")))
        defer { wrong.close() }
        await #expect { try await wrong.metadata(nil) } throws: { ($0 as? ClientError)?.exitCode == 4 }
    }

    @Test func `a broker that does not prove itself is not believed`() async throws {
        let guarded = try Guarded(mechanisms: ["SCRAM-SHA-256"]) { message, step in
            guard step > 0 else {
                let nonce = message.split(separator: "=").last.map(String.init) ?? ""
                return "r=\(nonce)x,s=QUJD,i=4096"
            }
            return "v=" + Base64.encode(Digest.randomBytes(32))
        }
        let cluster = try guarded.cluster(.scram(.sha256, user: "alice", password: Secret("secret")))
        defer { cluster.close() }
        await #expect { try await cluster.metadata(nil) } throws: { error in
            guard case .peer(_, .credentials)? = error as? ClientError else { return false }
            return true
        }
        #expect(!guarded.asked.value.contains("Metadata"))
    }

    @Test func `one token serves all connections, and its refusal is confirmed`() async throws {
        let made = Box(0)
        let source = TokenSource { () throws(PeerTrouble) in
            made.update { $0 += 1 }
            return Secret("head.\(Base64.encode(ByteSlice("{\"exp\": 99999999999}"), .url)).sign")
        }
        let seen = Box<[String]>([])
        let guarded = try Guarded(mechanisms: ["OAUTHBEARER"]) { message, _ in
            seen.update { $0.append(message) }
            return ""
        }
        for _ in 0..<3 {
            let cluster = try guarded.cluster(.oauthBearer(source))
            #expect(try await cluster.metadata(nil).clusterID == "guarded")
            cluster.close()
        }
        #expect(made.value == 1 && seen.value.count == 3)
        #expect(seen.value[0].hasPrefix("n,,\u{1}auth=Bearer head.") && seen.value[0].hasSuffix(".sign\u{1}\u{1}"))

        let refusing = try Guarded(mechanisms: ["OAUTHBEARER"]) { message, step in
            step == 0 ? "{\"status\":\"invalid_token\"}" : message == "\u{1}" ? nil : ""
        }
        let cluster = try refusing.cluster(.oauthBearer(source))
        defer { cluster.close() }
        await #expect { try await cluster.metadata(nil) } throws: { ($0 as? ClientError)?.exitCode == 4 }
        #expect(refusing.asked.value.filter { $0 == "SaslAuthenticate" }.count == 2)
    }

    @Test func `a token that cannot be had fails with the reason`() async throws {
        let guarded = try Guarded(mechanisms: ["OAUTHBEARER"]) { _, _ in "" }
        let cluster = try guarded.cluster(.oauthBearer(.command("exit 3")))
        defer { cluster.close() }
        await #expect(
            throws: ClientError.peer(
                address: guarded.broker.address.description, .token("the command failed with status 3"))
        ) { try await cluster.metadata(nil) }
    }

    @Test func `a session that ends is renewed on the same connection while requests go on`() async throws {
        let guarded = try Guarded(mechanisms: ["PLAIN"], lifetime: 100) { _, _ in "" }
        let cluster = try guarded.cluster(.plain(user: "a", password: Secret("b")))
        defer { cluster.close() }
        try await until("the third login") {
            _ = try? await cluster.metadata(nil)
            return guarded.asked.value.filter { $0 == "SaslAuthenticate" }.count >= 3
        }
        // One connection: versions are asked once.
        #expect(guarded.asked.value.filter { $0 == "ApiVersions" }.count == 1)
    }

    @Test func `a port of another protocol is named`() async throws {
        for (bytes, trouble) in [
            (ByteSlice("HTTP/1.1 400 Bad Request\r\n\r\n"), PeerTrouble.http),
            ([0x15, 3, 3, 0, 2, 2, 80], .wantsTLS),
        ] {
            let broker = try FakeBroker { _, _, _, _ in bytes }
            let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address]))
            defer { cluster.close() }
            await #expect(throws: ClientError.peer(address: broker.address.description, trouble)) {
                try await cluster.metadata(nil)
            }
        }
    }

    @Test func `a secret shows nowhere but where it is asked for`() {
        let login = SASLLogin.plain(user: "alice", password: Secret("hunter2"))
        var dumped = ""
        dump(login, to: &dumped)
        for text in ["\(login)", String(reflecting: login), dumped, "\(Secret("hunter2"))"] {
            #expect(!text.contains("hunter2"), "\(text)")
        }
    }
}
