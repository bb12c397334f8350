import Bytes
public import KafkaWire

/// A record as a line of CSV, for spreadsheets: null is nothing, bytes that are no text are hexadecimal, headers are
/// `name=value` apart by semicolons. Only `RecordJSON` keeps every byte.
public enum RecordCSV {
    /// The line with the names of the columns.
    public static let head = "topic,partition,offset,timestamp,key,value,headers\r\n"

    /// The line of a record; `shown` is what is done to each text first.
    public static func line(
        _ record: Record, _ partition: TopicPartition, shown: (String) -> String = { $0 }
    ) -> String {
        func text(_ bytes: ByteSlice?) -> String {
            guard let bytes else { return "" }
            return bytes.validText ?? "0x" + Hex.encode(bytes)
        }
        let fields = [
            partition.topic.rawValue, "\(partition.partition)", "\(record.offset)", "\(record.timestamp)",
            text(record.key), text(record.value),
            record.headers.map { "\($0.key)=\(text($0.value))" }.joined(separator: ";"),
        ]
        return fields.map { CSVText.field(shown($0)) }.joined(separator: ",") + "\r\n"
    }
}
