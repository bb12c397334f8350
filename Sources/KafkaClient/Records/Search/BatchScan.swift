import Bytes
import Codecs
import KafkaWire

/// Looks for records in the batches of one partition's answer. A batch that cannot hold one is never taken apart: its bytes
/// are searched as one, and its header counts its records.
struct BatchScan {
    private let query: RecordQuery
    private let partition: Int32
    private let offsets: Range<Int64>
    private let isolation: Isolation
    private let answer: ByteSlice
    private var batches: RecordBatches.Iterator
    private var aborted: AbortedTransactions
    /// Bytes of what was found, about.
    private var weight = 0
    private(set) var found: [FoundRecord] = []
    private(set) var issues: [ReadIssue] = []
    private(set) var records = 0
    private(set) var bytes = 0
    private(set) var undecided = 0
    private(set) var codecs: Set<CompressionCodec> = []
    /// Where to go on.
    private(set) var next: Int64
    /// What was found is handed over when it is that much: a compressed answer may hold a hundred times its size.
    private static let mostFound = 1 << 20

    /// A scan for `query` in an answer, and in `offsets` of a partition.
    init(
        _ answer: ByteSlice, _ query: RecordQuery, partition: Int32, offsets: Range<Int64>, isolation: Isolation,
        aborted: [(producer: ProducerID, first: Int64)]
    ) {
        self.answer = answer
        batches = RecordBatches(answer).makeIterator()
        self.query = query
        self.partition = partition
        self.offsets = offsets
        self.isolation = isolation
        self.aborted = AbortedTransactions(aborted)
        next = offsets.lowerBound
    }

    /// Searches on until the end, or until enough was found to be handed over; true at the end.
    mutating func scan() -> Bool {
        while let element = batches.next() {
            switch element.batch {
            case .success(let batch):
                guard batch.lastOffset >= next else { continue }
                do {
                    try take(batch)
                } catch {
                    fail(batch.bytes, error)
                }
                next = max(next, batch.lastOffset &+ 1)
            case .failure(let error):
                fail(answer.slice(element.position..<element.position + element.size), error)
            }
            if next >= offsets.upperBound { return true }
            if weight >= Self.mostFound { return false }
        }
        return true
    }

    /// Forgets what was handed over.
    mutating func clear() {
        (found, issues, codecs) = ([], [], [])
        (records, bytes, undecided, weight) = (0, 0, 0, 0)
    }

    private mutating func fail(_ bytes: ByteSlice, _ error: RecordError) {
        let offsets = BatchWalk.offsets(ofBroken: bytes, from: next)
        issues.append(ReadIssue(kind: .badBatch("\(error)"), partition: partition, offsets: offsets))
        next = offsets.upperBound
    }

    private mutating func take(_ batch: RecordBatch) throws(RecordError) {
        let isHidden = aborted.hides(batch) && isolation == .readCommitted
        if batch.isControl {
            aborted.pass(
                ControlRecordType(key: try batch.records().first?.key), of: batch.header?.producerID ?? .none)
            return
        }
        if let codec = batch.codec { codecs.insert(codec) }
        guard !isHidden else { return }
        guard let header = batch.header else { return try takeOld(batch) }
        guard header.recordCount >= 0 else { throw .invalid("record count \(header.recordCount)") }
        guard mayPass(header) else {
            records += Int(header.recordCount)
            bytes += batch.sizeInBytes
            return
        }
        let payload = try batch.payload(header)
        bytes += payload.count
        guard payload.withUnsafeBytes({ query.needs.mayBe(in: $0) }) else {
            records += Int(header.recordCount)
            return
        }
        try walk(payload, header, batch)
    }

    /// Whether offsets and times leave room for a record that passes.
    private func mayPass(_ header: RecordBatchHeader) -> Bool {
        !query.needs.isImpossible && header.maxTimestamp >= query.needs.times.lowerBound
            && header.lastOffset >= query.needs.offsets.lowerBound
            && header.baseOffset <= query.needs.offsets.upperBound
    }

    private mutating func walk(
        _ payload: ByteSlice, _ header: RecordBatchHeader, _ batch: RecordBatch
    ) throws(RecordError) {
        var facts: BatchFacts?
        try payload.withUnsafeBytes { (all) throws(RecordError) in
            func part(_ start: Int, _ length: Int) -> UnsafeRawBufferPointer? {
                length < 0 ? nil : UnsafeRawBufferPointer(rebasing: all[start..<start + length])
            }
            var cursor = RecordCursor(all)
            var evaluator = QueryEvaluator()
            for _ in 0..<header.recordCount {
                let view = try cursor.next()
                let offset = header.baseOffset &+ Int64(view.offsetDelta)
                guard offset >= offsets.lowerBound, offset < offsets.upperBound else { continue }
                records += 1
                let content = RecordContent(
                    partition: partition, offset: offset,
                    timestamp: header.timestampType == .logAppendTime
                        ? header.maxTimestamp : header.baseTimestamp &+ view.timestampDelta,
                    key: part(view.keyStart, view.keyLength), value: part(view.valueStart, view.valueLength),
                    headers: .packed(view, payload))
                evaluator = QueryEvaluator()
                if evaluator.passes(query.root, content) {
                    // Of an answer to "all records" nobody says how the transactions in it end.
                    let outcome: TransactionOutcome? =
                        header.isTransactional && isolation == .readCommitted ? .committed : nil
                    let shared = facts ?? BatchFacts(batch, found: Int(header.recordCount), outcome: outcome)
                    facts = shared
                    found.append(try record(content, view, header, payload, shared))
                    weight += 256 + max(0, view.keyLength) + max(0, view.valueLength)
                } else if evaluator.hasGivenUp {
                    undecided += 1
                }
            }
        }
    }

    /// The record in memory of its own: the batch it came in can go.
    private func record(
        _ content: RecordContent, _ view: RecordCursor.View, _ header: RecordBatchHeader, _ payload: ByteSlice,
        _ facts: BatchFacts
    ) throws(RecordError) -> FoundRecord {
        let record = Record(
            offset: content.offset, timestamp: content.timestamp,
            sequence: RecordBatchHeader.sequence(header.baseSequence, plus: view.offsetDelta),
            key: content.key.map { ByteSlice(copying: $0) }, value: content.value.map { ByteSlice(copying: $0) },
            headers: try RecordCursor.headers(of: view, in: payload).map {
                Record.Header(key: $0.key, value: $0.value?.detached())
            })
        return FoundRecord(partition: partition, record: record, batch: facts)
    }

    /// A message of magic 0 or 1, perhaps with others in it.
    private mutating func takeOld(_ batch: RecordBatch) throws(RecordError) {
        let all = try batch.records()
        let facts = BatchFacts(batch, found: all.count)
        for record in all where record.offset >= offsets.lowerBound && record.offset < offsets.upperBound {
            records += 1
            bytes += (record.key?.count ?? 0) + (record.value?.count ?? 0)
            let found = FoundRecord(partition: partition, record: record, batch: facts)
            guard query.passes(found) else { continue }
            self.found.append(found)
            weight += 256 + (record.key?.count ?? 0) + (record.value?.count ?? 0)
        }
    }
}
