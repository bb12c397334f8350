import Bytes
public import KafkaWire

/// A record as a line of CSV, for spreadsheets: null is nothing, an empty text `""`, bytes that are no text are hexadecimal, headers are
/// `name=value` apart by semicolons. Only `RecordJSON` keeps every byte.
public enum RecordCSV {
    /// The line with the names of the columns.
    public static let head = "topic,partition,offset,timestamp,key,value,headers\r\n"

    /// The line of a record; `shown` is what is done to each text first.
    public static func line(
        _ record: Record, _ partition: TopicPartition, shown: (String) -> String = { $0 }
    ) -> String {
        func text(_ bytes: ByteSlice?) -> String? { bytes.map { $0.validText ?? "0x" + Hex.encode($0) } }
        let headers = record.headers.map { "\($0.key)=\(text($0.value) ?? "")" }.joined(separator: ";")
        let fields: [String?] = [
            partition.topic.rawValue, "\(partition.partition)", "\(record.offset)", "\(record.timestamp)",
            text(record.key), text(record.value), headers.isEmpty ? nil : headers,
        ]
        return fields.map { CSVText.field($0.map(shown)) }.joined(separator: ",") + "\r\n"
    }
}
