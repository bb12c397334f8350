import Foundation

/// A broker that can be started and measured.
protocol Subject: AnyObject {
    var name: String { get }
    /// Starts it on an empty folder and returns when clients can connect. Seconds from process start to ready.
    func start() throws -> Double
    /// Ends it clean or by `kill -9` and starts it on the same folder. Seconds from process start to ready.
    func restart(killing: Bool) throws -> Double
    func stop()
    var bootstrap: String { get }
    var processID: Int32 { get }
}

/// `kdeck serve`.
final class KdeckSubject: Subject {
    let name = "kdeck"
    let program: String
    private let environment: [String: String]
    private(set) var bootstrap = ""
    private var process: Process?
    private var folder = ""

    /// `environment` comes on top of what this process has.
    init(program: String, environment: [String: String] = [:]) {
        self.program = program
        self.environment = environment
    }

    var processID: Int32 { process?.processIdentifier ?? 0 }

    func start() throws -> Double {
        folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-bench-\(UUID().uuidString)").path
        return try launch()
    }

    func restart(killing: Bool) throws -> Double {
        if let process {
            if killing { kill(process.processIdentifier, SIGKILL) } else { process.terminate() }
            process.waitUntilExit()
        }
        return try launch()
    }

    private func launch() throws -> Double {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = URL(filePath: program)
        process.arguments = ["serve", "--data", folder, "--port", "0"]
        let pipe = Pipe()
        process.standardOutput = pipe
        let begin = Machine.seconds()
        try process.run()
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n") {
            let some = pipe.fileHandleForReading.availableData
            if some.isEmpty { throw BenchError.failed("kdeck ended before it was ready") }
            line += some
        }
        let seconds = Machine.seconds() - begin
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0] == "ready" else { throw BenchError.failed("kdeck did not say ready") }
        bootstrap = String(words[1])
        self.process = process
        return seconds
    }

    func stop() {
        process?.terminate()
        process?.waitUntilExit()
        process = nil
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// One node of Apache Kafka, by the wrapper script.
final class KafkaSubject: Subject {
    let name = "Apache Kafka"
    let wrapper: String
    private(set) var bootstrap = ""
    private var folder = ""

    init(wrapper: String) {
        self.wrapper = wrapper
    }

    var processID: Int32 {
        let text = try? String(contentsOfFile: folder + "/1.pid", encoding: .utf8)
        return text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
    }

    func start() throws -> Double {
        folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-bench-\(UUID().uuidString)").path
        let port = try Self.freePorts()
        _ = try Machine.run([wrapper, "cluster", "start", folder, "--port", "\(port)"])
        bootstrap = "127.0.0.1:\(port)"
        // That formatted the folder first; the start that counts is the one of a folder that is ready.
        _ = try Machine.run([wrapper, "cluster", "stop", folder])
        return try up()
    }

    /// The first of three ports in a row that nobody has now, below those that the system gives to outgoing connections.
    private static func freePorts() throws -> Int {
        for _ in 0..<200 {
            let first = Int.random(in: 20_000..<32_000)
            if (first..<first + 3).allSatisfy(isFree) { return first }
        }
        throw BenchError.failed("no three free ports in a row")
    }

    private static func isFree(_ port: Int) -> Bool {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    /// What is known of its end, when it has ended: the last lines that it said.
    var lastWords: String? {
        let pid = processID
        guard pid == 0 || kill(pid, 0) != 0 else { return nil }
        let said = (try? String(contentsOfFile: folder + "/1.out", encoding: .utf8)) ?? ""
        return "\(name) at \(bootstrap) is gone:\n\(said.suffix(1_500))"
    }

    func restart(killing: Bool) throws -> Double {
        if killing {
            kill(processID, SIGKILL)
            while kill(processID, 0) == 0 { Thread.sleep(forTimeInterval: 0.01) }
        } else {
            _ = try Machine.run([wrapper, "cluster", "stop", folder])
        }
        return try up()
    }

    private func up() throws -> Double {
        let begin = Machine.seconds()
        _ = try Machine.run([wrapper, "cluster", "up", folder, "1"])
        return Machine.seconds() - begin
    }

    func stop() {
        _ = try? Machine.run([wrapper, "cluster", "stop", folder])
        try? FileManager.default.removeItem(atPath: folder)
    }
}
