import Foundation
import Testing

/// A password is where the user put it and nowhere else: no command line, no screen, no word of an error, no file of ours,
/// no report of a crash.
@Suite(.serialized, .enabled(if: Tool.tmux.isExpected, "needs tmux")) struct SecretTests {
    private static let secret = "hunter2-never-shown"

    /// Everything that names the secret among the files of a folder.
    private func leaks(in folder: String) -> [String] {
        let walk = FileManager.default.enumerator(atPath: folder)
        return (walk?.allObjects as? [String] ?? []).filter { path in
            let bytes = FileManager.default.contents(atPath: folder + "/" + path) ?? Data()
            return bytes.range(of: Data(Self.secret.utf8)) != nil
        }
    }

    @Test(arguments: ["env", "file", "command", "plain"])
    func aSecretIsSeenNowhere(way: String) async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/state", withIntermediateDirectories: true)
        try Self.secret.write(toFile: folder.path + "/key", atomically: true, encoding: .utf8)
        let value =
            switch way {
            case "env": "env:KDECK_TEST_SECRET"
            case "file": "file:\(folder.path)/key"
            case "command": "command:cat \(folder.path)/key"
            default: Self.secret
            }
        let settings = [
            "security.protocol=SASL_PLAINTEXT", "sasl.mechanism=PLAIN", "sasl.username=alice", "sasl.password=\(value)",
        ]
        let words = settings.map { "-X '\($0)'" }.joined(separator: " ")
        let environment = [
            "KDECK_TEST_SECRET": Self.secret, "XDG_STATE_HOME": folder.path + "/state",
            "XDG_CONFIG_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/state",
            "XDG_CACHE_HOME": folder.path + "/state",
        ]
        try await withServe { serve in
            // A broker without logins: the error names what is wrong, and nothing that was given.
            let refused = try await run(
                KdeckProgram.path, ["topics", "-b", serve.address] + settings.flatMap { ["-X", $0] },
                environment: environment)
            #expect(refused.status != 0 && !(refused.error + refused.output).contains(Self.secret), "\(refused.error)")
            let start = "clear; '\(KdeckProgram.path)' attach -b \(serve.address) \(words); echo \"status $?\""
            try await withTerminal(start, environment: environment) { terminal in
                // What was typed is the shell's; the program's own screen comes after it.
                let screen = try await terminal.wait("why it does not connect") { $0.contains("✘") }
                #expect(!screen.contains(Self.secret))
                let shell = try await terminal.fact("#{pane_pid}")
                let found = try await run("/usr/bin/pgrep", ["-P", shell, "kdeck"])
                let child = try #require(found.lines.first, "kdeck is not a child of the shell")
                let line = FileManager.default.contents(atPath: "/proc/\(child)/cmdline") ?? Data()
                #expect(!line.isEmpty && line.range(of: Data(Self.secret.utf8)) == nil, "the command line shows it")
                for key in ["x", "?", "Escape", "Escape"] { try await terminal.press(key) }
                #expect(!(try await terminal.screen()).contains(Self.secret))
                _ = try await run("/bin/kill", ["-s", "SEGV", child])
                let end = try await terminal.wait("its end") { $0.contains(/status \d+\s+shell>/) }
                let report = end.components(separatedBy: "kdeck: crashed").last ?? ""
                #expect(end.contains("crashed") && !report.contains(Self.secret))
            }
        }
        #expect(leaks(in: folder.path + "/state").isEmpty)
    }
}
