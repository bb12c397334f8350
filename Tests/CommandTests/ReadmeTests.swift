import Console
import Foundation
import KafkaBroker
import KafkaClient
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

    @Test func theTableOfAPIsIsTheOneTheBrokerAnswersBy() throws {
        #expect(
            try readme().contains(APISupport.markdown()), "stale: swift run kdeck-dev apis --readme README.md")
    }

    @Test func everyCommandLineItShowsIsUnderstood() throws {
        var checked = 0
        for line in try readme().split(separator: "\n") where line.hasPrefix("kdeck") {
            let request = try ArgumentReader.read(Self.words(line), table: CommandTable.root)
            checked += 1
            guard case .run(let invocation) = request, invocation.path == ["search"] else { continue }
            _ = try RecordQuery(invocation.operands[1], now: 1_764_000_000_000)
        }
        #expect(checked >= 8)
    }

    /// The words behind the program's name, as a shell cuts them; up to a comment or a pipe.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line + " " {
            switch character {
            case "'":
                isQuoted.toggle()
                word = word ?? ""
            case _ where isQuoted: word?.append(character)
            case "#", "|": return Array(words.dropFirst())
            case " ":
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return Array(words.dropFirst())
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
