import Bytes

/// Makes histories of a broker that does everything right, from a seed, and spoils them in one chosen way: the checker
/// must find that and nothing else.
struct HistoryMaker {
    private var chance: SplitMix64
    private let partitions = 3
    /// What lies in each partition; nil stands for the record of an aborted transaction.
    private var logs: [[Int?]]
    private var positions: [Int: [Int]] = [:]
    private var groupOffsets: [Int]
    private var now = 0
    private var nextValue = 0
    private var nextTransaction = 0
    private var operations: [HistoryOperation] = []

    init(seed: UInt64) {
        chance = SplitMix64(seed: seed)
        logs = Array(repeating: [], count: partitions)
        groupOffsets = Array(repeating: -1, count: partitions)
    }

    /// A good history of about `count` operations.
    static func good(seed: UInt64, count: Int) -> [HistoryOperation] {
        var maker = HistoryMaker(seed: seed)
        for process in 0..<6 { maker.note(process, .assign) }
        while maker.operations.count < count { maker.step() }
        maker.drain()
        return maker.operations
    }

    private mutating func note(
        _ process: Int, _ action: HistoryOperation.Action, _ outcome: HistoryOperation.Outcome = .ok,
        transaction: Int? = nil
    ) {
        let begin = now
        now += 1 + chance.below(1_000)
        operations.append(
            HistoryOperation(
                begin: begin, end: now, process: process, outcome: outcome, action: action, transaction: transaction))
        now += 1
    }

    private mutating func step() {
        switch chance.below(20) {
        case 0..<8: send()
        case 8..<10: transaction()
        case 10..<16: poll()
        case 16: commit()
        case 17: note(6, .committed(groupOffsets.enumerated().map { .init(partition: $0, offset: $1) }))
        case 18:
            let process = 3 + chance.below(3)
            positions[process] = nil
            note(process, .assign)
        default:
            note(7, .fault("kill"))
            now += chance.below(60_000_000)
            note(7, .healed)
        }
    }

    /// A fresh record in a random partition, written unless told otherwise.
    private mutating func record(isWritten: Bool = true, isVisible: Bool = true) -> HistoryOperation.Sent {
        let partition = chance.below(partitions)
        defer { nextValue += 1 }
        guard isWritten else { return .init(partition: partition, value: nextValue, offset: nil) }
        logs[partition].append(isVisible ? nextValue : nil)
        return .init(partition: partition, value: nextValue, offset: logs[partition].count - 1)
    }

    private mutating func send() {
        let process = chance.below(3)
        switch chance.below(8) {
        case 0: note(process, .send([record(isWritten: false)]), .fail)
        case 1:
            var sent = record(isWritten: chance.below(2) == 0)
            sent.offset = nil
            note(process, .send([sent]), .info)
        default: note(process, .send((0...chance.below(3)).map { _ in record() }))
        }
    }

    private mutating func transaction() {
        let process = chance.below(3)
        let transaction = nextTransaction
        nextTransaction += 1
        let commits = chance.below(4) > 0
        for _ in 0...chance.below(2) {
            note(process, .send([record(isVisible: commits), record(isVisible: commits)]), transaction: transaction)
        }
        note(process, .endTransaction, commits ? .ok : .fail, transaction: transaction)
    }

    private mutating func poll() {
        let process = 3 + chance.below(3)
        var reads: [HistoryOperation.Read] = []
        var ends = positions[process] ?? Array(repeating: 0, count: partitions)
        for partition in 0..<partitions {
            for _ in 0..<chance.below(4) where ends[partition] < logs[partition].count {
                if let value = logs[partition][ends[partition]] {
                    reads.append(.init(partition: partition, offset: ends[partition], value: value))
                }
                ends[partition] += 1
            }
        }
        positions[process] = ends
        note(process, .poll(reads))
    }

    private mutating func commit() {
        let partition = chance.below(partitions)
        groupOffsets[partition] = max(groupOffsets[partition] + 1, chance.below(logs[partition].count + 1))
        note(6, .commit([.init(partition: partition, offset: groupOffsets[partition])]))
    }

    private mutating func drain() {
        for partition in 0..<partitions {
            let reads = logs[partition].enumerated().compactMap { offset, value in
                value.map { HistoryOperation.Read(partition: partition, offset: offset, value: $0) }
            }
            note(8, .drain(reads))
        }
    }
}
