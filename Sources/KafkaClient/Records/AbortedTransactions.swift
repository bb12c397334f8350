import KafkaWire

/// Which records of an answer belong to transactions that were given up: what a reader of committed records leaves out.
struct AbortedTransactions {
    /// Producer and first offset, the next one last.
    private var waiting: [(producer: ProducerID, first: Int64)]
    private var active: Set<ProducerID> = []

    /// The list of a Fetch answer; there is none when all records were asked for.
    init(_ list: [(producer: ProducerID, first: Int64)]) {
        waiting = list.sorted { $0.first > $1.first }
    }

    /// Whether the records of this batch were given up. Batches come in the order of their offsets.
    mutating func hides(_ batch: RecordBatch) -> Bool {
        while let first = waiting.last, first.first <= batch.lastOffset {
            active.insert(first.producer)
            waiting.removeLast()
        }
        guard let header = batch.header, header.isTransactional, !batch.isControl else { return false }
        return active.contains(header.producerID)
    }

    /// Takes a marker: with it a transaction that was given up is over.
    mutating func pass(_ marker: ControlRecordType?, of producer: ProducerID) {
        if marker == .abort { active.remove(producer) }
    }
}
