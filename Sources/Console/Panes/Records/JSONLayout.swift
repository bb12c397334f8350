import Terminal

/// A line of a laid out value: text in roles, and perhaps a remark.
struct ValueLine: Equatable, Sendable {
    /// A piece of one role.
    struct Span: Equatable, Sendable {
        var text: String
        var role: Role
    }

    /// Levels of indentation.
    var indent = 0
    /// The pieces.
    var spans: [Span] = []
    /// What a reader should know of it.
    var note: String?

    /// A line of plain pieces.
    init(indent: Int = 0, _ spans: [Span] = [], note: String? = nil) {
        self.indent = indent
        self.spans = spans
        self.note = note
    }
}

/// Lays tokens out in lines: small containers on one line, everything else a line a member.
struct JSONLayout {
    private let json: JSONTokens
    private let columns: Int
    /// Index of the token that ends a container, by the index that starts it.
    private var ends: [Int: Int] = [:]
    private var lines: [ValueLine] = []
    private var line = ValueLine()

    /// At most `limit` lines of `json`, containers up to `columns` wide on one line.
    static func lines(_ json: JSONTokens, columns: Int, limit: Int = 2_000) -> [ValueLine] {
        var layout = JSONLayout(json, columns: max(16, columns))
        layout.lay(limit)
        return layout.lines
    }

    private init(_ json: JSONTokens, columns: Int) {
        self.json = json
        self.columns = columns
        var open: [Int] = []
        for (index, token) in json.tokens.enumerated() {
            switch token.kind {
            case .objectStart, .arrayStart: open.append(index)
            case .objectEnd, .arrayEnd: if let start = open.popLast() { ends[start] = index }
            default: break
            }
        }
    }

    private mutating func lay(_ limit: Int) {
        var index = 0
        var depth = 0
        while index < json.tokens.count, lines.count < limit {
            let token = json.tokens[index]
            switch token.kind {
            case .objectStart, .arrayStart:
                if let end = ends[index], end == index + 1 {
                    add(json.text(token) + json.text(json.tokens[end]), .dim)
                    index = end
                } else if depth > 0, let end = ends[index], fits(index, end, columns - depth * 2 - width) {
                    for inner in index...end { addInline(inner, last: end) }
                    index = end
                } else {
                    add(json.text(token), .dim)
                    depth += 1
                    newLine(depth)
                }
            case .objectEnd, .arrayEnd:
                depth -= 1
                newLine(depth)
                add(json.text(token), .dim)
            case .comma:
                add(",", .dim)
                newLine(depth)
            default: addInline(index, last: nil)
            }
            index += 1
        }
        newLine(depth)
        if index < json.tokens.count {
            lines.append(ValueLine([.init(text: "… more than \(limit) lines", role: .warn)]))
        }
        guard let problem = json.problem else { return }
        if json.isCut {
            let size = Quantity.size(Int64(json.bytes.count))
            let begun = json.bytes[problem.offset...].prefix(400)
            lines.append(ValueLine([.init(text: String(decoding: begun, as: UTF8.self), role: .string)]))
            lines.append(
                ValueLine([
                    .init(text: "… only its first \(size) are laid out: e writes all of it to a file", role: .warn)
                ]))
            return
        }
        lines.append(
            ValueLine([
                .init(
                    text: "✘ broken at line \(problem.line), column \(problem.column): \(problem.message)", role: .bad)
            ]))
        let rest = json.bytes[problem.offset...].prefix(400)
        if !rest.isEmpty {
            lines.append(ValueLine([.init(text: String(decoding: rest, as: UTF8.self), role: .text)]))
        }
    }

    private var width: Int { line.spans.reduce(0) { $0 + $1.text.count } }

    /// Whether a container is small enough for one line.
    private func fits(_ start: Int, _ end: Int, _ room: Int) -> Bool {
        guard end - start <= 24 else { return false }
        let width = json.tokens[start...end].reduce(2) { sum, token in
            sum + token.range.count + (token.kind == .comma || token.kind == .colon ? 1 : 0)
        }
        return width <= min(room, 72)
    }

    private mutating func addInline(_ index: Int, last: Int?) {
        let token = json.tokens[index]
        let text = json.text(token)
        switch token.kind {
        case .objectStart, .arrayStart: add(text + " ", .dim)
        case .objectEnd, .arrayEnd: add(" " + text, .dim)
        case .colon: add(": ", .dim)
        case .comma: add(", ", .dim)
        case .key:
            add(text, .accent)
            if json.duplicates.contains(index) { note("\(text) was there before: most readers keep only one") }
        case .string: add(text, .string)
        case .literal: add(text, .keyword)
        case .number:
            add(text, .number)
            if let remark = Self.remark(number: text) { note(remark) }
        }
    }

    /// What readers that use a `Double` make of a number.
    private static func remark(number: String) -> String? {
        let isWhole = !number.utf8.contains { $0 == 0x2E || $0 | 0x20 == 0x65 }
        guard let value = Double(number) else { return nil }
        if value.isInfinite { return "beyond what most readers can hold" }
        guard isWhole else { return nil }
        if let exact = Int64(number) {
            if Int64(exactly: value) == exact { return nil }
        } else if value.magnitude < 9e15 {
            return nil
        }
        return "beyond 2^53: JavaScript readers will see \(value)"
    }

    private mutating func add(_ text: String, _ role: Role) { line.spans.append(.init(text: text, role: role)) }
    private mutating func note(_ text: String) { line.note = line.note ?? text }

    private mutating func newLine(_ depth: Int) {
        if !line.spans.isEmpty {
            let note = line.note
            let isBeside = line.indent * 2 + width + (note?.count ?? 0) + 2 <= columns
            if !isBeside { line.note = nil }
            lines.append(line)
            if let note, !isBeside {
                lines.append(ValueLine(indent: line.indent + 1, [.init(text: "↑ " + note, role: .warn)]))
            }
        }
        line = ValueLine(indent: min(depth, 32))
    }
}
