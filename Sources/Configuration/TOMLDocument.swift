import CTomlplusplus

/// A value of a TOML file with its place.
public struct TOMLNode: Equatable, Sendable {
    /// What it is.
    public var value: TOMLValue
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int

    /// A value at a place.
    public init(_ value: TOMLValue, line: Int, column: Int) {
        self.value = value
        self.line = line
        self.column = column
    }
}

/// What a TOML file can hold.
public indirect enum TOMLValue: Equatable, Sendable {
    case string(String)
    case integer(Int64)
    case double(Double)
    case boolean(Bool)
    /// A date, a time or both, as ISO 8601 text.
    case date(String)
    case array([TOMLNode])
    /// Entries in the order of the file.
    case table([TOMLEntry])
}

/// A key and its value.
public struct TOMLEntry: Equatable, Sendable {
    /// The key, without quotes.
    public var key: String
    /// The value.
    public var node: TOMLNode
}

/// A parsed TOML file.
public struct TOMLDocument: Equatable, Sendable {
    /// The entries of the root table, in the order of the file.
    public let entries: [TOMLEntry]

    /// Parses `bytes`. Any bytes give a document or a `DocumentError`: more than 1 MiB, bad UTF-8, duplicate keys and
    /// nesting beyond 200 levels are errors.
    public init(_ bytes: [UInt8]) throws(DocumentError) {
        let parsed = try DocumentDoor.parse(bytes, by: ktoml_parse)
        defer { ktoml_free(parsed) }
        let nodes = UnsafeBufferPointer(start: ktoml_nodes(parsed), count: ktoml_count(parsed))
        entries = Self.entries(of: nodes)
    }

    /// Parses text.
    public init(_ text: String) throws(DocumentError) { try self.init(Array(text.utf8)) }

    /// The value under a path of keys; nil when there is none.
    public subscript(path: String...) -> TOMLNode? {
        var table = entries
        var found: TOMLNode?
        for key in path {
            guard let entry = table.first(where: { $0.key == key }) else { return nil }
            found = entry.node
            if case .table(let inner) = entry.node.value { table = inner } else { table = [] }
        }
        return found
    }

    /// Builds the tree from the back: children stand behind their parents, so each is whole when its parent is made.
    private static func entries(of nodes: UnsafeBufferPointer<ktoml_node>) -> [TOMLEntry] {
        var children = [[TOMLEntry]](repeating: [], count: nodes.count)
        for index in nodes.indices.reversed() {
            let node = nodes[index]
            let inside = Array(children[index].reversed())
            children[index] = []
            let value: TOMLValue
            switch Int(node.kind) {
            case Int(ktoml_table): value = .table(inside)
            case Int(ktoml_array): value = .array(inside.map(\.node))
            case Int(ktoml_string): value = .string(text(node.text, node.text_size))
            case Int(ktoml_integer): value = .integer(node.integer)
            case Int(ktoml_double): value = .double(node.number)
            case Int(ktoml_boolean): value = .boolean(node.integer != 0)
            default: value = .date(text(node.text, node.text_size))
            }
            guard node.parent >= 0 else { return inside }
            children[Int(node.parent)].append(
                TOMLEntry(
                    key: text(node.key, node.key_size),
                    node: TOMLNode(value, line: Int(node.line), column: Int(node.column))))
        }
        return []
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
