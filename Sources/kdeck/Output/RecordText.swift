import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// Records as lines. Payload bytes never leave raw: what could steer a terminal becomes a visible mark.
enum RecordText {
    /// How wide the columns of the lines so far are: they grow with what comes, and lines below each other can be compared.
    struct Columns {
        private var widths = [0, 0, 0, 0]
        /// A longer key moves what is behind it in its own line alone.
        private static let widest = 28

        /// The cells, each padded to its column: numbers at the right.
        mutating func line(_ cells: [String], numbers: ClosedRange<Int>) -> String {
            cells.enumerated().map { index, cell in
                let width = TextWidth.of(cell)
                if width <= Self.widest { widths[index] = max(widths[index], width) }
                let space = String(repeating: " ", count: max(0, widths[index] - width))
                return numbers.contains(index) ? space + cell : cell + space
            }.joined(separator: "  ")
        }
    }

    /// One record on one line: time, partition, offset, key, value, headers.
    static func line(
        _ record: Record, _ partition: TopicPartition, now: Int64, in columns: inout Columns
    ) -> String {
        let time = record.timestamp < 0 ? "–" : TimeText.short(record.timestamp, now: now)
        return line(record, partition, time: time, in: &columns) + "\n"
    }

    private static func line(
        _ record: Record, _ partition: TopicPartition, time: String, in columns: inout Columns
    ) -> String {
        let place = [time, String(partition.partition), String(record.offset), visible(record.key)]
        let headers = record.headers.map { "  \(Sanitizer.visible($0.key))=\(visible($0.value))" }.joined()
        return columns.line(place, numbers: 1...2) + "  " + visible(record.value) + headers
    }

    /// The same with the whole time and its zone, and the batch behind it: codec, producer, whose clock.
    static func wideLine(_ entry: FoundRecord, _ partition: TopicPartition, in columns: inout Columns) -> String {
        let moment = entry.record.timestamp
        let time = moment < 0 ? "–" : TimeText.dateTime(moment) + " " + LocalZone.system.name
        var line = line(entry.record, partition, time: time, in: &columns)
        guard let batch = entry.batch else { return line + "\n" }
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
