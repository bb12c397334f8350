import Foundation
import Testing

@Suite(.serialized) struct CommandLineTests {
    @Test func everyErrorIsOneLineWithItsExitCode() async throws {
        let cases: [(arguments: [String], status: Int32, words: String)] = [
            (["nonsense"], 2, "no command 'nonsense'"),
            (["topics", "--boot", "x"], 2, "'--boot'"),
            (["topics", "-o", "yaml"], 2, "table, wide, json"),
            (["topics", "-b", "host:99999"], 2, "host:99999"),
            (["serve", "--port", "x"], 2, "--port x"),
            (["groups", "reset", "g"], 2, "say where to"),
            (["groups", "reset", "g", "--to-latest", "--to-earliest"], 2, "only one"),
            (["groups", "reset", "g", "--to-datetime", "25:00"], 2, "try 14:00"),
            (["groups", "reset", "g", "--from-file", "/nowhere.csv"], 3, "/nowhere.csv"),
            (["topics", "-b", "127.0.0.1:1"], 5, "127.0.0.1:1"),
            (["groups", "-b", "127.0.0.1:1"], 5, "127.0.0.1:1"),
            (["tail", "orders", "-b", "127.0.0.1:1"], 5, "127.0.0.1:1"),
        ]
        for (arguments, status, words) in cases {
            let finished = try await run(KdeckProgram.path, arguments)
            #expect(finished.status == status, "\(arguments): \(finished.error)")
            #expect(finished.error.split(separator: "\n").count == 1, "\(arguments): \(finished.error)")
            #expect(finished.error.hasPrefix("kdeck: ") && finished.error.contains(words), "\(finished.error)")
            #expect(finished.output.isEmpty)
        }
    }

    @Test func namesThatDoNotExistAreExitCodeThreeAndNothingIsCreated() async throws {
        try await withServe { serve in
            for arguments in [
                ["tail", "nothing", "-e"], ["groups", "reset", "nobody", "--to-latest", "--execute"],
                ["groups", "reset", "nobody", "--topic", "nothing", "--to-earliest"],
            ] {
                let finished = try await run(KdeckProgram.path, arguments + ["-b", serve.address])
                #expect(finished.status == 3, "\(arguments): \(finished.error)")
                #expect(finished.error.split(separator: "\n").count == 1, "\(finished.error)")
            }
            #expect(try await KdeckProgram.objects("topics", "-b", serve.address).isEmpty)
            #expect(try await KdeckProgram.objects("groups", "-b", serve.address).isEmpty)
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func tailNeverWritesAControlByte() async throws {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            let hostile = "\u{1B}[2J\u{1B}]0;owned\u{07}\u{9B}31m\u{202E}x\u{7F}\r"
            _ = try await run(
                kcat, ["-b", serve.address, "-P", "-t", "hostile", "-K", "|", "-H", "h=\(hostile)"],
                input: "k\(hostile)|v\(hostile)\n")
            for format in ["table", "json"] {
                let finished = try await KdeckProgram.run("tail", "hostile", "-e", "-b", serve.address, "-o", format)
                #expect(finished.status == 0, "\(finished.error)")
                #expect(finished.output.contains("owned"))
                for scalar in finished.output.unicodeScalars where scalar != "\n" {
                    let category = scalar.properties.generalCategory
                    #expect(category != .control && category != .format, "U+\(String(scalar.value, radix: 16))")
                }
            }
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func tailStopsQuietlyAtAClosedPipe() async throws {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            _ = try await run(
                kcat, ["-b", serve.address, "-P", "-t", "many"], input: (0..<20_000).map { "v\($0)\n" }.joined())
            let finished = try await run(
                "/bin/bash",
                [
                    "-c", "\"$0\" tail many --from-beginning -b \"$1\" | head -1; echo \"status ${PIPESTATUS[0]}\"",
                    KdeckProgram.path, serve.address,
                ])
            #expect(finished.lines.last == "status 0")
            #expect(finished.lines.count == 2)
            #expect(finished.error.isEmpty, "\(finished.error)")
        }
    }

    @Test func outputThatIsLostIsAFailure() async throws {
        try await withServe { serve in
            for command in ["topics", "groups"] {
                let finished = try await run(
                    "/bin/bash",
                    ["-c", "\"$0\" \(command) -o json -b \"$1\" >/dev/full", KdeckProgram.path, serve.address])
                #expect(finished.status == 1)
                #expect(finished.error.contains("No space left on device"), "\(finished.error)")
            }
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func tailShowsTheNewestOfAllPartitions() async throws {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            _ = try await run(
                kcat, ["-b", serve.address, "-P", "-t", "few", "-K", ":"],
                input: (0..<100).map { "\($0 % 3):v\($0)\n" }.joined())
            let newest = try await KdeckProgram.objects("tail", "few", "-e", "-n", "5", "-b", serve.address)
            #expect(newest.count == 5)
            #expect(newest.allSatisfy { ($0["name"] as? String)?.hasPrefix("few-") == true })
            let all = try await KdeckProgram.objects("tail", "few", "-e", "--from-beginning", "-b", serve.address)
            #expect(all.count == 100)
            let some = try await KdeckProgram.objects(
                "tail", "few", "-e", "--from-beginning", "--max-messages", "7", "-b", serve.address)
            #expect(some.count == 7)
            let recent = try await KdeckProgram.objects("tail", "few", "-e", "--from", "-1h", "-b", serve.address)
            #expect(recent.count == 100)
            #expect(recent.first?["value"] as? String == "v0")
        }
    }
}
