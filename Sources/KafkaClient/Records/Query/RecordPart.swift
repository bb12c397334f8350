import Bytes
import KafkaWire

/// A part of a record by the name that expressions have for it: `size`, `value.customer.country`, `headers["trace-id"]`.
public struct RecordPart: Sendable, Equatable {
    /// As it was written.
    public let name: String
    private let subject: QueryTest.Subject

    /// Reads a name.
    public init(_ name: String) throws(QueryError) {
        self.name = name
        var parser = try QueryParser(Array(name.utf8), now: 0, zone: .utc)
        subject = try parser.part()
    }

    /// What it says in a record: text as it is, anything else as it is written; nil when it is not there or null.
    public func content(of found: FoundRecord) -> ByteSlice? {
        let record = found.record
        switch subject {
        case .partition: return ByteSlice("\(found.partition)")
        case .offset: return ByteSlice("\(record.offset)")
        case .timestamp: return ByteSlice("\(record.timestamp)")
        case .size: return ByteSlice("\(record.value?.count ?? 0)")
        case .header(let name): return record.headers.first { $0.key.utf8.elementsEqual(name.utf8) }?.value
        case .key(let path): return Self.part(of: record.key, path)
        case .value(let path): return Self.part(of: record.value, path)
        }
    }

    private static func part(of bytes: ByteSlice?, _ path: JSONPath) -> ByteSlice? {
        guard let bytes, !path.steps.isEmpty else { return bytes }
        guard let range = bytes.withUnsafeBytes({ path.find(in: $0) }) else { return nil }
        let part = bytes.slice(range)
        if part.elementsEqual("null".utf8) { return nil }
        guard part.count >= 2, part[0] == 0x22 else { return part }
        return ByteSlice(part.slice(1..<part.count - 1).withUnsafeBytes { JSONText.decoded($0) })
    }
}
