extension HistoryChecker {
    /// Transactions are seen whole or not at all, never by themselves before their end, and never in a circle.
    mutating func transactionsWhole() {
        var seen: [Int: (read: Bool, passed: Bool)] = [:]
        for partition in partitions.values {
            for record in partition.records.values {
                guard let transaction = record.transaction, isAcknowledged(record) else { continue }
                if record.isRead { seen[transaction, default: (false, false)].read = true }
                if !record.isRead, let offset = record.offsets.first, offset <= partition.lastRead {
                    seen[transaction, default: (false, false)].passed = true
                }
            }
        }
        for (transaction, ends) in seen.sorted(by: { $0.key < $1.key }) where ends.read && ends.passed {
            report(.tornTransaction, "transaction \(transaction) was seen in part")
        }
        var writers: [Int: Set<Int>] = [:]
        for operation in operations {
            guard let reader = operation.transaction, case .poll(let reads) = operation.action else { continue }
            for read in reads {
                guard let writer = partitions[read.partition]?.records[read.value]?.transaction else { continue }
                if writer == reader {
                    report(.precommittedRead, "transaction \(reader) read its own \(read.partition):\(read.value)")
                } else {
                    writers[reader, default: []].insert(writer)
                }
            }
        }
        reportCircle(writers)
    }

    /// Walks from readers to what they read from; a way back to where it came from is a circle.
    private mutating func reportCircle(_ writers: [Int: Set<Int>]) {
        enum Mark { case onTheWay, done }
        var marks: [Int: Mark] = [:]
        for start in writers.keys.sorted() where marks[start] == nil {
            var way: [(node: Int, left: [Int])] = [(start, writers[start, default: []].sorted())]
            marks[start] = .onTheWay
            while let place = way.indices.last {
                guard let next = way[place].left.popLast() else {
                    marks[way[place].node] = .done
                    way.removeLast()
                    continue
                }
                if marks[next] == .onTheWay {
                    report(.circularTransactions, "transactions \(way.map(\.node)) read from each other")
                    return
                }
                if marks[next] == nil {
                    marks[next] = .onTheWay
                    way.append((next, writers[next, default: []].sorted()))
                }
            }
        }
    }
}
