import Foundation
import Testing

@Suite struct SizeTests {
    static let extensions: Set<String> = ["swift", "c", "cpp", "h", "py", "sh"]

    @Test func filesStaySmallEnoughToReadInOneSitting() throws {
        let here = Repository.here
        let paths =
            (here.files(under: "Sources", extensions: Self.extensions)
            + here.files(under: "Tests", extensions: Self.extensions))
            .filter { !$0.contains("/Generated/") }
        var sizes: [(lines: Int, path: String)] = []
        for path in paths {
            let lines = try here.text(path).split(separator: "\n", omittingEmptySubsequences: false).count - 1
            sizes.append((lines, path))
        }
        try #require(!sizes.isEmpty)
        sizes.sort { $0.lines < $1.lines }
        let median = sizes[sizes.count / 2].lines
        let p90 = sizes[min(sizes.count - 1, sizes.count * 9 / 10)].lines
        print("tidy: \(sizes.count) files, median \(median) lines, p90 \(p90), longest \(sizes.last?.lines ?? 0)")
        #expect(median <= 150)
        #expect(p90 <= 400)
        for file in sizes where file.lines > 600 {
            Issue.record("\(file.path) has \(file.lines) lines; 600 is the limit")
        }
    }
}
