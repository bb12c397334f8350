import Foundation
import Testing

/// The commands that look at topics, settings and brokers and change them, on a broker of our own.
@Suite(.serialized) struct AdminCommandTests {
    private func kdeck(_ serve: KdeckServe, _ arguments: String...) async throws -> Finished {
        try await run(KdeckProgram.path, arguments + ["-b", serve.address])
    }

    @Test func aTopicIsMadeLookedAtGrownEmptiedAndDeleted() async throws {
        try await withServe { serve in
            let asked = try await kdeck(serve, "topics", "create", "orders", "--partitions", "2", "--validate-only")
            #expect(asked.output == "The cluster would create orders. Nothing was done.\n", "\(asked.error)")
            #expect(try await KdeckProgram.objects("topics", "-b", serve.address).isEmpty)
            let made = try await kdeck(
                serve, "topics", "create", "orders", "--partitions", "2", "--set", "retention.ms=60000")
            #expect(made.output == "Created orders.\n", "\(made.error)")
            let again = try await kdeck(serve, "topics", "create", "orders")
            #expect(again.status == 1 && again.error.contains("TOPIC_ALREADY_EXISTS"), "\(again.error)")

            let facts = try await KdeckProgram.objects("topics", "describe", "orders", "-b", serve.address)
            func fact(_ name: String) -> Any? { facts.first { $0["name"] as? String == name }?["value"] }
            #expect(fact("partitions") as? Int == 2 && fact("records") as? Int == 0)
            #expect(fact("retention.ms") as? String == "60000")
            let parts = try await KdeckProgram.objects("partitions", "orders", "-b", serve.address)
            #expect(parts.map { $0["name"] as? String } == ["orders-0", "orders-1"])
            #expect(parts.allSatisfy { $0["logStart"] as? Int == 0 && $0["lastStable"] as? Int == 0 })
            #expect(parts.first?["leader"] as? Int == (parts.first?["inSync"] as? [Int])?.first)

            let plan = try await kdeck(serve, "topics", "add-partitions", "orders", "--partitions", "3")
            #expect(plan.output.contains("instead of 2") && plan.output.contains("Nothing was done"), "\(plan.error)")
            let grown = try await kdeck(serve, "topics", "add-partitions", "orders", "--partitions", "3", "--execute")
            #expect(grown.output == "orders has 3 partitions.\n", "\(grown.error)")
            let fewer = try await kdeck(serve, "topics", "add-partitions", "orders", "--partitions", "2", "--execute")
            #expect(fewer.status == 1 && fewer.error.split(separator: "\n").count == 1)

            let emptied = try await kdeck(serve, "topics", "empty", "orders", "--execute")
            #expect(emptied.status == 0 && emptied.output.hasPrefix("Emptied orders: 0 records"), "\(emptied.error)")
            let warned = try await kdeck(serve, "topics", "delete", "orders")
            #expect(warned.output.contains("there is no undo. Nothing was done: --execute does it."))
            #expect(try await KdeckProgram.objects("topics", "list", "-b", serve.address).count == 1)
            let deleted = try await kdeck(serve, "topics", "delete", "orders", "--execute")
            #expect(deleted.output.hasPrefix("Deleted orders"), "\(deleted.error)")
            #expect(try await kdeck(serve, "topics", "delete", "orders", "--execute").status == 3)
            #expect(try await kdeck(serve, "partitions", "orders").status == 3)
        }
    }

    @Test func aSettingIsShownToTheClusterBeforeItIsSent() async throws {
        try await withServe { serve in
            _ = try await kdeck(serve, "topics", "create", "orders")
            let plan = try await kdeck(serve, "configs", "topic", "orders", "--set", "retention.ms=70000")
            #expect(plan.output.contains("604800000") && plan.output.contains("Nothing was done"), "\(plan.error)")
            func value() async throws -> [String: Any]? {
                try await KdeckProgram.objects("configs", "topic", "orders", "-b", serve.address)
                    .first { $0["name"] as? String == "retention.ms" }
            }
            #expect(try await value()?["value"] as? String == "604800000")
            let set = try await kdeck(serve, "configs", "topic", "orders", "--set", "retention.ms=70000", "--execute")
            #expect(set.status == 0, "\(set.error)")
            #expect(try await value()?["value"] as? String == "70000")
            #expect(try await value()?["source"] as? String == "topic")
            let bad = try await kdeck(serve, "configs", "topic", "orders", "--set", "retention.ms=soon", "--execute")
            #expect(bad.status == 1 && bad.error.contains("INVALID_CONFIG"), "\(bad.error)")
            for change in ["--set", "--delete"] {
                let unknown = try await kdeck(
                    serve, "configs", "topic", "orders", change, "retention.m" + (change == "--set" ? "=1" : ""))
                #expect(unknown.status == 3)
                #expect(
                    unknown.error == "kdeck: there is no setting 'retention.m'; did you mean 'retention.ms'? "
                        + "`kdeck configs topic orders --all` lists them\n", "\(unknown.error)")
            }
            _ = try await kdeck(serve, "configs", "topic", "orders", "--delete", "retention.ms", "--execute")
            #expect(try await value()?["value"] as? String == "604800000")
            #expect(try await kdeck(serve, "configs", "topic", "nothing").status == 3)
            #expect(try await kdeck(serve, "configs", "shelf", "x").status == 2)
            let brokers = try await KdeckProgram.objects("brokers", "-b", serve.address)
            let id = try #require(brokers.first?["id"] as? Int)
            #expect(brokers.first?["address"] as? String == serve.address)
            #expect(brokers.first?["controller"] as? Bool == true)
            #expect(try await !KdeckProgram.objects("configs", "broker", "\(id)", "-b", serve.address).isEmpty)
        }
    }

    @Test func theClusterSaysWhatItIs() async throws {
        try await withServe { serve in
            let facts = try await KdeckProgram.objects("cluster", "-b", serve.address)
            func fact(_ name: String) -> Any? { facts.first { $0["name"] as? String == name }?["value"] }
            #expect(fact("brokers") as? Int == 1 && fact("underReplicated") as? Int == 0)
            #expect(fact("controller") as? Int == (fact("voters") as? [Int])?.first)
            #expect((fact("id") as? String)?.isEmpty == false)
        }
    }
}
