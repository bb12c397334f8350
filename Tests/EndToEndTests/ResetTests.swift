import Foundation
import Testing

@Suite(.serialized) struct ResetTests {
    /// A broker with 60 records in `orders` and the group `billing` at 40 of them.
    func withBilling(_ body: (KdeckServe) async throws -> Void) async throws {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            _ = try await run(
                kcat, ["-b", serve.address, "-P", "-t", "orders"], input: (0..<60).map { "v\($0)\n" }.joined())
            let read = try await run(
                kcat,
                ["-b", serve.address, "-G", "billing", "orders", "-X", "auto.offset.reset=earliest", "-c", "40"])
            #expect(read.lines.count == 40, "\(read.error)")
            try await body(serve)
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func aPlanWritesNothingAndExecutingReadsBack() async throws
    {
        try await withBilling { serve in
            let reset = ["groups", "reset", "billing", "--topic", "orders", "-b", serve.address]
            let plan = try await run(KdeckProgram.path, reset + ["--to-offset", "10", "-o", "json"])
            #expect(plan.status == 0, "\(plan.error)")
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(plan.output.utf8)) as? [[String: Any]])
            #expect(rows.first?["name"] as? String == "orders-0")
            #expect(rows.first?["now"] as? Int == 40)
            #expect(rows.first?["new"] as? Int == 10)
            #expect((rows.first?["next"] as? [String: Any])?["value"] as? String == "v10")
            #expect(rows.first?["written"] as? Bool == false)
            #expect(try await KdeckProgram.objects("groups", "-b", serve.address).first?["lag"] as? Int == 20)

            let text = try await run(KdeckProgram.path, reset + ["--shift-by", "-100"])
            #expect(text.output.contains("Re-reads 40 records on 1 partition, skips 0."))
            #expect(text.output.contains("clamped to its start 0"))
            #expect(text.output.contains("kafka-consumer-groups --reset-offsets --group billing --topic orders"))

            let state = try TemporaryFolder()
            let done = try await run(
                KdeckProgram.path, reset + ["--to-offset", "10", "--execute"],
                environment: ["XDG_STATE_HOME": state.path])
            #expect(done.status == 0, "\(done.error)")
            #expect(done.output.contains("read back and equal"))
            #expect(try await KdeckProgram.objects("groups", "-b", serve.address).first?["lag"] as? Int == 50)

            // The file it left brings the old offsets back.
            let undo = try #require(
                try FileManager.default.contentsOfDirectory(atPath: state.path + "/kdeck/undo").first)
            let back = try await KdeckProgram.run(
                "groups", "reset", "billing", "--from-file", state.path + "/kdeck/undo/" + undo, "--execute", "-b",
                serve.address)
            #expect(back.status == 0, "\(back.error)")
            #expect(try await KdeckProgram.objects("groups", "-b", serve.address).first?["lag"] as? Int == 20)
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func anActiveGroupIsRefusedNamingItsMembers() async throws {
        let kcat = try Tool.kcat.required()
        try await withBilling { serve in
            let member = try LiveConsumer(
                kcat, ["-b", serve.address, "-G", "billing", "orders", "-X", "client.id=app-1"])
            defer { member.stop() }
            try await eventually("the member") {
                try await KdeckProgram.objects("groups", "-b", serve.address).first?["members"] as? Int == 1
                    ? true : nil
            }
            let refused = try await KdeckProgram.run(
                "groups", "reset", "billing", "--topic", "orders", "--to-earliest", "--execute", "-b", serve.address)
            #expect(refused.status == 1)
            #expect(refused.error.contains("app-1"), "\(refused.error)")
            #expect(refused.error.split(separator: "\n").count == 1)
        }
    }
}
