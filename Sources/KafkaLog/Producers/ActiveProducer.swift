/// A producer as a partition remembers it, for those who ask.
public struct ActiveProducer: Sendable, Equatable {
    /// Its id.
    public var id: Int64
    /// Its newest epoch.
    public var epoch: Int16
    /// The sequence of its newest record; -1 when there is none.
    public var lastSequence: Int32
    /// The offset of that record; -1 when there is none.
    public var lastOffset: Int64
    /// The time of its newest batch, in milliseconds since 1970.
    public var lastTimestamp: Int64
    /// The epoch of the coordinator that wrote its newest marker; -1 when there is none.
    public var coordinatorEpoch: Int32
    /// First offset of the transaction that is open.
    public var transactionStart: Int64?
}

extension PartitionLog {
    /// The producers that are remembered, by id.
    public var producers: [ActiveProducer] { ledger.active }
}

extension ProducerLedger {
    /// The producers, by id.
    var active: [ActiveProducer] {
        producers.sorted { $0.key < $1.key }.map { id, state in
            ActiveProducer(
                id: id, epoch: state.epoch, lastSequence: state.lastSequence, lastOffset: state.lastOffset,
                lastTimestamp: state.lastTimestamp, coordinatorEpoch: state.coordinatorEpoch,
                transactionStart: state.transactionStart)
        }
    }
}
