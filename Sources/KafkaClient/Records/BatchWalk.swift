import Bytes
import KafkaWire

/// Reads the batches of one partition's answer, from the offset that was asked for.
///
/// With a limit only the newest records are decoded; what lies before them is counted by the batches' headers, which costs
/// nothing per record. Counts are exact either way.
struct BatchWalk {
    private let partition: Int32
    private let isolation: Isolation
    /// Records of transactions that were given up are shown, and said to be.
    private let showsAborted: Bool
    private var aborted: AbortedTransactions
    private(set) var records: [Record] = []
    /// The batches that `records` came in, in order.
    private(set) var batches: [BatchFacts] = []
    private(set) var issues: [ReadIssue] = []
    /// The ends of transactions, in order.
    private(set) var markers: [TransactionMarker] = []
    private(set) var next: Int64
    /// Records that were counted and not decoded; they come before `records`.
    private(set) var skipped = 0

    /// `isolation` is what the broker was asked for: of an answer that ends with the last stable offset every transaction's
    /// end is known. `showsAborted` keeps the records of those that were given up.
    init(
        partition: Int32, from offset: Int64, isolation: Isolation, showsAborted: Bool = false,
        aborted: [(producer: ProducerID, first: Int64)]
    ) {
        self.showsAborted = showsAborted
        self.partition = partition
        self.isolation = isolation
        self.aborted = AbortedTransactions(aborted)
        next = offset
    }

    mutating func walk(_ bytes: ByteSlice, keep: Int = .max) {
        let undecoded = keep == .max ? 0 : Self.prefix(of: bytes, beyond: keep)
        for element in RecordBatches(bytes) {
            switch element.batch {
            case .success(let batch): take(batch, decodes: element.position >= undecoded)
            case .failure(let error):
                skip(bytes.slice(element.position..<element.position + element.size), "\(error)")
            }
        }
    }

    /// The bytes at the front whose batches cannot hold any of the newest `keep` records.
    private static func prefix(of bytes: ByteSlice, beyond keep: Int) -> Int {
        var starts: [(position: Int, count: Int)] = []
        var position = 0
        while let size = try? RecordBatches.sizeOfNext(in: bytes, at: position) {
            let header = try? RecordBatchHeader(from: bytes, at: position)
            // Only a batch of magic 2 with data says beforehand how many records it adds.
            let count = header.map { $0.isControl ? 0 : max(0, Int($0.recordCount)) } ?? 0
            starts.append((position, count))
            position += size
        }
        var kept = 0
        for start in starts.reversed() {
            if kept >= keep { return start.position + 1 }
            kept += start.count
        }
        return 0
    }

    private mutating func take(_ batch: RecordBatch, decodes: Bool) {
        guard batch.lastOffset >= next else { return }
        let isAborted = aborted.hides(batch) && isolation == .readCommitted
        if isAborted, !showsAborted {
            // Of a batch that compaction has thinned, what is missing would not have been seen either.
            if let base = batch.header?.baseOffset { advance(to: base) }
            note(GapCauses(aborted: batch.lastOffset &- next &+ 1), upTo: batch.lastOffset &+ 1)
            return
        }
        if !decodes, !batch.isControl, let header = batch.header, header.baseOffset >= next, header.recordCount >= 0,
            Int64(header.recordCount) <= header.lastOffset &- header.baseOffset &+ 1
        {
            advance(to: header.baseOffset)
            skipped += Int(header.recordCount)
            next = header.lastOffset &+ 1
            return
        }
        let records: [Record]
        do {
            records = try batch.records()
        } catch {
            skip(batch.bytes, "\(error)")
            return
        }
        if batch.isControl {
            let type = ControlRecordType(key: records.first?.key)
            let producer = batch.header?.producerID ?? .none
            aborted.pass(type, of: producer)
            end(producer, type, at: batch.lastOffset)
            // A marker takes an offset of its own and shows nothing.
            advance(to: max(next, batch.header?.baseOffset ?? next))
            let count = batch.lastOffset &- next &+ 1
            note(
                GapCauses(markers: count, abortMarkers: type == .abort ? count : 0), upTo: batch.lastOffset &+ 1)
            return
        }
        let before = self.records.count
        for record in records where record.offset >= next {
            advance(to: record.offset)
            self.records.append(record)
            next = record.offset &+ 1
        }
        if self.records.count > before {
            let outcome: TransactionOutcome? =
                batch.header?.isTransactional == true
                ? isolation == .readUncommitted ? .open : isAborted ? .aborted : .committed : nil
            batches.append(BatchFacts(batch, found: records.count, outcome: outcome))
        }
        advance(to: batch.lastOffset &+ 1)
    }

    /// Takes a marker: what its producer wrote before it is open no longer.
    private mutating func end(_ producer: ProducerID, _ type: ControlRecordType?, at offset: Int64) {
        guard type == .abort || type == .commit else { return }
        let marker = TransactionMarker(
            producer: producer, offset: offset, outcome: type == .abort ? .aborted : .committed)
        markers.append(marker)
        batches.settle(with: [marker])
    }

    /// Steps over a batch that cannot be read, as far as its header can be believed.
    private mutating func skip(_ bytes: ByteSlice, _ why: String) {
        let offsets = Self.offsets(ofBroken: bytes, from: next)
        advance(to: offsets.lowerBound)
        issues.append(ReadIssue(kind: .badBatch(why), partition: partition, offsets: offsets))
        next = offsets.upperBound
    }

    /// The offsets that a broken batch covers, as far as its header can be believed; at least one.
    static func offsets(ofBroken bytes: ByteSlice, from next: Int64) -> Range<Int64> {
        let base: Int64 = bytes.integer(at: 0) ?? next
        let delta: Int32 = bytes.integer(at: 16, as: Int8.self) == 2 ? bytes.integer(at: 23) ?? 0 : 0
        guard base >= 0, base &- next < 1 << 40, (0...1 << 24).contains(delta) else { return next..<next &+ 1 }
        let start = max(next, base)
        return start..<max(start, base &+ Int64(delta)) &+ 1
    }

    /// Offsets up to `offset` hold nothing, and no batch says why: compaction removed them.
    private mutating func advance(to offset: Int64) {
        guard offset > next else { return }
        note(GapCauses(compacted: offset &- next), upTo: offset)
    }

    /// Offsets up to `offset` hold no record, and why; neighbours become one gap.
    private mutating func note(_ causes: GapCauses, upTo offset: Int64) {
        guard offset > next else { return }
        if let last = issues.last, case .gap(let before) = last.kind, last.offsets.upperBound == next {
            issues[issues.count - 1].offsets = last.offsets.lowerBound..<offset
            issues[issues.count - 1].kind = .gap(before + causes)
        } else {
            issues.append(ReadIssue(kind: .gap(causes), partition: partition, offsets: next..<offset))
        }
        next = offset
    }
}
