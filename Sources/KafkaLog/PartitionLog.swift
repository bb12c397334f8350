import Bytes
import Glibc
import KafkaWire

/// The log of one partition: segments, indexes, epochs and producers. Appends are staged and written together by
/// `flushStaged`; readers see what was written. Not Sendable: it lives under its partition's lock.
///
/// After a failed write it takes nothing more (`failure`), since memory and disk may differ; opening it again repairs it.
public final class PartitionLog {
    /// Topic and partition.
    public let topicPartition: TopicPartition
    /// The topic's id; zero when the directory has none.
    public let topicID: KafkaUUID
    /// The directory, `topic-partition`.
    public let directory: String
    /// The settings; a change counts from the next append on.
    public var config: LogConfig
    /// First offset that may be read.
    public internal(set) var logStartOffset: Int64
    /// The offset that the next record gets, staged ones counted.
    public internal(set) var logEndOffset: Int64
    /// The end of what readers see: everything before it is written.
    public internal(set) var flushedEndOffset: Int64
    /// Everything before it is durable.
    public internal(set) var recoveryPoint: Int64
    /// Why the log takes nothing more.
    public internal(set) var failure: LogError?

    let files: any FileSystem
    /// Oldest first, never empty; the last is written.
    var segments: [Segment]
    var epochs: EpochCache
    var ledger: ProducerLedger
    /// Segments that were closed and not synced since.
    var unsynced: [Segment] = []
    /// Counts the changes of names in the directory, and up to which of them they are durable.
    var directoryVersion = 1
    var durableDirectoryVersion = 0
    /// Offsets of the snapshot files, ascending.
    var snapshots: [Int64] = []

    // Batches that wait for `flushStaged`.
    var staged: ContiguousArray<ByteSlice> = []
    var stagedBytes = 0
    var stagedBaseOffset: Int64 = 0
    var parts: ContiguousArray<iovec> = []
    var tail = TailHints()
    /// `sizeInBytes` without the last segment.
    var closedBytes: Int = 0

    init(
        topicPartition: TopicPartition, topicID: KafkaUUID, directory: String, config: LogConfig,
        files: any FileSystem, segments: [Segment], epochs: EpochCache, ledger: ProducerLedger,
        logStartOffset: Int64, logEndOffset: Int64, recoveryPoint: Int64
    ) {
        self.topicPartition = topicPartition
        self.topicID = topicID
        self.directory = directory
        self.config = config
        self.files = files
        self.segments = segments
        self.epochs = epochs
        self.ledger = ledger
        self.ledger.mayHaveForgotten = logEndOffset > 0
        self.logStartOffset = logStartOffset
        self.logEndOffset = logEndOffset
        flushedEndOffset = logEndOffset
        self.recoveryPoint = recoveryPoint
        closedBytes = segments.dropLast().reduce(0) { $0 + $1.size }
    }

    var directoryIsUnsynced: Bool { directoryVersion > durableDirectoryVersion }

    var active: Segment { segments[segments.count - 1] }

    /// Notes that this broker leads from here on with `epoch`; written with the next batch.
    public func lead(epoch: Int32) {
        epochs.assign(epoch, at: logEndOffset)
    }

    /// The newest epoch; -1 when nobody led and nothing was written.
    public var latestEpoch: Int32 { epochs.latest }

    /// Bytes of all `.log` files, staged ones not counted.
    public var sizeInBytes: Int { closedBytes + active.size }

    /// Number of segments.
    public var segmentCount: Int { segments.count }

    /// Producers that the log remembers.
    public var producerCount: Int { ledger.producers.count }

    /// First offset that a read_committed reader may not see: of the oldest open transaction, or the watermark.
    public func lastStableOffset(_ highWatermark: Int64) -> Int64 {
        guard let open = ledger.firstOpenOffset else { return highWatermark }
        return min(open, highWatermark)
    }

    /// The last epoch not above `epoch`, and where it ends; (-1, -1) when not known (OffsetForLeaderEpoch).
    public func endOffset(forEpoch epoch: Int32) -> (epoch: Int32, endOffset: Int64) {
        epochs.endOffset(for: epoch, logEndOffset: flushedEndOffset)
    }

    /// The epoch of the batch at `offset`; -1 when not known.
    public func epoch(of offset: Int64) -> Int32 { epochs.epoch(of: offset) }

    /// Forgets producers that have been idle longer than `producer.id.expiration.ms`.
    public func expireProducers(now: Int64) {
        ledger.expire(now: now, after: config.producerIDExpirationMs)
    }

    /// Runs `body`; after an error the log takes nothing more.
    func orFail<R>(_ body: () throws(FileError) -> R) throws(LogError) -> R {
        if let failure { throw failure }
        do throws(FileError) {
            return try body()
        } catch {
            let failed = LogError.file(error)
            failure = failed
            throw failed
        }
    }
}

/// Where the newest writes begin: a reader at the end of the log is answered without an index.
struct TailHints {
    private var entries: ContiguousArray<(offset: Int64, position: Int)> = []
    private var next = 0

    mutating func add(_ offset: Int64, _ position: Int) {
        if entries.count < 8 {
            entries.append((offset, position))
        } else {
            entries[next] = (offset, position)
            next = (next + 1) & 7
        }
    }

    func position(of offset: Int64) -> Int? {
        for entry in entries where entry.offset == offset { return entry.position }
        return nil
    }

    mutating func clear() {
        entries.removeAll(keepingCapacity: true)
        next = 0
    }
}
