import Foundation
import Testing

/// Clients of a script in `Clients`, Python or Java, that says `ready` once they are where they should be, and stay until it
/// is stopped.
final class LiveClients {
    private let process = Process()
    private let input = Pipe()
    private let folder: TemporaryFolder
    private var log: String { folder.path + "/log" }

    /// What they have said so far.
    var output: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// Starts them and waits until they are ready.
    static func start(_ script: String, _ arguments: String...) async throws -> LiveClients {
        let clients = try LiveClients(script, arguments)
        try await eventually("\(script) to be ready") {
            if clients.output.split(separator: "\n").contains("ready") { return true }
            try #require(clients.process.isRunning, "\(script) ended: \(clients.output)")
            return nil
        }
        return clients
    }

    private init(_ script: String, _ arguments: [String]) throws {
        folder = try TemporaryFolder()
        let path = folder.path + "/log"
        try #require(FileManager.default.createFile(atPath: path, contents: nil))
        let writer = FileHandle(forWritingAtPath: path)
        let source = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/\(script)").path
        if script.hasSuffix(".java") {
            let kafka = URL(fileURLWithPath: try Tool.apacheKafka.required()).deletingLastPathComponent()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["java", "-cp", kafka.appendingPathComponent("libs").path + "/*", source] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: try Tool.pythonClients.required())
            process.arguments = [source] + arguments
        }
        // Whoever is started later must not hold its end open.
        for end in [input.fileHandleForReading, input.fileHandleForWriting] {
            _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
        }
        process.standardInput = input
        process.standardOutput = writer
        process.standardError = writer
        try process.run()
    }

    /// Ends their input, which they take for the end.
    func stop() {
        guard process.isRunning else { return }
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
}
