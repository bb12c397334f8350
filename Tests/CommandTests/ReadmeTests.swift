import Console
import Foundation
import Testing

@testable import kdeck

@Suite struct ReadmeTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    func readme() throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    }

    @Test func theTableOfKeysIsTheOneTheConsoleObeys() throws {
        let text = try readme()
        let table = KeyTable.markdown()
        #expect(table.count > 100)
        #expect(text.contains(table), "stale: swift run kdeck-dev keys --readme README.md")
    }

    @Test func everyCommandLineItShowsIsUnderstood() throws {
        var checked = 0
        for line in try readme().split(separator: "\n") where line.hasPrefix("kdeck") {
            let command = line.split(separator: "#")[0].split(separator: "|")[0]
            let words = command.split(separator: " ").dropFirst().map(String.init)
            _ = try ArgumentReader.read(words, table: CommandTable.root)
            checked += 1
        }
        #expect(checked >= 8)
    }

    @Test func everyPictureItShowsIsThere() throws {
        let pictures = try readme().matches(of: /\]\((screenshots\/[\w-]+\.svg)\)/).map { String($0.1) }
        #expect(!pictures.isEmpty)
        for picture in pictures {
            #expect(
                FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(picture).path), "\(picture)")
        }
    }
}
