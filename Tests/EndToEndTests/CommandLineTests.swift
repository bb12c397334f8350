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
            _ = try await KdeckProgram.run("topics", "create", "orders", "-b", serve.address)
            _ = try await KdeckProgram.run("produce", "orders", "-b", serve.address, input: "a\n")
            let local = [
                "--help", "help", "--version", "version", "man", "completion bash", "themes", "themes -o json",
                "contexts", "topics --help", "serve --list-configs",
            ]
            let asking = [
                "topics -o json", "topics describe orders", "topics delete orders", "partitions orders", "groups",
                "configs topic orders", "configs topic orders --set retention.ms=1", "cluster", "brokers", "doctor",
                "doctor -o json", "tail orders -e", "tail orders -e -o csv", "search orders a",
            ]
            for command in local + asking.map({ "\($0) -b \(serve.address)" }) {
                for (place, why) in [("/dev/full", "No space left on device"), ("&-", "Bad file descriptor")] {
                    let finished = try await run(
                        "/bin/bash", ["-c", "\"$0\" \(command) >\(place)", KdeckProgram.path],
                        environment: ["XDG_CONFIG_HOME": "/nowhere"])
                    #expect(finished.status == 1, "\(command) >\(place)")
                    #expect(
                        finished.error == "kdeck: standard output cannot be written: \(why); the output is not whole\n",
                        "\(command) >\(place): \(finished.error)")
                }
            }
        }
    }

    @Test func aBrokerThatNobodyHearsBeginIsNone() async throws {
        let folder = try TemporaryFolder()
        let finished = try await run(
            "/bin/bash",
            ["-c", "\"$0\" serve --port 0 --data \"$1\" >&-", KdeckProgram.path, folder.path + "/data"],
            limit: .seconds(20))
        #expect(finished.status == 1 && finished.error.contains("standard output"), "\(finished.error)")
        // Nothing that was opened meanwhile took the place of the stream.
        let data = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/data")
        for path in data {
            let text = FileManager.default.contents(atPath: folder.path + "/data/" + path) ?? Data()
            #expect(!String(decoding: text, as: UTF8.self).contains("ready 127"), "\(path)")
        }
    }

    @Test func followingEndsWithItsReaderThoughNothingComes() async throws {
        try await withServe { serve in
            _ = try await KdeckProgram.run("topics", "create", "quiet", "-b", serve.address)
            _ = try await KdeckProgram.run("produce", "quiet", "-b", serve.address, input: "a\nb\n")
            let finished = try await run(
                "/bin/bash",
                [
                    "-c", "\"$0\" tail quiet -b \"$1\" | head -1; echo \"status ${PIPESTATUS[0]}\"",
                    KdeckProgram.path, serve.address,
                ], limit: .seconds(20))
            #expect(finished.lines.last == "status 0" && finished.error.isEmpty, "\(finished)")
        }
    }

    @Test(arguments: ["INT", "TERM"]) func anInterruptedArrayIsWhole(_ signal: String) async throws {
        try await withServe { serve in
            _ = try await KdeckProgram.run("topics", "create", "quiet", "-b", serve.address)
            _ = try await KdeckProgram.run("produce", "quiet", "-b", serve.address, input: "a\nb\n")
            let folder = try TemporaryFolder()
            let finished = try await run(
                "/bin/bash",
                [
                    "-c",
                    """
                    set -m
                    "$0" tail quiet -o json -b "$1" > "$2" &
                    until grep -q '"b"' "$2"; do :; done
                    kill -\(signal) $!
                    wait $!
                    echo "status $?"
                    cat "$2"
                    """, KdeckProgram.path, serve.address, folder.path + "/out",
                ], limit: .seconds(20))
            #expect(finished.lines.first == "status \(signal == "INT" ? 130 : 143)", "\(finished)")
            let text = finished.lines.dropFirst().joined(separator: "\n")
            let array = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any]
            #expect(array?.count == 2, "\(text)")
        }
    }

    @Test func settingsThatAreAllTheDefaultAreSaidInALine() async throws {
        try await withServe { serve in
            _ = try await KdeckProgram.run("topics", "create", "orders", "-b", serve.address)
            for format in ["table", "wide"] {
                let plain = try await KdeckProgram.run(
                    "configs", "topic", "orders", "-o", format, "-b", serve.address)
                #expect(
                    plain.output.hasPrefix("All ")
                        && plain.output.hasSuffix(" settings of topic orders are the default; --all lists them.\n"),
                    "\(plain.output)")
                #expect(plain.lines.count == 1 && plain.status == 0)
            }
            let all = try await KdeckProgram.run("configs", "topic", "orders", "--all", "-b", serve.address)
            let count = try await KdeckProgram.objects("configs", "topic", "orders", "-b", serve.address).count
            #expect(all.lines.count == count + 1 && count > 10)
            for (format, text) in [("json", "[]\n"), ("jsonl", ""), ("name", "")] {
                let none = try await KdeckProgram.run("groups", "-o", format, "-b", serve.address)
                #expect(none.output == text && none.error.isEmpty, "\(format): \(none)")
            }
            let csv = try await KdeckProgram.run("groups", "-o", "csv", "-b", serve.address)
            #expect(csv.output.hasPrefix("name,state,") && csv.output.split(separator: "\r\n").count == 1)
            let groups = try await KdeckProgram.run("groups", "-b", serve.address)
            #expect(groups.output == "There are no consumer groups.\n")
        }
    }

    @Test func namesOfOneCommandAreTheWordsOfAnother() async throws {
        try await withServe { serve in
            for topic in ["test-a", "test-b", "orders"] {
                _ = try await KdeckProgram.run("topics", "create", topic, "-b", serve.address)
            }
            let piped = try await run(
                "/bin/bash",
                [
                    "-c",
                    """
                    "$0" -b "$1" topics -o name | grep ^test- | xargs "$0" -b "$1" partitions -o name
                    "$0" -b "$1" topics -o name | xargs "$0" -b "$1" topics describe -o json | grep -c sizeBytes
                    "$0" -b "$1" topics -o name | xargs "$0" -b "$1" topics delete nowhere --execute
                    "$0" -b "$1" topics -o name | grep ^test- | xargs "$0" -b "$1" topics delete --execute
                    "$0" -b "$1" topics -o name
                    """, KdeckProgram.path, serve.address,
                ])
            #expect(
                piped.lines == [
                    "test-a-0", "test-b-0", "3", "Deleted test-a: 0 records, 0 B in 1 partition.",
                    "Deleted test-b: 0 records, 0 B in 1 partition.", "orders",
                ], "\(piped)")
            #expect(piped.error.hasPrefix("kdeck: there is no topic 'nowhere';"), "\(piped.error)")
        }
    }

    @Test func aContextThatNamesNoAddressIsNotThisMachine() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/kdeck", withIntermediateDirectories: true)
        try "[context.prod]\n\"client.id\" = \"x\"\n[context.sandbox]\n\"bootstrap.servers\" = \"127.0.0.1:1\"\n".write(
            toFile: folder.path + "/kdeck/config.toml", atomically: true, encoding: .utf8)
        let environment = ["XDG_CONFIG_HOME": folder.path, "XDG_STATE_HOME": folder.path]
        let nowhere = try await run(KdeckProgram.path, ["-c", "prod", "topics"], environment: environment)
        #expect(
            nowhere.status == 2 && nowhere.error.contains("context prod does not say where it is"), "\(nowhere.error)")
        let slip = try await run(KdeckProgram.path, ["topics", "-c", "sandbx"], environment: environment)
        #expect(
            slip.status == 3
                && slip.error.hasPrefix("kdeck: there is no context 'sandbx' in \(folder.path)/kdeck/config.toml;")
                && slip.error.hasSuffix("did you mean 'sandbox'? `kdeck contexts` lists them\n"), "\(slip.error)")
        let variable = try await run(
            KdeckProgram.path, ["topics"], environment: environment.merging(["KDECK_CONTEXT": "dev"]) { $1 })
        #expect(variable.status == 3 && variable.error.contains("'dev' of $KDECK_CONTEXT"), "\(variable.error)")
    }

    @Test func tablesAreOfASCIIWhereTheLocaleIs() async throws {
        try await withServe { serve in
            _ = try await KdeckProgram.run("topics", "create", "orders", "-b", serve.address)
            _ = try await KdeckProgram.run("produce", "orders", "-Z", "", "-b", serve.address, input: "é\n\n")
            _ = try await KdeckProgram.run(
                "groups", "reset", "g", "--create", "--topic", "orders", "--to-latest", "--execute", "-b",
                serve.address)
            for command in ["doctor", "topics -o wide", "groups describe g", "groups reset g --shift-by -1"] {
                let words = command.split(separator: " ").map(String.init) + ["-b", serve.address]
                let plain = try await run(KdeckProgram.path, words, environment: ["LC_ALL": "C"])
                let whole = try await run(KdeckProgram.path, words, environment: ["LC_ALL": "C.UTF-8"])
                #expect(plain.status == 0 && plain.output.utf8.allSatisfy { $0 < 0x80 }, "\(plain.output)")
                #expect(!whole.output.utf8.allSatisfy { $0 < 0x80 }, "\(whole.output)")
            }
            // A record's own letters are no signs.
            let record = try await run(
                KdeckProgram.path, ["tail", "orders", "-e", "-b", serve.address], environment: ["LC_ALL": "C"])
            #expect(record.output.contains("  ~  é\n") && !record.output.contains("∅"), "\(record.output)")
            let exact = try await run(
                KdeckProgram.path, ["topics", "-o", "json", "-b", serve.address], environment: ["LC_ALL": "C"])
            #expect(exact.output.contains("\"name\":\"orders\""))
        }
    }

    @Test func helpIsAsWideAsItsReadersTerminal() async throws {
        let narrow = try await run(KdeckProgram.path, ["tail", "--help"], environment: ["COLUMNS": "50"])
        let described = narrow.lines.prefix { $0 != "Examples" }
        #expect(described.contains { $0.count > 40 } && described.allSatisfy { $0.count <= 50 }, "\(narrow.output)")
        // A pager stands between.
        let count = "sed '/^Examples/q' | awk 'length > most { most = length } END { print \"longest\", most }'"
        try await withTerminal("\(KdeckProgram.path) tail --help | \(count); cat", width: 64) { terminal in
            let screen = try await terminal.wait("the longest line") { $0.contains("longest ") }
            let longest = screen.split(separator: "longest ").last.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
            #expect((50...64).contains(longest), "\(screen)")
        }
    }

    @Test func aThemeThatIsNotThereIsAWrongWordWithAndWithoutATerminal() async throws {
        for command in [["--theme", "draclua"], ["attach", "-b", "127.0.0.1:1", "--theme", "draclua"]] {
            let finished = try await run(KdeckProgram.path, command)
            #expect(finished.status == 2 && finished.error.contains("did you mean 'dracula'?"), "\(finished.error)")
            #expect(finished.error.split(separator: "\n").count == 1)
        }
        try await withTerminal(
            "\(KdeckProgram.path) sandbox --ephemeral --port 0 --theme draclua; echo status $?; cat", width: 200
        ) { terminal in
            try await terminal.wait("the refusal") { $0.contains("did you mean 'dracula'?") && $0.contains("status 2") }
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
