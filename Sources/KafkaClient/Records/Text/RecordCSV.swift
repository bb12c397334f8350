import Bytes
public import KafkaWire

/// A record as a line of CSV, for spreadsheets: null is nothing, an empty text `""`, and bytes that are no text stand in the
/// columns `keyBase64` and `valueBase64`, as in `RecordJSON`. Headers are `name=value` apart by semicolons, a name alone where
/// the value is null, hexadecimal where it is no text; only `RecordJSON` keeps every byte of those.
public enum RecordCSV {
    /// The line with the names of the columns.
    public static let head = "topic,partition,offset,timestamp,key,value,headers,keyBase64,valueBase64\r\n"

    /// The line of a record; `shown` is what is done to each text first.
    public static func line(
        _ record: Record, _ partition: TopicPartition, shown: (String) -> String = { $0 }
    ) -> String {
        let headers = record.headers.map { header in
            header.key + (header.value.map { "=" + ($0.validText ?? "0x" + Hex.encode($0)) } ?? "")
        }.joined(separator: ";")
        let fields: [String?] = [
            partition.topic.rawValue, "\(partition.partition)", "\(record.offset)", "\(record.timestamp)",
            record.key?.validText, record.value?.validText, headers.isEmpty ? nil : headers, base64(record.key),
            base64(record.value),
        ]
        return fields.map { CSVText.field($0.map(shown)) }.joined(separator: ",") + "\r\n"
    }

    private static func base64(_ bytes: ByteSlice?) -> String? {
        bytes.flatMap { $0.validText == nil ? Base64.encode($0) : nil }
    }
}
