import Bytes
import KafkaClient
import KafkaWire

extension RecordGlance {
    /// Bytes of a key or value that a line shows at most.
    static let previewBytes = 400

    /// The first record at or after `offset` in what was fetched; nil when there is none.
    static func first(in fetched: FetchedRecords, from offset: Int64) -> RecordGlance? {
        guard let record = fetched.records.first(where: { $0.offset >= offset }) else { return nil }
        let isTransactional = !fetched.markers.isEmpty || fetched.batches.contains(where: \.isTransactional)
        return RecordGlance(
            offset: record.offset, timestamp: record.timestamp, key: record.key.map(text),
            value: record.value.map(text),
            isTransactional: isTransactional)
    }

    /// A glance at a plan's record.
    init(_ record: ResetPlan.NextRecord) {
        self.init(
            offset: record.offset, timestamp: record.timestamp, key: record.key.map(Self.text),
            value: record.value.map(Self.text))
    }

    /// Bytes as text, or as hex when they are not UTF-8; cut.
    static func text(_ bytes: ByteSlice) -> String {
        let head = bytes.withUnsafeBytes { Array($0.prefix(previewBytes)) }
        if let text = String(validating: head, as: UTF8.self) { return text }
        // The cut may fall inside a code point: up to three bytes less are still text.
        if bytes.count > head.count {
            for less in 1...3 where head.count > less {
                if let text = String(validating: head.dropLast(less), as: UTF8.self) { return text }
            }
        }
        return "0x" + head.prefix(48).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
    }
}
