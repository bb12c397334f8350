import Foundation
import Testing

/// The pager rings: which group, which partition, why.
extension JourneyCluster {
    /// A stopped, a slow and a consumer with one partition that stands still; each is named with numbers.
    func playTriage() async throws {
        let clients = try await LiveClients.start("triage.py", address, "events")
        defer { clients.stop() }
        try await withTerminal(attach) { terminal in
            var walk = Journey(terminal)
            try await walk.see("events")
            try await walk.press("2")
            // The names come with the list, the states with an answer of their own.
            try await walk.see("stopped", "slow", "stuck", "Empty")
            // The one that is furthest behind in time is under the cursor.
            try await walk.press("Enter")
            walk.expectAtMost(2, "J5")
            // A key that comes on the heels of an escape is another key to a terminal: each is waited for.
            try await terminal.wait("the group") { $0.contains("Groups ›") }
            try await terminal.press("Escape")
            try await terminal.wait("the list") { !$0.contains("Groups ›") }
            try await walk.see("stopped", "slow", "stuck")
            for (group, line) in [
                ("stopped", /Nobody reads: the group has no members and is [\d,]+ records behind\./),
                (
                    "slow",
                    /Too slow: [\d.]+\/s come in, [\d.]+\/s are read by 1 member; 3 more could read\./
                ),
                (
                    "stuck",
                    /p2 stands at offset 0 for (?:over )?(?:[3-9]\d s|\d+ m[\d ms]*) while records come in; no other partition lags\.|p2 stands at offset 0 for (?:over )?[\d ms]+ while records come in; \d others? moves?\./
                ),
            ] {
                try await terminal.press("/")
                try await terminal.type(group + "\n")
                try await terminal.wait("only \(group)") { screen in
                    ["stopped", "slow", "stuck"].allSatisfy { screen.contains($0) == ($0 == group) }
                }
                try await terminal.press("Enter")
                try await terminal.wait("what is wrong with \(group)") {
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
