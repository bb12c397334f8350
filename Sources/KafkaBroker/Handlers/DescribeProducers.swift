import KafkaLog
import KafkaWire

// DescribeProducers (61), version 0.
// Behaviour: the producers that a partition remembers, with epoch, newest sequence and time.
// Deviations: none known.

extension Engine {
    func describeProducers(_ request: DescribeProducersRequest, _ context: RequestContext) -> Reply {
        typealias Row = DescribeProducersResponse.PartitionResponse
        var response = DescribeProducersResponse()
        for topic in request.topics {
            let known = topics.topic(named: topic.name)
            let complaint = Topic.complaint(about: topic.name)
            let rows = topic.partitionIndexes.map { number in
                if let complaint {
                    return Row(partitionIndex: number, errorCode: .invalidTopicException, errorMessage: complaint)
                }
                guard let partition = known?.partition(number) else {
                    return Row(
                        partitionIndex: number, errorCode: .unknownTopicOrPartition,
                        // Kafka's own difference between an unknown topic and an unknown partition.
                        errorMessage: known == nil ? "This server does not host this topic-partition." : nil)
                }
                let (failure, producers) = partition.withLog { log, _, failure in (failure, log.producers) }
                return Row(
                    partitionIndex: number, errorCode: failure,
                    activeProducers: failure == .none ? producers.map(Self.describe) : [])
            }
            response.topics.append(.init(name: topic.name, partitions: rows))
        }
        return .ready(response)
    }

    private static func describe(_ producer: ActiveProducer) -> DescribeProducersResponse.ProducerState {
        .init(
            producerId: ProducerID(producer.id), producerEpoch: Int32(producer.epoch),
            lastSequence: producer.lastSequence, lastTimestamp: producer.lastTimestamp,
            coordinatorEpoch: producer.coordinatorEpoch,
            currentTxnStartOffset: producer.transactionStart ?? -1)
    }
}
