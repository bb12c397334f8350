import Foundation
import Testing

/// The table of pitfalls says what is so.
@Suite struct PitfallTests {
    @Test func everyPitfallHasARowAndEveryTestItNamesExists() throws {
        let table = try Repository.here.text("Tests/PITFALLS.md")
        let rows = table.split(separator: "\n").filter { $0.firstMatch(of: /^\| P\d+ \|/) != nil }.map(String.init)
        #expect(rows.compactMap { $0.split(separator: " ").dropFirst().first } == (1...34).map { "P\($0)" })
        let tests = try suites()
        var checked = 0
        for row in rows {
            let names = row.matches(of: /`(\w+)\/([^`]+)`/)
            #expect(!names.isEmpty || row.contains("not yet: belongs to"), "\(row.prefix(60))")
            for name in names {
                checked += 1
                let (suite, test) = (String(name.1), String(name.2))
                #expect(tests[suite]?.contains(test) == true, "there is no test \(suite)/\(test)")
            }
        }
        print("tidy: \(checked) tests for \(rows.count) pitfalls")
        #expect(checked > 60)
    }

    /// The tests of each suite, by the names of their functions. Two suites of one name are one here.
    private func suites() throws -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for path in Repository.here.files(under: "Tests", extensions: ["swift"]) {
            let text = try Repository.here.text(path)
            let tests = text.matches(of: /\bfunc\s+(?:`([^`]+)`|(\w+))\s*\(/)
                .filter { text[..<$0.range.lowerBound].suffix(600).contains("@Test") }
                .map { String($0.1 ?? $0.2 ?? "") }
            for suite in text.matches(of: /\bstruct\s+(\w+)/) { found[String(suite.1), default: []].formUnion(tests) }
        }
        return found
    }
}
