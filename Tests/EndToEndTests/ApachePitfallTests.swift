import Foundation
import Testing

/// What real clients leave on a real cluster and consoles count wrong: each is told as it is.
@Suite(
    .serialized,
    .enabled(
        if: Tool.apacheKafka.isExpected && Tool.pythonClients.isExpected && Tool.tmux.isExpected,
        "needs Apache Kafka, Kafka's Python clients and tmux"),
    .timeLimit(.minutes(15)))
struct ApachePitfallTests {
    @Test func everyKindOfGapAndGroupIsToldAsItIs() async throws {
        try await withApacheKafka([]) { address, _, kafka in
            let clients = try await LiveClients.start("pitfalls.py", address)
            defer { clients.stop() }
            let streams = try await LiveClients.start("tools/StreamsMember.java", address, "k848", "streamers")
            defer { streams.stop() }
            try await withSharer(kafka, address) { try await panes(address) }
            try await lags(address)
            try await kinds(address)
            try await resets(address)
            try await withTerminal("'\(KdeckProgram.path)' attach -b \(address) --read-only") { terminal in
                try await terminal.wait("the topics") { $0.contains("txn") && $0.contains("≤") }
                let told = [
                    ("readers", "0 readable (5 aborted, 2 markers)"), ("waits", "open transaction"),
                    ("lost", "committed 20 is past the end 4: was the topic created again?"),
                    ("late", "committed 3 is before the log: 7 unread records were deleted"),
                ]
                for (group, words) in told {
                    try await terminal.press("2", "/")
                    try await terminal.type("\(group)\n")
                    try await terminal.wait("the group \(group)") { $0.contains(group) && !$0.contains("newstyle") }
                    try await terminal.press("Enter")
                    try await terminal.wait("what is to be said of \(group)") {
                        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words)
                    }
                    // One at a time: two in a row are alt and escape.
                    try await terminal.press("Escape")
                    try await terminal.wait("the groups again") { $0.contains("GROUP") }
                    try await terminal.press("Escape")
                    try await terminal.wait("all of them") { $0.contains("newstyle") }
                }
                try await terminal.press("q")
            }
        }
    }

    /// A share group while Kafka's own reader of one is in it, and has read all there is.
    private func withSharer(_ kafka: String, _ address: String, _ body: () async throws -> Void) async throws {
        let server = ["--bootstrap-server", address]
        let set = try await run(
            kafka,
            ["configs"] + server + ["--alter", "--entity-type", "groups", "--entity-name", "sharers"]
                + ["--add-config", "share.auto.offset.reset=earliest"])
        #expect(set.status == 0, "\(set.error)")
        let folder = try TemporaryFolder()
        let read = folder.path + "/read"
        let sharer = try LiveConsumer(
            kafka,
            ["run", "org.apache.kafka.tools.consumer.ConsoleShareConsumer"] + server
                + ["--topic", "shared", "--group", "sharers"], output: read)
        defer { sharer.stop() }
        try await eventually("twenty records of a share group") {
            try String(contentsOfFile: read, encoding: .utf8).split(separator: "\n").count >= 20 ? true : nil
        }
        try await body()
    }

    /// The kinds of groups side by side while each has a member: what the list says, who holds what, and what a reset of
    /// each is told.
    private func panes(_ address: String) async throws {
        try await withTerminal("'\(KdeckProgram.path)' attach -b \(address)") { terminal in
            let walk = Journey(terminal)
            try await walk.see("k848")
            try await terminal.press("2")
            try await walk.see("sharers Stable share 1", "streamers Stable streams 1", "newstyle Stable consumer 1")
            for (group, owner, holds, refusal) in [
                ("sharers", "console-share-consumer", "reads 1", "a share group has no commits: kafka-share-groups"),
                ("streamers", "streams-app", "reads 3", "This is a streams group: its position is more than offsets"),
                ("newstyle", "new-1", "reads 3", "Kafka refuses while 1 member holds the group: new-1"),
            ] {
                try await terminal.press("/")
                try await terminal.type("\(group)\n")
                try await terminal.wait("only \(group)") { $0.contains(group) && !$0.contains("waits") }
                try await terminal.press("Enter")
                try await walk.see("Members", owner, holds)
                try await terminal.press("o")
                if group == "sharers" {
                    try await walk.see(refusal)
                } else {
                    try await walk.see("1 member holds it: \(owner)")
                    try await terminal.press("BTab", "BTab")
                    try await walk.see(refusal)
                    try await terminal.press("Escape")
                }
                try await walk.see("Members", owner)
                try await terminal.press("Escape")
                try await walk.see("GROUP", group)
                try await terminal.press("Escape")
                try await walk.see("sharers", "streamers", "newstyle")
            }
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }

    /// The end that counts, never below zero; what was never committed is not a lag.
    private func lags(_ address: String) async throws {
        let groups = try await KdeckProgram.objects("groups", "-b", address)
        func lag(_ name: String) -> Any? { groups.first { $0["name"] as? String == name }?["lag"] }
        #expect(lag("readers") as? Int == 7)
        #expect(lag("lost") as? Int == 0)
        #expect(lag("newstyle") as? Int == 0)
        #expect(lag("sharers") as? Int == nil)
        let waits = try await KdeckProgram.objects("groups", "describe", "waits", "-b", address).first
        #expect(waits?["committed"] as? Int == 0 && (waits?["lag"] as? Int ?? 0) >= 4, "\(waits ?? [:])")
        let late = try await KdeckProgram.objects("groups", "describe", "late", "-b", address).first
        #expect(late?["committed"] as? Int == 3 && late?["start"] as? Int == 10)
        // A reader of committed records stops before the open transaction, and one that reads to the end ends.
        let tail = try await KdeckProgram.objects(
            "tail", "txn", "-e", "--from-beginning", "--committed", "-b", address)
        #expect(tail.count == 50)
    }

    /// Types and states, with a description for each.
    private func kinds(_ address: String) async throws {
        let groups = try await KdeckProgram.objects("groups", "-b", address)
        func fact(_ name: String, _ key: String) -> String? {
            groups.first { $0["name"] as? String == name }?[key] as? String
        }
        #expect(fact("readers", "type") == "classic" && fact("readers", "state") == "Empty")
        #expect(fact("newstyle", "type") == "consumer" && fact("newstyle", "state") == "Stable")
        #expect(fact("sharers", "type") == "share" && fact("sharers", "state") == "Empty")
        #expect(fact("streamers", "type") == "streams" && fact("streamers", "state") == "Stable")
        let tasks = try await KdeckProgram.objects("groups", "describe", "streamers", "-b", address)
        #expect(tasks.count == 3 && tasks.allSatisfy { $0["owner"] as? String == "streams-app" }, "\(tasks)")
        let member = try await KdeckProgram.objects("groups", "describe", "newstyle", "-b", address)
        #expect(member.count == 3 && member.allSatisfy { $0["owner"] as? String == "new-1" }, "\(member)")
        #expect(try await KdeckProgram.run("groups", "describe", "sharers", "-b", address).status == 0)
        #expect(try await KdeckProgram.run("groups", "describe", "nobody", "-b", address).status == 3)
    }

    private func resets(_ address: String) async throws {
        func reset(_ words: String...) async throws -> Finished {
            let state = try TemporaryFolder()
            return try await run(
                KdeckProgram.path, ["groups", "reset"] + words + ["-b", address],
                environment: ["XDG_STATE_HOME": state.path, "TZ": "UTC"])
        }
        let share = try await reset("sharers", "--topic", "shared", "--to-latest", "--execute")
        #expect(share.status == 1 && share.error.contains("kafka-share-groups"), "\(share.error)")
        #expect(!share.output.contains("same as"))
        let streams = try await reset("streamers", "--topic", "k848", "--to-latest", "--execute")
        #expect(streams.status == 1 && streams.error.contains("kafka-streams-groups"), "\(streams.error)")
        let held = try await reset("newstyle", "--to-earliest", "--execute")
        #expect(held.status == 1 && held.error.contains("new-1"), "\(held.error)")
        let lost = try await reset("lost", "--to-earliest")
        #expect(lost.output.contains("was the topic created again?"), "\(lost.output)")
        #expect(lost.output.contains("Re-reads 4 records on 1 partition, skips 0."), "\(lost.output)")
        let late = try await reset("late", "--to-latest")
        #expect(late.output.contains("committed 3 is no longer in the log"), "\(late.output)")
        #expect(late.output.contains("skips 10 on 1 partition"), "\(late.output)")
        // The first record at or after a moment, though older ones come behind it; a moment to come is the end.
        let moment = try await reset("readers", "--topic", "times", "--to-datetime", "1970-01-01T00:00:02.500Z")
        #expect(moment.output.contains("the first record at or after it"), "\(moment.output)")
        #expect(moment.output.contains("t5000"), "\(moment.output)")
        let future = try await reset("readers", "--topic", "times", "--to-datetime", "2110-01-01T00:00:00Z")
        #expect(future.output.contains("still to come") && future.output.contains("goes to the end"))
    }
}
