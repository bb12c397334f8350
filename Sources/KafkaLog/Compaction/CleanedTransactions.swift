/// Which data belongs to aborted transactions and which markers end a transaction that has no data any more, while a log is
/// read in the order of its offsets (Kafka's `CleanedTransactionMetadata`).
struct CleanedTransactions {
    /// Aborted transactions still to come, the next one last.
    private var upcoming: [ProducerLedger.Aborted]
    /// Aborted transactions that have begun, by producer, and whether data of theirs was seen.
    private var aborted: [Int64: (entry: ProducerLedger.Aborted, hasData: Bool)] = [:]
    /// Producers whose transaction has begun and will be committed.
    private var committed: Set<Int64> = []

    /// - Parameters:
    ///   - entries: the aborted transactions of the whole log.
    ///   - start: the offset from which it is read.
    init(_ entries: [ProducerLedger.Aborted], from start: Int64) {
        upcoming = entries.filter { $0.lastOffset >= start }.sorted { $0.firstOffset > $1.firstOffset }
    }

    /// Takes a data batch; true when it was aborted.
    mutating func isAborted(_ batch: BatchView) -> Bool {
        begin(upTo: batch.lastOffset)
        guard batch.isTransactional else { return false }
        if aborted[batch.producerID] != nil {
            aborted[batch.producerID]?.hasData = true
            return true
        }
        committed.insert(batch.producerID)
        return false
    }

    /// What is to become of a marker.
    struct Marker {
        /// Nothing is left of the transaction that it ends.
        var isEmpty: Bool
        /// The aborted transaction whose data was there until now: its entry in the `.txnindex` stays.
        var entry: ProducerLedger.Aborted?
    }

    /// Takes a control batch. `commits` is nil for a control record that ends no transaction.
    mutating func marker(_ batch: BatchView, commits: Bool?) -> Marker {
        begin(upTo: batch.lastOffset)
        guard let commits else { return Marker(isEmpty: false) }
        if commits { return Marker(isEmpty: committed.remove(batch.producerID) == nil) }
        guard let ended = aborted.removeValue(forKey: batch.producerID), ended.hasData else {
            return Marker(isEmpty: true)
        }
        return Marker(isEmpty: false, entry: ended.entry)
    }

    private mutating func begin(upTo offset: Int64) {
        while let next = upcoming.last, next.firstOffset <= offset {
            upcoming.removeLast()
            if aborted[next.producerID] == nil { aborted[next.producerID] = (next, false) }
        }
    }
}
