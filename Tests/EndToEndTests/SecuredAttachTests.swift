import Foundation
import Testing

/// `kdeck` on Apache Kafka behind TLS and logins: everything an open cluster gives, and one line for each thing that can be
/// wrong.
@Suite(
    .serialized,
    .enabled(if: Tool.apacheKafka.isExpected && Tool.kcat.isExpected, "needs Apache Kafka beside the repository"),
    .timeLimit(.minutes(15)))
struct SecuredAttachTests {
    private static let admin = [
        "sasl.mechanism=PLAIN", "sasl.username=admin", "sasl.password=env:KDECK_TEST_PASSWORD",
    ]
    private static let password = ["KDECK_TEST_PASSWORD": "admin-secret", "KDECK_WRONG_PASSWORD": "nonsense"]

    private func kdeck(_ words: [String], _ settings: [String] = []) async throws -> Finished {
        let state = try TemporaryFolder()
        let environment = Self.password.merging(["XDG_STATE_HOME": state.path, "TZ": "UTC"]) { $1 }
        return try await run(
            KdeckProgram.path, words + settings.flatMap { ["-X", $0] }, environment: environment)
    }

    /// Topics, tail, groups and a reset that is executed.
    private func usesEverything(_ address: String, kcat settings: [String], kdeck given: [String]) async throws {
        let kcat = [try Tool.kcat.required(), "-b", address] + settings.flatMap { ["-X", $0] }
        let made = try await run(
            kcat[0], kcat.dropFirst() + ["-P", "-t", "orders"], input: (0..<30).map { "v\($0)\n" }.joined())
        #expect(made.status == 0, "\(made.error)")
        let read = try await run(
            kcat[0],
            kcat.dropFirst() + ["-X", "auto.offset.reset=earliest", "-c", "30", "-G", "readers", "orders"])
        #expect(read.lines.count == 30, "\(read.error)")

        let topics = try await kdeck(["topics", "-o", "json"] + given)
        #expect(topics.status == 0 && topics.output.contains("\"records\":30"), "\(topics.output)\(topics.error)")
        let tail = try await kdeck(["tail", "orders", "-n", "5", "-e"] + given)
        #expect(tail.lines.count == 5, "\(tail.output)\(tail.error)")
        let reset = try await kdeck(["groups", "reset", "readers", "--to-earliest", "--execute"] + given)
        #expect(reset.output.contains("read back and equal"), "\(reset.output)\(reset.error)")
        let groups = try await kdeck(["groups", "-o", "json"] + given)
        #expect(groups.output.contains("\"lag\":30"), "\(groups.output)\(groups.error)")
        let help = try await kdeck(["attach"] + given)
        #expect(help.error.contains("no terminal"), "settings are read before the screen is asked for")
    }

    /// The console with client.properties: unlock, reset, undo, browse, tail.
    private func playByKeys(on cluster: JourneyCluster) async throws {
        guard Tool.tmux.isExpected else { return }
        // The group was just put back to the beginning.
        try await cluster.read(30, of: "orders", as: "readers")
        try await cluster.playReset(of: "orders", group: "readers")
        try await cluster.playBrowsing(of: "orders", newest: "v29")
    }

    private func refuses(
        _ words: [String], _ settings: [String], _ status: Int32, _ phrase: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let finished = try await kdeck(["topics"] + words, settings)
        #expect(finished.status == status, "\(finished.error)", sourceLocation: sourceLocation)
        #expect(finished.error.contains(phrase), "\(finished.error)", sourceLocation: sourceLocation)
        #expect(finished.lines.isEmpty, sourceLocation: sourceLocation)
        #expect(finished.error.split(separator: "\n").count == 1, "\(finished.error)", sourceLocation: sourceLocation)
        #expect(!finished.error.contains("admin-secret") && !finished.error.contains("nonsense"))
    }

