import Foundation
import Testing

/// What a finished program left behind.
struct Finished: Sendable {
    let status: Int32
    let output: String
    let error: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Runs a program to its end. Output goes through files, so that no full pipe can stop it. Not `Process`: that one waits
/// for everybody who inherits its descriptors, and a terminal or a broker that stays does.
func run(
    _ program: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    limit: Duration = patience
) async throws -> Finished {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let (inputPath, outputPath, errorPath) = (folder.path + "/input", folder.path + "/output", folder.path + "/error")
    try (input ?? "").write(toFile: inputPath, atomically: true, encoding: .utf8)
    let child = try spawn(
        program, arguments, input: input == nil ? "/dev/null" : inputPath, output: outputPath, error: errorPath,
        environment: environment)
    let watchdog = Task {
        try await Task.sleep(for: limit)
        kill(child, SIGTERM)
    }
    let status = await withCheckedContinuation { (continuation: CheckedContinuation<Int32, Never>) in
        Thread.detachNewThread {
            var status: Int32 = 0
            while waitpid(child, &status, 0) == -1, errno == EINTR {}
            // As a shell says it: the exit code, or 128 and the signal.
            continuation.resume(returning: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
        }
    }
    watchdog.cancel()
    return Finished(
        status: status, output: (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? "",
        error: (try? String(contentsOfFile: errorPath, encoding: .utf8)) ?? "")
}

/// Starts a program with its streams in files and no signal blocked.
func spawn(
    _ program: String, _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null",
    error: String = "/dev/null", environment: [String: String] = [:]
) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT, 0o600)
    // Threads of a task block signals; a program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    var variable: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for word in words + variable { free(word) } }
    var process = pid_t()
    let started = posix_spawn(&process, program, &actions, &attributes, &words, &variable)
    try #require(started == 0, "\(program) does not start: \(String(cString: strerror(started)))")
    return process
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

/// How long a test waits for what must come: far longer than it takes, on a machine that has much else to do.
let patience = Duration.seconds(120)

/// Asks again until the answer is there; outside programs have no other way to say that they are done.
@discardableResult
func eventually<Value>(
    _ what: String, within limit: Duration = patience, _ ask: () async throws -> Value?
) async throws -> Value {
    let end = ContinuousClock.now + limit
    while true {
        if let value = try await ask() { return value }
        try #require(ContinuousClock.now < end, "waited \(limit) for \(what)")
        try await Task.sleep(for: .milliseconds(40))
    }
}
