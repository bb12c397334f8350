import Bytes
import KafkaWire

extension RecordJSON {
    /// A record as a line says it: what is not there is nil.
    public struct Parsed: Sendable, Equatable {
        /// The partition that it came from.
        public var partition: Int32?
        /// Milliseconds since 1970.
        public var timestamp: Int64?
        /// Nil for null.
        public var key: ByteSlice?
        /// Nil for null.
        public var value: ByteSlice?
        /// In their order.
        public var headers: [Record.Header] = []

        /// A record of nulls.
        public init() {}
    }

    /// Why a line is no record.
    public struct Broken: Error, Sendable, Equatable {
        /// In words, with the column.
        public var sentence: String
    }

    /// Reads what `object(_:_:)` wrote: an object with `key` or `keyBase64`, `value` or `valueBase64`, `headers`, `partition` and
    /// `timestamp`; other members are passed over. A value that is a number, an object or an array is taken as it is
    /// written. A value that is left out is no tombstone: somebody may have misspelt its name.
    public static func read(_ line: ByteSlice) throws(Broken) -> Parsed {
        var parsed = Parsed()
        var hasValue = false
        var reader = JSONLineReader(line)
        try reader.object { (reader, name) throws(Broken) in
            switch name {
            case "key": parsed.key = try reader.bytes()
            case "keyBase64": parsed.key = try reader.base64()
            case "value":
                parsed.value = try reader.bytes()
                hasValue = true
            case "valueBase64":
                parsed.value = try reader.base64()
                hasValue = true
            case "partition": parsed.partition = try reader.integer()
            case "timestamp": parsed.timestamp = try reader.integer()
            case "headers":
                try reader.array { (reader) throws(Broken) in
                    var header = Record.Header(key: "", value: nil)
                    try reader.object { (reader, name) throws(Broken) in
                        switch name {
                        case "name": header.key = try reader.text()
                        case "value": header.value = try reader.bytes()
                        case "valueBase64": header.value = try reader.base64()
                        default: try reader.skip()
                        }
                    }
                    parsed.headers.append(header)
                }
            default: try reader.skip()
            }
        }
        try reader.end()
        guard hasValue else {
            throw Broken(sentence: "it has neither value nor valueBase64; a tombstone says \"value\":null")
        }
        return parsed
    }
}

/// Reads one line of JSON from left to right.
private struct JSONLineReader {
    typealias Broken = RecordJSON.Broken

    private let line: ByteSlice
    private var at = 0

    init(_ line: ByteSlice) { self.line = line }

    private func fail(_ what: String) -> Broken { Broken(sentence: "column \(at + 1): \(what)") }

    private var next: UInt8? { at < line.count ? line[at] : nil }

    private mutating func skipSpace() {
        while let next, next <= 0x20 { at += 1 }
    }

    private mutating func take(_ sign: UInt8) -> Bool {
        skipSpace()
        guard next == sign else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ sign: UInt8) throws(Broken) {
        guard take(sign) else { throw fail("\(Character(Unicode.Scalar(sign))) belongs here") }
    }

    mutating func end() throws(Broken) {
        skipSpace()
        if next != nil { throw fail("more text behind the object") }
    }

    mutating func object(_ member: (inout JSONLineReader, String) throws(Broken) -> Void) throws(Broken) {
        try expect(0x7B)
        if take(0x7D) { return }
        repeat {
            skipSpace()
            let name = try text()
            try expect(0x3A)
            skipSpace()
            try member(&self, name)
        } while take(0x2C)
        try expect(0x7D)
    }

    mutating func array(_ element: (inout JSONLineReader) throws(Broken) -> Void) throws(Broken) {
        if try takeNull() { return }
        try expect(0x5B)
        if take(0x5D) { return }
        repeat { try element(&self) } while take(0x2C)
        try expect(0x5D)
    }

    private mutating func takeNull() throws(Broken) -> Bool {
        skipSpace()
        guard line.suffix(from: at).starts(with: "null".utf8) else { return false }
        at += 4
        return true
    }

    mutating func text() throws(Broken) -> String {
        String(decoding: try string(), as: UTF8.self)
    }

    /// A string's content, with its escapes replaced.
    private mutating func string() throws(Broken) -> [UInt8] {
        guard next == 0x22 else { throw fail("a text in quotes belongs here") }
        let start = at + 1
        var end = start
        while end < line.count, line[end] != 0x22 { end += line[end] == 0x5C ? 2 : 1 }
        guard end < line.count else { throw fail("this text does not end") }
        at = end + 1
        return line.slice(start..<end).withUnsafeBytes { JSONText.decoded($0) }
    }

    /// Bytes of a text, of anything else as it is written, nil for null.
    mutating func bytes() throws(Broken) -> ByteSlice? {
        if try takeNull() { return nil }
        if next == 0x22 { return ByteSlice(try string()) }
        let start = at
        try skip()
        return line.slice(start..<at).detached()
    }

    mutating func base64() throws(Broken) -> ByteSlice? {
        if try takeNull() { return nil }
        let text = try text()
        guard let bytes = Base64.decode(text) else { throw fail("no base64") }
        return bytes
    }

    mutating func integer<I: FixedWidthInteger>() throws(Broken) -> I? {
        if try takeNull() { return nil }
        let start = at
        while let next, next == 0x2D || (0x30...0x39).contains(next) { at += 1 }
        guard let value = I(line.slice(start..<at).text) else { throw fail("a whole number belongs here") }
        return value
    }

    /// Passes over any value.
    mutating func skip() throws(Broken) {
        let start = at
        line.withUnsafeBytes { all in
            let rest = UnsafeRawBufferPointer(rebasing: all[start...])
            at = start + (JSONPath().find(in: rest)?.upperBound ?? 0)
        }
        let isWhole =
            line.slice(start..<at).withUnsafeBytes { value in
                switch value.first {
                case 0x22, 0x5B, 0x7B: true
                default:
                    ["true", "false", "null"].contains { value.elementsEqual($0.utf8) } || ExactNumber(value) != nil
                }
            }
        guard isWhole else {
            at = start
            throw fail("a value belongs here")
        }
    }
}
