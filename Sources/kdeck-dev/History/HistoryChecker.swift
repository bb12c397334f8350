/// Looks for anomalies in a history, in the manner of Jepsen's Kafka workload: O(n log n) in the number of operations.
struct HistoryChecker {
    /// What the whole history says of one record.
    struct Record {
        var outcome = HistoryOperation.Outcome.info
        var isSent = false
        var isRead = false
        var transaction: Int?
        /// Every offset it was seen at: by its sender's answer or by readers.
        var offsets: Set<Int> = []
    }

    /// What the whole history says of one partition.
    struct Partition {
        var records: [Int: Record] = [:]
        /// Values by offset.
        var values: [Int: Set<Int>] = [:]
        /// The greatest offset that was read; -1 before the first.
        var lastRead = -1
        /// Offsets of everything that was read, ascending.
        var known: [Int] = []
    }

    /// Longer than this nothing may fail to work, in microseconds.
    static let patience = 30_000_000

    let operations: [HistoryOperation]
    private(set) var partitions: [Int: Partition] = [:]
    /// How each transaction ended.
    private(set) var transactions: [Int: HistoryOperation.Outcome] = [:]
    private(set) var isDrained = false
    private var found: [HistoryAnomaly] = []

    /// All anomalies of a history.
    static func check(_ operations: [HistoryOperation]) -> [HistoryAnomaly] {
        var checker = HistoryChecker(operations)
        checker.records()
        checker.polls()
        checker.sends()
        checker.committedOffsets()
        checker.transactionsWhole()
        checker.progress()
        return checker.found
    }

    private init(_ operations: [HistoryOperation]) {
        self.operations = operations.sorted { $0.begin < $1.begin }
        for operation in self.operations { take(operation) }
        for (number, partition) in partitions {
            partitions[number]?.known = partition.records.values.filter(\.isRead).flatMap(\.offsets).sorted()
        }
    }

    mutating func report(_ kind: HistoryAnomaly.Kind, _ detail: String) {
        found.append(HistoryAnomaly(kind: kind, detail: detail))
    }

    private mutating func take(_ operation: HistoryOperation) {
        switch operation.action {
        case .send(let sent):
            for one in sent {
                partitions[one.partition, default: Partition()].records[one.value, default: Record()]
                    .send(operation.outcome, operation.transaction, one.offset)
                if let offset = one.offset, operation.outcome == .ok {
                    partitions[one.partition]?.values[offset, default: []].insert(one.value)
                }
            }
        case .poll(let reads), .drain(let reads):
            if case .drain = operation.action { isDrained = true }
            for read in reads {
                partitions[read.partition, default: Partition()].read(read)
            }
        case .endTransaction:
            if let transaction = operation.transaction { transactions[transaction] = operation.outcome }
        case .assign, .commit, .committed, .fault, .healed: break
        }
    }

    /// Whether a record is certain never to have been written: its send failed, or its transaction was aborted.
    private func isAborted(_ record: Record) -> Bool {
        if record.outcome == .fail { return true }
        return record.transaction.map { transactions[$0] == .fail } ?? false
    }

    /// Whether it is certain that a record was written for good.
    func isAcknowledged(_ record: Record) -> Bool {
        guard record.isSent, record.outcome == .ok else { return false }
        return record.transaction.map { transactions[$0] == .ok } ?? true
    }

    private mutating func records() {
        for (number, partition) in partitions.sorted(by: { $0.key < $1.key }) {
            for (offset, values) in partition.values where values.count > 1 {
                report(.inconsistentOffset, "\(number)@\(offset) has the values \(values.sorted())")
            }
            for (value, record) in partition.records {
                let name = "\(number):\(value)"
                if record.offsets.count > 1 { report(.duplicate, "\(name) lies at \(record.offsets.sorted())") }
                if record.isRead {
                    if !record.isSent { report(.unknownRead, "\(name) was read and never sent") }
                    if record.isSent, isAborted(record) { report(.abortedRead, "\(name) was read though it failed") }
                } else if isAcknowledged(record) {
                    if let offset = record.offsets.first, offset <= partition.lastRead {
                        report(.lostWrite, "\(name)@\(offset) was passed by readers up to \(partition.lastRead)")
                    } else if isDrained {
                        report(.unseen, "\(name) was acknowledged and is not there at the end")
                    }
                }
            }
        }
    }
}

extension HistoryChecker.Record {
    fileprivate mutating func send(_ outcome: HistoryOperation.Outcome, _ transaction: Int?, _ offset: Int?) {
        (isSent, self.outcome, self.transaction) = (true, outcome, transaction)
        if let offset, outcome == .ok { offsets.insert(offset) }
    }
}

extension HistoryChecker.Partition {
    fileprivate mutating func read(_ read: HistoryOperation.Read) {
        records[read.value, default: .init()].isRead = true
        records[read.value]?.offsets.insert(read.offset)
        values[read.offset, default: []].insert(read.value)
        lastRead = max(lastRead, read.offset)
    }
}
