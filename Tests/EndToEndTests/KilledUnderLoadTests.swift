import Foundation
import Testing

/// `kill -9` at random moments, with idempotent producers and a group at work: the script checks that every acknowledged
/// record is there once, in order, and that no committed offset went back.
@Suite(.serialized) struct KilledUnderLoadTests {
    @Test(
        .enabled(if: Tool.pythonClients.isExpected, "needs Kafka's Python clients"), .timeLimit(.minutes(15)),
        arguments: [20])
    func nothingAcknowledgedIsLostAndNothingIsThereTwice(kills: Int) async throws {
        let python = try Tool.pythonClients.required()
        let script = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/killed_under_load.py").path
        // Where Apache Kafka is, its Java producer takes part.
        let java = Tool.apacheKafka.path.map { [$0] } ?? []
        let finished = try await run(
            python, [script, KdeckProgram.path, "\(kills)", "20261125"] + java, limit: .seconds(600))
        #expect(finished.status == 0, "\(finished.error)")
        #expect(finished.output.hasPrefix("ok \(kills) kills, "), "\(finished.output)\(finished.error)")
        let records = finished.output.split(separator: " ").dropFirst(3).first.flatMap { Int($0) } ?? 0
        #expect(records > 1_000, "the load was too small to mean anything: \(finished.output)")
    }
}
