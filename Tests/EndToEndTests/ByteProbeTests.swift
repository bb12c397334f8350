import Foundation
import Testing

/// Raw requests of every API and version, good and bad, to kdeck and to Apache Kafka, the answers side by side.
@Suite(.serialized) struct ByteProbeTests {
    @Test(
        .enabled(if: Tool.apacheKafka.isExpected, "needs Apache Kafka beside the repository"),
        .enabled(if: Tool.pythonClients.isExpected, "needs Kafka's Python clients"), .timeLimit(.minutes(15)))
    func everyAnswerIsApachesOwnOrSaysWhyNot() async throws {
        let kafka = try Tool.apacheKafka.required()
        let python = try Tool.pythonClients.required()
        let probe = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/probe/byte_probe.py").path
        let shared = URL(fileURLWithPath: kafka).deletingLastPathComponent().deletingLastPathComponent()
        let schema = shared.appendingPathComponent("protocol/schema.json").path
        let finished = try await run(python, [probe, KdeckProgram.path, kafka, schema], limit: .seconds(600))
        #expect(finished.status == 0, "\(finished.error)")
        let words = finished.output.split(separator: " ")
        let answers = words.dropFirst().first.flatMap { Int($0) } ?? 0
        #expect(words.first == "ok" && answers > 3_000, "\(finished.output)\(finished.error)")
    }
}
