public import KafkaWire

/// A transaction that is open on a partition.
public struct OpenTransaction: Sendable, Hashable {
    /// Who writes it.
    public var producer: ProducerID
    /// Its first offset: readers of committed records stand before it.
    public var firstOffset: Int64
    /// When its producer last wrote, in milliseconds since 1970.
    public var lastWrite: Int64

    /// The parts.
    public init(producer: ProducerID, firstOffset: Int64, lastWrite: Int64) {
        self.producer = producer
        self.firstOffset = firstOffset
        self.lastWrite = lastWrite
    }
}

/// What the leaders know of those who write to topics.
public struct TopicWriters: Sendable, Hashable {
    /// Topics that somebody writes to in transactions: some of their offsets are markers, and perhaps aborted records.
    public var transactional: Set<TopicName> = []
    /// The oldest open transaction of each partition that has one.
    public var open: [TopicPartition: OpenTransaction] = [:]

    /// Nothing known.
    public init() {}
}

extension Cluster {
    /// Asks the leaders of these topics' partitions who wrote to them lately. What a leader does not tell, because it is too
    /// old or the account may not, is left out: whoever cannot be asked proves nothing.
    public func writers(of topics: [TopicName]) async throws(ClientError) -> TopicWriters {
        let names = try await metadata(topics).topics.flatMap { topic in
            topic.partitions.map { TopicPartition(topic.name, $0.index) }
        }
        let (placed, _) = await byLeader(names)
        return await withTaskGroup(of: TopicWriters.self) { group in
            for (broker, partitions) in placed { group.addTask { await self.writers(of: partitions, at: broker) } }
            return await group.reduce(into: TopicWriters()) { all, some in
                all.transactional.formUnion(some.transactional)
                all.open.merge(some.open) { $1 }
            }
        }
    }

    private func writers(of partitions: Set<TopicPartition>, at broker: BrokerID) async -> TopicWriters {
        let request = DescribeProducersRequest(
            topics: Dictionary(grouping: partitions, by: \.topic).map { topic, entries in
                DescribeProducersRequest.TopicRequest(name: topic, partitionIndexes: entries.map(\.partition))
            })
        var writers = TopicWriters()
        let answer: DescribeProducersResponse? = try? await call(.broker(broker), check: { _ in nil }) { _ in request }
        guard let response = answer else { return writers }
        for topic in response.topics {
            for partition in topic.partitions {
                // Only who ended a transaction has a coordinator's epoch, and only who is within one its first offset.
                let transactional = partition.activeProducers.filter {
                    $0.coordinatorEpoch >= 0 || $0.currentTxnStartOffset >= 0
                }
                if !transactional.isEmpty { writers.transactional.insert(topic.name) }
                let oldest = transactional.filter { $0.currentTxnStartOffset >= 0 }
                    .min { $0.currentTxnStartOffset < $1.currentTxnStartOffset }
                writers.open[TopicPartition(topic.name, partition.partitionIndex)] = oldest.map {
                    OpenTransaction(
                        producer: $0.producerId, firstOffset: $0.currentTxnStartOffset, lastWrite: $0.lastTimestamp)
                }
            }
        }
        return writers
    }
}
