import Foundation
import Testing

/// Where `kdeck tail` begins and where it stops, in every combination.
@Suite(.serialized) struct TailTests {
    /// Twelve records of three partitions, one every second, the partitions in turn: v0 is the oldest.
    private static func fill(_ serve: KdeckServe) async throws {
        _ = try await KdeckProgram.run("topics", "create", "orders", "--partitions", "3", "-b", serve.address)
        let lines = (0..<12).map {
            #"{"value":"v\#($0)","partition":\#($0 % 3),"timestamp":\#(1_700_000_000_000 + $0 * 1000)}"#
        }
        let sent = try await KdeckProgram.run(
            "produce", "orders", "--input", "jsonl", "--keep-partitions", "-b", serve.address,
            input: lines.joined(separator: "\n"))
        try #require(sent.status == 0, "\(sent.error)")
    }

    @Test func everyStartAndEveryEndMeanWhatTheySay() async throws {
        try await withServe { serve in
            try await Self.fill(serve)
            func values(_ numbers: some Sequence<Int>) -> [String] { numbers.map { "v\($0)" } }
            let cases: [(words: String, expected: [String])] = [
                ("-e", values(0..<12)), ("-n 3 -e", values(9..<12)), ("-e --max-messages 3", values(9..<12)),
                ("--max-messages 3", values(9..<12)), ("-n 5 --max-messages 3", values(7..<10)),
                ("-n 5 -e --max-messages 9", values(7..<12)), ("-n 0 -e", []), ("-n 3 --max-messages 0", []),
                ("-n 100 -e", values(0..<12)), ("--from-beginning -e", values(0..<12)),
                ("--from-beginning --max-messages 4", values(0..<4)),
                ("--from-beginning --max-messages 4 -e", values(0..<4)),
                ("--from 2023-11-14T22:13:25Z -e", values(5..<12)),
                ("--since 2023-11-14T22:13:25Z --max-messages 2", values(5..<7)),
                ("--since 1h -e", []), ("--from -1h -e", []),
                ("--offset 2 -e", values(6..<12)), ("--offset 2 --max-messages 1", values(6..<7)),
                ("--partition 1 --offset 3 -e", ["v10"]), ("--partition 1 -n 2 -e", ["v7", "v10"]),
                ("--partition 0,2 -n 3 -e", ["v8", "v9", "v11"]),
                ("--partition 2 --from-beginning -e", ["v2", "v5", "v8", "v11"]),
                ("--partition 2 --from 2023-11-14T22:13:25Z -e", ["v5", "v8", "v11"]),
                ("--committed -n 2 -e", ["v10", "v11"]),
            ]
            for (words, expected) in cases {
                let finished = try await run(
                    KdeckProgram.path,
                    ["tail", "orders", "-b", serve.address, "-f", "%s\\n"]
                        + words.split(separator: " ").map(String.init),
                    limit: .seconds(20))
                #expect(finished.status == 0 && finished.lines == expected, "\(words): \(finished)")
                #expect(finished.error.isEmpty, "\(words): \(finished.error)")
            }
        }
    }

    @Test func oneStartIsEnoughAndAnOffsetThatIsNotThereIsSaid() async throws {
        for (words, said) in [
            (["-n", "3", "--from-beginning"], "give only one of --newest, --from-beginning"),
            (["--from", "1h", "--offset", "3"], "give only one of --from, --offset"),
            (["--offset", "-3"], "--offset '-3' is no offset"), (["--offset", "end"], "--offset 'end' is no offset"),
            (["-n", "-3"], "--newest"), (["-o", "-3"], "--from-beginning say where to begin"),
        ] {
            let finished = try await run(KdeckProgram.path, ["tail", "orders", "-b", "127.0.0.1:1"] + words)
            #expect(finished.status == 2 && finished.error.contains(said), "\(words): \(finished.error)")
            #expect(finished.error.split(separator: "\n").count == 1, "\(finished.error)")
        }
        try await withServe { serve in
            try await Self.fill(serve)
            let beyond = try await KdeckProgram.run(
                "tail", "orders", "-e", "--partition", "1", "--offset", "99", "-b", serve.address)
            #expect(beyond.status == 0 && beyond.output.isEmpty)
            #expect(beyond.error == "kdeck: orders-1 ends before offset 99; it is read from 4\n")
            let all = try await KdeckProgram.run("tail", "orders", "-e", "--offset", "99", "-b", serve.address)
            #expect(
                all.error == "kdeck: orders-0 and 2 more do not hold offset 99; "
                    + "each is read from the nearest that it has\n")
        }
    }

    @Test func asManyOfTheNewestAsAreAskedForComeWhateverTheirSize() async throws {
        try await withServe { serve in
            _ = try await KdeckProgram.run("topics", "create", "large", "--partitions", "2", "-b", serve.address)
            // More bytes than the reader keeps at once.
            let filler = String(repeating: "x", count: 900_000)
            let lines = (0..<60).map {
                #"{"value":"\#($0) \#(filler)","partition":\#($0 % 2),"timestamp":\#(1000 + $0)}"#
            }
            let sent = try await KdeckProgram.run(
                "produce", "large", "--input", "jsonl", "--keep-partitions", "-b", serve.address,
                input: lines.joined(separator: "\n"))
            try #require(sent.status == 0, "\(sent.error)")
            let finished = try await KdeckProgram.run(
                "tail", "large", "-n", "50", "-e", "-f", "%T\\n", "-b", serve.address)
            #expect(finished.lines == (10..<60).map { "\(1000 + $0)" }, "\(finished.lines.count) \(finished.error)")
        }
    }
}