    @Test func loginsOnAPlainConnection() async throws {
        try await withApacheKafka(["--sasl"]) { address, folder, kafka in
            let sasl = "security.protocol=SASL_PLAINTEXT"
            try await usesEverything(
                address,
                kcat: [sasl, "sasl.mechanism=PLAIN", "sasl.username=admin", "sasl.password=admin-secret"],
                kdeck: ["-b", address, "-F", folder + "/client.properties"])
            var cluster = JourneyCluster(address: address, folder: folder, kafka: kafka)
            cluster.login = [sasl, "sasl.mechanism=PLAIN", "sasl.username=admin", "sasl.password=admin-secret"]
            try await playByKeys(on: cluster)
            let here = ["-b", address]
            #expect(try await kdeck(["topics"] + here, [sasl] + Self.admin).status == 0)

            try await refuses(here, [], 4, "Set security.protocol=SASL_PLAINTEXT or SASL_SSL")
            try await refuses(here, ["security.protocol=SSL"], 5, "does not speak TLS")
            for mechanism in ["PLAIN", "SCRAM-SHA-256"] {
                try await refuses(
                    here,
                    [
                        sasl, "sasl.mechanism=\(mechanism)", "sasl.username=admin",
                        "sasl.password=env:KDECK_WRONG_PASSWORD",
                    ], 4, "refused the login")
            }
            try await refuses(
                here, [sasl, "sasl.mechanism=OAUTHBEARER", "sasl.oauthbearer.token.command=echo a.b.c"], 4,
                "does not take OAUTHBEARER; it takes")
        }
    }

    @Test func tokensOfACommand() async throws {
        let module = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
        try await withApacheKafka([
            "--sasl", "--config", "sasl.enabled.mechanisms=PLAIN,OAUTHBEARER", "--config",
            "listener.name.client.oauthbearer.sasl.jaas.config=\(module) unsecuredLoginStringClaim_sub=\"admin\";",
            "--config", "listener.name.client.oauthbearer.connections.max.reauth.ms=2000",
        ]) { address, folder, _ in
            let script = folder + "/token"
            try """
            now=$(date +%s)
            part() { printf %s "$1" | base64 -w0 | tr '+/' '-_' | tr -d =; }
            echo "$(part '{"alg":"none"}').$(part "{\\"sub\\":\\"admin\\",\\"iat\\":$now,\\"exp\\":$((now + 600))}")."
            """.write(toFile: script, atomically: true, encoding: .utf8)
            let login = [
                "security.protocol=SASL_PLAINTEXT", "sasl.mechanism=OAUTHBEARER",
                "sasl.oauthbearer.token.command=sh \(script)",
            ]
            let topics = try await kdeck(["topics", "-b", address], login)
            #expect(topics.status == 0, "\(topics.error)")
            try await outlivesItsSessions(address, login)
            // Java's development token, of the same settings as Java's client.
            let java = "sasl.jaas.config=\(module) unsecuredLoginStringClaim_sub=\"admin\";"
            let own = try await kdeck(["topics", "-b", address], ["security.protocol=SASL_PLAINTEXT", java])
            #expect(own.status == 0, "\(own.error)")
            try await refuses(
                ["-b", address],
                ["security.protocol=SASL_PLAINTEXT", "sasl.oauthbearer.token.command=exit 9"], 4, "status 9")
            try await refuses(
                ["-b", address],
                ["security.protocol=SASL_PLAINTEXT", "sasl.oauthbearer.token.command=echo not.a.token"], 4,
                "refused the login")
        }
    }

    /// A login lasts two seconds here: whoever follows a topic for ten logs in again and again, and misses nothing.
    private func outlivesItsSessions(_ address: String, _ login: [String]) async throws {
        let made = try await kdeck(["topics", "create", "long", "--partitions", "1", "-b", address], login)
        #expect(made.status == 0, "\(made.error)")
        let following = Task {
            try await kdeck(
                ["tail", "long", "--from-beginning", "--max-messages", "6", "-b", address, "-f", "%s\\n"], login)
        }
        for number in 0..<6 {
            try await Task.sleep(for: .milliseconds(1_700))
            let sent = try await run(
                KdeckProgram.path, ["produce", "long", "-b", address] + login.flatMap { ["-X", $0] },
                input: "v\(number)\n")
            #expect(sent.status == 0, "\(sent.error)")
        }
        let followed = try await following.value
        #expect(followed.lines == (0..<6).map { "v\($0)" } && followed.error.isEmpty, "\(followed.error)")
    }

    @Test func aCertificateOfTheBrokerAndNoLogin() async throws {
        try await withApacheKafka(["--tls"]) { address, folder, kafka in
            let trust = ["security.protocol=SSL", "ssl.ca.location=\(folder)/tls/ca.pem"]
            try await usesEverything(address, kcat: trust, kdeck: ["-b", address, "-F", folder + "/client.properties"])
            var cluster = JourneyCluster(address: address, folder: folder, kafka: kafka)
            cluster.login = trust
            try await playByKeys(on: cluster)
            #expect(try await kdeck(["topics", "-b", address], trust).status == 0)
            try await refuses(["-b", address], [trust[0]], 5, "unable to get local issuer certificate")
            try await refuses(["-b", address], [], 5, "Set security.protocol=SSL")
        }
    }

