/// What the log remembers of one batch of an idempotent producer.
struct ProducerBatch: Equatable {
    var lastSequence: Int32
    var lastOffset: Int64
    /// Last minus first offset; the same distance lies between the sequences.
    var offsetDelta: Int32
    var timestamp: Int64

    var firstSequence: Int32 { Sequence32.subtract(lastSequence, offsetDelta) }
    var firstOffset: Int64 { lastOffset - Int64(offsetDelta) }
}

/// What the log remembers of one idempotent producer: its epoch and its newest five batches, so that a batch sent again
/// is recognised as long as the producer may have it in flight.
struct ProducerState: Equatable {
    static let remembered = 5

    var epoch: Int16
    var coordinatorEpoch: Int32 = -1
    /// First offset of the transaction that is open.
    var transactionStart: Int64?
    var lastTimestamp: Int64
    /// Oldest first, at most five. Inline: no producer costs an allocation of its own.
    private var b0 = Self.none, b1 = Self.none, b2 = Self.none, b3 = Self.none, b4 = Self.none
    private(set) var count = 0

    private static let none = ProducerBatch(lastSequence: -1, lastOffset: -1, offsetDelta: 0, timestamp: -1)

    init(epoch: Int16, timestamp: Int64) {
        self.epoch = epoch
        lastTimestamp = timestamp
    }

    /// The newest batch.
    var last: ProducerBatch? { count == 0 ? nil : batch(count - 1) }
    /// Sequence of the newest record; -1 when there is none.
    var lastSequence: Int32 { last?.lastSequence ?? -1 }
    var lastOffset: Int64 { last?.lastOffset ?? -1 }

    func batch(_ index: Int) -> ProducerBatch {
        switch index {
        case 0: b0
        case 1: b1
        case 2: b2
        case 3: b3
        default: b4
        }
    }

    mutating func add(_ batch: ProducerBatch) {
        switch count {
        case 0: b0 = batch
        case 1: b1 = batch
        case 2: b2 = batch
        case 3: b3 = batch
        case 4: b4 = batch
        default: (b0, b1, b2, b3, b4) = (b1, b2, b3, b4, batch)
        }
        count = min(count + 1, Self.remembered)
        lastTimestamp = batch.timestamp
    }

    /// The batch of exactly these sequences, if it is among those remembered.
    func duplicate(epoch: Int16, first: Int32, last: Int32) -> ProducerBatch? {
        guard epoch == self.epoch else { return nil }
        for index in 0..<count {
            let batch = batch(index)
            if batch.lastSequence == last, batch.firstSequence == first { return batch }
        }
        return nil
    }

    /// A newer instance of the producer has come: its sequences begin anew.
    mutating func begin(epoch: Int16) {
        self.epoch = epoch
        count = 0
    }
}
