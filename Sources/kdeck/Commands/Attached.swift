import KafkaClient
import KafkaWire

/// The cluster that a command talks to, and how its errors end the program.
enum Attached {
    /// The brokers of `-b`.
    static func addresses(_ invocation: Invocation) throws(Failure) -> [HostPort] {
        let text = invocation["bootstrap"] ?? "127.0.0.1:9092"
        do throws(AddressError) {
            return try HostPort.parseList(text)
        } catch {
            throw .usage("-b \(text): \(error.sentence)")
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
        let addresses = try addresses(invocation)
        let configuration = ClientConfiguration(bootstrap: addresses)
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
}

extension Failure {
    init(_ error: ClientError) {
        self.init(Code(rawValue: error.exitCode) ?? .failed, error.sentence)
    }
}
