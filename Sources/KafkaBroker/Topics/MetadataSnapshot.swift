import Bytes
import KafkaLog
import KafkaWire

/// A snapshot of the metadata log, in Kafka's layout (KIP-630): batches between a control record that opens it and one that
/// closes it, in a file named by the offset and epoch up to which it speaks for the log.
enum MetadataSnapshot {
    private static let suffix = ".checkpoint"
    /// Records in one batch.
    private static let batchSize = 1_000

    /// The name of a snapshot of everything before `endOffset`.
    static func name(_ endOffset: Int64) -> String {
        digits(endOffset, 20) + "-" + digits(0, 10) + suffix
    }

    /// The offset behind what a snapshot of that name speaks for; nil for another file.
    static func endOffset(_ name: String) -> Int64? {
        guard name.hasSuffix(suffix), name.utf8.count == 31 + suffix.utf8.count else { return nil }
        return Int64(name.prefix(20))
    }

    /// The bytes of a snapshot.
    static func encode(_ changes: [MetadataChange], now: Int64) throws -> ByteSlice {
        var parts: [ByteSlice] = []
        var offset: Int64 = 0
        func append(_ builder: consuming RecordBatchBuilder, _ count: Int) throws {
            builder.baseOffset = offset
            builder.leaderEpoch = 0
            parts.append(try builder.build())
            offset += Int64(count)
        }
        try append(try control(.snapshotHeader, SnapshotHeaderRecord(lastContainedLogTimestamp: now), now), 1)
        var rest = changes[...]
        while !rest.isEmpty {
            let some = rest.prefix(batchSize)
            rest = rest.dropFirst(batchSize)
            var builder = RecordBatchBuilder()
            for change in some { builder.append(key: nil, value: try change.encoded(), timestamp: now) }
            try append(builder, some.count)
        }
        try append(try control(.snapshotFooter, SnapshotFooterRecord(), now), 1)
        var whole = ByteBuffer(capacity: parts.reduce(0) { $0 + $1.count })
        for part in parts { whole.append(part) }
        return whole.freeze()
    }

    /// What a snapshot says; nil stands for a record that is not ours. Fails when it is not whole.
    static func decode(_ bytes: ByteSlice) throws -> [MetadataChange?] {
        var changes: [MetadataChange?] = []
        var end = 0
        var marks: [ControlRecordType] = []
        for element in RecordBatches(bytes) {
            let batch = try element.batch.get()
            for record in try batch.records() {
                if batch.isControl {
                    if let mark = ControlRecordType(key: record.key) { marks.append(mark) }
                } else if let value = record.value {
                    changes.append(try MetadataChange(decoding: value))
                }
            }
            end = element.position + element.size
        }
        guard end == bytes.count, marks.first == .snapshotHeader, marks.last == .snapshotFooter else {
            throw RecordError.corrupt("the snapshot is not whole")
        }
        return changes
    }

    private static func control(
        _ type: ControlRecordType, _ record: some WireMessage, _ now: Int64
    ) throws -> RecordBatchBuilder {
        var key = WireWriter()
        key.integer(Int16(0))
        key.integer(type.rawValue)
        var value = WireWriter()
        try record.write(to: &value, version: 0)
        var builder = RecordBatchBuilder(isControl: true)
        builder.append(key: key.finish(), value: value.finish(), timestamp: now)
        return builder
    }

    private static func digits(_ number: Int64, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
