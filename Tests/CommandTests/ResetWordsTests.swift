import KafkaWire
import Testing

@testable import kdeck

@Suite struct ResetWordsTests {
    func invocation(_ line: String) throws -> Invocation {
        let words = ["groups", "reset", "billing"] + line.split(separator: " ").map(String.init)
        guard case .run(let invocation) = try ArgumentReader.read(words, table: CommandTable.root) else {
            throw Failure(.failed, "not a run")
        }
        return invocation
    }

    @Test func aScopeIsTopicsAndPartitionsOfThem() throws {
        #expect(try ResetOffsets.scope(invocation("")) == nil)
        let one = try #require(try ResetOffsets.scope(invocation("--topic orders")))
        #expect(one.topics == ["orders"] && one.partitions == nil)
        let some = try #require(try ResetOffsets.scope(invocation("--topic orders:0,3 --topic payments,7up")))
        #expect(some.topics == ["orders", "payments", "7up"])
        #expect(some.partitions == [TopicPartition("orders", 0), TopicPartition("orders", 3)])
        for wrong in ["--topic :1", "--topic orders:x", "--topic orders:", "--topic orders --all-topics"] {
            #expect(throws: Failure.self, "\(wrong)") { try ResetOffsets.scope(invocation(wrong)) }
        }
    }

    @Test func whatContradictsItselfIsRefusedBeforeAnythingIsAsked() throws {
        for line in ["--to-latest --arm", "--to-latest --export --execute", "--to-latest --to-earliest", ""] {
            let words = try invocation(line)
            #expect("\(line)") {
                try words.command.run?(words)
            } throws: {
                ($0 as? Failure)?.code == .usage
            }
        }
    }
}
