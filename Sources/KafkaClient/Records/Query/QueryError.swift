/// Why a text is no expression: where it breaks, and what belongs there.
public struct QueryError: Error, Sendable, Hashable {
    /// The expression.
    public var text: String
    /// The character where it breaks, from 1.
    public var column: Int
    /// Why, and what to write instead.
    public var message: String

    init(_ text: [UInt8], at byte: Int, _ message: String) {
        self.text = String(decoding: text, as: UTF8.self)
        column = String(decoding: text[..<min(byte, text.count)], as: UTF8.self).count + 1
        self.message = message
    }

    /// One line.
    public var sentence: String { "column \(column): \(message)" }

    /// Two lines: the expression, and a caret below the place.
    public var picture: String { text + "\n" + String(repeating: " ", count: column - 1) + "^" }
}
