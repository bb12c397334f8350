public import KafkaWire

/// How the transaction ended that a record was written in.
public enum TransactionOutcome: Sendable, Hashable {
    /// Everybody should read it.
    case committed
    /// It was given up: nobody should read it.
    case aborted
    /// Its marker was not written yet when the record was read.
    case open
}

/// A control record that ends the transaction of a producer in one partition.
public struct TransactionMarker: Sendable, Hashable {
    /// The producer whose transaction it ends.
    public var producer: ProducerID
    /// Its own offset: what the producer wrote before it, and behind an earlier marker, belongs to the transaction.
    public var offset: Int64
    /// How it ends it.
    public var outcome: TransactionOutcome

    /// The parts.
    public init(producer: ProducerID, offset: Int64, outcome: TransactionOutcome) {
        self.producer = producer
        self.offset = offset
        self.outcome = outcome
    }

    /// True when this marker decides what became of a batch that was open when it was read. Markers are to be asked in the
    /// order of their offsets: the first one decides.
    public func ends(_ batch: BatchFacts) -> Bool {
        batch.outcome == .open && batch.producerID == producer && batch.lastOffset < offset
    }
}

extension [BatchFacts] {
    /// Notes how the transactions ended whose markers came later than the batches.
    mutating func settle(with markers: [TransactionMarker]) {
        for marker in markers {
            for index in indices where marker.ends(self[index]) { self[index] = self[index].ended(marker.outcome) }
        }
    }
}
