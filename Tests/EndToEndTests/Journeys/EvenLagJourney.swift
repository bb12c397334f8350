import Foundation
import Testing

/// A group whose commits follow the end of its topic: what was committed is never said to lie behind the end.
extension JourneyCluster {
    func playEvenLag() async throws {
        let clients = try await LiveClients.start("busy.py", address, "ticks", "closely")
        defer { clients.stop() }
        var seen: Set<Int> = []
        for _ in 0..<60 {
            let row = try await KdeckProgram.objects("groups", "describe", "closely", "-b", address).first
            let committed = try #require(row?["committed"] as? Int)
            let end = try #require(row?["end"] as? Int)
            let lag = try #require(row?["lag"] as? Int)
            #expect(committed <= end && lag == end - committed)
            seen.insert(committed)
        }
        #expect(seen.count > 10, "its commits must move while they are looked at")
        try await withTerminal(attach) { terminal in
            let walk = Journey(terminal)
            try await walk.see("ticks")
            try await terminal.press("2")
            try await walk.see("GROUP", "closely")
            try await terminal.press("/")
            try await walk.type("closely\n")
            try await terminal.wait("only closely") { $0.contains("closely") && !$0.contains("billing") }
            try await terminal.press("Enter")
            var shown: Set<Substring> = []
            try await eventually("ten of its commits to be shown") {
                let screen = Journey.flat(try await terminal.screen())
                #expect(!screen.contains("is past the end"), "\(screen)")
                if let row = screen.firstMatch(of: /ticks 0 ([\d,]+) ([\d,]+) ([\d,]+)\s/) { shown.insert(row.1) }
                return shown.count >= 10 ? true : nil
            }
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }
}
