import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// Records as lines. Payload bytes never leave raw: what could steer a terminal becomes a visible mark.
enum RecordText {
    /// One record on one line: time, partition, offset, key, value.
    static func line(_ record: Record, _ partition: TopicPartition, now: Int64) -> String {
        line(record, partition, time: record.timestamp < 0 ? "–" : TimeText.short(record.timestamp, now: now))
    }

    private static func line(_ record: Record, _ partition: TopicPartition, time: String) -> String {
        var line = "\(time)  \(partition.partition)  \(record.offset)  \(visible(record.key))  \(visible(record.value))"
        for header in record.headers {
            line += "  \(Sanitizer.visible(header.key))=\(visible(header.value))"
        }
        return line + "\n"
    }

    /// The same with the whole time and its zone, and the batch behind it: codec, producer, whose clock.
    static func wideLine(_ entry: FoundRecord, _ partition: TopicPartition) -> String {
        let moment = entry.record.timestamp
        let time = moment < 0 ? "–" : TimeText.dateTime(moment) + " " + LocalZone.system.name
        var line = line(entry.record, partition, time: time)
        guard let batch = entry.batch else { return line }
        line.removeLast()
        line += "  [\(batch.codec?.name ?? "unknown codec")"
        if batch.timestampType == .logAppendTime { line += ", broker's clock" }
        if batch.producerID != .none { line += ", producer \(batch.producerID) epoch \(batch.producerEpoch)" }
        if batch.isTransactional { line += ", transactional" }
        return line + "]\n"
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
