import Foundation
import Testing

/// Group requests to kdeck and to Apache Kafka, the answers side by side.
@Suite(.serialized) struct GroupProbeTests {
    @Test(
        .enabled(if: Tool.apacheKafka.isExpected, "needs Apache Kafka beside the repository"),
        .enabled(if: Tool.pythonClients.isExpected, "needs Kafka's Python clients"), .timeLimit(.minutes(15)))
    func everyAnswerAboutGroupsIsApachesOwn() async throws {
        let kafka = try Tool.apacheKafka.required()
        let python = try Tool.pythonClients.required()
        let script = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/group_probe.py").path
        try await withServe { serve in
            let finished = try await run(python, [script, serve.address, kafka], limit: .seconds(600))
            #expect(finished.status == 0, "\(finished.error)")
            #expect(finished.output == "ok 567 answers\n", "\(finished.output)\(finished.error)")
        }
    }
}
