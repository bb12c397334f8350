import Bytes
import KafkaClient

/// A value to print as JSON. Objects keep the order of their fields; numbers are integers.
enum JSONValue {
    case null
    case bool(Bool)
    case integer(Int64)
    case text(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    static func optional(_ value: Int64?) -> JSONValue { value.map { .integer($0) } ?? .null }
    static func optional(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }

    /// The value on one line. Only printable characters leave: everything that could steer a terminal is escaped.
    var line: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .text(let text): JSONQuote.quoted(text)
        case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.map { JSONQuote.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
        }
    }

    /// One array, an object a line: what every command prints for `-o json`.
    static func lines(_ objects: [JSONValue]) -> String {
        objects.isEmpty ? "[]\n" : "[" + objects.map(\.line).joined(separator: ",\n ") + "]\n"
    }

    /// `[(name, text)]` when the bytes are UTF-8, else `[(nameBase64, text)]`: nothing of the bytes is lost.
    static func bytes(_ name: String, _ bytes: ByteSlice?) -> (String, JSONValue) {
        guard let bytes else { return (name, .null) }
        if let text = bytes.validText { return (name, .text(text)) }
        return (name + "Base64", .text(Base64.encode(bytes)))
    }
}
