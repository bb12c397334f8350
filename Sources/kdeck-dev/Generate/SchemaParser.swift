/// A line of a schema that is not understood.
struct SchemaError: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var reason: String
    var description: String { "\(file).schema:\(line): \(reason)" }
}

/// Reads the notation: one field a line, indentation is nesting, what follows two spaces says in which versions.
struct SchemaParser {
    private struct Line {
        var number: Int
        var indent: Int
        var text: String
        var comment: String
    }

    private let path: String
    private var lines: [Line] = []
    private var index = 0

    /// Parses the text of the file `path` (below `Schemas`, without ending).
    static func parse(_ text: String, path: String) throws(SchemaError) -> SchemaFile {
        var parser = SchemaParser(path: path, text: text)
        return try parser.file()
    }

    private init(path: String, text: String) {
        self.path = path
        var pending: [String] = []
        for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indent = raw.prefix { $0 == " " }.count
            var body = raw.dropFirst(indent)
            var comment = ""
            if let mark = body.firstIndex(of: "#") {
                comment = String(body[body.index(after: mark)...]).trimmed
                body = body[..<mark]
            }
            let content = String(body).trimmed
            if content.isEmpty {
                // A comment on lines of its own belongs to the line below.
                if comment.isEmpty { pending = [] } else { pending.append(comment) }
                continue
            }
            let whole = (pending + (comment.isEmpty ? [] : [comment])).joined(separator: " ")
            lines.append(Line(number: number + 1, indent: indent, text: content, comment: whole))
            pending = []
        }
    }

    private func failure(_ line: Int, _ reason: String) -> SchemaError {
        SchemaError(file: path, line: line, reason: reason)
    }

    private mutating func file() throws(SchemaError) -> SchemaFile {
        var file = SchemaFile(path: path)
        var apiComment = ""
        while index < lines.count {
            let line = lines[index]
            guard line.indent == 0 else { throw failure(line.number, "indented without a message above") }
            var words = line.text.split(separator: " ").map(String.init)
            let first = words.removeFirst()
            switch first {
            case "api":
                guard words.count == 2, let key = Int(words[0]) else { throw failure(line.number, "api NUMBER NAME") }
                file.api = (key, words[1])
                apiComment = line.comment
                index += 1
            case "listeners":
                file.listeners = words
                index += 1
            case "area":
                guard words.count == 1 else { throw failure(line.number, "area NAME") }
                file.area = words[0]
                index += 1
            default:
                guard let kind = MessageSchema.Kind(rawValue: first) else {
                    throw failure(line.number, "`\(first)` starts no message")
                }
                var message = try message(kind, words, line, file)
                if message.comment.isEmpty { message.comment = apiComment }
                file.messages.append(message)
            }
        }
        guard !file.messages.isEmpty else { throw failure(1, "no message in this file") }
        return file
    }

    private mutating func message(
        _ kind: MessageSchema.Kind, _ words: [String], _ line: Line, _ file: SchemaFile
    ) throws(SchemaError) -> MessageSchema {
        var words = words[...]
        var id: Int?
        var name = ""
        switch kind {
        case .request, .response:
            guard let api = file.api else { throw failure(line.number, "no `api` line above") }
            name = api.name + (kind == .request ? "Request" : "Response")
        case .key, .value, .record:
            guard let number = words.popFirst().flatMap({ Int($0) }) else {
                throw failure(line.number, "\(kind.rawValue) NUMBER NAME")
            }
            id = number
            name = words.popFirst() ?? ""
        case .header, .data:
            name = words.popFirst() ?? ""
        }
        guard !name.isEmpty, words.popFirst() == "versions",
            let versions = words.popFirst().flatMap({ Self.range($0, in: 0...32767) })
        else { throw failure(line.number, "name and `versions A-B` expected") }
        var message = MessageSchema(kind: kind, name: name, id: id, versions: versions)
        message.comment = line.comment
        while let word = words.popFirst() {
            if word == "flexible", let range = words.popFirst().flatMap({ Self.range($0, in: versions) }) {
                message.flexible = range
            } else if word == "latest-unstable" {
                message.isLatestUnstable = true
            } else {
                throw failure(line.number, "`\(word)` is not understood")
            }
        }
        index += 1
        message.fields = try fields(deeperThan: 0, versions: versions, message: &message)
        return message
    }

    private mutating func fields(
        deeperThan indent: Int, versions: ClosedRange<Int>, message: inout MessageSchema
    ) throws(SchemaError) -> [FieldSchema] {
        var fields: [FieldSchema] = []
        guard index < lines.count, lines[index].indent > indent else { return fields }
        let own = lines[index].indent
        while index < lines.count, lines[index].indent > indent {
            let line = lines[index]
            guard line.indent == own else { throw failure(line.number, "indentation differs from its neighbours") }
            index += 1
            if line.text.hasPrefix("struct ") {
                let name = String(line.text.dropFirst(7)).trimmed
                let inner = try self.fields(deeperThan: own, versions: message.versions, message: &message)
                message.structs.append((name, inner))
                continue
            }
            var field = try field(line, versions)
            if index < lines.count, lines[index].indent > own {
                guard field.isStruct else { throw failure(line.number, "`\(field.type)` has no fields") }
                field.fields = try self.fields(deeperThan: own, versions: field.versions, message: &message)
            }
            fields.append(field)
        }
        return fields
    }

    private func field(_ line: Line, _ enclosing: ClosedRange<Int>) throws(SchemaError) -> FieldSchema {
        var words = line.text.split(separator: " ").map(String.init)[...]
        guard let label = words.popFirst(), label.hasSuffix(":"), var type = words.popFirst() else {
            throw failure(line.number, "`name: type` expected")
        }
        var nullable = false
        if type.hasSuffix("?") {
            nullable = true
            type.removeLast()
        }
        let isArray = type.hasPrefix("[") && type.hasSuffix("]")
        if isArray { type = String(type.dropFirst().dropLast()) }
        var field = FieldSchema(
            name: String(label.dropLast()), type: type, isArray: isArray, versions: enclosing,
            comment: line.comment, line: line.number)
        var nullRange: ClosedRange<Int>?
        while let word = words.popFirst() {
            if word == "=", let value = words.popFirst() {
                field.initial = value
            } else if word == "tag", let tag = words.popFirst().flatMap({ Int($0) }) {
                field.tag = tag
            } else if word == "null", let range = words.popFirst().flatMap({ Self.range($0, in: enclosing) }) {
                nullRange = range
            } else if word == "ignorable" {
                field.isIgnorable = true
            } else if word == "plain" {
                field.isPlain = true
            } else if let range = Self.range(word, in: enclosing) {
                field.versions = range
            } else {
                throw failure(line.number, "`\(word)` is not understood")
            }
        }
        if nullable { field.nullable = nullRange ?? field.versions }
        return field
    }

    /// `3`, `3-5` or `3+`, inside of `outer`.
    private static func range(_ text: String, in outer: ClosedRange<Int>) -> ClosedRange<Int>? {
        if text.hasSuffix("+") {
            guard let low = Int(text.dropLast()), outer.contains(low) else { return nil }
            return low...outer.upperBound
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let low = ends.first.flatMap({ $0 }), let high = ends.last.flatMap({ $0 }), ends.count <= 2, low <= high,
            outer.contains(low), outer.contains(high)
        else { return nil }
        return low...high
    }
}

extension String {
    /// Without the spaces at both ends.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
