/// A JSON text cut into tokens that remember where they stand, so that what is shown is what was written: numbers keep
/// their digits, strings their escapes, keys their order. Never recursive; broken text gives everything up to the break.
struct JSONTokens: Equatable, Sendable {
    /// What a token is.
    enum Kind: Equatable, Sendable {
        case objectStart, objectEnd, arrayStart, arrayEnd, colon, comma
        case key, string, number, literal
    }

    /// A token and the bytes it covers.
    struct Token: Equatable, Sendable {
        var kind: Kind
        var range: Range<Int>
    }

    /// Where and why it is no JSON.
    struct Problem: Equatable, Sendable {
        var offset: Int
        var line: Int
        var column: Int
        var message: String
    }

    /// Levels that are followed.
    static let deepest = 256
    /// Tokens that are kept of one text.
    static let most = 50_000

    /// The text.
    let bytes: [UInt8]
    /// In order.
    private(set) var tokens: [Token] = []
    /// Indices of keys that stood in the same object before.
    private(set) var duplicates: Set<Int> = []
    /// Nil when it is JSON as a whole.
    private(set) var problem: Problem?
    /// There is more of it than was read: where it breaks off says nothing.
    let isCut: Bool

    /// Reads `bytes`, which must be UTF-8.
    init(_ bytes: [UInt8], isCut: Bool = false) {
        self.bytes = bytes
        self.isCut = isCut
        var reader = Reader(bytes: bytes)
        while reader.step() {}
        tokens = reader.tokens
        duplicates = reader.duplicates
        problem = reader.failure.map { offset, message in
            let before = bytes[..<offset]
            let line = before.count { $0 == 0x0A } + 1
            let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
            return Problem(offset: offset, line: line, column: column, message: message)
        }
    }

    /// The source text of a token.
    func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }
}

/// The state between two tokens.
private struct Reader {
    let bytes: [UInt8]
    var tokens: [JSONTokens.Token] = []
    var duplicates: Set<Int> = []
    var failure: (offset: Int, message: String)?
    private var at = 0
    private var open: [Level] = []
    private var expects = Expects.value

    private struct Level {
        var isObject: Bool
        var keys: Set<ArraySlice<UInt8>> = []
    }

    private enum Expects { case value, valueOrEnd, keyOrEnd, key, colon, commaOrEnd, nothing }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads one token; false at the end or at a break.
    mutating func step() -> Bool {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
        guard at < bytes.count else {
            if expects != .nothing { fail(at, tokens.isEmpty ? "nothing there" : "it ends here, too early") }
            return false
        }
        guard tokens.count < JSONTokens.most else {
            return fail(at, "more than \(JSONTokens.most) parts: the rest is not laid out")
        }
        let byte = bytes[at]
        switch (expects, byte) {
        case (.value, 0x7B), (.valueOrEnd, 0x7B): return begin(isObject: true)
        case (.value, 0x5B), (.valueOrEnd, 0x5B): return begin(isObject: false)
        case (.valueOrEnd, 0x5D): return end(.arrayEnd)
        case (.value, _), (.valueOrEnd, _): return scalar(byte)
        case (.keyOrEnd, 0x7D): return end(.objectEnd)
        case (.keyOrEnd, 0x22), (.key, 0x22):
            guard let range = string() else { return false }
            let text = bytes[range]
            if !(open[open.count - 1].keys.insert(text).inserted) { duplicates.insert(tokens.count) }
            tokens.append(.init(kind: .key, range: range))
            expects = .colon
            return true
        case (.keyOrEnd, _), (.key, _): return fail(at, "a key in quotes belongs here")
        case (.colon, 0x3A): return mark(.colon, then: .value)
        case (.colon, _): return fail(at, "a : belongs here")
        case (.commaOrEnd, 0x2C): return mark(.comma, then: open.last?.isObject == true ? .key : .value)
        case (.commaOrEnd, 0x7D) where open.last?.isObject == true: return end(.objectEnd)
        case (.commaOrEnd, 0x5D) where open.last?.isObject == false: return end(.arrayEnd)
        case (.commaOrEnd, _): return fail(at, "a comma or \(open.last?.isObject == true ? "}" : "]") belongs here")
        case (.nothing, _): return fail(at, "more text after the end")
        }
    }

    @discardableResult
    private mutating func fail(_ offset: Int, _ message: String) -> Bool {
        failure = (min(offset, bytes.count), message)
        return false
    }

    private mutating func mark(_ kind: JSONTokens.Kind, then next: Expects) -> Bool {
        tokens.append(.init(kind: kind, range: at..<at + 1))
        at += 1
        expects = next
        return true
    }

    private mutating func begin(isObject: Bool) -> Bool {
        guard open.count < JSONTokens.deepest else { return fail(at, "deeper than \(JSONTokens.deepest) levels") }
        open.append(Level(isObject: isObject))
        return mark(isObject ? .objectStart : .arrayStart, then: isObject ? .keyOrEnd : .valueOrEnd)
    }

    private mutating func end(_ kind: JSONTokens.Kind) -> Bool {
        open.removeLast()
        return mark(kind, then: open.isEmpty ? .nothing : .commaOrEnd)
    }

    private mutating func scalar(_ byte: UInt8) -> Bool {
        let start = at
        let kind: JSONTokens.Kind
        if byte == 0x22 {
            guard let range = string() else { return false }
            tokens.append(.init(kind: .string, range: range))
            expects = open.isEmpty ? .nothing : .commaOrEnd
            return true
        } else if byte == 0x2D || (0x30...0x39).contains(byte) {
            guard number() else { return false }
            kind = .number
        } else if let word = ["true", "false", "null"].first(where: { bytes[at...].starts(with: $0.utf8) }) {
            at += word.utf8.count
            kind = .literal
        } else {
            return fail(at, "a value belongs here")
        }
        tokens.append(.init(kind: kind, range: start..<at))
        expects = open.isEmpty ? .nothing : .commaOrEnd
        return true
    }

    private mutating func string() -> Range<Int>? {
        let start = at
        at += 1
        while at < bytes.count {
            switch bytes[at] {
            case 0x22:
                at += 1
                return start..<at
            case 0x5C: at += 2
            case 0..<0x20:
                fail(at, "a control byte inside a string")
                return nil
            default: at += 1
            }
        }
        at = start
        fail(start, "a string that does not end")
        return nil
    }

    private mutating func number() -> Bool {
        let start = at
        func digits(_ from: Int) -> Int { bytes[from...].prefix { (0x30...0x39).contains($0) }.count }
        if bytes[at] == 0x2D { at += 1 }
        let whole = digits(at)
        guard whole > 0, whole == 1 || bytes[at] != 0x30 else { return fail(start, "no number is written so") }
        at += whole
        if at < bytes.count, bytes[at] == 0x2E {
            let fraction = digits(at + 1)
            guard fraction > 0 else { return fail(at, "digits belong behind the point") }
            at += 1 + fraction
        }
        if at < bytes.count, bytes[at] | 0x20 == 0x65 {
            var next = at + 1
            if next < bytes.count, bytes[next] == 0x2B || bytes[next] == 0x2D { next += 1 }
            let exponent = digits(next)
            guard exponent > 0 else { return fail(at, "digits belong in the exponent") }
            at = next + exponent
        }
        return true
    }
}
