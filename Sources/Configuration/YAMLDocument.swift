import CYAML

/// What a YAML or JSON file holds; other programs' settings are read from it.
public indirect enum YAMLValue: Equatable, Sendable {
    /// A scalar, and whether it stood in quotes: without them `null`, `true` and numbers mean themselves.
    case scalar(String, isQuoted: Bool)
    case list([YAMLValue])
    /// Entries in the order of the file.
    case map([(key: String, value: YAMLValue)])

    /// Equal when all parts are, in their order.
    public static func == (a: YAMLValue, b: YAMLValue) -> Bool {
        switch (a, b) {
        case (.scalar(let x, let quotedX), .scalar(let y, let quotedY)): x == y && quotedX == quotedY
        case (.list(let x), .list(let y)): x == y
        case (.map(let x), .map(let y)): x.elementsEqual(y) { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }

    /// The value under `key`, ignoring case as some tools do; nil when this is no map, or there is nothing.
    public subscript(_ key: String) -> YAMLValue? {
        guard case .map(let entries) = self else { return nil }
        return (entries.first { $0.key == key } ?? entries.first { $0.key.lowercased() == key.lowercased() })?.value
    }

    /// The text of a scalar; nil for null, nothing, lists and maps.
    public var text: String? {
        guard case .scalar(let text, let isQuoted) = self else { return nil }
        return !isQuoted && (text.isEmpty || text == "~" || text.lowercased() == "null") ? nil : text
    }

    /// True for the scalar `true`.
    public var isTrue: Bool { text?.lowercased() == "true" }

    /// The elements of a list; of anything else none.
    public var elements: [YAMLValue] { if case .list(let elements) = self { elements } else { [] } }

    /// The entries of a map; of anything else none.
    public var entries: [(key: String, value: YAMLValue)] { if case .map(let entries) = self { entries } else { [] } }
}

/// The first document of a YAML file. JSON is read too, being YAML.
public struct YAMLDocument: Equatable, Sendable {
    /// What it holds; an empty file is an empty map.
    public let root: YAMLValue

    /// Parses `bytes`. Any bytes give a document or a `DocumentError`: more than 1 MiB, bad UTF-8, aliases and nesting beyond
    /// 64 levels are errors.
    public init(_ bytes: [UInt8]) throws(DocumentError) {
        let parsed = try DocumentDoor.parse(bytes, by: kyaml_parse)
        defer { kyaml_free(parsed) }
        root = Self.tree(UnsafeBufferPointer(start: kyaml_nodes(parsed), count: kyaml_count(parsed)))
    }

    /// Builds the tree from the back: children stand behind their parents, so each is whole when its parent is made.
    private static func tree(_ nodes: UnsafeBufferPointer<kyaml_node>) -> YAMLValue {
        var children = [[(key: String, value: YAMLValue)]](repeating: [], count: nodes.count)
        for index in nodes.indices.reversed() {
            let node = nodes[index]
            let value: YAMLValue
            switch Int(node.kind) {
            case Int(kyaml_map): value = .map(children[index].reversed())
            case Int(kyaml_list): value = .list(children[index].reversed().map(\.value))
            default: value = .scalar(text(node.text, node.text_size), isQuoted: Int(node.kind) == Int(kyaml_quoted))
            }
            children[index] = []
            guard node.parent >= 0 else { return value }
            children[Int(node.parent)].append((text(node.key, node.key_size), value))
        }
        return .map([])
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
