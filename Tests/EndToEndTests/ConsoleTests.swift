import Foundation
import Testing

/// The real program in a real terminal.
@Suite(.serialized, .enabled(if: Tool.tmux.isExpected, "needs tmux")) struct ConsoleTests {
    private var kdeck: String { "'\(KdeckProgram.path)'" }

    @Test(arguments: [(80, 24), (120, 40), (200, 50)])
    func aNewcomerSeesAKafkaAndHowToUseIt(width: Int, height: Int) async throws {
        try await withTerminal("\(kdeck) sandbox --port 0 --ephemeral", width: width, height: height) { terminal in
            let screen = try await terminal.wait("the first screen") { screen in
                ["A Kafka is running here", "SANDBOX", "127.0.0.1:", "kcat -b"].allSatisfy(screen.contains)
            }
            #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.count <= width })
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat"))
    func whatAClientSendsShowsUpByItself() async throws {
        let kcat = try Tool.kcat.required()
        try await withTerminal("\(kdeck) sandbox --port 0 --ephemeral") { terminal in
            let first = try await terminal.wait("the first screen") {
                $0.contains("A Kafka is running here") && $0.contains(/127\.0\.0\.1:\d+\s/)
            }
            let address = try #require(first.firstMatch(of: /127\.0\.0\.1:\d+/)).0
            let sent = try await run(kcat, ["-b", String(address), "-P", "-t", "greetings"], input: "hello\nworld\n")
            #expect(sent.status == 0, "\(sent.error)")
            try await terminal.wait("the topic") { $0.contains("greetings") && $0.contains(" 2 ") }
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat"))
    func anEmptyTopicFillsByItselfAndAnExportHasEveryByte() async throws {
        let kcat = try Tool.kcat.required()
        try await withServe(["--set", "message.max.bytes=8000000"]) { serve in
            let made = try await KdeckProgram.run("topics", "create", "large", "-b", serve.address)
            #expect(made.status == 0, "\(made.error)")
            try await withTerminal("\(kdeck) attach -b \(serve.address)") { terminal in
                try await terminal.wait("the topic") { $0.contains("large") }
                try await terminal.press("Enter")
                try await terminal.wait("an empty topic") { $0.contains("No records here yet") }
                let folder = try TemporaryFolder()
                let value = "{\"pad\":\"" + String(repeating: "x", count: 3_000_000) + "\"}"
                try value.write(toFile: folder.path + "/value", atomically: true, encoding: .utf8)
                let sent = try await run(
                    kcat,
                    [
                        "-b", serve.address, "-P", "-t", "large", "-X", "message.max.bytes=8000000",
                        folder.path + "/value",
                    ])
                #expect(sent.status == 0, "\(sent.error)")
                try await terminal.wait("the record") { $0.contains("xxxx") }
                // Only its beginning is kept, and nobody calls that broken.
                try await terminal.press("Enter")
                let whole = try await terminal.wait("the record alone") {
                    $0.contains("are laid out") && $0.contains("other records")
                        && $0.contains("value 2.9 MiB, its first 1.0 MiB here")
                }
                #expect(!whole.contains("broken"))
                try await terminal.press("Escape")
                try await terminal.wait("the list") { $0.contains("OFFSET") }
                try await terminal.press("e")
                try await terminal.wait("the name of a file") { $0.contains("large-20") }
                try await terminal.press("C-u")
                try await terminal.type(folder.path + "/out.jsonl\n")
                try await terminal.wait("the export") { $0.contains("1 record written") }
                let line = try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8)
                let object = try #require(
                    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                #expect(object["value"] as? String == value)
            }
        }
    }

    @Test(arguments: ["quit", "TERM", "HUP", "SEGV", "ABRT"])
    func theTerminalIsAsBeforeWhateverEndsTheProgram(way: String) async throws {
        try await withTerminal("\(kdeck) sandbox --port 0 --ephemeral; echo \"status $?\"") { terminal in
            try await terminal.wait("the first screen") { $0.contains("A Kafka is running here") }
            #expect(try await terminal.fact("#{alternate_on}") == "1")
            if way == "quit" {
                try await terminal.press("q")
            } else {
                let shell = try await terminal.fact("#{pane_pid}")
                let found = try await run("/usr/bin/pgrep", ["-P", shell, "kdeck"])
                let child = try #require(found.lines.first, "kdeck is not a child of the shell")
                _ = try await run("/bin/kill", ["-s", way, child])
            }
            let screen = try await terminal.wait("the shell") { $0.contains(/status \d+\s+shell>/) }
            #expect(try await terminal.fact("#{alternate_on}") == "0")
            #expect(try await terminal.fact("#{cursor_flag}") == "1")
            #expect(try await terminal.fact("#{mouse_any_flag}") == "0")
            if way == "quit" || way == "TERM" { #expect(screen.contains("status 0"), "\(screen)") }
            // Echo and lines work again.
            try await terminal.type("echo a$((1+1))b\n")
            try await terminal.wait("the echo") { $0.contains("a2b") && $0.contains("echo a$((1+1))b") }
        }
    }

    @Test func dataIsKeptFromOneRunToTheNext() async throws {
        try await withTerminal("\(kdeck) sandbox --port 0") { terminal in
            try await terminal.wait("the first screen") { $0.contains("A Kafka is running here") }
            try await terminal.press("n")
            try await terminal.wait("the dialog") { $0.contains("New topic") || $0.contains("new topic") }
            try await terminal.type("kept\n")
            try await terminal.wait("the topic") { $0.contains("1 topic") }
            try await terminal.press("q")
            try await terminal.wait("the shell") { $0.contains("shell>") && !$0.contains("SANDBOX") }
            try await terminal.type("\(kdeck) sandbox --port 0\n")
            try await terminal.wait("the topic again") { $0.contains("SANDBOX") && $0.contains("kept") }
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat"))
    func aGroupIsResetAndBroughtBackByKeys() async throws {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            _ = try await run(
                kcat, ["-b", serve.address, "-P", "-t", "orders"], input: (0..<60).map { "v\($0)\n" }.joined())
            _ = try await run(
                kcat,
                ["-b", serve.address, "-G", "billing", "orders", "-X", "auto.offset.reset=earliest", "-c", "40"])
            func lag() async throws -> Int? {
                try await KdeckProgram.objects("groups", "-b", serve.address).first?["lag"] as? Int
            }
            #expect(try await lag() == 20)
            try await withTerminal("\(kdeck) attach -b \(serve.address) --read-write") { terminal in
                try await terminal.wait("the topics") { $0.contains("orders") }
                try await terminal.press("2")
                try await terminal.wait("the group") { $0.contains("billing") }
                try await terminal.press("o")
                // It opens at `time`; two kinds before is `earliest`.
                try await terminal.press("BTab", "BTab")
                try await terminal.wait("the plan") { $0.contains("NEXT RECORD") && $0.contains("v0") }
                // From the field to the plan, and only a plan that stood for a while is committed.
                try await eventually("the commit") {
                    try await terminal.press("Enter")
                    return try await lag() == 60 ? true : nil
                }
                try await terminal.wait("the read back") { $0.contains("read back and equal") }
                try await terminal.press("u")
                try await eventually("the undo") { try await lag() == 20 ? true : nil }
                try await terminal.press("q")
                try await terminal.wait("the shell") { $0.contains("shell>") }
            }
        }
    }

    @Test func aLostClusterKeepsItsLastDataAndComesBack() async throws {
        let folder = try TemporaryFolder()
        // One that is still free when the second comes.
        let port = String(try FreePorts.first())
        let first = try await KdeckServe.start(data: folder.path + "/data", port: port)
        try await withTerminal("\(kdeck) attach -b \(first.address) --read-write") { terminal in
            try await terminal.wait("the empty cluster") { $0.contains("no topics yet") }
            try await terminal.press("n")
            try await terminal.type("kept\n")
            try await terminal.wait("the topic") { $0.contains("kept") && $0.contains("1 topic") }
            #expect(await first.stop() == 0)
            let dark = try await terminal.wait("the loss") {
                $0.contains("✘ no answer for") && !$0.contains("● healthy")
            }
            #expect(dark.contains("kept"), "the last data must stay")
            let second = try await KdeckServe.start(data: folder.path + "/data", port: port)
            try await terminal.wait("the return") { $0.contains("● healthy") }
            #expect(await second.stop() == 0)
        }
    }

    @Test func withoutATerminalItSaysWhatToDo() async throws {
        let finished = try await KdeckProgram.run("sandbox", "--ephemeral", "--port", "0")
        #expect(finished.status == 1)
        #expect(finished.error.contains("kdeck serve"))
        #expect(finished.error.split(separator: "\n").count == 1)
    }
}
