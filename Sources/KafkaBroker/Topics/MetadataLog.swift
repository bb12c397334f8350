import Bytes
import KafkaLog
import KafkaWire

/// The log of the cluster's own state: topics, partitions, settings, blocks of producer ids, as records of Kafka's
/// metadata formats in `__cluster_metadata-0`. One change is one batch, synced before it is answered, so that a crash
/// leaves it whole or not at all. Start replays it, from the newest snapshot on.
///
/// Not Sendable: it lives under the engine's administration lock.
final class MetadataLog {
    /// The folder's name in the data directory.
    static let name = TopicPartition("__cluster_metadata", 0)
    /// Kafka's reserved id of that topic.
    static let topicID = KafkaUUID(high: 0, low: 1)

    private let log: PartitionLog
    private let fileSystem: any FileSystem
    /// The offset behind what the newest snapshot speaks for; 0 without one.
    private var snapshotEnd: Int64 = 0
    /// Records that mean nothing to this broker were read: Apache Kafka wrote them, and they must stay.
    private var hasForeignRecords = false
    /// Fewer records than this are quicker read than written again.
    static let leastForSnapshot: Int64 = 2_000

    /// The offset behind the last record.
    var logEndOffset: Int64 { log.logEndOffset }

    init(_ log: PartitionLog, _ fileSystem: any FileSystem) {
        self.log = log
        self.fileSystem = fileSystem
    }

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

    /// Every change in order: those of the newest snapshot, then those written since.
    func replay(_ apply: (MetadataChange) -> Void) throws(BrokerError) {
        try readSnapshot(apply)
        var offset = max(log.logStartOffset, snapshotEnd)
        while offset < log.logEndOffset {
            do {
                let read = try log.read(
                    from: offset, maxBytes: 1 << 20, upTo: log.logEndOffset, atLeastOneBatch: true)
                let before = offset
                for element in RecordBatches(try read.load()) {
                    let batch = try element.batch.get()
                    for record in try batch.records() {
                        guard !batch.isControl, let value = record.value else { continue }
                        if let change = try MetadataChange(decoding: value) {
                            apply(change)
                        } else {
                            hasForeignRecords = true
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

    /// Reads the newest snapshot that is whole. A damaged one is passed over when the log still holds what it stood for.
    private func readSnapshot(_ apply: (MetadataChange) -> Void) throws(BrokerError) {
        do {
            for (end, path) in try snapshots().reversed() where end <= log.logEndOffset {
                guard let bytes = try fileSystem.readAll(path), let changes = try? MetadataSnapshot.decode(bytes) else {
                    continue
                }
                for change in changes {
                    if let change { apply(change) } else { hasForeignRecords = true }
                }
                snapshotEnd = end
                break
            }
        } catch {
            throw BrokerError(.storage, "cannot read the snapshots of \(Self.name): \(error)")
        }
        guard log.logStartOffset <= snapshotEnd else {
            throw BrokerError(
                .storage,
                "\(log.directory) begins at offset \(log.logStartOffset) and no snapshot of what was before is whole; "
                    + "restore the folder or move it away")
        }
    }

    /// The snapshots there are, oldest first: end offset and path.
    private func snapshots() throws(FileError) -> [(end: Int64, path: String)] {
        try fileSystem.list(log.directory).compactMap { name in
            MetadataSnapshot.endOffset(name).map { ($0, log.directory + "/" + name) }
        }.sorted { $0.end < $1.end }
    }

    /// Writes a snapshot of the whole state and drops the records it stands for, when those are many more than it holds
    /// and all of them are understood.
    /// A crash within leaves the log with all of its records, or the snapshot beside them.
    func takeSnapshot(_ changes: [MetadataChange], now: Int64) throws {
        let end = log.logEndOffset
        guard !hasForeignRecords, end - snapshotEnd >= max(Self.leastForSnapshot, Int64(changes.count) * 2) else {
            return
        }
        let bytes = try MetadataSnapshot.encode(changes, now: now)
        try fileSystem.writeAtomically(log.directory + "/" + MetadataSnapshot.name(end), bytes)
        snapshotEnd = end
        try log.deleteRecords(before: end)
        try log.roll(now: now)
        try log.sync()
        _ = try log.applyRetention(now: now)
        for (older, path) in try snapshots() where older < end { try fileSystem.remove(path) }
    }

    /// Closes it clean.
    func close() throws(LogError) {
        try log.close()
    }
}
