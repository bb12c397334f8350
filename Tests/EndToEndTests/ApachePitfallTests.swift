import Foundation
import Testing

/// What real clients leave on a real cluster and consoles count wrong: each is told as it is.
@Suite(
    .serialized,
    .enabled(
        if: Tool.apacheKafka.isExpected && Tool.pythonClients.isExpected && Tool.tmux.isExpected,
        "needs Apache Kafka, Kafka's Python clients and tmux"),
    .timeLimit(.minutes(8)))
struct ApachePitfallTests {
    @Test func everyKindOfGapAndGroupIsToldAsItIs() async throws {
        try await withApacheKafka([]) { address, _, kafka in
            let script = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/pitfalls.py").path
            let made = try await run(try Tool.pythonClients.required(), [script, address], limit: .seconds(120))
            try #require(made.output.contains("ready"), "\(made.output)\(made.error)")
            try await share(kafka, address)
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

    /// A share group, by Kafka's own reader of one.
    private func share(_ kafka: String, _ address: String) async throws {
        let server = ["--bootstrap-server", address]
        _ = try await run(
            kafka,
            ["configs"] + server + ["--alter", "--entity-type", "groups", "--entity-name", "sharers"]
                + ["--add-config", "share.auto.offset.reset=earliest"], limit: .seconds(60))
        let read = try await run(
            kafka,
            ["run", "org.apache.kafka.tools.consumer.ConsoleShareConsumer"] + server
                + ["--topic", "shared", "--group", "sharers", "--max-messages", "20", "--timeout-ms", "30000"],
            limit: .seconds(90))
        try #require(read.lines.count >= 20, "\(read.output)\(read.error)")
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
