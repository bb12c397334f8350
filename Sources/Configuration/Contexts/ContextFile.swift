/// The contexts of `config.toml`: tables `[context.NAME]` with Kafka's own dotted keys, and `color`, `read_only`, `rewrite`.
public struct ContextFile: Equatable, Sendable {
    /// In the order of the file.
    public let contexts: [ContextEntry]
    private let text: String

    /// Why a file is not read; one line without a full stop.
    public struct Failure: Error, Equatable, Sendable {
        /// What, where, what to do.
        public let sentence: String
    }

    /// Reads a file's text. Fails with a line for what is no TOML, and for values that are no context.
    public init(_ text: String) throws(Failure) {
        let document: TOMLDocument
        do throws(DocumentError) {
            document = try TOMLDocument(text)
        } catch {
            throw Failure(sentence: error.description)
        }
        var contexts: [ContextEntry] = []
        if let entry = document.entries.first(where: { $0.key == "contexts" }) {
            throw Failure(sentence: "line \(entry.node.line): contexts is unknown here; write [context.NAME]")
        }
        for entry in document.entries where entry.key == "context" {
            guard case .table(let tables) = entry.node.value else {
                throw Failure(sentence: "line \(entry.node.line): context is no table; write [context.NAME]")
            }
            for table in tables { contexts.append(try Self.context(table)) }
        }
        self.contexts = contexts
        self.text = text
    }

    /// The context of that name.
    public subscript(_ name: String) -> ContextEntry? { contexts.first { $0.name == name } }

    /// The file's text with one context behind it.
    public func adding(_ context: ContextEntry) -> String {
        let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        return text + end + (text.isEmpty ? String(context.toml.dropFirst()) : context.toml)
    }

    /// The file's text without one context, everything else untouched. Nil when its lines cannot be told apart from the
    /// rest's.
    public func removing(_ name: String) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let headers = ["[context.\(name)]", "[context.\(TOMLText.string(name))]", "[context.'\(name)']"].map {
            $0.filter { $0 != " " && $0 != "\t" }
        }
        guard
            let start = lines.firstIndex(where: { line in
                let code = line.filter { $0 != " " && $0 != "\t" && $0 != "\r" }
                return headers.contains { code == $0 || code.hasPrefix($0 + "#") }
            })
        else { return nil }
        let end = lines[(start + 1)...].firstIndex { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("[") } ?? lines.count
        var kept = Array(lines[..<start])
        while kept.last?.isEmpty == true { kept.removeLast() }
        let rest = lines[end...]
        if !kept.isEmpty, !rest.isEmpty { kept.append("") }
        let made = (kept + rest).joined(separator: "\n") + (rest.isEmpty && !kept.isEmpty ? "\n" : "")
        // A bracket at the head of a line inside a text would have fooled this: what is left must be the other contexts.
        guard let parsed = try? ContextFile(made) else { return nil }
        let others = contexts.filter { $0.name != name }
        return parsed.contexts.map(\.withoutLines) == others.map(\.withoutLines) ? made : nil
    }

    private static func context(_ table: TOMLEntry) throws(Failure) -> ContextEntry {
        guard case .table(let entries) = table.node.value else {
            throw Failure(sentence: "line \(table.node.line): context.\(table.key) is no table of settings")
        }
        var context = ContextEntry(name: table.key, settings: [])
        for entry in entries {
            switch (entry.key, entry.node.value) {
            case ("color", .string(let color)): context.color = color
            case ("read_only", .boolean(let isReadOnly)): context.isReadOnly = isReadOnly
            case ("rewrite", .array(let nodes)):
                for node in nodes {
                    guard case .string(let rule) = node.value else {
                        throw Failure(sentence: "line \(node.line): rewrite holds texts \"FROM=TO\"")
                    }
                    context.rewrites.append(rule)
                }
            case ("color", _), ("read_only", _), ("rewrite", _):
                throw Failure(
                    sentence: "line \(entry.node.line): \(entry.key) is a "
                        + (entry.key == "read_only"
                            ? "true or false" : entry.key == "color" ? "text" : "list of texts \"FROM=TO\""))
            default:
                // A lock that is misspelt must not be an open door.
                if let meant = slips[entry.key.lowercased().filter { $0 != "-" && $0 != "_" }] {
                    throw Failure(
                        sentence: "line \(entry.node.line): \(entry.key) is unknown here; did you mean \(meant)?")
                }
                try flatten(entry, under: "", into: &context)
            }
        }
        return context
    }

    /// Other spellings of what is kdeck's own.
    private static let slips = [
        "readonly": "read_only", "colour": "color", "color": "color", "rewrite": "rewrite", "rewrites": "rewrite",
    ]

    /// TOML takes an unquoted dotted key for tables in tables; Kafka means one key.
    private static func flatten(_ entry: TOMLEntry, under path: String, into context: inout ContextEntry)
        throws(Failure)
    {
        let key = path + entry.key
        switch entry.node.value {
        case .table(let inner): for entry in inner { try flatten(entry, under: key + ".", into: &context) }
        case .string(let text): context.settings.append(.init(key, text, line: entry.node.line))
        case .integer(let number): context.settings.append(.init(key, "\(number)", line: entry.node.line))
        case .boolean(let value): context.settings.append(.init(key, "\(value)", line: entry.node.line))
        case .array(let nodes):
            var parts: [String] = []
            for node in nodes {
                guard case .string(let text) = node.value else {
                    throw Failure(sentence: "line \(node.line): \(key) holds something else than texts")
                }
                parts.append(text)
            }
            context.settings.append(.init(key, parts.joined(separator: ","), line: entry.node.line))
        case .double, .date:
            throw Failure(sentence: "line \(entry.node.line): \(key) is neither text, number nor truth")
        }
    }
}

extension ContextEntry {
    fileprivate var withoutLines: ContextEntry {
        var copy = self
        copy.settings = settings.map { Setting($0.key, $0.value) }
        return copy
    }
}
