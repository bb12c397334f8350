import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// Records as lines. Payload bytes never leave raw: what could steer a terminal becomes a visible mark.
enum RecordText {
    /// One record on one line: time, partition, offset, key, value.
    static func line(_ record: Record, _ partition: TopicPartition, now: Int64) -> String {
        let time = record.timestamp < 0 ? "–" : TimeText.short(record.timestamp, now: now)
        var line = "\(time)  \(partition.partition)  \(record.offset)  \(visible(record.key))  \(visible(record.value))"
        for header in record.headers {
            line += "  \(Sanitizer.visible(header.key))=\(visible(header.value))"
        }
        return line + "\n"
    }

    static func json(_ record: Record, _ partition: TopicPartition) -> JSONValue {
        .object([
            ("name", .text("\(partition)@\(record.offset)")),
            ("topic", .text(partition.topic.rawValue)),
            ("partition", .integer(Int64(partition.partition))),
            ("offset", .integer(record.offset)),
            ("timestamp", .integer(record.timestamp)),
            JSONValue.bytes("key", record.key),
            JSONValue.bytes("value", record.value),
            (
                "headers",
                .array(
                    record.headers.map { header in
                        .object([("name", .text(header.key)), JSONValue.bytes("value", header.value)])
                    })
            ),
        ])
    }

    /// The text of a key or value with marks for what is not printable; `∅` for null.
    static func visible(_ bytes: ByteSlice?) -> String {
        guard let bytes else { return "∅" }
        return bytes.withUnsafeBytes { Sanitizer.visible(bytes: $0) }
    }

    /// The same, at most so many columns wide.
    static func preview(_ bytes: ByteSlice?, _ columns: Int) -> String {
        TextWidth.truncate(visible(bytes.map { $0.slice(0..<min($0.count, columns * 8)) }), to: columns)
    }
}
