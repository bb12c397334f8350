import Bytes
import KafkaLog
import KafkaWire

/// The log of the cluster's own state: topics, partitions, settings, blocks of producer ids, as records of Kafka's
/// metadata formats in `__cluster_metadata-0`. One change is one batch, synced before it is answered, so that a crash
/// leaves it whole or not at all. Start replays it.
///
/// Not Sendable: it lives under the engine's administration lock.
final class MetadataLog {
    /// The folder's name in the data directory.
    static let name = TopicPartition("__cluster_metadata", 0)
    /// Kafka's reserved id of that topic.
    static let topicID = KafkaUUID(high: 0, low: 1)

    private let log: PartitionLog

    init(_ log: PartitionLog) {
        self.log = log
    }

    /// Records written so far.
    var recordCount: Int64 { log.logEndOffset }

    /// Appends one change and makes it durable. After a failure nothing may be built on it.
    func append(_ changes: [MetadataChange], now: Int64) throws(TopicError) {
        do {
            var batch = RecordBatchBuilder()
            for change in changes {
                batch.append(key: nil, value: try change.encoded(), headers: [], timestamp: now)
            }
            _ = try log.append(batch.build(), leaderEpoch: 0, origin: .coordinator, now: now)
            try log.flushStaged()
            try log.sync()
        } catch {
            throw TopicError(.kafkaStorageError, "The change could not be stored: \(error)")
        }
    }

    /// Every change in order, from the beginning.
    func replay(_ apply: (MetadataChange) -> Void) throws(BrokerError) {
        var offset = log.logStartOffset
        while offset < log.logEndOffset {
            do {
                let read = try log.read(
                    from: offset, maxBytes: 1 << 20, upTo: log.logEndOffset, atLeastOneBatch: true)
                let before = offset
                for element in RecordBatches(try read.load()) {
                    let batch = try element.batch.get()
                    for record in try batch.records() {
                        if !batch.isControl, let value = record.value,
                            let change = try MetadataChange(decoding: value)
                        {
                            apply(change)
                        }
                    }
                    offset = batch.lastOffset + 1
                }
                guard offset > before else { break }
            } catch {
                throw BrokerError(
                    .storage,
                    "cannot read \(Self.name) at offset \(offset): \(error); restore the folder or move it away")
            }
        }
    }

    /// Closes it clean.
    func close() throws(LogError) {
        try log.close()
    }
}
