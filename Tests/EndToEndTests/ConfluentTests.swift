import Foundation
import Testing

/// All that confluent-kafka can ask of a broker, beside Apache Kafka where that is.
@Suite(.serialized) struct ConfluentTests {
    @Test(
        .enabled(if: Tool.pythonClients.isExpected, "needs Kafka's Python clients"), .timeLimit(.minutes(15)))
    func everyCallGivesWhatApacheKafkaGives() async throws {
        let python = try Tool.pythonClients.required()
        let script = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/confluent_broad.py").path
        let kafka = Tool.apacheKafka.path.map { [$0] } ?? []
        let finished = try await run(
            python, ["-W", "ignore", script, KdeckProgram.path] + kafka, limit: .seconds(600))
        #expect(finished.status == 0, "\(finished.error)")
        #expect(finished.output.hasPrefix("ok 43 calls"), "\(finished.output)\(finished.error)")
    }
}
