import Foundation
import Testing

/// Unmodified Kafka clients at their default settings against `kdeck serve`.
@Suite(.serialized) struct ClientInteropTests {
    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat"), arguments: ["none", "gzip", "snappy", "lz4", "zstd"])
    func kcatProducesAndConsumes(codec: String) async throws {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            let lines = (0..<200).map { "key\($0 % 5):value \($0) æøå 日本" }
            let sent = try await run(
                kcat, ["-b", serve.address, "-P", "-t", "greetings", "-K", ":", "-z", codec],
                input: lines.joined(separator: "\n") + "\n")
            #expect(sent.status == 0, "\(sent.error)")
            let read = try await run(
                kcat, ["-b", serve.address, "-C", "-t", "greetings", "-o", "beginning", "-e", "-q", "-f", "%k:%s\n"])
            #expect(read.status == 0, "\(read.error)")
            #expect(read.lines.sorted() == lines.sorted())
            let listed = try await run(kcat, ["-b", serve.address, "-L"])
            #expect(listed.output.contains("topic \"greetings\""))
        }
    }

    @Test(.enabled(if: Tool.pythonClients.isExpected, "needs Kafka's Python clients"))
    func anIdempotentProducerLosesNothingOnPartitionsJustMade() async throws {
        let python = try Tool.pythonClients.required()
        let path = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/fresh_partitions.py").path
        try await withServe { serve in
            let finished = try await run(python, [path, serve.address, "10"])
            #expect(finished.output == "ok 500\n", "\(finished.error)")
        }
    }

    @Test(
        .enabled(if: Tool.pythonClients.isExpected, "needs Kafka's Python clients"),
        arguments: ["confluent.py", "kafka_python.py", "aiokafka_client.py"])
    func pythonClientsProduceConsumeAndComeBack(script: String) async throws {
        let python = try Tool.pythonClients.required()
        let path = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/\(script)").path
        try await withServe { serve in
            let finished = try await run(python, [path, serve.address, "orders", "300"])
            #expect(finished.output == "ok 300\n", "\(finished.error)")
            // What the client left behind is what the command line sees.
            let topics = try await KdeckProgram.objects("topics", "-b", serve.address)
            #expect(topics.first?["records"] as? Int == 301)
            let groups = try await KdeckProgram.objects("groups", "-b", serve.address)
            #expect(groups.first?["lag"] as? Int == 0, "\(groups)")
            #expect(groups.first?["members"] as? Int == 0)
        }
    }

    @Test(
        .enabled(if: Tool.apacheKafka.isExpected, "needs Apache Kafka beside the repository"), .timeLimit(.minutes(15)))
    func apachesToolsWorkUnmodified() async throws {
        let kafka = try Tool.apacheKafka.required()
        func tool(_ words: String..., input: String? = nil) async throws -> Finished {
            try await run(kafka, words, input: input)
        }
        try await withServe { serve in
            let server = ["--bootstrap-server", serve.address]
            let made = try await run(
                kafka, ["topics"] + server + ["--create", "--topic", "orders", "--partitions", "3"])
            #expect(made.output.contains("Created topic orders"), "\(made.error)\(made.output)")
            let described = try await run(
                kafka, ["topics"] + server + ["--describe", "--topic", "orders"])
            #expect(described.output.contains("PartitionCount: 3"), "\(described.error)")
            let produced = try await run(
                kafka, ["console-produce"] + server + ["--topic", "orders"], input: "one\ntwo\nthree\n")
            #expect(produced.status == 0, "\(produced.error)")
            let consumed = try await run(
                kafka,
                ["console-consume"] + server
                    + ["--topic", "orders", "--from-beginning", "--max-messages", "3", "--group", "readers"])
            #expect(consumed.lines.sorted() == ["one", "three", "two"], "\(consumed.error)")
            let groups = try await run(
                kafka, ["groups"] + server + ["--describe", "--group", "readers"])
            #expect(groups.output.contains("readers"), "\(groups.error)\(groups.output)")
            let perf = try await run(
                kafka,
                ["perf-produce"] + server
                    + ["--topic", "orders", "--num-records", "20000", "--record-size", "200", "--throughput", "-1"])
            #expect(perf.output.contains("20000 records sent"), "\(perf.error)\(perf.output)")
            let perfRead = try await run(
                kafka, ["perf-consume"] + server + ["--topic", "orders", "--num-records", "20000"])
            #expect(perfRead.status == 0, "\(perfRead.error)\(perfRead.output)")
            let topics = try await KdeckProgram.objects("topics", "-b", serve.address)
            #expect(topics.first?["records"] as? Int == 20_003)
        }
    }
}
