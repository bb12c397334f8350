import Foundation
import Testing

/// The completions in the shells that they are for: the script is loaded as the README says and tab is pressed.
@Suite(.serialized) struct CompletionShellTests {
    private static let hasShells = [Tool.bash, .zsh, .fish].allSatisfy(\.isExpected)

    /// How a shell is made to complete, and the name of its script.
    struct Shell: CustomTestStringConvertible, Sendable {
        let name: String
        let start: String
        let load: String

        var testDescription: String { name }

        static let all = [
            Shell(name: "bash", start: "bash --norc --noprofile", load: #"eval "$(kdeck completion bash)""#),
            Shell(
                name: "zsh", start: "zsh -f",
                load: #"autoload -U compinit; compinit -u -D; eval "$(kdeck completion zsh)""#),
            Shell(name: "fish", start: "fish --no-config", load: "kdeck completion fish | source"),
        ]
    }

    @Test(.enabled(if: hasShells, "needs bash, zsh and fish"), arguments: Shell.all)
    func tabCompletesCommandsOptionsAndLiveNames(_ shell: Shell) async throws {
        try await withServe { serve in
            for topic in ["invoices", "payments"] {
                let made = try await KdeckProgram.run("topics", "create", topic, "-b", serve.address)
                #expect(made.status == 0, "\(made.error)")
            }
            let group = try await KdeckProgram.run(
                "groups", "reset", "billing", "--create", "--topic", "invoices", "--to-earliest", "--execute", "-b",
                serve.address)
            #expect(group.status == 0, "\(group.error)")
            let at = "-b \(serve.address)"
            let folder = URL(fileURLWithPath: KdeckProgram.path).deletingLastPathComponent().path
            let path = folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
            try await withTerminal(shell.start, width: 100, environment: ["PATH": path]) { terminal in
                try await terminal.type(shell.load + "; clear; echo loaded\n")
                try await terminal.wait("the script") { $0.hasLine("loaded") }
                // What was typed, and what tab makes of it; tmux drops the space at its end.
                for (typed, whole) in [
                    ("kdeck gro", "kdeck groups"), ("kdeck groups desc", "kdeck groups describe"),
                    ("kdeck tail --max-m", "kdeck tail --max-messages"),
                    ("kdeck tail \(at) inv", "kdeck tail \(at) invoices"),
                    ("kdeck \(at) tail inv", "kdeck \(at) tail invoices"),
                    ("kdeck \(at) tail -- inv", "kdeck \(at) tail -- invoices"),
                    ("kdeck \(at) groups describe bil", "kdeck \(at) groups describe billing"),
                    ("kdeck tail invoices --output=cs", "kdeck tail invoices --output=csv"),
                    ("kdeck produce invoices --codec zs", "kdeck produce invoices --codec zstd"),
                    ("kdeck \(at) groups reset billing --topic invoices:", "--topic invoices:0"),
                ] {
                    try await terminal.type(typed)
                    try await terminal.press("Tab")
                    try await terminal.wait("'\(typed)' to become '\(whole)'") { $0.contains(whole) }
                    try await terminal.press("C-u")
                    try await terminal.wait("an empty line") { !$0.contains("kdeck") }
                }
                // What is assigned is typed on without a blank between.
                try await terminal.type("kdeck serve --set log.retention.ho")
                try await terminal.press("Tab")
                try await terminal.wait("the setting") { $0.contains("log.retention.hours=") }
                try await terminal.type("9")
                try await terminal.wait("its value") { $0.contains("log.retention.hours=9") }
                try await terminal.press("C-u")
                try await terminal.wait("an empty line") { !$0.contains("kdeck") }
                // A cluster that is not there is silent, and does not hold the line.
                try await terminal.type("kdeck tail -b 127.0.0.1:1 inv")
                try await terminal.press("Tab")
                try await terminal.type(" --from")
                let screen = try await terminal.wait("the line to go on") { $0.contains("127.0.0.1:1 inv --from") }
                #expect(!screen.contains("reach"))
            }
        }
    }
}

extension String {
    fileprivate func hasLine(_ line: String) -> Bool {
        split(separator: "\n").contains { $0.trimmingCharacters(in: .whitespaces) == line }
    }
}
