import Bytes
import KafkaLog
import KafkaWire
import Terminal

/// The tables of `kdeck log dump`.
enum LogListing {
    /// A batch and the segment it lies in.
    struct Batch {
        var segment: String
        var stored: SegmentReader.Stored
        fileprivate var batch: RecordBatch? { try? stored.batch.get() }
        fileprivate var header: RecordBatchHeader? { batch?.header }
    }

    /// A record.
    struct Line {
        var record: Record
        var isControl: Bool
    }

    static func of(_ batches: [Batch]) -> Listing {
        Listing(
            batches,
            [
                (OutputColumn("name", nil), { .text("\($0.segment)@\($0.stored.position)") }),
                (OutputColumn("segment", "SEGMENT", wide: true), { .text($0.segment) }),
                (OutputColumn("position", "BYTE", .right), { .number($0.stored.position) }),
                (OutputColumn("baseOffset", "FIRST", .right), { number($0.header?.baseOffset) }),
                (OutputColumn("lastOffset", "LAST", .right), { number($0.batch?.lastOffset) }),
                (OutputColumn("records", "RECORDS", .right), { .count($0.header?.recordCount) }),
                (OutputColumn("bytes", "BYTES", .right), { .count($0.stored.size) }),
                (OutputColumn.time("maxTimestamp", "NEWEST"), { .time($0.batch?.maxTimestamp) }),
                (OutputColumn("timestampType", "CLOCK", wide: true), { .text($0.batch.map { "\($0.timestampType)" }) }),
                (OutputColumn("codec", "CODEC"), { .text($0.batch.map { $0.codec.map { "\($0)" } ?? "unknown" }) }),
                (OutputColumn("leaderEpoch", "EPOCH", .right), { number($0.header?.partitionLeaderEpoch) }),
                (OutputColumn("producerId", "PRODUCER", .right), { number($0.header?.producerID.rawValue, least: 0) }),
                (
                    OutputColumn("producerEpoch", "P.EPOCH", .right, wide: true),
                    { number($0.header?.producerEpoch, least: 0) }
                ),
                (OutputColumn("baseSequence", "SEQUENCE", .right), { number($0.header?.baseSequence, least: 0) }),
                (OutputColumn("kind", "KIND"), { .text(kind($0)) }),
                (OutputColumn.time("deleteHorizon", "HORIZON", wide: true), { .time(horizon($0)) }),
                (OutputColumn("crc", "CRC", .right, wide: true), { number($0.batch?.crc) }),
                (OutputColumn("fault", "FAULT"), { .text(fault($0)) }),
            ])
    }

    static func of(_ lines: [Line]) -> Listing {
        Listing(
            lines,
            [
                (OutputColumn("name", nil), { .text("\($0.record.offset)") }),
                (OutputColumn("offset", "OFFSET", .right), { .number($0.record.offset) }),
                (OutputColumn.time("timestamp", "TIME"), { .time($0.record.timestamp) }),
                (OutputColumn("kind", "KIND", wide: true), { .text(kind($0)) }),
                (OutputColumn("key", "KEY"), { text($0.record.key) }),
                (OutputColumn("keyBase64", nil), { base64($0.record.key) }),
                (OutputColumn("value", "VALUE"), { text($0.record.value) }),
                (OutputColumn("valueBase64", nil), { base64($0.record.value) }),
                (OutputColumn("headers", "HEADERS", wide: true), { headers($0.record) }),
            ])
    }

    static func of(_ content: PartitionFileContent, most: Int) -> Listing {
        switch content {
        case .offsets(let entries):
            Listing(
                Array(entries.prefix(most)),
                [
                    (OutputColumn("offset", "OFFSET", .right), { .number($0.offset) }),
                    (OutputColumn("position", "BYTE", .right), { .number($0.position) }),
                ])
        case .times(let entries):
            Listing(
                Array(entries.prefix(most)),
                [
                    (OutputColumn.time("timestamp", "TIME"), { .time($0.timestamp) }),
                    (OutputColumn("offset", "OFFSET", .right), { .number($0.offset) }),
                ])
        case .aborted(let entries):
            Listing(
                Array(entries.prefix(most)),
                [
                    (OutputColumn("producerId", "PRODUCER", .right), { .number($0.producerID) }),
                    (OutputColumn("firstOffset", "FIRST", .right), { .number($0.firstOffset) }),
                    (OutputColumn("lastOffset", "MARKER", .right), { .number($0.lastOffset) }),
                    (OutputColumn("lastStableOffset", "STABLE", .right), { .number($0.lastStableOffset) }),
                ])
        case .producers(let producers):
            Listing(
                Array(producers.prefix(most)),
                [
                    (OutputColumn("producerId", "PRODUCER", .right), { .number($0.id) }),
                    (OutputColumn("producerEpoch", "EPOCH", .right), { .number($0.epoch) }),
                    (OutputColumn("lastSequence", "SEQUENCE", .right), { .number($0.lastSequence) }),
                    (OutputColumn("lastOffset", "OFFSET", .right), { .number($0.lastOffset) }),
                    (OutputColumn.time("lastTimestamp", "TIME"), { .time($0.lastTimestamp) }),
                    (OutputColumn("coordinatorEpoch", "COORDINATOR", .right), { .number($0.coordinatorEpoch) }),
                    (OutputColumn("transactionStart", "OPEN SINCE", .right), { number($0.transactionStart) }),
                ])
        }
    }

    // MARK: Cells

    private static func number<N: BinaryInteger>(_ value: N?, least: N? = nil) -> OutputCell {
        guard let value, least.map({ value >= $0 }) ?? true else { return .nothing }
        return .number(value)
    }

    private static func kind(_ batch: Batch) -> String? {
        guard let header = batch.header else { return batch.batch.map { "magic \($0.magic)" } }
        if header.isControl { return "control" }
        return header.attributes & 16 != 0 ? "transaction" : "data"
    }

    private static func kind(_ line: Line) -> String {
        guard line.isControl else { return "data" }
        return ControlRecordType(key: line.record.key).map { "\($0)" } ?? "control"
    }

    private static func horizon(_ batch: Batch) -> Int64? {
        batch.header.flatMap { $0.attributes & 64 != 0 ? $0.baseTimestamp : nil }
    }

    private static func fault(_ batch: Batch) -> String? {
        if case .failure(let error) = batch.stored.batch { return "\(error)" }
        return nil
    }

    private static func text(_ bytes: ByteSlice?) -> OutputCell {
        guard let bytes else { return OutputCell(.null, RecordText.visible(nil)) }
        return OutputCell(JSONValue.optional(bytes.validText), RecordText.visible(bytes))
    }

    /// Of bytes that are no text.
    private static func base64(_ bytes: ByteSlice?) -> OutputCell {
        guard let bytes, bytes.validText == nil else { return .nothing }
        return .text(Base64.encode(bytes))
    }

    private static func headers(_ record: Record) -> OutputCell {
        let fields = record.headers.map { header in
            JSONValue.object([("name", .text(header.key)), JSONValue.bytes("value", header.value)])
        }
        let words = record.headers.map { "\(Sanitizer.visible($0.key))=\(RecordText.visible($0.value))" }
        return OutputCell(.array(fields), words.isEmpty ? "–" : words.joined(separator: "  "))
    }
}
