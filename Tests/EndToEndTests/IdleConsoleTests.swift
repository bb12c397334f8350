import Foundation
import Testing

/// What a console that nobody touches asks of a cluster, counted between the two.
@Suite(.serialized, .enabled(if: Tool.tmux.isExpected, "needs tmux")) struct IdleConsoleTests {
    /// At most so many requests a second on one broker while its data changes all the time, whatever pane is shown.
    private static let budget = 12.0

    @Test func anIdleConsoleAsksLittleOfItsCluster() async throws {
        try await withServe(["--demo"]) { serve in
            let folder = try TemporaryFolder()
            let log = folder.path + "/log"
            let port = try #require(serve.address.split(separator: ":").last.map(String.init))
            try await withTerminal("'\(KdeckProgram.developer)' proxy \(serve.address) > \(log)") { _ in
                let line = try await eventually("the proxy") {
                    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                    return text.hasPrefix("ready ") ? text.split(separator: "\n").first.map(String.init) : nil
                }
                let config = folder.path + "/config.toml"
                try """
                [context.prod]
                bootstrap.servers = "127.0.0.1:\(port)"
                rewrite = ["*:\(port)=\(line.dropFirst("ready ".count))"]
                """.write(toFile: config, atomically: true, encoding: .utf8)
                try await withTerminal(
                    "'\(KdeckProgram.path)' attach -c prod", environment: ["KDECK_CONFIG": config]
                ) { terminal in
                    try await terminal.wait("the topics") { $0.contains("orders") && $0.contains("read-only") }
                    for pane in ["1", "2", "3", "4"] {
                        try await terminal.press(pane)
                        try await Task.sleep(for: .seconds(2))
                        var rate = try await rate(log)
                        // What the pane asks when it opens may come late on a busy machine; what it goes on asking
                        // comes again.
                        if rate > Self.budget { rate = try await self.rate(log) }
                        print("idle: pane \(pane) asks \(rate) requests a second")
                        #expect(rate > 0 && rate <= Self.budget, "pane \(pane)")
                    }
                    try await terminal.press("q")
                    try await terminal.wait("the shell") { $0.contains("shell>") }
                }
                // Once it is gone nothing is asked, and the proxy, which still listens, has nothing more to tell.
                let after = try await eventually("the last of its requests") {
                    let before = try count(log)
                    try await Task.sleep(for: .seconds(1))
                    return try count(log) == before ? before : nil
                }
                try await Task.sleep(for: .seconds(5))
                #expect(try count(log) == after)
            }
        }
    }

    /// Requests a second.
    private func rate(_ log: String) async throws -> Double {
        let before = try count(log)
        try await Task.sleep(for: .seconds(6))
        return Double(try count(log) - before) / 6
    }

    private func count(_ log: String) throws -> Int {
        try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count
    }
}
