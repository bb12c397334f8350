import Bytes
import KafkaClient
import KafkaWire

/// A record as it is written in an editor: its key and headers in a line each, `---`, and the value as it is.
struct RecordDraft: Equatable, Sendable {
    /// Nil lets the key decide.
    var partition: Int32?
    /// Nil for null.
    var key: ByteSlice?
    /// Nil for null.
    var value: ByteSlice?
    var headers: [Record.Header] = []

    /// Why a text is no record.
    struct Broken: Error, Equatable {
        var sentence: String
    }

    /// The text to edit.
    func text(for topic: TopicName) -> String {
        var lines = [
            "# A record for \(topic). Save and leave: what would be sent is shown first. An empty file sends nothing.",
            "# In front of --- : key, key null, key base64, header NAME: ..., partition (none: the key decides).",
            "# Behind --- : the value as it is; --- null for a tombstone, --- base64 for bytes that are no text.",
        ]
        if let partition { lines.append("partition: \(partition)") }
        lines.append(Self.line("key", key))
        lines += headers.map { Self.line("header \($0.key)", $0.value) }
        guard let value else { return (lines + ["--- null"]).joined(separator: "\n") + "\n" }
        guard let text = value.validText else {
            return (lines + ["--- base64", Base64.encode(value)]).joined(separator: "\n") + "\n"
        }
        return (lines + ["---", text]).joined(separator: "\n") + "\n"
    }

    private static func line(_ name: String, _ bytes: ByteSlice?) -> String {
        guard let bytes else { return name + " null" }
        guard let text = bytes.validText, !text.contains("\n") else { return "\(name) base64: \(Base64.encode(bytes))" }
        return "\(name): \(text)"
    }

    /// Reads a text back; nil when it is empty.
    static func read(_ text: String) throws(Broken) -> RecordDraft? {
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        var draft = RecordDraft()
        var rest = text[...]
        var number = 0
        while true {
            guard !rest.isEmpty else { throw Broken(sentence: "there is no line --- with the value behind it") }
            number += 1
            let end = rest.firstIndex(of: "\n") ?? rest.endIndex
            let line = rest[..<end]
            rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
            if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
            if line.hasPrefix("---") {
                draft.value = try value(rest, line.dropFirst(3), number)
                return draft
            }
            try draft.take(line, number)
        }
    }

    /// Editors end the last line; that end is not part of the value.
    private static func value(_ text: Substring, _ kind: Substring, _ number: Int) throws(Broken) -> ByteSlice? {
        let content = text.hasSuffix("\n") ? text.dropLast() : text
        switch kind.filter({ !$0.isWhitespace }) {
        case "": return ByteSlice(String(content))
        case "null": return nil
        case "base64":
            guard let bytes = Base64.decode(content.filter { !$0.isWhitespace }) else {
                throw Broken(sentence: "what stands behind --- base64 is none")
            }
            return bytes
        default: throw Broken(sentence: "line \(number): behind --- belongs nothing, null or base64")
        }
    }

    private mutating func take(_ line: Substring, _ number: Int) throws(Broken) {
        let (name, bytes) = try Self.part(line, number)
        if name == "key" {
            key = bytes
        } else if name.hasPrefix("header ") {
            headers.append(Record.Header(key: String(name.dropFirst(7)), value: bytes))
        } else if name == "partition" {
            let text = bytes?.text ?? ""
            guard let found = Int32(text), found >= 0 else {
                throw Broken(sentence: "line \(number): a partition is a number from 0")
            }
            partition = found
        } else {
            throw Broken(sentence: "line \(number): key, header NAME or partition belongs in front of the colon")
        }
    }

    /// The name and content of a line.
    private static func part(_ line: Substring, _ number: Int) throws(Broken) -> (Substring, ByteSlice?) {
        if let colon = line.firstIndex(of: ":") {
            let name = line[..<colon]
            var content = line[line.index(after: colon)...]
            if content.first == " " { content = content.dropFirst() }
            guard name.hasSuffix(" base64") else { return (name, ByteSlice(String(content))) }
            guard let bytes = Base64.decode(String(content)) else {
                throw Broken(sentence: "line \(number): no base64")
            }
            return (name.dropLast(7), bytes)
        }
        guard line.hasSuffix(" null") else { throw Broken(sentence: "line \(number): a colon is missing") }
        return (line.dropLast(5), nil)
    }
}
