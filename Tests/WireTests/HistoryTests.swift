import Testing

@testable import kdeck_dev

/// The judge is judged: it must be silent on good histories and find what is planted in spoilt ones.
@Suite struct HistoryTests {
    @Test func `every planted anomaly is found, and none is seen where there is none`() {
        let result = HistorySelfTest.run(rounds: 1_400)
        #expect(result.complaints.isEmpty, "\(result.complaints.prefix(5))")
        #expect(result.good == 1_400)
        #expect(result.planted >= 1_000)
    }

    @Test func `a history survives its text`() throws {
        let history = HistoryMaker.good(seed: 7, count: 300)
        let text = history.map(HistoryText.print).joined(separator: "\n")
        #expect(try HistoryText.parse(text) == history)
        for line in ["", "1 2 3 ok", "1 2 3 ok leap", "1 2 3 maybe assign", "1 2 3 ok poll 1:2", "1 2 x ok assign"] {
            #expect(throws: HistoryText.Malformed.self) { try HistoryText.parse("1 2 3 ok assign\n\(line)x") }
        }
    }

    @Test func `an offset that was committed over is not the group's any more`() throws {
        let text = """
            1 2 4 ok commit 0:5
            3 4 4 ok commit 0:9
            5 6 9 ok committed 0:5
            """
        #expect(HistoryChecker.check(try HistoryText.parse(text)).map(\.kind) == [.lostOffset])
        let concurrent = text.replacing("3 4 4 ok", with: "3 8 4 info")
        #expect(HistoryChecker.check(try HistoryText.parse(concurrent)).isEmpty)
    }
}
