/// JSON with exact 64-bit integers: what the vectors are written in.
indirect enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Text that is not JSON, and where.
    struct Malformed: Error { var offset: Int }

    init(_ text: some Collection<UInt8>) throws {
        var parser = Parser(bytes: Array(text))
        self = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == parser.bytes.count else { throw Malformed(offset: parser.index) }
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let fields) = self { fields[key] } else { nil }
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var int: Int64? { if case .int(let number) = self { number } else { nil } }
    var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    var array: [JSONValue]? { if case .array(let list) = self { list } else { nil } }
    var object: [String: JSONValue]? { if case .object(let fields) = self { fields } else { nil } }
    var isNull: Bool { self == .null }

    private struct Parser {
        let bytes: [UInt8]
        var index = 0

        mutating func skipSpace() {
            while index < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[index]) { index += 1 }
        }

        func failure() -> Malformed { Malformed(offset: index) }

        mutating func take(_ byte: Character) throws {
            guard index < bytes.count, bytes[index] == byte.asciiValue else { throw failure() }
            index += 1
        }

        mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
            for character in word { try take(character) }
            return value
        }

        mutating func value(depth: Int) throws -> JSONValue {
            skipSpace()
            guard index < bytes.count, depth < 64 else { throw failure() }
            switch bytes[index] {
            case UInt8(ascii: "{"): return try object(depth)
            case UInt8(ascii: "["): return try array(depth)
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "t"): return try word("true", .bool(true))
            case UInt8(ascii: "f"): return try word("false", .bool(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }

        mutating func object(_ depth: Int) throws -> JSONValue {
            try take("{")
            var fields: [String: JSONValue] = [:]
            skipSpace()
            if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
                index += 1
                return .object(fields)
            }
            while true {
                skipSpace()
                let key = try string()
                skipSpace()
                try take(":")
                fields[key] = try value(depth: depth + 1)
                skipSpace()
                if index < bytes.count, bytes[index] == UInt8(ascii: ",") { index += 1 } else { break }
            }
            try take("}")
            return .object(fields)
        }

        mutating func array(_ depth: Int) throws -> JSONValue {
            try take("[")
            var list: [JSONValue] = []
            skipSpace()
            if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
                index += 1
                return .array(list)
            }
            while true {
                list.append(try value(depth: depth + 1))
                skipSpace()
                if index < bytes.count, bytes[index] == UInt8(ascii: ",") { index += 1 } else { break }
            }
            try take("]")
            return .array(list)
        }

        mutating func number() throws -> JSONValue {
            let start = index
            while index < bytes.count, "+-.0123456789eE".utf8.contains(bytes[index]) { index += 1 }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            if let number = Int64(text) { return .int(number) }
            guard let number = Double(text) else { throw failure() }
            return .double(number)
        }

        mutating func string() throws -> String {
            try take("\"")
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
                index += 1
            }
            guard index < bytes.count else { throw failure() }
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                return String(decoding: bytes[start..<index - 1], as: UTF8.self)
            }
            var units = Array(String(decoding: bytes[start..<index], as: UTF8.self).utf16)
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                if bytes[index] == UInt8(ascii: "\\") {
                    units.append(try escape())
                } else {
                    let from = index
                    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
                        index += 1
                    }
                    units += Array(String(decoding: bytes[from..<index], as: UTF8.self).utf16)
                }
            }
            try take("\"")
            return String(decoding: units, as: UTF16.self)
        }

        mutating func escape() throws -> UInt16 {
            index += 1
            guard index < bytes.count else { throw failure() }
            defer { index += 1 }
            switch bytes[index] {
            case UInt8(ascii: "n"): return 0x0a
            case UInt8(ascii: "t"): return 0x09
            case UInt8(ascii: "r"): return 0x0d
            case UInt8(ascii: "b"): return 0x08
            case UInt8(ascii: "f"): return 0x0c
            case UInt8(ascii: "u"):
                guard index + 4 < bytes.count,
                    let unit = UInt16(String(decoding: bytes[index + 1...index + 4], as: UTF8.self), radix: 16)
                else { throw failure() }
                index += 4
                return unit
            default: return UInt16(bytes[index])
            }
        }
    }
}
