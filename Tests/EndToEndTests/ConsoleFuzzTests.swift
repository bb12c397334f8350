import Foundation
import Testing

/// A short run of `kdeck-dev console-fuzz`; the long ones are made by hand.
@Suite(.serialized) struct ConsoleFuzzTests {
    /// One life of each kind of seed: two read-only, one that may change everything.
    @Test func hostileDataAndRandomKeysLeaveATerminalAndAClusterAsTheyWere() async throws {
        let finished = try await run(
            KdeckProgram.developer,
            ["console-fuzz", "--kdeck", KdeckProgram.path, "--seed", "300", "--life", "8", "--seconds", "24"])
        #expect(finished.status == 0, "\(finished.error)")
        func count(_ words: String) -> Int {
            guard let place = finished.output.range(of: words + " ") else { return -1 }
            return Int(finished.output[place.upperBound...].prefix { $0.isNumber }) ?? -1
        }
        #expect(count("lives") >= 2 && count("read-only") >= 1, "\(finished.output)")
        #expect(count("inputs") > 300 && count("requests") > 100 && count("while read-only") == 0)
    }
}
