import Foundation
import Testing

/// Others who come between a plan and its commit, told afterwards by Apache's own tool.
extension JourneyCluster {
    /// Opens the reset of one group of many and types where to.
    private func plan(_ group: String, _ walk: Journey) async throws {
        try await walk.see("orders")
        try await walk.terminal.press("2")
        try await walk.see("GROUP", group)
        try await walk.terminal.press("/")
        try await walk.type(group + "\n")
        try await walk.terminal.wait("only \(group)") {
            $0.contains(group) && !$0.contains("billing")
        }
        try await walk.terminal.press("o")
        try await walk.see("Reset offsets of \(group)")
        try await walk.type("-2h")
    }

    /// An armed console that dies leaves nothing behind that would commit, and nothing to undo.
    func playKilledWhileArmed() async throws {
        let consumer = try consumer("app-9", of: "orders", as: "held")
        defer { consumer.stop() }
        let read = [0: 20, 1: 20, 2: 20]
        try await eventually("app-9 reads all") { try await committed("held") == read ? true : nil }
        let state = try TemporaryFolder()
        for signal in ["KILL", "HUP"] {
            try await withTerminal(attach + " --read-write", environment: ["XDG_STATE_HOME": state.path]) { terminal in
                let walk = Journey(terminal)
                try await plan("held", walk)
                try await walk.see("NEXT RECORD", "Re-reads 60 records on 3 partitions", "app-9")
                try await walk.read()
                try await terminal.press("Enter", "a")
                try await walk.see("Armed for", "waiting for app-9")
                let shell = try await terminal.fact("#{pane_pid}")
                let found = try await run("/usr/bin/pgrep", ["-P", shell, "kdeck"])
                let program = try #require(found.lines.first, "kdeck is not a child of the shell")
                _ = try await run("/bin/kill", ["-s", signal, program])
                try await walk.see("shell>")
            }
        }
        // Now the group is free for whoever would still wait for it.
        consumer.stop()
        try await withTerminal(attach) { terminal in
            let walk = Journey(terminal)
            try await walk.see("orders")
            try await terminal.press("2")
            try await terminal.wait("the group without members") { screen in
                screen.split(separator: "\n").contains { $0.contains("held") && $0.contains("Empty") }
            }
        }
        #expect(try await committed("held") == read)
        let undo = state.path + "/kdeck/undo"
        #expect((try? FileManager.default.contentsOfDirectory(atPath: undo)) ?? [] == [])
    }

    /// A consumer that comes back between the plan and its commit is named, and nothing is written under it.
    func playReturnBeforeCommit() async throws {
        let read = [0: 20, 1: 20, 2: 20]
        try await withTerminal(attach + " --read-write") { terminal in
            let walk = Journey(terminal)
            try await plan("held", walk)
            try await walk.see("NEXT RECORD", "Nobody holds the group: Kafka will take it.")
            try await walk.read()
            let back = try consumer("app-10", of: "orders", as: "held")
            defer { back.stop() }
            try await walk.see("1 member holds it: app-10", "came since the plan was made: Kafka will refuse it.")
            try await terminal.press("Enter", "Enter")
            try await walk.see("Kafka refuses while 1 member holds the group: app-10")
            #expect(try await committed("held") == read)
            back.stop()
            #expect(try await committed("held") == read)
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }

    /// A consumer that assigns its partitions itself is no member, and its commits are: they are the news of the group, a
    /// reset is warned of them, and one that was planned before such a commit is not written over it.
    func playCommitsOfNobody() async throws {
        let clients = try await LiveClients.start("assigned.py", address, "orders", "drifting")
        defer { clients.stop() }
        try await withTerminal(attach + " --read-write") { terminal in
            let walk = Journey(terminal)
            try await walk.see("orders")
            try await terminal.press("2")
            try await walk.see("GROUP", "drifting")
            try await terminal.press("/")
            try await walk.type("drifting\n")
            try await terminal.wait("only drifting") { $0.contains("drifting") && !$0.contains("billing") }
            try await terminal.press("Enter")
            try await walk.see("Commits arrive on 3 partitions though nobody is a member (assign)")
            try await terminal.press("o")
            try await walk.see("Reset offsets of drifting")
            try await walk.type("-2h")
            try await walk.see("NEXT RECORD", "Somebody commits for this group without being its member (assign)")
            try await walk.read()
            try await terminal.press("Enter", "Enter")
            try await walk.see("was committed since the plan was made")
            clients.stop()
            let last = try #require(clients.output.split(separator: "\n").last.flatMap { Int($0) })
            #expect(try await committed("drifting") == [0: last, 1: last, 2: last])
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }
}
