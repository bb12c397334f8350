import Foundation
import Testing

/// `kdeck produce`, `kdeck search` and `kdeck tail` against `kdeck serve`, as a script would use them.
@Suite(.serialized) struct RecordCommandTests {
    private static func make(_ topic: String, _ serve: KdeckServe) async throws {
        // kcat's first record makes the topic; ours never would.
        _ = try await run(
            try Tool.kcat.required(), ["-b", serve.address, "-P", "-t", topic, "-p", "0"], input: "first\n")
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func linesBecomeRecordsAndAreFoundByAnExpression()
        async throws
    {
        try await withServe { serve in
            try await Self.make("orders", serve)
            let refused = try await KdeckProgram.run("produce", "nowhere", "-b", serve.address, input: "x\n")
            #expect(refused.status == 3 && refused.error.contains("nowhere"), "\(refused.error)")
            let lines = (0..<5_000).map {
                "k\($0 % 100)|{\"id\":\($0),\"customer\":{\"country\":\"\($0 % 50 == 7 ? "PT" : "DE")\"}}\n"
            }
            let sent = try await KdeckProgram.run(
                "produce", "orders", "-b", serve.address, "-K", "|", "-H", "source=test", "-z", "zstd",
                input: lines.joined())
            #expect(sent.status == 0 && sent.output.isEmpty && sent.error.isEmpty, "\(sent.error)")
            let found = try await KdeckProgram.run(
                "search", "orders", "value.customer.country == \"PT\" && partition == 0", "-b", serve.address, "-o",
                "jsonl")
            let objects = try found.output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            #expect(objects.count == 100 && found.error.isEmpty, "\(objects.count) \(found.error)")
            for object in objects {
                #expect(object["topic"] as? String == "orders" && object["partition"] as? Int == 0)
                #expect(object["offset"] is Int && object["timestamp"] is Int)
                #expect((object["key"] as? String)?.hasPrefix("k") == true)
                #expect((object["value"] as? String)?.contains("\"PT\"") == true)
                #expect((object["headers"] as? [[String: String]]) == [["name": "source", "value": "test"]])
            }
            let few = try await KdeckProgram.run(
                "search", "orders", "key == 'k7' && headers.source", "-n", "3", "-b", serve.address, "-f",
                "%t/%p %k %S %h%%\\n")
            #expect(few.output.split(separator: "\n").count == 3)
            #expect(
                few.output.split(separator: "\n").allSatisfy {
                    $0.hasPrefix("orders/0 k7 ") && $0.hasSuffix(" source=test%")
                })
            let none = try await KdeckProgram.run("search", "orders", "nowhere", "-b", serve.address, "-o", "json")
            #expect(none.status == 0 && none.output == "[]\n")
            let early = try await run(
                "/bin/bash",
                [
                    "-c", "\"$0\" search orders value -b \"$1\" -o jsonl | head -1; echo \"status ${PIPESTATUS[0]}\"",
                    KdeckProgram.path, serve.address,
                ])
            #expect(
                early.output.contains("status 0") && early.error.isEmpty, "\(early.output.suffix(80)) \(early.error)")
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func whatWasPrintedAsJSONLinesIsSentAgainByteForByte()
        async throws
    {
        try await withServe { serve in
            try await Self.make("here", serve)
            try await Self.make("there", serve)
            let lines = [
                #"{"key":null,"value":null,"headers":[],"timestamp":1700000000000}"#,
                #"{"keyBase64":"AP8K","valueBase64":"AAECAwT/","headers":[{"name":"b","valueBase64":"/w=="},{"name":"n","value":null}],"timestamp":1700000000001}"#,
                #"{"key":"","value":"é \u001b[2J \ud83d\ude00 \"quoted\"","headers":[{"name":"h","value":"x"}],"timestamp":1700000000002,"more":[1,{"a":2}]}"#,
            ]
            let sent = try await KdeckProgram.run(
                "produce", "here", "--input", "jsonl", "-b", serve.address, input: lines.joined(separator: "\n"))
            #expect(sent.status == 0, "\(sent.error)")
            func rest(_ topic: String) async throws -> [String] {
                let all = try await KdeckProgram.run(
                    "tail", topic, "-e", "--from-beginning", "-b", serve.address, "-o", "jsonl")
                return all.output.split(separator: "\n").dropFirst().map(String.init)
            }
            let here = try await rest("here")
            #expect(here.count == 3)
            let again = try await KdeckProgram.run(
                "produce", "there", "--input", "jsonl", "--keep-partitions", "-b", serve.address,
                input: here.joined(separator: "\n") + "\n")
            #expect(again.status == 0, "\(again.error)")
            let there = try await rest("there")
            #expect(there.map { $0.split(separator: "there").joined(separator: "here") } == here)
            let broken = try await KdeckProgram.run(
                "produce", "there", "--input", "jsonl", "-b", serve.address,
                input: "{\"value\":null}\n{\"key\":tru}\n")
            #expect(broken.status == 1 && broken.error.contains("line 2"), "\(broken.error)")
            #expect(broken.error.contains("that were sent: 1"), "\(broken.error)")
            // A value whose name is misspelt is no tombstone.
            let misspelt = try await KdeckProgram.run(
                "produce", "there", "--input", "jsonl", "-b", serve.address, input: "{\"key\":\"a\",\"valu\":\"5\"}\n")
            #expect(misspelt.status == 1 && misspelt.error.contains("neither value nor valueBase64"))
            let keyless = try await KdeckProgram.run(
                "produce", "there", "-K", ":", "-b", serve.address, input: "a:1\nb:2\nno key\nc:3\n")
            #expect(keyless.status == 1 && keyless.error.contains("line 3 has no key"), "\(keyless.error)")
            #expect(keyless.error.contains("that were sent: 2"), "\(keyless.error)")
            #expect(try await rest("there").count == here.count + 3)
        }
    }

    @Test func whatIsWrongWithTheWordsIsToldBeforeAnybodyIsAsked() async throws {
        let cases: [(arguments: [String], words: String)] = [
            (["tail", ""], "'' is no topic's name"), (["tail", "a b"], "'a b' is no topic's name"),
            (["search", "orders", "value contains"], "column 15"),
            (["search", "orders", "vlaue.x == 1"], "vlaue is no field"),
            (["search", "orders", "x", "-f", "%q"], "%"), (["produce", "orders", "-z", "rar"], "gzip"),
            (["produce", "orders", "--acks", "2"], "all, 1, 0"),
            (["search", "orders", "x", "--partition", "a"], "numbers"),
            (["search", "orders", "x", "--from", "gestern"], "no time"),
            (["search", "orders", "x", "--from", "1h", "--to", "2h"], "--to is not behind --from"),
            (["produce", "orders", "--partition", "1,2"], "a record goes to one partition"),
            (["produce", "orders", "-z", "zst"], "did you mean 'zstd'?"),
            (["tail", "orders", "-F", ""], "'' is no file"),
        ]
        for (arguments, words) in cases {
            let finished = try await run(KdeckProgram.path, arguments + ["-b", "127.0.0.1:1"])
            #expect(finished.status == 2 && finished.error.contains(words), "\(arguments): \(finished.error)")
        }
    }
}
