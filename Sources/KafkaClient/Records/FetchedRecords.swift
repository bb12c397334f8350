import Bytes
import KafkaWire

/// Something between records that a reader should know of.
public struct ReadIssue: Sendable, Hashable {
    /// What it is.
    public enum Kind: Sendable, Hashable {
        /// Offsets that hold nothing any more: compacted away, or of a transaction that was given up.
        case gap
        /// A batch that cannot be read; in words.
        case badBatch(String)
    }

    /// What it is.
    public var kind: Kind
    /// The partition.
    public var partition: Int32
    /// The offsets it covers.
    public var offsets: Range<Int64>

    /// The parts.
    public init(kind: Kind, partition: Int32, offsets: Range<Int64>) {
        self.kind = kind
        self.partition = partition
        self.offsets = offsets
    }
}

/// What one fetch of one partition gave.
public struct FetchedRecords: Sendable, Equatable {
    /// The records from the offset asked for on, without transaction markers.
    public var records: [Record]
    /// Gaps and batches that cannot be read, in order.
    public var issues: [ReadIssue]
    /// The first offset that is not yet on all in-sync replicas.
    public var highWatermark: Int64
    /// The first offset of a transaction that is still open, or the high watermark.
    public var lastStableOffset: Int64
    /// The first offset there is.
    public var logStartOffset: Int64
    /// Where to go on.
    public var nextOffset: Int64

    /// The parts.
    public init(
        records: [Record] = [], issues: [ReadIssue] = [], highWatermark: Int64, lastStableOffset: Int64,
        logStartOffset: Int64, nextOffset: Int64
    ) {
        self.records = records
        self.issues = issues
        self.highWatermark = highWatermark
        self.lastStableOffset = lastStableOffset
        self.logStartOffset = logStartOffset
        self.nextOffset = nextOffset
    }
}

/// Reads the batches of one partition's answer, from the offset that was asked for.
struct BatchWalk {
    private let partition: Int32
    private let isolation: Isolation
    /// Transactions that were given up: producer and first offset, by offset.
    private var aborted: [(producer: ProducerID, first: Int64)]
    private var active: Set<ProducerID> = []
    private(set) var records: [Record] = []
    private(set) var issues: [ReadIssue] = []
    private(set) var next: Int64

    init(partition: Int32, from offset: Int64, isolation: Isolation, aborted: [(producer: ProducerID, first: Int64)]) {
        self.partition = partition
        self.isolation = isolation
        self.aborted = aborted.sorted { $0.first > $1.first }
        next = offset
    }

    mutating func walk(_ bytes: ByteSlice) {
        for element in RecordBatches(bytes) {
            switch element.batch {
            case .success(let batch): take(batch)
            case .failure(let error):
                skip(bytes.slice(element.position..<element.position + element.size), "\(error)")
            }
        }
    }

    private mutating func take(_ batch: RecordBatch) {
        guard batch.lastOffset >= next else { return }
        while let first = aborted.last, first.first <= batch.lastOffset {
            active.insert(first.producer)
            aborted.removeLast()
        }
        let records: [Record]
        do {
            records = try batch.records()
        } catch {
            skip(batch.bytes, "\(error)")
            return
        }
        let producer = batch.header?.producerID ?? .none
        if batch.isControl {
            if ControlRecordType(key: records.first?.key) == .abort { active.remove(producer) }
            // A marker takes an offset of its own and shows nothing.
            advance(to: max(next, batch.header?.baseOffset ?? next))
            next = max(next, batch.lastOffset &+ 1)
            return
        }
        if isolation == .readCommitted, batch.header?.isTransactional == true, active.contains(producer) {
            advance(to: batch.lastOffset &+ 1)
            return
        }
        for record in records where record.offset >= next {
            advance(to: record.offset)
            self.records.append(record)
            next = record.offset &+ 1
        }
        advance(to: batch.lastOffset &+ 1)
    }

    /// Steps over a batch that cannot be read, as far as its header can be believed.
    private mutating func skip(_ bytes: ByteSlice, _ why: String) {
        let base: Int64 = bytes.integer(at: 0) ?? next
        let delta: Int32 = bytes.integer(at: 16, as: Int8.self) == 2 ? bytes.integer(at: 23) ?? 0 : 0
        let start = max(next, base)
        let plausible = base >= 0 && base &- next < 1 << 40 && (0...1 << 24).contains(delta)
        let end = plausible ? max(next, base &+ Int64(delta)) &+ 1 : next &+ 1
        advance(to: plausible ? start : next)
        issues.append(ReadIssue(kind: .badBatch(why), partition: partition, offsets: next..<max(end, next &+ 1)))
        next = max(end, next &+ 1)
    }

    /// Offsets up to `offset` hold nothing.
    private mutating func advance(to offset: Int64) {
        guard offset > next else { return }
        if let last = issues.last, last.kind == .gap, last.offsets.upperBound == next {
            issues[issues.count - 1].offsets = last.offsets.lowerBound..<offset
        } else {
            issues.append(ReadIssue(kind: .gap, partition: partition, offsets: next..<offset))
        }
        next = offset
    }
}
