import KafkaWire

/// The producers that wrote to one partition: decides whether a batch continues its producer's sequence, repeats a batch
/// that is there, or must be refused; and which transactions are open. Everything in it can be had again by reading the
/// log from a snapshot on.
struct ProducerLedger {
    /// A transaction that was aborted, as the `.txnindex` names it.
    struct Aborted: Equatable {
        var producerID: Int64
        var firstOffset: Int64
        /// Of the marker.
        var lastOffset: Int64
        var lastStableOffset: Int64
    }

    private(set) var producers: [Int64: ProducerState] = [:]
    /// First offset and producer of the open transactions.
    private var open: [Int64: Int64] = [:]
    /// Whether a producer that is not in it may have written here: some were forgotten, or the log had a life before.
    var mayHaveForgotten = false
    /// Every batch before this offset has been seen.
    var mapEndOffset: Int64 = 0

    /// First offset of the oldest open transaction.
    var firstOpenOffset: Int64? { open.isEmpty ? nil : open.keys.min() }

    var isEmpty: Bool { producers.isEmpty }

    /// The stored batch that `batch` repeats, if it is one of the producer's newest five.
    @inline(__always)
    func duplicate(of batch: BatchView) -> ProducerBatch? {
        producers[batch.producerID]?
            .duplicate(epoch: batch.producerEpoch, first: batch.baseSequence, last: batch.lastSequence)
    }

    /// Checks sequence and epoch of a batch that is to get `offset`, as Kafka's ProducerAppendInfo does. Other than
    /// there, the first batch of a producer must have sequence 0: one that overtook those before it would be taken, and
    /// they refused for ever. Where its earlier ones may have been forgotten, it is told so and begins a new epoch.
    func check(
        _ batch: BatchView, at offset: Int64, origin: AppendOrigin, in topicPartition: TopicPartition
    ) throws(AppendError) {
        guard origin != .replication else { return }
        let (id, epoch) = (batch.producerID, batch.producerEpoch)
        guard let state = producers[id] else {
            guard origin == .client, !batch.isControl, batch.baseSequence != 0 else { return }
            let words =
                "Producer \(id) is not known in partition \(topicPartition), and its sequence at offset \(offset) is "
                + "\(batch.baseSequence), not 0"
            throw mayHaveForgotten ? .unknownProducer(words) : .outOfOrderSequence(words)
        }
        if epoch < state.epoch {
            throw .invalidProducerEpoch(
                "Epoch of producer \(id) at offset \(offset) in \(topicPartition) is \(epoch), "
                    + "which is smaller than the last seen epoch \(state.epoch)")
        }
        guard origin == .client, !batch.isControl else { return }
        let first = batch.baseSequence
        if epoch != state.epoch {
            if first != 0 {
                throw .outOfOrderSequence(
                    "Invalid sequence number for new epoch of producer \(id) at offset \(offset) in partition "
                        + "\(topicPartition): \(epoch) (request epoch), \(first) (seq. number), "
                        + "\(state.epoch) (current producer epoch)")
            }
        } else if !Sequence32.follows(state.lastSequence, first) {
            throw .outOfOrderSequence(
                "Out of order sequence number for producer \(id) at offset \(offset) in partition \(topicPartition): "
                    + "\(first) (incoming seq. number), \(state.lastSequence) (current end sequence number)")
        }
        if state.transactionStart != nil, !batch.isTransactional {
            throw .invalidTransactionState(
                "Expected transactional write from producer \(id) at offset \(offset) in partition \(topicPartition)")
        }
    }

    /// Takes up a data batch whose offsets are set.
    mutating func record(_ batch: BatchView) {
        let id = batch.producerID
        let stored = ProducerBatch(
            lastSequence: batch.lastSequence, lastOffset: batch.lastOffset, offsetDelta: batch.lastOffsetDelta,
            timestamp: batch.maxTimestamp)
        let start = batch.baseOffset
        let opens = batch.isTransactional
        var began = false
        update(id, epoch: batch.producerEpoch) { state in
            state.add(stored)
            if opens, state.transactionStart == nil {
                state.transactionStart = start
                began = true
            }
        }
        if began { open[start] = id }
    }

    /// Takes up a commit or abort marker; returns the transaction when it was aborted and had data.
    mutating func recordMarker(_ batch: BatchView, commits: Bool, coordinatorEpoch: Int32) -> Aborted? {
        let timestamp = batch.maxTimestamp
        var start: Int64?
        update(batch.producerID, epoch: batch.producerEpoch) { state in
            start = state.transactionStart
            state.transactionStart = nil
            state.coordinatorEpoch = coordinatorEpoch
            state.lastTimestamp = timestamp
        }
        guard let start else { return nil }
        open[start] = nil
        guard !commits else { return nil }
        return Aborted(
            producerID: batch.producerID, firstOffset: start, lastOffset: batch.lastOffset,
            lastStableOffset: firstOpenOffset ?? batch.lastOffset + 1)
    }

    @inline(__always)
    private mutating func update(_ id: Int64, epoch: Int16, _ change: (inout ProducerState) -> Void) {
        if let place = producers.index(forKey: id) {
            if producers.values[place].epoch != epoch { producers.values[place].begin(epoch: epoch) }
            change(&producers.values[place])
        } else {
            var state = ProducerState(epoch: epoch, timestamp: -1)
            change(&state)
            producers[id] = state
        }
    }

    /// Forgets producers that have been idle for too long and have no transaction open.
    mutating func expire(now: Int64, after limit: Int64) {
        guard !producers.isEmpty else { return }
        let gone = producers.filter { $0.value.transactionStart == nil && now - $0.value.lastTimestamp >= limit }
        if gone.isEmpty { return }
        mayHaveForgotten = true
        for id in gone.keys { producers[id] = nil }
    }

    /// Puts a producer in place as a snapshot has it.
    mutating func restore(_ id: Int64, _ state: ProducerState) {
        producers[id] = state
        if let start = state.transactionStart { open[start] = id }
    }

    /// Forgets everything.
    mutating func reset(to offset: Int64) {
        self = ProducerLedger()
        mapEndOffset = offset
    }
}