    @Test func certificatesOfBothSidesAndALogin() async throws {
        try await withApacheKafka(["--sasl", "--mtls"]) { address, folder, kafka in
            let tls = folder + "/tls"
            let trust = "ssl.truststore.location=\(tls)/ca.pem"
            let client = ["ssl.keystore.location=\(tls)/client.p12", "ssl.keystore.password=file:\(folder)/store"]
            try "changeit\n".write(toFile: folder + "/store", atomically: true, encoding: .utf8)
            try await usesEverything(
                address,
                kcat: [
                    "security.protocol=SASL_SSL", "sasl.mechanism=PLAIN", "sasl.username=admin",
                    "sasl.password=admin-secret", "ssl.ca.location=\(tls)/ca.pem",
                    "ssl.certificate.location=\(tls)/client.crt", "ssl.key.location=\(tls)/client.key",
                ],
                kdeck: ["-b", address, "-F", folder + "/client.properties"])
            var cluster = JourneyCluster(address: address, folder: folder, kafka: kafka)
            cluster.login = [
                "security.protocol=SASL_SSL", "sasl.mechanism=PLAIN", "sasl.username=admin",
                "sasl.password=admin-secret", "ssl.ca.location=\(tls)/ca.pem",
                "ssl.certificate.location=\(tls)/client.crt", "ssl.key.location=\(tls)/client.key",
            ]
            try await playByKeys(on: cluster)
            let here = ["-b", address]
            #expect(try await kdeck(["topics"] + here, [trust] + client + Self.admin).status == 0)
            let names = ["ssl.certificate.location=\(tls)/client.crt", "ssl.key.location=\(tls)/client.key"]
            #expect(try await kdeck(["topics"] + here, [trust] + names + Self.admin).status == 0)

            try await refuses(here, [trust] + Self.admin, 4, "wants a client certificate")
            try await refuses(here, client + Self.admin, 5, "unable to get local issuer certificate")
            try await refuses(here, [], 5, "Set security.protocol=SSL")
            try await refuses(here, [trust] + client, 4, "Set security.protocol=SASL_PLAINTEXT or SASL_SSL")
            let locked = ["ssl.keystore.location=\(tls)/client.p12", "ssl.keystore.password=env:KDECK_WRONG_PASSWORD"]
            try await refuses(here, [trust] + locked + Self.admin, 2, "the password does not open it")
        }
    }
}

/// A peer with a certificate that must not be believed. It speaks TLS and no Kafka, which is enough to be refused.
@Suite(.serialized) struct RefusedCertificateTests {
    @Test(arguments: [
        ("expired", "localhost", "certificate has expired", "Renew the broker's certificate"),
        ("elsewhere", "localhost", "hostname mismatch", "it is for elsewhere.example"),
        ("elsewhere", "127.0.0.1", "IP address mismatch", "Use a name that is in the certificate"),
        ("selfsigned", "localhost", "self-signed certificate", "ssl.truststore.location"),
    ])
    func aCertificateIsRefusedInOneLine(name: String, host: String, why: String, advice: String) async throws {
        let folder = try TemporaryFolder()
        let script = """
            set -e; cd \(folder.path)
            key="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
            openssl req -x509 $key -keyout ca.key -out ca.pem -days 2 -subj /CN=ca
            case \(name) in
            selfsigned) openssl req -x509 $key -keyout k -out c -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost;;
            *) openssl req $key -keyout k -out r -subj /CN=\(name)
               if [ \(name) = expired ]; then days=-1 names=DNS:localhost; else days=2 names=DNS:elsewhere.example; fi
               echo subjectAltName=$names >e
               openssl x509 -req -in r -CA ca.pem -CAkey ca.key -CAcreateserial -out c -days $days -extfile e;;
            esac
            """
        let made = try await run("/bin/bash", ["-c", script])
        try #require(made.status == 0, "\(made.error)")
        let server = Process()
        server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let port = try FreePorts.first()
        server.arguments = ["openssl", "s_server", "-accept", "\(port)", "-cert", "c", "-key", "k", "-quiet"]
        server.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        try server.run()
        defer {
            kill(server.processIdentifier, SIGKILL)
            server.waitUntilExit()
        }
        let finished = try await eventually("the server listens") {
            let finished = try await run(
                KdeckProgram.path,
                ["topics", "-b", "\(host):\(port)", "-X", "ssl.ca.location=\(folder.path)/ca.pem"])
            return finished.error.contains("refused by") ? nil : finished
        }
        #expect(finished.status == 5)
        #expect(finished.error.contains(why) && finished.error.contains(advice), "\(finished.error)")
        #expect(finished.error.split(separator: "\n").count == 1)
    }
}
