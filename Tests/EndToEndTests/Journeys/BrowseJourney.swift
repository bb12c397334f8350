import Foundation
import Testing

/// Looking at a topic and moving a group on a cluster that is attached read-only, as every attached one is.
extension JourneyCluster {
    /// Attach, see, tail, freeze.
    func playBrowsing(of topic: String, newest: String) async throws {
        try await withTerminal(attach) { terminal in
            var walk = Journey(terminal)
            try await walk.see(topic, "read-only", "● healthy")
            walk.expectAtMost(0, "J2")
            try await walk.press("Enter")
            try await walk.see(newest)
            walk.expectAtMost(1, "J3, to see")
            try await walk.press("f")
            try await walk.see("following")
            let mark = "fresh-\(UInt32.random(in: 0...UInt32.max))"
            try await send([mark], to: topic)
            try await walk.see(mark)
            walk.expectAtMost(2, "J3, to tail")
            try await walk.press("Space")
            try await walk.see("frozen")
            try await send(["unseen"], to: topic)
            let frozen = try await walk.see("1 came meanwhile")
            #expect(!frozen.contains("unseen"), "what came while it was frozen moved the screen")
            try await walk.press("Space")
            try await walk.see("unseen")
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }

    /// Unlock by the cluster's name, plan by time, commit, undo; read back by Apache's own tool.
    func playReset(of topic: String, group: String) async throws {
        let before = try await committed(group)
        try #require(!before.isEmpty)
        try await withTerminal(attach) { terminal in
            var walk = Journey(terminal)
            try await walk.see(topic, "read-only")
            try await terminal.press("2")
            try await walk.see(group, "Empty")
            try await walk.press("W")
            try await walk.see("Unlock \(name) for ten minutes")
            try await walk.read()
            try await walk.type(name)
            try await walk.press("Enter")
            try await walk.see("read-write 9:")
            walk.expectAtMost(2, "J2, to unlock")
            walk = Journey(terminal)
            try await walk.press("o")
            try await walk.type("-2h")
            try await walk.see("NEXT RECORD", "Nobody holds the group: Kafka will take it.")
            try await walk.read()
            try await walk.press("Enter", "Enter")
            try await walk.see("Moved \(group) on", "read back and equal.")
            walk.expectAtMost(3, "J4")
            let moved = try await committed(group)
            #expect(moved.keys == before.keys && moved.values.allSatisfy { $0 == 0 }, "\(moved)")
            try await walk.press("u")
            try await walk.see("Undone: Moved \(group) on", "read back and equal.")
            walk.expectAtMost(4, "J4 with undo")
            #expect(try await committed(group) == before)
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }
}
