import Foundation

/// A part of the README that a command writes: it stands between two marks.
struct ReadmeSection {
    /// The command's name, for the marks and the complaints.
    let command: String
    /// What stands before and after it.
    let begin: String
    let end: String
    let text: String

    /// Prints the text; with `--readme FILE` puts it between its marks there, with `--check` too only compares.
    func run(_ words: [String]) throws -> Int32 {
        guard let option = words.firstIndex(of: "--readme"), option + 1 < words.count else {
            print(text, terminator: "")
            return 0
        }
        let path = words[option + 1]
        let old = try String(contentsOfFile: path, encoding: .utf8)
        guard let from = old.range(of: begin), let to = old.range(of: end), from.upperBound <= to.lowerBound else {
            return complain("\(path) lacks the marks \(begin) and \(end)")
        }
        let fresh = old[..<from.upperBound] + "\n\n" + text + "\n" + old[to.lowerBound...]
        if words.contains("--check") { return fresh == old ? 0 : complain("the table in \(path) is stale") }
        try String(fresh).write(toFile: path, atomically: true, encoding: .utf8)
        return 0
    }

    private func complain(_ words: String) -> Int32 {
        FileHandle.standardError.write(Data("kdeck-dev \(command): \(words)\n".utf8))
        return 1
    }
}
