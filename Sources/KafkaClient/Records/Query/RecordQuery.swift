public import Bytes
import KafkaWire

/// An expression over records, as the console's filter and search and `kdeck search` take it.
///
///     refused                                              key or value contain it, letter case aside
///     value contains "x"                                   startswith, endswith and =~ "pattern" likewise
///     value.customer.country == "PT" && partition == 3     a part of the JSON in the value
///     value.lines[0].sku =~ "^A-" || key == "4711"
///     headers["trace-id"] == "6f0c" && timestamp >= -2h
///     !(value.total < 1202202201180000000002)              numbers are exact, whatever their length
///
/// A part that is not there passes no comparison, so `!=` is true of it. Text that is a number equals that number.
public struct RecordQuery: Sendable {
    /// As it was written.
    public let text: String
    let root: QueryNode
    let needs: QueryNeeds

    /// Reads an expression. `now`, in milliseconds since 1970, is what `timestamp >= -2h` counts from.
    public init(_ text: String, now: Int64, in zone: LocalZone = .system) throws(QueryError) {
        self.text = text
        var parser = try QueryParser(Array(text.utf8), now: now, zone: zone)
        root = try parser.parse()
        needs = QueryNeeds(root)
    }

    /// The records with this key, whatever bytes it has.
    public init(key: ByteSlice) {
        text = key.validText.map { "key == \"\($0)\"" } ?? "key == 0x\(Hex.encode(key))"
        root = .test(QueryTest(subject: .key(JSONPath()), question: .isText(key.array)))
        needs = QueryNeeds(root)
    }

    /// Whether a record passes.
    public func passes(_ found: FoundRecord) -> Bool {
        func lent<R>(_ bytes: ByteSlice?, _ body: (UnsafeRawBufferPointer?) -> R) -> R {
            guard let bytes else { return body(nil) }
            return bytes.withUnsafeBytes { body($0) }
        }
        return lent(found.record.key) { key in
            lent(found.record.value) { value in
                var evaluator = QueryEvaluator()
                return evaluator.passes(
                    root,
                    RecordContent(
                        partition: found.partition, offset: found.record.offset, timestamp: found.record.timestamp,
                        key: key, value: value, headers: .read(found.record.headers)))
            }
        }
    }

    /// Texts that every passing record may show, for marking them on the screen; letter case aside.
    public var marks: [String] {
        Self.marks(root).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func marks(_ node: QueryNode) -> [[UInt8]] {
        switch node {
        case .all(let nodes), .any(let nodes): nodes.flatMap(marks)
        case .not: []
        case .words(_, let text): [text]
        case .test(let test):
            switch test.question {
            case .isText(let text), .contains(let text), .startsWith(let text), .endsWith(let text): [text]
            default: []
            }
        }
    }
}

extension RecordQuery: Equatable {
    /// Equal when they were written alike.
    public static func == (a: RecordQuery, b: RecordQuery) -> Bool { a.text == b.text }
}
