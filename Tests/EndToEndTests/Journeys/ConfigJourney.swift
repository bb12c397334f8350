import Foundation
import Testing

/// A setting changed by keys, told afterwards by Apache's own tool.
extension JourneyCluster {
    /// What Apache's kafka-configs says that a topic has of its own for a setting; nil when it has nothing.
    private func setting(_ name: String, of topic: String) async throws -> String? {
        let told = try await tool(["configs", "--describe", "--entity-type", "topics", "--entity-name", topic])
        #expect(told.status == 0, "\(told.error)")
        for line in told.lines {
            let words = line.split(separator: " ")
            if let word = words.first, word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
        }
        return nil
    }

    /// Sets one, sees a value refused by the cluster, and takes the first back to the default.
    func playConfigChange(of topic: String) async throws {
        try await withTerminal(attach + " --read-write") { terminal in
            var walk = Journey(terminal)
            try await walk.see(topic)
            try await walk.press("c")
            try await walk.see("retention.ms", "SETTING")
            try await walk.press("/")
            try await walk.type("retention.ms\n")
            try await terminal.wait("retention.ms first, and no other setting of size") {
                $0.contains("retention.ms") && !$0.contains("segment.index.bytes")
            }
            try await walk.press("Enter")
            try await walk.see("retention.ms of \(topic) on", "⏎ asks the cluster first")
            try await walk.press("C-u")
            try await walk.type("soon")
            try await walk.press("Enter")
            try await walk.see("✘", "Invalid value soon")
            try await walk.press("C-u")
            try await walk.type("7200000")
            try await walk.see("= 2 h")
            try await walk.press("Enter")
            try await walk.see("✔ the cluster would take it")
            #expect(try await setting("retention.ms", of: topic) == nil, "a refusal or the question alone changed it")
            try await walk.read()
            try await walk.press("Enter")
            try await terminal.wait("the new value in the list") {
                !$0.contains("the cluster would take it") && Journey.flat($0).contains("retention.ms 2 h topic")
            }
            #expect(try await setting("retention.ms", of: topic) == "7200000")

            try await walk.press("C-d")
            try await walk.see("retention.ms of \(topic) back to default")
            try await walk.read()
            try await walk.press("Enter")
            try await terminal.wait("the default in the list") {
                !$0.contains("take it away") && Journey.flat($0).contains("retention.ms 7 d default")
            }
            #expect(try await setting("retention.ms", of: topic) == nil)
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }
}
