import Foundation
import Testing

/// A walk through the program in a real terminal with its keys counted: names and times that are typed do not count,
/// every other key does.
struct Journey {
    let terminal: TerminalSession
    private(set) var keys = 0

    init(_ terminal: TerminalSession) { self.terminal = terminal }

    /// Presses keys and counts them.
    mutating func press(_ names: String...) async throws {
        for name in names {
            keys += 1
            try await terminal.press(name)
        }
    }

    /// Types a name or a time.
    func type(_ text: String) async throws { try await terminal.type(text) }

    /// Waits until the screen says all of these, wherever its lines break.
    @discardableResult
    func see(
        _ words: String...
    ) async throws -> String {
        try await terminal.wait(words.joined(separator: " and ")) { screen in
            let text = Self.flat(screen)
            return words.allSatisfy(text.contains)
        }
    }

    /// Lets a plan or a question stand for as long as the program wants before it takes an answer.
    func read() async throws { try await Task.sleep(for: .milliseconds(700)) }

    /// The screen as running text: no frames, one blank between words.
    static func flat(_ screen: String) -> String {
        screen.map { "│╭╮╰╯".contains($0) || $0.isNewline ? " " : String($0) }.joined()
            .split(separator: " ").joined(separator: " ")
    }

    /// Fails when it took more keys than the product's list has for this journey.
    func expectAtMost(_ ideal: Int, _ journey: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(keys <= ideal, "\(journey) took \(keys) keys", sourceLocation: sourceLocation)
    }
}
