import Foundation
import Testing

/// The pager rings: which group, which partition, why.
extension JourneyCluster {
    /// A stopped, a slow and a consumer with one partition that stands still; each is named with numbers.
    func playTriage() async throws {
        let script = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/triage.py").path
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try #require(FileManager.default.createFile(atPath: log, contents: nil))
        let clients = Process()
        clients.executableURL = URL(fileURLWithPath: try Tool.pythonClients.required())
        clients.arguments = [script, address, "events"]
        let input = Pipe()
        clients.standardInput = input
        clients.standardOutput = FileHandle(forWritingAtPath: log)
        try clients.run()
        defer {
            try? input.fileHandleForWriting.close()
            clients.waitUntilExit()
        }
        try await eventually("three groups in trouble", within: .seconds(60)) {
            (try? String(contentsOfFile: log, encoding: .utf8))?.contains("ready") == true ? true : nil
        }
        try await withTerminal(attach) { terminal in
            var walk = Journey(terminal)
            try await walk.see("events")
            try await walk.press("2")
            // The names come with the list, the states with an answer of their own.
            try await walk.see("stopped", "slow", "stuck", "Empty")
            // The one that is furthest behind in time is under the cursor.
            try await walk.press("Enter")
            walk.expectAtMost(2, "J5")
            try await terminal.press("Escape")
            try await walk.see("stopped", "slow", "stuck")
            for (group, line) in [
                ("stopped", /Nobody reads: the group has no members and is [\d,]+ records behind\./),
                (
                    "slow",
                    /Too slow: [\d.]+\/s come in, [\d.]+\/s are read by 1 member; 3 more could read\./
                ),
                (
                    "stuck",
                    /p2 stands at offset 0 for [3-9]\d s while records come in; no other partition lags\.|p2 stands at offset 0 for [\d ms]+ while records come in; \d others? moves?\./
                ),
            ] {
                try await terminal.press("/")
                try await terminal.type(group + "\n")
                try await terminal.wait("only \(group)") { screen in
                    ["stopped", "slow", "stuck"].allSatisfy { screen.contains($0) == ($0 == group) }
                }
                try await terminal.press("Enter")
                try await terminal.wait("what is wrong with \(group)", within: .seconds(60)) {
                    Journey.flat($0).contains(line)
                }
                try await terminal.press("Escape")
                try await terminal.wait("the list") { !$0.contains("Groups ›") }
                try await terminal.press("Escape")
                try await walk.see("stopped", "slow", "stuck")
            }
            try await terminal.press("q")
        }
    }
}
