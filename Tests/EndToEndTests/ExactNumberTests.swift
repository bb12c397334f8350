import Foundation
import Testing

/// Numbers pass every way out as they were sent: none goes through a double, nothing is sorted or dropped.
@Suite(.serialized, .enabled(if: Tool.kcat.isExpected, "needs kcat")) struct ExactNumberTests {
    private static let value = #"{"id":9007199254740993,"z":1.0,"v":1,"v":2,"a":1e400,"n":-0,"l":[202201180000000002]}"#

    @Test func everyWayOutKeepsThem() async throws {
        try await withServe { serve in
            let kcat = try Tool.kcat.required()
            _ = try await run(
                kcat, ["-b", serve.address, "-P", "-t", "exact", "-p", "0"],
                input: Self.value + "\n" + Self.value.replacingOccurrences(of: "740993", with: "740992") + "\n")
            let reading = ["exact", "-e", "--from-beginning", "-b", serve.address]
            for format in ["json", "jsonl"] {
                let told = try await run(KdeckProgram.path, ["tail"] + reading + ["-o", format])
                let quoted = Self.value.replacingOccurrences(of: "\"", with: "\\\"")
                #expect(told.output.contains(quoted), "\(format): \(told.output)")
            }
            let csv = try await run(KdeckProgram.path, ["tail"] + reading + ["-o", "csv"])
            #expect(csv.output.contains(Self.value.replacingOccurrences(of: "\"", with: "\"\"")), "\(csv.output)")
            let bare = try await run(KdeckProgram.path, ["tail"] + reading + ["-f", "%s\\n"])
            #expect(bare.lines.first == Self.value)
            let shown = try await run(KdeckProgram.path, ["tail"] + reading + ["-o", "wide"])
            #expect(shown.output.contains("9007199254740993") && shown.output.contains("\"z\":1.0,\"v\":1,\"v\":2"))

            for (expression, count) in [
                ("value.id == 9007199254740993", 1), ("value.id == 9007199254740992", 1),
                ("value.id > 9007199254740992", 1), ("value.id >= 9007199254740992.0", 2),
                ("value.id == 9007199254740993.5", 0), ("value.a > 1e399", 2), ("value.z == 1", 2),
                ("value.l[0] == 202201180000000002", 2), ("value.l[0] == 202201180000000000", 0), ("value.n == 0", 2),
            ] {
                let found = try await run(
                    KdeckProgram.path, ["search", "exact", expression, "-b", serve.address, "-o", "name"])
                #expect(found.lines.count == count, "\(expression): \(found.output)\(found.error)")
            }
            // Read, sent and read again: the same bytes.
            let lines = try await run(KdeckProgram.path, ["tail"] + reading + ["-o", "jsonl"])
            _ = try await run(kcat, ["-b", serve.address, "-P", "-t", "again"], input: "first\n")
            _ = try await KdeckProgram.run(
                "produce", "again", "--input", "jsonl", "-b", serve.address, input: lines.output)
            let again = try await run(
                kcat, ["-b", serve.address, "-C", "-t", "again", "-e", "-q", "-o", "1"])
            #expect(again.lines.first == Self.value)
        }
    }

    @Test(.enabled(if: Tool.tmux.isExpected, "needs tmux")) func theConsoleShowsThemInItsRowsAndColumnsAndRecords()
        async throws
    {
        try await withServe { serve in
            _ = try await run(
                try Tool.kcat.required(), ["-b", serve.address, "-P", "-t", "exact", "-p", "0"],
                input: Self.value + "\n")
            try await withTerminal("'\(KdeckProgram.path)' attach -b \(serve.address)", width: 160) { terminal in
                try await terminal.wait("the topic") { $0.contains("exact") }
                try await terminal.press("Enter")
                try await terminal.wait("the row") { $0.contains("\"id\":9007199254740993,\"z\":1.0,\"v\":1,\"v\":2") }
                try await terminal.press("Enter")
                try await terminal.wait("the record") {
                    $0.contains("\"id\": 9007199254740993") && $0.contains("\"z\": 1.0")
                        && $0.contains("202201180000000002")
                }
                try await terminal.press("q")
            }
        }
    }
}
