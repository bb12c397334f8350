import Foundation
import Testing

extension Trait where Self == ConditionTrait {
    /// A journey: real clusters and clients, and keys in a real terminal.
    static var needsApacheKafkaAndKeys: Self {
        .enabled(
            if: Tool.apacheKafka.isExpected && Tool.tmux.isExpected && Tool.kcat.isExpected,
            "needs Apache Kafka beside the repository, tmux and kcat")
    }
}

/// A program outside the package that a test drives.
struct Tool {
    let name: String
    /// The path of its program; nil when this machine lacks it.
    let path: String?

    static let kcat = Tool(name: "kcat", path: find("kcat"))
    static let strace = Tool(name: "strace", path: find("strace"))
    static let tmux = Tool(name: "tmux", path: find("tmux"))
    static let bash = Tool(name: "bash", path: find("bash"))
    static let zsh = Tool(name: "zsh", path: find("zsh"))
    static let fish = Tool(name: "fish", path: find("fish"))
    /// Python with the three Kafka clients: the one `.ci/packages test` makes, else the machine's own.
    static let pythonClients: Tool = {
        let candidates: [String?] = [root.appendingPathComponent(".build/clients/bin/python3").path, find("python3")]
        for path in candidates.compactMap({ $0 }) where FileManager.default.isExecutableFile(atPath: path) {
            let check = Process()
            check.executableURL = URL(fileURLWithPath: path)
            check.arguments = ["-c", "import confluent_kafka, kafka, aiokafka"]
            check.standardError = FileHandle.nullDevice
            if (try? check.run()) != nil {
                check.waitUntilExit()
                if check.terminationStatus == 0 { return Tool(name: "Kafka's Python clients", path: path) }
            }
        }
        return Tool(name: "Kafka's Python clients", path: nil)
    }()
    /// Apache Kafka with its tools. It is beside the repository or absent, in CI too.
    static let apacheKafka: Tool = {
        if let folder = ProcessInfo.processInfo.environment["KDECK_SHARED"] {
            return Tool(name: "Apache Kafka", path: executable("\(folder)/kafka/kafka"))
        }
        var folder = root
        while folder.path != "/" {
            if let path = executable(folder.appendingPathComponent("shared/kafka/kafka").path) {
                return Tool(name: "Apache Kafka", path: path)
            }
            folder.deleteLastPathComponent()
        }
        return Tool(name: "Apache Kafka", path: nil)
    }()

    /// Whether a test that needs it runs. In CI it runs, and fails where the tool is missing: nothing is skipped there.
    var isExpected: Bool { path != nil || (ProcessInfo.processInfo.environment["CI"] != nil && name != "Apache Kafka") }

    func required() throws -> String {
        try #require(path, "\(name) is not on this machine; .ci/packages test installs it")
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func executable(_ path: String) -> String? {
        FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    private static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.lazy.compactMap { executable("\($0)/\(name)") }.first
    }
}
