import Foundation
import Testing

/// `kdeck` on real Apache Kafka. One cluster serves many checks: a JVM is heavy.
@Suite(
    .serialized, .enabled(if: Tool.apacheKafka.isExpected, "needs Apache Kafka beside the repository"),
    .timeLimit(.minutes(15)))
struct ApacheAttachTests {
    @Test func oneNodeIsListedFollowedAndReset() async throws {
        try await withApacheKafka([]) { address, _, kafka in
            let server = ["--bootstrap-server", address]
            let made = try await run(
                kafka, ["topics"] + server + ["--create", "--topic", "orders", "--partitions", "3"])
            #expect(made.status == 0, "\(made.error)")
            _ = try await run(
                kafka, ["console-produce"] + server + ["--topic", "orders"],
                input: (0..<90).map { "v\($0)\n" }.joined())
            _ = try await run(
                kafka,
                ["console-consume"] + server
                    + ["--topic", "orders", "--from-beginning", "--max-messages", "90", "--group", "readers"])

            let before = try await KdeckProgram.objects("topics", "-b", address)
            #expect(before.map { $0["name"] as? String } == ["orders"])
            #expect(before.first?["records"] as? Int == 90)
            let tail = try await KdeckProgram.objects("tail", "orders", "-n", "10", "-e", "-b", address)
            #expect(tail.count == 10)
            #expect(try await KdeckProgram.objects("groups", "-b", address).first?["lag"] as? Int == 0)

            let reset = try await KdeckProgram.run(
                "groups", "reset", "readers", "--topic", "orders", "--to-earliest", "--execute", "-b", address)
            #expect(reset.status == 0, "\(reset.error)")
            #expect(reset.output.contains("read back and equal"))
            let told = try await run(
                kafka, ["groups"] + server + ["--describe", "--group", "readers", "--offsets"])
            #expect(told.output.contains("readers"), "\(told.output)\(told.error)")
            #expect(try await KdeckProgram.objects("groups", "-b", address).first?["lag"] as? Int == 90)

            try await administer(address)

            // Looking at what is not there creates nothing.
            #expect(try await KdeckProgram.run("tail", "nothing", "-e", "-b", address).status == 3)
            #expect(
                try await KdeckProgram.run("groups", "reset", "nobody", "--to-latest", "--execute", "-b", address)
                    .status
                    == 3)
            #expect(try await KdeckProgram.objects("topics", "-b", address).count == 1)
            #expect(try await KdeckProgram.objects("groups", "-b", address).count == 1)
        }
    }

    private func administer(_ address: String) async throws {
        let brokers = try await KdeckProgram.objects("brokers", "-b", address)
        #expect(brokers.first?["kafka"] as? String == "4.3", "\(brokers)")
        #expect(brokers.first?["controller"] as? Bool == true && brokers.first?["freeBytes"] as? Int ?? 0 > 0)
        let parts = try await KdeckProgram.objects("partitions", "orders", "-b", address)
        #expect(parts.compactMap { $0["highWatermark"] as? Int }.reduce(0, +) == 90)
        let set = try await KdeckProgram.run(
            "configs", "topic", "orders", "--set", "segment.bytes=1048576", "--execute", "-b", address)
        #expect(set.status == 0, "\(set.error)")
        let bad = try await KdeckProgram.run(
            "configs", "topic", "orders", "--set", "segment.bytes=few", "--execute", "-b", address)
        #expect(bad.status == 1 && bad.error.contains("INVALID_CONFIG"), "\(bad.error)")
        let configs = try await KdeckProgram.objects("configs", "topic", "orders", "-b", address)
        let segment = configs.first { $0["name"] as? String == "segment.bytes" }
        #expect(segment?["value"] as? String == "1048576")
        #expect(segment?["inherited"] is String && segment?["inherited"] as? String != "1048576")
        let emptied = try await KdeckProgram.run("topics", "empty", "orders", "--execute", "-b", address)
        #expect(emptied.output.hasPrefix("Emptied orders: 90 records"), "\(emptied.error)")
        #expect(try await KdeckProgram.objects("topics", "-b", address).first?["records"] as? Int == 0)
    }
}
