/// Cuts an expression into words and signs.
struct QueryLexer {
    /// What a token is.
    enum Kind: Equatable {
        case open, close, openBracket, closeBracket, dot
        case not, and, or
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, matches, matchesNot
        /// A text in quotes.
        case text([UInt8])
        /// A name, number or time.
        case word(String)
        case end
    }

    /// A token and the byte where it starts.
    struct Token: Equatable {
        var kind: Kind
        var start: Int
    }

    private static let signs: [(String, Kind)] = [
        ("&&", .and), ("||", .or), ("==", .equal), ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
        ("=~", .matches), ("!~", .matchesNot), ("(", .open), (")", .close), ("[", .openBracket), ("]", .closeBracket),
        (".", .dot), ("!", .not), ("<", .less), (">", .greater), ("=", .equal),
    ]

    /// All tokens of `text`, the last one `.end`.
    static func tokens(_ text: [UInt8]) throws(QueryError) -> [Token] {
        var tokens: [Token] = []
        var at = 0
        while true {
            while at < text.count, text[at] <= 0x20 { at += 1 }
            let start = at
            guard at < text.count else {
                tokens.append(Token(kind: .end, start: start))
                return tokens
            }
            if text[at] == 0x22 || text[at] == 0x27 {
                tokens.append(Token(kind: .text(try quoted(text, &at)), start: start))
            } else if let (sign, kind) = signs.first(where: { text[at...].starts(with: $0.0.utf8) }) {
                at += sign.utf8.count
                tokens.append(Token(kind: kind, start: start))
            } else if text[at] == 0x26 || text[at] == 0x7C {
                throw QueryError(text, at: at, "'and' is written &&, 'or' is written ||")
            } else {
                tokens.append(Token(kind: .word(word(text, &at)), start: start))
            }
        }
    }

    /// A word; where it begins as a number does, points and colons belong to it.
    private static func word(_ text: [UInt8], _ at: inout Int) -> String {
        func isDigit(_ index: Int) -> Bool { index < text.count && (0x30...0x39).contains(text[index]) }
        let hasSign = text[at] == 0x2D || text[at] == 0x2B
        let isNumber = isDigit(hasSign ? at + 1 : at)
        let start = at
        let stops: Set<UInt8> = [0x22, 0x26, 0x27, 0x28, 0x29, 0x3C, 0x3D, 0x3E, 0x21, 0x5B, 0x5D, 0x7C]
        while at < text.count, text[at] > 0x20, !stops.contains(text[at]), isNumber || text[at] != 0x2E { at += 1 }
        return String(decoding: text[start..<at], as: UTF8.self)
    }

    /// A text in quotes of either kind. A backslash takes the next quote or backslash as it is; `\n`, `\t`, `\r`, `\u00e9` and
    /// `\x00` are what they are elsewhere; in front of anything else the backslash stays, so that patterns need no doubling.
    private static func quoted(_ text: [UInt8], _ at: inout Int) throws(QueryError) -> [UInt8] {
        let start = at
        let quote = text[at]
        var out: [UInt8] = []
        at += 1
        while at < text.count {
            let byte = text[at]
            at += 1
            if byte == quote { return out }
            guard byte == 0x5C, at < text.count else {
                out.append(byte)
                continue
            }
            let next = text[at]
            switch next {
            case 0x22, 0x27, 0x5C: out.append(next)
            case 0x6E: out.append(0x0A)
            case 0x72: out.append(0x0D)
            case 0x74: out.append(0x09)
            case 0x75, 0x78:
                let digits = next == 0x75 ? 4 : 2
                let end = at + 1 + digits
                guard end <= text.count,
                    let code = UInt32(String(decoding: text[at + 1..<end], as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { throw QueryError(text, at: at - 1, "\\u wants four hexadecimal digits, \\x two") }
                if next == 0x75 {
                    out.append(contentsOf: String(Character(scalar)).utf8)
                } else {
                    out.append(UInt8(truncatingIfNeeded: code))
                }
                at += digits
            default: out += [0x5C, next]
            }
            at += 1
        }
        throw QueryError(text, at: start, "this text does not end: a closing \(quote == 0x22 ? "\"" : "'") is missing")
    }
}
