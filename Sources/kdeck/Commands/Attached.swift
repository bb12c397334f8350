import Bytes
import Configuration
import KafkaClient
import KafkaWire
import Network

/// The cluster that a command talks to, and how its errors end the program.
enum Attached {
    /// The options of every command that talks to a cluster.
    static let options = [
        CommandOption(
            "bootstrap", "b", "HOST:PORT[,...]", alias: "bootstrap-server",
            "brokers to ask first (default 127.0.0.1:9092)"),
        CommandOption(
            "properties", "F", "FILE", alias: "command-config", "a client.properties of Java, or kcat's configuration"),
        CommandOption(
            "property", "X", "KEY=VALUE", alias: "command-property",
            "one setting, by Java's or librdkafka's name; secrets as env:NAME, file:PATH, command:WORDS or prompt:"),
    ]

    /// How the options say that the cluster is reached.
    static func configuration(_ invocation: Invocation) throws(Failure) -> ClientConfiguration {
        var properties = ClientProperties()
        for path in invocation.all("properties") { try read(path, into: &properties) }
        for word in invocation.all("property") { try take(word, into: &properties) }
        if let text = invocation["bootstrap"] {
            try set("bootstrap.servers", text, from: "-b \(text)", in: &properties)
        }
        do throws(PropertyError) {
            let local = [HostPort(host: "127.0.0.1", port: 9_092)]
            return try properties.configuration(bootstrap: local, secrets: SecretReader(prompt: SecretPrompt.ask))
        } catch {
            throw .usage("\(error.sentence).")
        }
    }

    /// A cluster; nothing is asked yet.
    static func open(_ configuration: ClientConfiguration) throws(Failure) -> Cluster {
        do throws(ClientError) {
            return try Cluster(configuration)
        } catch {
            throw Failure(error)
        }
    }

    /// Runs work on a cluster and closes it at the end.
    static func run<Value: Sendable>(
        _ invocation: Invocation, _ work: @escaping @Sendable (Cluster) async throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let configuration = try configuration(invocation)
        return try waitFor { () async throws(Failure) -> Value in
            let cluster = try open(configuration)
            defer { cluster.close() }
            return try await work(cluster)
        }
    }

    /// Turns the client's errors into exit codes and sentences.
    static func asked<Value: Sendable>(
        _ work: @Sendable () async throws(ClientError) -> Value
    ) async throws(Failure) -> Value {
        do throws(ClientError) {
            return try await work()
        } catch {
            throw Failure(error)
        }
    }

    // MARK: Settings

    private static func read(_ path: String, into properties: inout ClientProperties) throws(Failure) {
        for entry in PropertiesDocument(try Folders.read(path)).entries {
            try set(entry.key, entry.value, from: "\(path) line \(entry.line)", in: &properties)
        }
    }

    private static func take(_ word: String, into properties: inout ClientProperties) throws(Failure) {
        guard let equal = word.firstIndex(of: "=") else { throw .usage("-X \(word): write KEY=VALUE") }
        let key = String(word[..<equal])
        let value = String(word[word.index(after: equal)...])
        if ClientProperties.isSecret(key), !SecretReader.isReference(value) {
            ArgumentVeil.cover(key)
            writeError("kdeck: -X \(key): others can see a command line; write env:NAME, file:PATH or prompt: instead")
        }
        try set(key, value, from: "-X \(key)", in: &properties)
    }

    private static func set(
        _ key: String, _ value: String, from origin: String, in properties: inout ClientProperties
    ) throws(Failure) {
        do throws(PropertyError) {
            try properties.set(key, value, from: origin)
        } catch {
            throw .usage("\(error.sentence)")
        }
    }
}

extension Failure {
    init(_ error: ClientError) {
        self.init(Code(rawValue: error.exitCode) ?? .failed, error.sentence)
    }
}
