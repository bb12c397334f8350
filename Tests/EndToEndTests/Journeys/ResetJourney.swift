import Foundation
import Testing

/// Moving a group by keys, told afterwards by Apache's own tool.
extension JourneyCluster {
    /// An armed reset: a live consumer holds the group, the reset waits for it, and is dropped by no key without a question.
    func playArmedReset() async throws {
        try await makeTopic("orders", partitions: 3)
        for partition in 0..<3 { try await send((0..<20).map { "v\($0)" }, to: "orders", partition: partition) }
        let consumer = try consumer("app-1", of: "orders", as: "billing")
        defer { consumer.stop() }
        let read = [0: 20, 1: 20, 2: 20]
        try await eventually("app-1 reads all") {
            try await committed("billing") == read ? true : nil
        }

        try await withTerminal(attach + " --read-write", width: 80, height: 24) { terminal in
            var walk = Journey(terminal)
            try await walk.see("orders")
            try await terminal.press("2")
            try await walk.see("billing", "Stable")
            try await walk.press("o")
            try await walk.see("Reset offsets of billing", "1 member holds it: app-1")
            try await walk.type("-2h")
            try await walk.see("NEXT RECORD", "Re-reads 60 records on 3 partitions", "app-1")
            try await walk.read()
            try await walk.press("Enter", "a")
            try await walk.see("waiting for app-1", "to leave. Then it plans again and commits.")
            walk.expectAtMost(3, "J4, armed")

            // No key drops it without asking: not quit, not back, not the tab's own key.
            for (key, question) in [
                ("q", "A reset is armed: quit and drop it?"), ("Escape", "A reset is armed: leave and drop it?"),
                ("2", "A reset is armed: leave and drop it?"),
            ] {
                try await terminal.press(key)
                try await walk.see(question)
                try await terminal.press("Escape")
                try await terminal.wait("the way back") { !$0.contains("A reset is armed") && $0.contains("Armed for") }
            }
            consumer.stop()
            try await walk.see("Moved billing on 3 partitions, read back and equal.")
            #expect(try await committed("billing") == [0: 0, 1: 0, 2: 0])
            try await walk.press("u")
            try await walk.see("Undone: Moved billing on 3 partitions, read back and equal.")
            walk.expectAtMost(4, "J4 with undo")
            #expect(try await committed("billing") == read)

            // Committed again, and a consumer is back at once.
            try await terminal.press("Escape")
            try await walk.see("MEMBERS LAG", "billing Empty")
            try await terminal.press("o")
            try await walk.type("-2h")
            try await walk.see("Nobody holds the group: Kafka will take it.")
            try await walk.read()
            try await terminal.press("Enter", "Enter")
            try await walk.see("Moved billing on 3 partitions, read back and equal.")
            let back = try self.consumer("app-2", of: "orders", as: "billing")
            defer { back.stop() }
            try await walk.see("1 member holds it: app-2")
            // It goes on from the beginning and commits what it read again, which the screen says.
            try await walk.see("▲ 20 since")
            back.stop()
            #expect(try await committed("billing") == read)
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }
}
