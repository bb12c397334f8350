import Glibc
import KafkaBroker
import KafkaClient

/// The broker that this process carries, and the folder it may have to remove at the end.
struct SandboxBroker {
    let broker: Broker
    let dataDirectory: String
    let isEphemeral: Bool
    /// Milliseconds from the call to the moment it accepted.
    let readyMs: Int
    /// A line about the start that the user should know, such as another port than usual.
    let remark: String?

    var address: String { hostPort.description }

    var hostPort: HostPort { HostPort(host: broker.host, port: UInt16(clamping: broker.port)) }

    /// Starts the broker as the options say.
    /// - Parameter movesPort: take any free port when nobody asked for a certain one and 9092 is taken.
    static func start(_ invocation: Invocation, movesPort: Bool) throws(Failure) -> SandboxBroker {
        let isEphemeral = invocation.has("ephemeral")
        if isEphemeral, invocation.has("data") {
            throw .usage("--ephemeral and --data contradict each other; give one of them")
        }
        // Before a folder is made: wrong settings leave nothing behind.
        var configuration = BrokerConfiguration(dataDirectory: "")
        try BrokerSettings.apply(invocation, to: &configuration)
        if isEphemeral, !configuration.dataDirectory.isEmpty {
            throw .usage("--ephemeral and the setting log.dirs contradict each other; give one of them")
        }
        if isEphemeral {
            configuration.dataDirectory = try Folders.makeTemporary()
        } else if let given = invocation["data"] {
            configuration.dataDirectory = given
        } else if configuration.dataDirectory.isEmpty {
            configuration.dataDirectory = try Folders.sandboxData()
        }
        let directory = configuration.dataDirectory
        if let host = invocation["host"] { configuration.host = host }
        if let text = invocation["port"] {
            guard let port = UInt16(text) else { throw .usage("--port \(text) is no port; give 0 to 65535") }
            configuration.port = port
        }
        // A screen would be torn by it, and shows what is offline by itself.
        if !movesPort { configuration.report = { writeError("kdeck: \($0)") } }
        let begin = MonotonicClock.milliseconds()
        do throws(BrokerError) {
            do throws(BrokerError) {
                let broker = try Broker.start(configuration)
                return SandboxBroker(
                    broker: broker, dataDirectory: directory, isEphemeral: isEphemeral,
                    readyMs: MonotonicClock.milliseconds() - begin, remark: exposure(configuration))
            } catch {
                guard movesPort, invocation["port"] == nil, configuration.port == 9092, error.kind == .addressUnusable
                else { throw error }
                configuration.port = 0
                let broker = try Broker.start(configuration)
                return SandboxBroker(
                    broker: broker, dataDirectory: directory, isEphemeral: isEphemeral,
                    readyMs: MonotonicClock.milliseconds() - begin,
                    remark: "port 9092 is taken, so this Kafka is on \(broker.port); --port P picks another")
            }
        } catch {
            if isEphemeral { Folders.remove(directory) }
            throw Failure(.failed, sentence(error, configuration))
        }
    }

    func stop() {
        broker.stop()
        if isEphemeral { Folders.remove(dataDirectory) }
    }

    private static func sentence(_ error: BrokerError, _ configuration: BrokerConfiguration) -> String {
        switch error.kind {
        case .addressUnusable:
            "\(error); stop what uses it, or give --port 0 for a free one"
        case .directoryInUse:
            "\(error); look at that one with `kdeck attach`, or give --data DIR or --ephemeral for a second"
        case .directoryUnusable, .storage: "\(error)"
        }
    }

    private static func exposure(_ configuration: BrokerConfiguration) -> String? {
        let host = configuration.host
        if host == "localhost" || host == "::1" || host.hasPrefix("127.") { return nil }
        return "whoever reaches \(host) may read and write here: this broker asks for no password"
    }
}
