import KafkaWire

/// Reads an expression. Binds, loosest first: `||`, `&&`, `!`, comparison; terms side by side mean `&&`.
struct QueryParser {
    /// Parentheses that are followed into each other.
    static let deepest = 64
    /// Bytes of an expression.
    static let longest = 16_384

    let text: [UInt8]
    /// Where times that count from now begin, in milliseconds since 1970, and the zone of those without one.
    let now: Int64
    let zone: LocalZone
    private var tokens: [QueryLexer.Token] = []
    private var at = 0
    private var depth = 0

    init(_ text: [UInt8], now: Int64, zone: LocalZone) throws(QueryError) {
        self.text = text
        self.now = now
        self.zone = zone
        guard text.count <= Self.longest else {
            throw QueryError(text, at: Self.longest, "longer than \(Self.longest) bytes")
        }
        tokens = try QueryLexer.tokens(text)
    }

    /// The whole expression.
    mutating func parse() throws(QueryError) -> QueryNode {
        if peek == .end { throw fail("an expression belongs here, as in value contains \"x\" or partition == 3") }
        let node = try either()
        if peek == .close { throw fail("this ) closes nothing") }
        guard peek == .end else { throw fail("&& or || belongs here") }
        return node
    }

    /// A part of a record, and nothing else.
    mutating func part() throws(QueryError) -> QueryTest.Subject {
        guard case .word(let word) = take(), let subject = try subject(word) else {
            throw fail("a part of a record belongs here: \(Self.fields)", back: 1)
        }
        guard peek == .end else { throw fail("only a part belongs here, as in value.total") }
        return subject
    }

    // MARK: Tokens

    var peek: QueryLexer.Kind { tokens[at].kind }

    mutating func take() -> QueryLexer.Kind {
        defer { if at + 1 < tokens.count { at += 1 } }
        return tokens[at].kind
    }

    private mutating func skip(_ kind: QueryLexer.Kind, or word: String? = nil) -> Bool {
        guard peek == kind || word != nil && peek == .word(word ?? "") else { return false }
        _ = take()
        return true
    }

    /// An error at the token that comes next, or so many before it.
    func fail(_ message: String, back: Int = 0) -> QueryError {
        QueryError(text, at: tokens[max(0, at - back)].start, message)
    }

    // MARK: Levels

    private mutating func either() throws(QueryError) -> QueryNode {
        var nodes = [try both()]
        while skip(.or, or: "or") { nodes.append(try both()) }
        return nodes.count == 1 ? nodes[0] : .any(nodes)
    }

    private mutating func both() throws(QueryError) -> QueryNode {
        var nodes = [try negated()]
        while true {
            if skip(.and, or: "and") {
                nodes.append(try negated())
            } else if startsTerm {
                nodes.append(try negated())
            } else {
                return nodes.count == 1 ? nodes[0] : .all(nodes)
            }
        }
    }

    private var startsTerm: Bool {
        switch peek {
        case .word(let word): word != "or"
        case .text, .open, .not: true
        default: false
        }
    }

    private mutating func negated() throws(QueryError) -> QueryNode {
        guard skip(.not, or: "not") else { return try term() }
        try deeper()
        defer { depth -= 1 }
        return .not(try negated())
    }

    private mutating func deeper() throws(QueryError) {
        depth += 1
        if depth > Self.deepest { throw fail("deeper than \(Self.deepest) levels") }
    }

    private mutating func term() throws(QueryError) -> QueryNode {
        if skip(.open) {
            try deeper()
            defer { depth -= 1 }
            let node = try either()
            guard skip(.close) else { throw fail("a ) belongs here") }
            return node
        }
        switch take() {
        case .text(let text): return try words(text)
        case .word(let word):
            if let subject = try subject(word) { return try comparison(of: subject) }
            return try words(Array(word.utf8))
        case .end: throw fail("the expression ends too early")
        default: throw fail("a field or a text belongs here: \(Self.fields)", back: 1)
        }
    }

    /// A text by itself. What looks like a comparison of a field that does not exist is a mistake, not a text.
    private mutating func words(_ word: [UInt8]) throws(QueryError) -> QueryNode {
        let name = String(decoding: word, as: UTF8.self)
        switch peek {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .matches, .matchesNot, .dot,
            .openBracket, .word("contains"), .word("startswith"), .word("endswith"):
            throw fail("\(name) is no field; there are \(Self.fields)", back: 1)
        default: break
        }
        do {
            return .words(try RecordPattern(ignoringCase: word), word)
        } catch {
            throw fail("this text cannot be looked for: \(error.message)", back: 1)
        }
    }

    // MARK: Fields

    static let fields = "value, key, headers, partition, offset, timestamp, size"

    private mutating func subject(_ word: String) throws(QueryError) -> QueryTest.Subject? {
        switch word {
        case "value": return .value(try path())
        case "key": return .key(try path())
        case "headers", "header":
            guard skip(.dot) || peek == .openBracket else {
                throw fail("headers are named: headers[\"trace-id\"] or headers.name")
            }
            if case .word(let name) = peek {
                _ = take()
                return .header(name)
            }
            guard skip(.openBracket), case .text(let name) = take(), skip(.closeBracket) else {
                throw fail("a header's name belongs here, as in headers[\"trace-id\"]")
            }
            return .header(String(decoding: name, as: UTF8.self))
        case "partition": return .partition
        case "offset": return .offset
        case "timestamp", "time": return .timestamp
        case "size": return .size
        default: return nil
        }
    }

    private mutating func path() throws(QueryError) -> JSONPath {
        var path = JSONPath()
        while true {
            if skip(.dot) {
                switch take() {
                case .word(let name): path.steps.append(.member(Array(name.utf8)))
                case .text(let name): path.steps.append(.member(name))
                default: throw fail("the name of a member belongs behind the point", back: peek == .end ? 0 : 1)
                }
            } else if skip(.openBracket) {
                switch take() {
                case .text(let name): path.steps.append(.member(name))
                case .word(let word):
                    guard let index = Int(word), (0...1_000_000_000).contains(index) else {
                        throw fail("a place from 0 or a name in quotes belongs here", back: 1)
                    }
                    path.steps.append(.element(index))
                default: throw fail("a place from 0 or a name in quotes belongs here", back: peek == .end ? 0 : 1)
                }
                guard skip(.closeBracket) else { throw fail("a ] belongs here") }
            } else {
                return path
            }
        }
    }
}
