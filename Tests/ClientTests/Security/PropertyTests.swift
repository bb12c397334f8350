import Foundation
import Network
import Testing

@testable import KafkaClient

@Suite struct PropertyTests {
    private func made(_ settings: [(String, String)]) throws -> ClientConfiguration {
        var properties = ClientProperties()
        for (key, value) in settings { try properties.set(key, value, from: "-X") }
        return try properties.configuration(
            bootstrap: [HostPort(host: "localhost", port: 9092)], secrets: SecretReader { _ in "typed" })
    }

    private func refusal(_ settings: [(String, String)]) -> String {
        do {
            _ = try made(settings)
            return "accepted"
        } catch { return (error as? PropertyError)?.sentence ?? "\(error)" }
    }

    private static let jaas = "org.apache.kafka.common.security"

    @Test func `Java's names and librdkafka's make the same client`() throws {
        let java = try made([
            ("bootstrap.servers", "a:1,b:2"), ("security.protocol", "SASL_PLAINTEXT"),
            ("sasl.mechanism", "SCRAM-SHA-512"),
            (
                "sasl.jaas.config",
                "\(Self.jaas).scram.ScramLoginModule required username=\"al ice\" password=\"pa;\\\"ss\";"
            ),
        ])
        let rd = try made([
            ("metadata.broker.list", "a:1,b:2"), ("security.protocol", "sasl_plaintext"),
            ("sasl.mechanisms", "SCRAM-SHA-512"), ("sasl.username", "al ice"), ("sasl.password", "pa;\"ss"),
        ])
        for configuration in [java, rd] {
            #expect(configuration.bootstrap.map(\.description) == ["a:1", "b:2"])
            #expect(configuration.securityProtocol == .saslPlaintext)
            guard case .scram(.sha512, "al ice", let password, false)? = configuration.sasl else {
                Issue.record("\(String(describing: configuration.sasl))")
                continue
            }
            #expect(password.revealed == "pa;\"ss")
        }
    }

    @Test func `the login module names the mechanism, and settings of TLS the protocol`() throws {
        let plain = try made([
            ("sasl.jaas.config", "\(Self.jaas).plain.PlainLoginModule required username='u' password=p ;")
        ])
        guard case .plain("u", _)? = plain.sasl, plain.securityProtocol == .saslPlaintext else {
            Issue.record("\(plain)")
            return
        }
        let token = try made([
            ("security.protocol", "SASL_SSL"),
            (
                "sasl.jaas.config",
                "\(Self.jaas).oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub=\"bob\";"
            ),
        ])
        #expect(token.securityProtocol == .saslSSL && token.sasl?.mechanism == "OAUTHBEARER")
        #expect(try made([("acks", "all"), ("linger.ms", "5")]).securityProtocol == .plaintext)
    }

    @Test func `secrets come from where the setting says`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "kdeck-secret-\(UUID().uuidString)")
        try Data("from file\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        setenv("KDECK_TEST_SECRET", "from env", 1)
        for (value, expected) in [
            ("file:\(file.path)", "from file"), ("env:KDECK_TEST_SECRET", "from env"),
            ("${KDECK_TEST_SECRET}", "from env"), ("command:printf 'from command\\n'", "from command"),
            ("prompt:", "typed"), ("plain:env:x", "env:x"), ("just so", "just so"),
        ] {
            let made = try made([("sasl.mechanism", "PLAIN"), ("sasl.username", "u"), ("sasl.password", value)])
            guard case .plain(_, let password)? = made.sasl else { continue }
            #expect(password.revealed == expected)
        }
        let asked = try made([("sasl.mechanism", "PLAIN"), ("sasl.username", "u")])
        guard case .plain(_, let password)? = asked.sasl else { return }
        #expect(password.revealed == "typed")
    }

    @Test(arguments: [
        ("ssl.truststore.locaton", "x", "did you mean ssl.truststore.location?"),
        ("sasl.mechansim", "x", "did you mean sasl.mechanism?"),
        ("frobnicate", "x", "no Kafka client knows frobnicate"),
        ("security.protocol", "TLS", "give one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL"),
        ("sasl.jaas.config", "nonsense", "is no line like"),
        ("request.timeout.ms", "soon", "milliseconds"),
        ("bootstrap.servers", "a b:1", "is no broker address"),
        ("ssl.truststore.location", "/nonexistent.pem", "No such file"),
        ("ssl.truststore.type", "JCEKS", "keytool"),
        ("ssl.endpoint.identification.algorithm", "ldaps", "give https"),
        ("ssl.certificate.location", "/x.pem", "without its key"),
    ])
    func `a setting that cannot be used is named with what to do`(key: String, value: String, words: String) {
        let security = [("security.protocol", "SSL")].filter { _ in key.hasPrefix("ssl.") }
        let store = [("ssl.truststore.location", "/x")].filter { _ in key == "ssl.truststore.type" }
        let refusal = refusal(security + store + [(key, value)])
        #expect(refusal.contains(words), "\(refusal)")
    }

    @Test func `a secret that is not there fails without saying it`() {
        let words = refusal([
            ("sasl.mechanism", "PLAIN"), ("sasl.username", "u"), ("sasl.password", "command:printf hunter2; exit 7"),
        ])
        #expect(words.contains("status 7") && !words.contains("hunter2"))
    }
}
