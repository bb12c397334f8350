import KafkaWire

/// What only one change at a time may touch: the metadata log and the producer ids. Lives under
/// `Engine.administration`.
struct Administration {
    let metadata: MetadataLog
    /// The next producer id to hand out.
    var nextProducerID: Int64
    /// The first id beyond the block that was reserved in the log.
    var producerIDLimit: Int64
    /// How many ids are reserved at once.
    static let producerIDBlock: Int64 = 1_000

    /// Takes a fresh producer id. A block is reserved in the log before its first id is given, so no id is given twice.
    mutating func takeProducerID(nodeID: Int32, now: Int64) throws(TopicError) -> ProducerID {
        if nextProducerID >= producerIDLimit {
            let (limit, overflow) = nextProducerID.addingReportingOverflow(Self.producerIDBlock)
            if overflow { throw TopicError(.unknownServerError, "All producer ids are used up") }
            try metadata.append(
                [
                    .producerIds(
                        ProducerIdsRecord(
                            brokerId: BrokerID(nodeID), brokerEpoch: -1, nextProducerId: limit))
                ], now: now)
            producerIDLimit = limit
        }
        defer { nextProducerID += 1 }
        return ProducerID(nextProducerID)
    }
}
