import Foundation
import Testing

/// What is not there is refused in the same words by every command, and nothing is made by asking.
@Suite(.serialized) struct NameRefusalTests {
    @Test func everyCommandSaysTheSameOfATopicThatIsNotThere() async throws {
        try await withServe { serve in
            _ = try await KdeckProgram.run("topics", "create", "orders", "-b", serve.address)
            let commands: [[String]] = [
                ["topics", "describe", "ordres"], ["topics", "delete", "ordres", "--execute"],
                ["topics", "empty", "ordres"], ["topics", "add-partitions", "ordres", "--partitions", "4"],
                ["partitions", "ordres"], ["tail", "ordres", "-e"], ["tail", "ordres", "--from-beginning"],
                ["tail", "ordres", "--partition", "0", "--offset", "3"], ["search", "ordres", "x"],
                ["produce", "ordres"], ["configs", "topic", "ordres"],
                ["configs", "topic", "ordres", "--set", "retention.ms=1", "--execute"],
                ["groups", "reset", "g", "--create", "--topic", "ordres", "--to-earliest"],
            ]
            for command in commands {
                let finished = try await run(KdeckProgram.path, command + ["-b", serve.address], input: "line\n")
                #expect(finished.status == 3, "\(command): \(finished.error)")
                #expect(
                    finished.error
                        == "kdeck: there is no topic 'ordres'; did you mean 'orders'? `kdeck topics` lists them\n",
                    "\(command)")
                #expect(finished.output.isEmpty)
            }
            #expect(try await KdeckProgram.objects("topics", "-b", serve.address).count == 1)
        }
    }

    @Test func aNameThatCannotBeOneIsAWrongWord() async throws {
        let topics: [[String]] = [
            ["topics", "describe", ""], ["topics", "create", ""], ["topics", "delete", ""], ["topics", "empty", ""],
            ["topics", "add-partitions", "", "--partitions", "4"], ["partitions", ""], ["tail", ""],
            ["search", "", "x"], ["produce", ""], ["configs", "topic", ""],
            ["groups", "reset", "g", "--topic", "", "--to-earliest"], ["groups", "delete-offsets", "g", "--topic", ""],
        ]
        let groups: [[String]] = [
            ["groups", "describe", ""], ["groups", "delete", ""], ["groups", "reset", "", "--to-earliest"],
            ["groups", "copy", "", "b"], ["groups", "copy", "a", ""], ["configs", "group", ""],
            ["groups", "reset", "g", "--from-group", ""],
        ]
        for (commands, what) in [(topics, "topic"), (groups, "group")] {
            for command in commands {
                let finished = try await run(KdeckProgram.path, command + ["-b", "127.0.0.1:1"])
                #expect(finished.status == 2, "\(command): \(finished.error)")
                #expect(
                    finished.error == "kdeck: '' is no \(what)'s name; `kdeck \(what)s` lists the \(what)s\n",
                    "\(command): \(finished.error)")
            }
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat")) func groupsPartitionsAndBrokersAreMissedInTheSameWay()
        async throws
    {
        let kcat = try Tool.kcat.required()
        try await withServe { serve in
            _ = try await KdeckProgram.run("topics", "create", "orders", "--partitions", "3", "-b", serve.address)
            _ = try await run(kcat, ["-b", serve.address, "-P", "-t", "orders", "-p", "0"], input: "a\n")
            _ = try await run(
                kcat,
                ["-b", serve.address, "-G", "billing", "-X", "auto.offset.reset=earliest", "-c", "1", "orders"])
            for command in [
                ["groups", "describe", "biling"], ["groups", "delete", "biling"],
                ["groups", "delete-offsets", "biling", "--topic", "orders"],
                ["groups", "reset", "biling", "--to-earliest"], ["groups", "copy", "biling", "other"],
                ["groups", "reset", "billing", "--from-group", "biling"],
            ] {
                let finished = try await run(KdeckProgram.path, command + ["-b", serve.address])
                #expect(
                    finished.error
                        == "kdeck: there is no group 'biling'; did you mean 'billing'? `kdeck groups` lists them\n",
                    "\(command): \(finished.error)")
                #expect(finished.status == 3)
            }
            for command in [
                ["tail", "orders", "-e", "--partition", "7"], ["search", "orders", "x", "--partition", "7"],
                ["produce", "orders", "--partition", "7"],
                ["groups", "reset", "billing", "--topic", "orders:7", "--to-earliest"],
            ] {
                let finished = try await run(KdeckProgram.path, command + ["-b", serve.address], input: "x\n")
                #expect(
                    finished.error == "kdeck: there is no partition 7 in orders: it has 0 to 2\n",
                    "\(command): \(finished.error)")
                #expect(finished.status == 3)
            }
            let broker = try await KdeckProgram.run("configs", "broker", "99", "-b", serve.address)
            #expect(broker.error == "kdeck: there is no broker '99'; `kdeck brokers` lists them\n")
            #expect(broker.status == 3)
        }
    }
}
