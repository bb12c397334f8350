import Console
import KafkaClient

/// The cluster that a command talks to, and how its errors end the program.
enum Attached {
    /// The options of every command that talks to a cluster.
    static let options = [
        CommandOption("context", "c", "NAME", "the cluster of that name (`kdeck contexts`)"),
        CommandOption(
            "bootstrap", "b", "HOST:PORT[,...]", alias: "bootstrap-server",
            "brokers to ask first (default: $KAFKA_BOOTSTRAP_SERVERS, the context in use, or 127.0.0.1:9092)"),
        CommandOption(
            "properties", "F", "FILE", alias: "command-config", "a client.properties of Java, or kcat's configuration"),
        CommandOption(
            "property", "X", "KEY=VALUE", alias: "command-property",
            "one setting, by Java's or librdkafka's name; secrets as env:NAME, file:PATH, command:WORDS or prompt:"),
    ]

    /// A cluster that was named: how it is reached, and how it is shown.
    struct Place {
        var configuration: ClientConfiguration
        /// The context's name; nil when it was not named by one.
        var name: String?
        var color: ContextColor?
        /// What the context says of changes; nil when it says nothing.
        var isReadOnly: Bool?
    }

    /// How the options say that the cluster is reached.
    static func configuration(_ invocation: Invocation) throws(Failure) -> ClientConfiguration {
        try place(invocation).configuration
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
    /// - Parameter endsWhole: ^C has it end what it prints, for output that goes on for long.
    static func run<Value: Sendable>(
        _ invocation: Invocation, endsWhole: Bool = false,
        _ work: @escaping @Sendable (Cluster) async throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let configuration = try configuration(invocation)
        // Not before a password was asked for: there ^C ends the program.
        return try waitFor(endsWhole ? Interruption() : nil) { () async throws(Failure) -> Value in
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
}

extension Failure {
    init(_ error: ClientError) {
        var sentence = error.sentence
        if case .readOnly(let key) = error {
            // There is no key to press here.
            sentence =
                "\(key.name) changes the cluster, and its context is read-only. Nothing was sent; "
                + "set read_only = false in the context to allow it"
        }
        self.init(.of(error), sentence)
    }
}

extension Failure.Code {
    /// The exit code of what the client met.
    static func of(_ error: ClientError) -> Failure.Code { Failure.Code(rawValue: error.exitCode) ?? .failed }
}
