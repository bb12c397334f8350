import Console
import Foundation

/// `kdeck-dev keys`: the table of keys for the README, from the same bindings that the console obeys.
enum KeysCommand {
    private static let begin = "<!-- keys: written by kdeck-dev keys -->"
    private static let end = "<!-- end of keys -->"

    /// Prints the table; with `--readme FILE` puts it between its marks there, with `--check` too only compares.
    @Sendable static func run(_ words: [String]) throws -> Int32 {
        guard let option = words.firstIndex(of: "--readme"), option + 1 < words.count else {
            print(KeyTable.markdown(), terminator: "")
            return 0
        }
        let path = words[option + 1]
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let from = text.range(of: begin), let to = text.range(of: end), from.upperBound <= to.lowerBound else {
            FileHandle.standardError.write(Data("kdeck-dev keys: \(path) lacks the marks \(begin) and \(end)\n".utf8))
            return 1
        }
        let fresh = text[..<from.upperBound] + "\n\n" + KeyTable.markdown() + "\n" + text[to.lowerBound...]
        if words.contains("--check") {
            if fresh == text { return 0 }
            FileHandle.standardError.write(Data("kdeck-dev keys: the table in \(path) is stale\n".utf8))
            return 1
        }
        try String(fresh).write(toFile: path, atomically: true, encoding: .utf8)
        return 0
    }
}
