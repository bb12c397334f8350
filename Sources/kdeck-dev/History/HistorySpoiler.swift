import Bytes

/// Spoils a good history in one way.
enum HistorySpoiler {
    private typealias Operation = HistoryOperation

    /// The history with the anomaly planted, or nil when it has no place for it.
    static func plant(
        _ kind: HistoryAnomaly.Kind, in history: [HistoryOperation], _ chance: inout SplitMix64
    ) -> [HistoryOperation]? {
        var history = history
        switch kind {
        case .lostWrite: return hide(in: history, &chance) { $0 < $1 }
        case .unseen: return hide(in: history, &chance) { $0 == $1 }
        case .abortedRead:
            guard let place = pick(history, &chance, where: { isSend($0, .ok, 1...9) && $0.transaction == nil }) else {
                return nil
            }
            history[place].outcome = .fail
        case .unknownRead:
            guard let last = history.lastIndex(where: isDrain), case .drain(var reads) = history[last].action,
                let end = reads.last
            else { return nil }
            reads.append(.init(partition: end.partition, offset: end.offset + 1_000, value: -1))
            history[last].action = .drain(reads)
        case .duplicate:
            guard let last = history.lastIndex(where: isDrain), case .drain(var reads) = history[last].action,
                let end = reads.last
            else { return nil }
            reads.append(.init(partition: end.partition, offset: end.offset + 1_000, value: reads[0].value))
            history[last].action = .drain(reads)
        case .inconsistentOffset:
            guard let place = pick(history, &chance, where: { reads($0) >= 1 }),
                case .poll(var reads) = history[place].action
            else { return nil }
            reads[0].value = -2
            history[place].action = .poll(reads)
        case .nonmonotonicPoll:
            guard let place = pick(history, &chance, where: { reads($0) >= 1 }),
                case .poll(var reads) = history[place].action
            else { return nil }
            reads.append(reads[0])
            history[place].action = .poll(reads)
        case .skippingPoll:
            guard let (place, middle) = runOfThree(history, &chance), case .poll(var reads) = history[place].action
            else { return nil }
            reads.remove(at: middle)
            history[place].action = .poll(reads)
        case .nonmonotonicSend:
            guard let (place, first, second) = twoToOnePartition(history, &chance),
                case .send(var sent) = history[place].action
            else { return nil }
            (sent[first].offset, sent[second].offset) = (sent[second].offset, sent[first].offset)
            history[place].action = .send(sent)
        case .precommittedRead: return readInside(history, &chance, ofItself: true)
        case .circularTransactions: return readInside(history, &chance, ofItself: false)
        case .tornTransaction: return tear(history, &chance)
        case .lostOffset:
            guard let place = history.lastIndex(where: { isCommitted($0) }),
                case .committed(var positions) = history[place].action,
                let row = positions.indices.filter({ positions[$0].offset > 0 }).randomElement(using: &chance)
            else { return nil }
            positions[row].offset -= 1
            history[place].action = .committed(positions)
        case .stuck:
            guard let place = pick(history, &chance, where: { isSend($0, .ok, 1...9) }) else { return nil }
            // Behind a moment that works, and before one that works.
            let gap = HistoryChecker.patience * 2
            for index in history.indices where history[index].begin > history[place].begin {
                history[index].begin += gap
                history[index].end += gap
            }
            guard place + 1 < history.count, isWorking(history[place + 1]) else { return nil }
        }
        return history
    }

    // MARK: Choosing

    private static func pick(
        _ history: [Operation], _ chance: inout SplitMix64, where isFit: (Operation) -> Bool
    ) -> Int? {
        history.indices.filter { isFit(history[$0]) }.randomElement(using: &chance)
    }

    private static func isSend(_ operation: Operation, _ outcome: Operation.Outcome, _ count: ClosedRange<Int>) -> Bool
    {
        guard case .send(let sent) = operation.action else { return false }
        return operation.outcome == outcome && count.contains(sent.count)
    }

    private static func isDrain(_ operation: Operation) -> Bool {
        if case .drain(let reads) = operation.action { return !reads.isEmpty }
        return false
    }

    private static func isCommitted(_ operation: Operation) -> Bool {
        if case .committed = operation.action { return true }
        return false
    }

    private static func isWorking(_ operation: Operation) -> Bool {
        switch operation.action {
        case .fault, .healed: false
        default: operation.outcome == .ok
        }
    }

    private static func reads(_ operation: Operation) -> Int {
        if case .poll(let reads) = operation.action { return reads.count }
        return 0
    }

