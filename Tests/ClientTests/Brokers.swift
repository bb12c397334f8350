import Foundation
import KafkaBroker
import KafkaClient
import KafkaWire

/// A broker of ours in this process, with a folder that goes with it.
final class OwnBroker {
    let broker: Broker
    private let folder: URL

    init(port: UInt16 = 0, folder: URL? = nil) throws {
        let made =
            folder ?? FileManager.default.temporaryDirectory.appending(path: "kdeck-client-\(UUID().uuidString)")
        self.folder = made
        var configuration = BrokerConfiguration(dataDirectory: made.path)
        configuration.port = port
        configuration.offsetsTopicPartitions = 4
        broker = try Broker.start(configuration)
    }

    deinit {
        broker.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    var address: HostPort { HostPort(host: "127.0.0.1", port: UInt16(broker.port)) }

    func cluster(isReadOnly: Bool = false) throws -> Cluster {
        try Cluster(ClientConfiguration(bootstrap: [address], isReadOnly: isReadOnly))
    }
}

/// Apache Kafka itself, one node on a free port, started for a suite and stopped after it.
final class ApacheKafka {
    let address: HostPort
    private let folder: URL

    /// The script that starts it, where it and a Java are here.
    static let script: URL? = {
        guard let shared = sharedFolder else { return nil }
        let script = shared.appending(path: "kafka/kafka")
        guard FileManager.default.isExecutableFile(atPath: script.path) else { return nil }
        let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let hasJava = paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/java") }
        return hasJava ? script : nil
    }()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-apache-\(UUID().uuidString)")
        let port = try freePorts()
        address = HostPort(host: "127.0.0.1", port: port)
        try Self.run(["cluster", "start", folder.path, "--port", "\(port)"])
    }

    deinit {
        try? Self.run(["cluster", "stop", folder.path])
        try? FileManager.default.removeItem(at: folder)
    }

    private static func run(_ arguments: [String]) throws {
        guard let script else { throw CocoaError(.fileNoSuchFile) }
        // Not `Process`: it waits for everybody who inherits its descriptors, and a broker that stays does.
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words: [UnsafeMutablePointer<CChar>?] = ([script.path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        var status: Int32 = 0
        guard posix_spawn(&process, script.path, &actions, nil, &words, environ) == 0,
            waitpid(process, &status, 0) == process, status == 0
        else { throw CocoaError(.executableRuntimeMismatch) }
    }
}

/// A port with its neighbours free, which the node takes too; below those that the system gives to connections.
private func freePorts() throws -> UInt16 {
    for _ in 0..<50 {
        let port = UInt16.random(in: 20_000..<32_000)
        if [port, port + 1, port + 2].allSatisfy(isFree) { return port }
    }
    throw CocoaError(.featureUnsupported)
}

private func isFree(_ port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}

/// The folder `shared` beside the project or above it, or what `KDECK_SHARED` names.
let sharedFolder: URL? = {
    if let named = ProcessInfo.processInfo.environment["KDECK_SHARED"] { return URL(filePath: named) }
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
        let candidate = folder.appending(path: "shared")
        if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        folder = folder.deletingLastPathComponent()
    }
    return nil
}()
