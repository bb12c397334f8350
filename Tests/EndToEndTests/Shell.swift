import Foundation
import Testing

/// What a finished program left behind.
struct Finished: Sendable {
    let status: Int32
    let output: String
    let error: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Runs a program to its end. Output goes through files, so that no full pipe can stop it.
func run(
    _ program: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    limit: Duration = .seconds(60)
) async throws -> Finished {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = folder.path + "/output"
    let error = folder.path + "/error"
    for path in [output, error] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: error)
    if let input {
        let path = folder.path + "/input"
        try input.write(toFile: path, atomically: true, encoding: .utf8)
        process.standardInput = FileHandle(forReadingAtPath: path)
    } else {
        process.standardInput = FileHandle.nullDevice
    }
    let watchdog = Task {
        try await Task.sleep(for: limit)
        process.terminate()
    }
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        process.terminationHandler = { _ in continuation.resume() }
        do { try process.run() } catch {
            process.terminationHandler = nil
            continuation.resume(throwing: error)
        }
    }
    watchdog.cancel()
    return Finished(
        status: process.terminationStatus, output: (try? String(contentsOfFile: output, encoding: .utf8)) ?? "",
        error: (try? String(contentsOfFile: error, encoding: .utf8)) ?? "")
}

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/kdeck-test-XXXXXX".utf8CString)
        _ = try #require(mkdtemp(&template))
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Asks again until the answer is there; outside programs have no other way to say that they are done.
@discardableResult
func eventually<Value>(
    _ what: String, within limit: Duration = .seconds(20), _ ask: () async throws -> Value?
) async throws -> Value {
    let end = ContinuousClock.now + limit
    while true {
        if let value = try await ask() { return value }
        try #require(ContinuousClock.now < end, "waited \(limit) for \(what)")
        try await Task.sleep(for: .milliseconds(40))
    }
}
