import Foundation
import Testing

/// The real program, as built beside these tests.
enum KdeckProgram {
    static let path: String = {
        if let given = ProcessInfo.processInfo.environment["KDECK_PROGRAM"] { return given }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("kdeck").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return Tool.root.appendingPathComponent(".build/debug/kdeck").path
    }()

    /// The developer's tool beside it.
    static let developer = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("kdeck-dev")
        .path

    /// Runs `kdeck` with a state folder of its own.
    static func run(
        _ arguments: String..., input: String? = nil, limit: Duration = patience
    ) async throws -> Finished {
        let state = try TemporaryFolder()
        return try await EndToEndTests.run(
            path, arguments, input: input, environment: ["XDG_STATE_HOME": state.path, "TZ": "UTC"], limit: limit)
    }

    /// The objects that `-o json` prints.
    static func objects(_ arguments: String...) async throws -> [[String: Any]] {
        let state = try TemporaryFolder()
        let finished = try await EndToEndTests.run(
            path, arguments + ["-o", "json"], environment: ["XDG_STATE_HOME": state.path, "TZ": "UTC"])
        try #require(finished.status == 0, "\(arguments): \(finished.error)")
        let parsed = try JSONSerialization.jsonObject(with: Data(finished.output.utf8))
        return try #require(parsed as? [[String: Any]])
    }
}

/// `kdeck serve`, from its ready line to its end.
final class KdeckServe: @unchecked Sendable {
    // Safe: written only before `start` returns and after that by its one owner, the test.
    let process: Process
    let address: String
    let folder: TemporaryFolder?

    private init(process: Process, address: String, folder: TemporaryFolder?) {
        self.process = process
        self.address = address
        self.folder = folder
    }

    /// Starts a broker on a free port, with data in `data` or in a folder that goes away with it.
    /// `under` is a program with its arguments that runs it, such as strace.
    static func start(
        data: String? = nil, port: String = "0", arguments: [String] = [], under: [String] = []
    ) async throws -> KdeckServe {
        let folder = data == nil ? try TemporaryFolder() : nil
        let process = Process()
        let command =
            under + [KdeckProgram.path, "serve", "--port", port, "--data", data ?? folder!.path + "/data"] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let line = await withCheckedContinuation { (continuation: CheckedContinuation<String, Never>) in
            let reader = pipe.fileHandleForReading
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                while let byte = try? reader.read(upToCount: 1)?.first, byte != 10 { bytes.append(byte) }
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
        let words = line.split(separator: " ")
        try #require(words.count == 2 && words[0] == "ready", "kdeck serve said '\(line)'")
        return KdeckServe(process: process, address: String(words[1]), folder: folder)
    }

    /// SIGTERM, and the exit status.
    func stop() async -> Int32 {
        if process.isRunning { process.terminate() }
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                self.process.waitUntilExit()
                continuation.resume(returning: self.process.terminationStatus)
            }
        }
    }

    /// SIGKILL: the end that nobody prepares for.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }
}

/// Runs a body against a fresh broker and checks that it stops cleanly.
func withServe(_ arguments: [String] = [], _ body: (KdeckServe) async throws -> Void) async throws {
    let serve = try await KdeckServe.start(arguments: arguments)
    do {
        try await body(serve)
    } catch {
        _ = await serve.stop()
        throw error
    }
    let status = await serve.stop()
    #expect(status == 0, "SIGTERM must end kdeck serve with exit code 0")
}
