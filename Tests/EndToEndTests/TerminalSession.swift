import Foundation
import Testing

/// A real terminal (tmux) with a program in it.
final class TerminalSession: Sendable {
    private let tmux: String
    private let socket: String
    private let folder: TemporaryFolder

    private static let numbers = Numbers()
    private actor Numbers {
        var last = 0
        func next() -> Int {
            last += 1
            return last
        }
    }

    private init(tmux: String, socket: String, folder: TemporaryFolder) {
        self.tmux = tmux
        self.socket = socket
        self.folder = folder
    }

    /// Starts `command` in a shell, so that what the terminal looks like after it is seen too.
    static func start(
        _ command: String, width: Int = 120, height: Int = 40, environment: [String: String] = [:]
    ) async throws -> TerminalSession {
        let folder = try TemporaryFolder()
        let session = TerminalSession(
            tmux: try Tool.tmux.required(), socket: "kdeck-\(getpid())-\(await numbers.next())", folder: folder)
        var variables = [
            "XDG_DATA_HOME": folder.path + "/data", "XDG_STATE_HOME": folder.path + "/state",
            "XDG_CONFIG_HOME": folder.path + "/config", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PS1": "shell> ",
            // The toolchain's own report of a crash would ask a question on this terminal.
            "COLORTERM": "truecolor", "SWIFT_BACKTRACE": "enable=no",
        ]
        variables.merge(environment) { $1 }
        let assignments = variables.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }
        try await session.ask(
            "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
            "env \(assignments.joined(separator: " ")) bash --norc --noprofile")
        try await session.wait("a shell") { $0.contains("shell>") }
        try await session.type(command + "\n")
        return session
    }

    @discardableResult
    private func ask(_ words: String...) async throws -> String {
        try await run(tmux, ["-u", "-L", socket] + words).output
    }

    /// Keys by tmux's names: `Enter`, `Escape`, `C-c`, `Up`.
    func press(_ keys: String...) async throws {
        for key in keys { try await ask("send-keys", key) }
    }

    /// Text as if typed.
    func type(_ text: String) async throws {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { try await ask("send-keys", "Enter") }
            if !line.isEmpty { try await ask("send-keys", "-l", "--", String(line)) }
        }
    }

    /// What the terminal shows.
    func screen() async throws -> String { try await ask("capture-pane", "-p") }

    /// Facts about the pane, in tmux's format language: `#{alternate_on}`, `#{cursor_flag}`, `#{pane_pid}`.
    func fact(_ format: String) async throws -> String {
        try await ask("display-message", "-p", format).trimmingCharacters(in: .newlines)
    }

    /// Waits until the screen satisfies a condition, and gives it.
    @discardableResult
    func wait(
        _ what: String, within limit: Duration = patience, _ condition: (String) -> Bool
    ) async throws -> String {
        let end = ContinuousClock.now + limit
        while true {
            let screen = try await screen()
            if condition(screen) { return screen }
            try #require(ContinuousClock.now < end, "waited \(limit) for \(what); the screen is:\n\(screen)")
            try await Task.sleep(for: .milliseconds(40))
        }
    }

    func resize(width: Int, height: Int) async throws {
        try await ask("resize-window", "-x", "\(width)", "-y", "\(height)")
    }

    func close() async { _ = try? await ask("kill-server") }
}

/// Runs a body with a program in a terminal and always ends the terminal.
func withTerminal(
    _ command: String, width: Int = 120, height: Int = 40, environment: [String: String] = [:],
    _ body: (TerminalSession) async throws -> Void
) async throws {
    let session = try await TerminalSession.start(command, width: width, height: height, environment: environment)
    do {
        try await body(session)
    } catch {
        await session.close()
        throw error
    }
    await session.close()
}
