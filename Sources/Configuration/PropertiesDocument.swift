/// One `key=value` of a properties file.
public struct PropertiesEntry: Equatable, Sendable {
    /// The key, with escapes resolved.
    public var key: String
    /// The value, with escapes resolved; empty when there is none.
    public var value: String
    /// The line it starts on, from 1.
    public var line: Int
}

/// A Java properties file: `key=value`, `key: value` or `key value` a line, `#` and `!` for comments, a backslash at the
/// end of a line to go on with the next, `\t \n \r \f \uXXXX` and `\` before any other letter.
public struct PropertiesDocument: Equatable, Sendable {
    /// The entries in the order of the file. A key that comes twice is there twice; Java lets the last one win.
    public private(set) var entries: [PropertiesEntry] = []

    /// Reads text. Anything is a properties file: there are no errors.
    public init(_ text: String) {
        let characters = Array(text.unicodeScalars)
        var reader = LineReader(scalars: characters)
        while let (line, content) = reader.next() {
            if let entry = Self.entry(content, line: line) { entries.append(entry) }
        }
    }

    /// Joins lines that end in an odd number of backslashes; skips blank ones and comments.
    private struct LineReader {
        let scalars: [Unicode.Scalar]
        var place = 0
        var line = 0

        mutating func next() -> (line: Int, content: [Unicode.Scalar])? {
            while place < scalars.count {
                var content = natural()
                let start = line
                guard let first = content.first, first != "#", first != "!" else { continue }
                while Self.continues(content), place < scalars.count {
                    content.removeLast()
                    content += natural()
                }
                if Self.continues(content) { content.removeLast() }
                return (start, content)
            }
            return nil
        }

        /// The next line of the file without the space before it.
        private mutating func natural() -> [Unicode.Scalar] {
            var end = place
            while end < scalars.count, scalars[end] != "\n", scalars[end] != "\r" { end += 1 }
            let content = scalars[place..<end].drop { PropertiesDocument.isSpace($0) }
            place = end + 1
            if end + 1 < scalars.count, scalars[end] == "\r", scalars[end + 1] == "\n" { place = end + 2 }
            line += 1
            return Array(content)
        }

        private static func continues(_ content: [Unicode.Scalar]) -> Bool {
            content.reversed().prefix { $0 == "\\" }.count % 2 == 1
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{0C}"
    }

    private static func entry(_ content: [Unicode.Scalar], line: Int) -> PropertiesEntry? {
        var end = 0
        while end < content.count, !isSpace(content[end]), content[end] != "=", content[end] != ":" {
            end += content[end] == "\\" ? 2 : 1
        }
        end = min(end, content.count)
        var value = content[end...].drop { isSpace($0) }
        if let mark = value.first, mark == "=" || mark == ":" { value = value.dropFirst().drop { isSpace($0) } }
        return PropertiesEntry(key: unescaped(content[..<end]), value: unescaped(value), line: line)
    }

    private static func unescaped(_ content: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        var place = content.startIndex
        while place < content.endIndex {
            guard content[place] == "\\", place + 1 < content.endIndex else {
                if content[place] != "\\" { text.append(content[place]) }
                place += 1
                continue
            }
            let letter = content[place + 1]
            place += 2
            switch letter {
            case "t": text.append("\t")
            case "n": text.append("\n")
            case "r": text.append("\r")
            case "f": text.append("\u{0C}")
            case "u":
                let digits = content[place...].prefix(4)
                let hex = String(String.UnicodeScalarView(digits))
                if digits.count == 4, let number = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(number) {
                    text.append(scalar)
                    place += 4
                } else {
                    text.append(letter)
                }
            default: text.append(letter)
            }
        }
        return String(text)
    }
}
