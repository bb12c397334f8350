import Bytes
import KafkaWire

/// A message held against the JSON of Kafka's own converter, field by field.
struct MessageWalk {
    /// The differences found, as `path: what`.
    private(set) var differences: [String] = []
    /// The unknown tags met: path, number, content in hex.
    private(set) var tags: [UnknownTag] = []

    struct UnknownTag: Hashable {
        var path: String
        var tag: UInt32
        var hex: String
    }

    /// Compares `message` with `json`: a field that the JSON lacks has to be at its default.
    mutating func compare(_ message: any WireStruct, with json: JSONValue, path: String = "") {
        guard case .object(let fields) = json else { return differ(path, "the JSON has no object here") }
        let fresh = Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: type(of: message).init()).children.map {
                ($0.label ?? "", $0.value)
            })
        var seen = 0
        for child in Mirror(reflecting: message).children {
            let label = child.label ?? ""
            if let unknown = child.value as? UnknownTags {
                for field in unknown.fields {
                    tags.append(UnknownTag(path: path, tag: field.tag, hex: Hex.encode(field.content)))
                }
                continue
            }
            let inner = path.isEmpty ? label : "\(path).\(label)"
            if let expected = fields[label] {
                seen += 1
                compare(value: child.value, with: expected, path: inner)
            } else if let initial = fresh[label] {
                if String(reflecting: child.value) != String(reflecting: initial) {
                    differ(inner, "not in the JSON, and not at its default: \(child.value)")
                }
            }
        }
        if seen != fields.count {
            let known = Set(Mirror(reflecting: message).children.compactMap(\.label))
            differ(path, "no such fields: \(fields.keys.filter { !known.contains($0) }.sorted())")
        }
    }

    private mutating func differ(_ path: String, _ what: String) { differences.append("\(path): \(what)") }

    private mutating func compare(value: Any, with json: JSONValue, path: String) {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional {
            guard let wrapped = mirror.children.first?.value else {
                if json != .null { differ(path, "nil, expected \(json)") }
                return
            }
            return compare(value: wrapped, with: json, path: path)
        }
        if let message = value as? any WireStruct { return compare(message, with: json, path: path) }
        if let scalar = Self.scalar(value) {
            let matches =
                switch (scalar, json) {
                case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern
                case (.double(let a), .int(let b)): a == Double(b)
                case (.string(let a), .string(let b)): Array(a.utf8) == Array(b.utf8)
                default: scalar == json
                }
            if !matches { differ(path, "\(scalar), expected \(json)") }
            return
        }
        guard mirror.displayStyle == .collection, case .array(let expected) = json else {
            return differ(path, "\(type(of: value)) where the JSON has \(json)")
        }
        guard mirror.children.count == expected.count else {
            return differ(path, "\(mirror.children.count) elements, expected \(expected.count)")
        }
        for (place, (child, element)) in zip(mirror.children, expected).enumerated() {
            compare(value: child.value, with: element, path: "\(path)[\(place)]")
        }
    }

    private static func scalar(_ value: Any) -> JSONValue? {
        switch value {
        case let value as Bool: .bool(value)
        case let value as any FixedWidthInteger: .int(Int64(truncatingIfNeeded: value))
        case let value as Double: .double(value)
        case let value as String: .string(value)
        case let value as TopicName: .string(value.rawValue)
        case let value as GroupID: .string(value.rawValue)
        case let value as TransactionalID: .string(value.rawValue)
        case let value as BrokerID: .int(Int64(value.rawValue))
        case let value as ProducerID: .int(value.rawValue)
        case let value as ErrorCode: .int(Int64(value.rawValue))
        case let value as KafkaUUID: .string(value.description)
        case let value as ByteSlice: .string(Base64.encode(value))
        default: nil
        }
    }
}
