import Bytes
import KafkaWire

/// What changed from one record to another, in lines: `-` was, `+` is.
enum RecordDifference {
    /// Lines that are shown of a value on either side.
    private static let most = 12

    /// What stays is said too: nobody should have to remember under which key and where a record goes out.
    static func lines(from old: RecordDraft?, to new: RecordDraft) -> [String] {
        guard let old else { return whole(new) }
        let isMoved = old.partition != new.partition
        var lines = ["  partition " + (isMoved ? "\(partition(old)) → " : "") + partition(new)]
        let keys = (Payload.line(old.key, columns: 60), Payload.line(new.key, columns: 60))
        lines += old.key == new.key ? ["  key \(keys.1)"] : ["- key \(keys.0)", "+ key \(keys.1)"]
        if old.headers != new.headers {
            lines += difference(old.headers.map(text), new.headers.map(text))
        } else if !new.headers.isEmpty {
            lines.append("  \(Quantity.count(new.headers.count, "header")) as before")
        }
        if old.value != new.value { lines += difference(text(old.value), text(new.value)) }
        return old == new ? lines + ["nothing is changed: the same record is sent once more"] : lines
    }

    private static func whole(_ draft: RecordDraft) -> [String] {
        ["partition \(partition(draft))", "key \(Payload.line(draft.key, columns: 60))"] + draft.headers.map(text)
            + text(draft.value).prefix(most)
    }

    private static func partition(_ draft: RecordDraft) -> String {
        draft.partition.map { "\($0)" } ?? (draft.key == nil ? "any" : "by the key")
    }

    private static func text(_ header: Record.Header) -> String {
        "header \(header.key)  \(Payload.line(header.value, columns: 60))"
    }

    /// A value in lines: JSON laid out, text as it is, anything else in hex.
    private static func text(_ value: ByteSlice?) -> [String] {
        guard let value else { return ["∅ null: a tombstone"] }
        let lines =
            switch Payload(value) {
            case .json: JSONLayout.lines(JSONTokens(value.array), columns: 66)
            case .binary: Payload.hexLines(value)
            case .empty: [ValueLine([.init(text: "\"\" empty", role: .text)])]
            case .null, .text: Payload.textLines(value)
            }
        return lines.map { String(repeating: "  ", count: $0.indent) + $0.spans.map(\.text).joined() }
    }

    /// What lies between the lines that are equal at both ends.
    private static func difference(_ old: [String], _ new: [String]) -> [String] {
        var front = 0
        while front < min(old.count, new.count), old[front] == new[front] { front += 1 }
        var back = 0
        while back < min(old.count, new.count) - front, old[old.count - 1 - back] == new[new.count - 1 - back] {
            back += 1
        }
        let (gone, come) = (old[front..<old.count - back], new[front..<new.count - back])
        return cut(gone).map { "- " + $0 } + cut(come).map { "+ " + $0 }
    }

    private static func cut(_ lines: ArraySlice<String>) -> [String] {
        lines.count <= most ? Array(lines) : lines.prefix(most - 1) + ["… \(lines.count - most + 1) lines more"]
    }
}
