import Foundation
import Testing

/// What real clients saw while their broker was killed, judged by the history checker of `kdeck-dev`.
@Suite(.serialized) struct HistoryTests {
    @Test(
        .enabled(if: Tool.pythonClients.isExpected, "needs Kafka's Python clients"), .timeLimit(.minutes(15)),
        arguments: [UInt64(20_261_125)])
    func whatClientsSawWasAKafka(seed: UInt64) async throws {
        let python = try Tool.pythonClients.required()
        let script = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/history.py").path
        let folder = try TemporaryFolder()
        let file = folder.path + "/history"
        let finished = try await run(
            python, [script, KdeckProgram.path, file, "\(seed)", "6"], limit: .seconds(600))
        #expect(finished.output == "ok seed \(seed), 6 kills\n", "\(finished.error)")
        let judged = try await run(KdeckProgram.developer, ["history", file])
        #expect(judged.status == 0, "\(judged.output)\(judged.error)")
        let words = judged.output.split(separator: " ")
        try #require(words.count > 3, "\(judged.output)")
        #expect(
            words[0] == "ok" && Int(words[3]) ?? 0 > 1_000, "the load was too small to mean anything: \(judged.output)")
        #expect(judged.output.hasSuffix(" 6 faults\n"), "\(judged.output)")
    }
}