    /// A poll with three reads of one partition in a row, and the place of the middle one.
    private static func runOfThree(_ history: [Operation], _ chance: inout SplitMix64) -> (Int, Int)? {
        var found: [(Int, Int)] = []
        for (place, operation) in history.enumerated() {
            guard case .poll(let reads) = operation.action, reads.count > 2 else { continue }
            for middle in 1..<reads.count - 1
            where reads[middle - 1].partition == reads[middle + 1].partition {
                found.append((place, middle))
            }
        }
        return found.randomElement(using: &chance)
    }

    private static func twoToOnePartition(
        _ history: [Operation], _ chance: inout SplitMix64
    ) -> (Int, Int, Int)? {
        var found: [(Int, Int, Int)] = []
        for (place, operation) in history.enumerated() where operation.outcome == .ok {
            guard case .send(let sent) = operation.action else { continue }
            for second in sent.indices {
                if let first = sent.indices.first(where: { $0 < second && sent[$0].partition == sent[second].partition }
                ) {
                    found.append((place, first, second))
                }
            }
        }
        return found.randomElement(using: &chance)
    }

    // MARK: Spoiling

    /// Takes one acknowledged record out of all reads; `isAt` compares its offset with the last of its partition.
    private static func hide(
        in history: [Operation], _ chance: inout SplitMix64, _ isAt: (Int, Int) -> Bool
    ) -> [Operation]? {
        var last: [Int: Int] = [:]
        for operation in history {
            if case .drain(let reads) = operation.action, let end = reads.last { last[end.partition] = end.offset }
        }
        var found: [Operation.Sent] = []
        for operation in history where operation.outcome == .ok && operation.transaction == nil {
            guard case .send(let sent) = operation.action else { continue }
            found += sent.filter { one in
                guard let offset = one.offset, let end = last[one.partition] else { return false }
                return isAt(offset, end)
            }
        }
        guard let victim = found.randomElement(using: &chance) else { return nil }
        return history.map { without($0, victim.partition, victim.value) }
    }

    private static func without(_ operation: Operation, _ partition: Int, _ value: Int) -> Operation {
        var operation = operation
        switch operation.action {
        case .poll(let reads):
            operation.action = .poll(reads.filter { $0.partition != partition || $0.value != value })
        case .drain(let reads):
            operation.action = .drain(reads.filter { $0.partition != partition || $0.value != value })
        default: break
        }
        return operation
    }

    /// Takes one record of a committed transaction of several out of all reads.
    private static func tear(_ history: [Operation], _ chance: inout SplitMix64) -> [Operation]? {
        let committed = Set(history.filter { $0.action == .endTransaction && $0.outcome == .ok }.map(\.transaction))
        var last: [Int: Int] = [:]
        for operation in history {
            if case .drain(let reads) = operation.action, let end = reads.last { last[end.partition] = end.offset }
        }
        var found: [Operation.Sent] = []
        for operation in history where operation.transaction != nil && committed.contains(operation.transaction) {
            guard case .send(let sent) = operation.action else { continue }
            found += sent.filter { ($0.offset ?? .max) < last[$0.partition, default: -1] }
        }
        guard let victim = found.randomElement(using: &chance) else { return nil }
        return history.map { without($0, victim.partition, victim.value) }
    }

    /// A transaction reads from itself, or two from each other.
    private static func readInside(
        _ history: [Operation], _ chance: inout SplitMix64, ofItself: Bool
    ) -> [Operation]? {
        let committed = Set(history.filter { $0.action == .endTransaction && $0.outcome == .ok }.map(\.transaction))
        let sends = history.filter {
            $0.transaction != nil && committed.contains($0.transaction) && isSend($0, .ok, 1...9)
        }
        guard let one = sends.randomElement(using: &chance), let first = read(of: one) else { return nil }
        var history = history
        let end = history[history.count - 1].end
        func poll(_ read: Operation.Read, in transaction: Int?, at time: Int) -> Operation {
            Operation(
                begin: end + time, end: end + time + 1, process: 90 + time, outcome: .ok, action: .poll([read]),
                transaction: transaction)
        }
        if ofItself {
            history.append(poll(first, in: one.transaction, at: 1))
            return history
        }
        let others = sends.filter { $0.transaction != one.transaction }
        guard let other = others.randomElement(using: &chance), let second = read(of: other) else { return nil }
        history.append(poll(first, in: other.transaction, at: 1))
        history.append(poll(second, in: one.transaction, at: 2))
        return history
    }

    private static func read(of operation: Operation) -> Operation.Read? {
        guard case .send(let sent) = operation.action, let one = sent.first, let offset = one.offset else { return nil }
        return .init(partition: one.partition, offset: offset, value: one.value)
    }
}
