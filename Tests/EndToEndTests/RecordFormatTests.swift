import Foundation
import Testing

/// Records in kcat's tokens, in CSV and as JSON lines: each beside what is exact.
@Suite(.serialized) struct RecordFormatTests {
    private static let lines = [
        #"{"key":null,"value":null,"headers":[],"timestamp":1700000000000}"#,
        #"{"key":"","value":"","headers":[{"name":"n","value":null},{"name":"e","value":""}],"timestamp":1700000000001}"#,
        #"{"keyBase64":"AP8=","valueBase64":"gAE=","headers":[{"name":"b","valueBase64":"/w=="}],"timestamp":1700000000002}"#,
        #"{"key":"0x00ff","value":"0x8001","headers":[{"name":"a","value":"1"},{"name":"a","value":"2"}],"timestamp":1700000000003}"#,
        #"{"key":"k,1","value":"say \"hi\" é","headers":[],"timestamp":1700000000004}"#,
    ]

    private func fill(_ topic: String, _ serve: KdeckServe) async throws {
        _ = try await KdeckProgram.run("topics", "create", topic, "-b", serve.address)
        let sent = try await KdeckProgram.run(
            "produce", topic, "--input", "jsonl", "-b", serve.address, input: Self.lines.joined(separator: "\n"))
        try #require(sent.status == 0, "\(sent.error)")
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func everyTokenPrintsWhatKcatPrints() async throws {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            try await fill("things", serve)
            for token in [
                "%s", "%S", "%R", "%k", "%K", "%T", "%h", "%t", "%p", "%o", "%%", "\\n", "\\r", "\\t", "\\x41",
                "\\x0041", "\\x9f", "\\x4 1",
                "\\x7e.", "\\x41B", "\\q", "\\\\", "a%sb%kc\\n", "é%p",
            ] {
                let both = try await run(
                    "/bin/bash",
                    [
                        "-c",
                        """
                        "$0" tail things --from-beginning -e -b "$2" -f "$3" | od -An -tx1
                        echo beside
                        "$1" -C -q -e -t things -b "$2" -f "$3" | od -An -tx1
                        """, KdeckProgram.path, kcat, serve.address, token,
                    ])
                let parts = both.output.split(separator: "beside\n", omittingEmptySubsequences: false)
                #expect(parts.count == 2 && parts[0] == parts[1], "\(token)\n\(both.output)\(both.error)")
            }
            for wrong in ["%q", "%", "\\xg"] {
                let finished = try await KdeckProgram.run("tail", "things", "-e", "-b", serve.address, "-f", wrong)
                #expect(finished.status == 2 && finished.error.hasPrefix("kdeck: -f "), "\(wrong): \(finished.error)")
            }
        }
    }

    @Test func csvTellsNullEmptyTextAndBytesApart() async throws {
        try await withServe { serve in
            try await fill("things", serve)
            let csv = try await KdeckProgram.run(
                "tail", "things", "--from-beginning", "-e", "-b", serve.address, "-o", "csv")
            #expect(
                csv.output == """
                    topic,partition,offset,timestamp,key,value,headers,keyBase64,valueBase64\r
                    things,0,0,1700000000000,,,,,\r
                    things,0,1,1700000000001,"","",n;e=,,\r
                    things,0,2,1700000000002,,,b=0xff,AP8=,gAE=\r
                    things,0,3,1700000000003,0x00ff,0x8001,a=1;a=2,,\r
                    things,0,4,1700000000004,"k,1","say ""hi"" é",,,\r

                    """)
            let help = try await KdeckProgram.run("tail", "--help")
            #expect(help.output.contains("keyBase64"))
        }
    }

    @Test func whatIsSearchedTailedAndSentAgainIsTheSameLine() async throws {
        try await withServe { serve in
            try await fill("things", serve)
            _ = try await KdeckProgram.run("topics", "create", "copies", "-b", serve.address)
            let tailed = try await KdeckProgram.run(
                "tail", "things", "--from-beginning", "-e", "-b", serve.address, "-o", "jsonl")
            let searched = try await KdeckProgram.run(
                "search", "things", "partition == 0", "-b", serve.address, "-o", "jsonl")
            #expect(tailed.output == searched.output && tailed.lines.count == Self.lines.count)
            _ = try await KdeckProgram.run(
                "produce", "copies", "--input", "jsonl", "-b", serve.address, input: tailed.output)
            let again = try await KdeckProgram.run(
                "tail", "copies", "--from-beginning", "-e", "-b", serve.address, "-o", "jsonl")
            #expect(again.lines.map { $0.split(separator: "copies").joined(separator: "things") } == tailed.lines)
        }
    }
}
