import Bytes
import KafkaWire

/// Reads a partition of `__consumer_offsets` from its first byte to its last, whoever wrote it. Records of a kind that is
/// not kept here (new group protocols) are skipped, as are damaged ones.
struct GroupReplay {
    /// Offsets committed in transactions that have not ended.
    private var pending: [Int64: [GroupRecord]] = [:]
    /// The offset behind the last batch taken.
    private(set) var nextOffset: Int64?
    /// Records that could not be read.
    private(set) var damaged = 0

    /// Reads all that `partition` holds. What cannot be read ends the walk: the groups are what came before.
    static func replay(_ partition: Partition, _ apply: (GroupRecord) -> Void) {
        var replay = GroupReplay()
        var offset = partition.logStartOffset
        let end = partition.logEndOffset
        while offset < end {
            let read = try? partition.read(from: offset, maxBytes: 1 << 20, upTo: end, atLeastOneBatch: true)
            guard let bytes = try? read?.load(), !bytes.isEmpty else { return }
            let whole = replay.take(bytes, apply)
            guard let next = replay.nextOffset, next > offset, whole > 0 else { return }
            offset = next
        }
    }

    /// Takes the batches in `bytes`, which follow those of the call before; gives the number of bytes in whole batches.
    mutating func take(_ bytes: ByteSlice, _ apply: (GroupRecord) -> Void) -> Int {
        var read = 0
        for element in RecordBatches(bytes) {
            read = element.position + element.size
            guard let batch = try? element.batch.get(), let records = try? batch.records() else {
                damaged += 1
                continue
            }
            nextOffset = batch.lastOffset + 1
            let producer = batch.header?.producerID.rawValue ?? -1
            if batch.isControl {
                let held = pending.removeValue(forKey: producer) ?? []
                if ControlRecordType(key: records.first?.key) == .commit { held.forEach(apply) }
                continue
            }
            for record in records {
                guard let key = record.key else { continue }
                do {
                    guard let found = try GroupRecord(key: key, value: record.value) else { continue }
                    if batch.header?.isTransactional == true {
                        pending[producer, default: []].append(found)
                    } else {
                        apply(found)
                    }
                } catch {
                    damaged += 1
                }
            }
        }
        return read
    }
}

extension GroupRecord {
    /// One batch of the records, as the coordinator appends them. Fails for strings longer than the format can say.
    static func batch(_ records: [GroupRecord], timestamp: Int64) throws -> ByteSlice {
        var builder = RecordBatchBuilder()
        for record in records {
            let (key, value) = try record.encoded()
            builder.append(key: key, value: value, timestamp: timestamp)
        }
        return try builder.build()
    }
}
