import Bytes
import KafkaClient
import KafkaWire
import Synchronization
import Testing

@Suite struct ProducerTests {
    private static let value = ByteSlice([UInt8](repeating: 0x61, count: 400))

    /// All values of a partition from the first offset on, as their keys number them.
    private func numbers(_ cluster: Cluster, _ topic: TopicName) async throws -> [Int] {
        var numbers: [Int] = []
        var next: Int64 = 0
        while true {
            let fetched = try await cluster.fetchRecords(TopicPartition(topic, 0), from: next)
            guard fetched.nextOffset > next else { return numbers }
            numbers += fetched.records.compactMap { $0.key.flatMap { Int($0.text) } }
            next = fetched.nextOffset
        }
    }

    @Test func `records of a partition arrive in their order, with several batches on their way`() async throws {
        let broker = try OwnBroker()
        let cluster = try broker.cluster()
        try await cluster.createTopic("line", partitions: 1, replicationFactor: 1)
        for (round, acks) in Producer.Acks.allCases.enumerated() {
            let producer = Producer(cluster: cluster, codec: .lz4, acks: acks)
            var deliveries: [Producer.Delivery] = []
            for number in 0..<6_000 {
                deliveries.append(
                    try await producer.begin(
                        topic: "line", key: ByteSlice("\(round * 6_000 + number)"), value: Self.value))
            }
            for (number, delivery) in deliveries.enumerated() {
                let sent = try await delivery.outcome()
                #expect(sent.offset == (acks == .none ? -1 : Int64(round * 6_000 + number)))
            }
        }
        #expect(try await numbers(cluster, "line") == Array(0..<18_000))
        cluster.close()
    }

    @Test func `what is refused, lost or answered late is sent again, in order and once`() async throws {
        let partition = Mutex(FaultyPartition())
        let port = Mutex<UInt16>(0)
        let fake = try FakeBroker { key, version, id, frame in
            partition.withLock { $0.answer(key, version, id, frame, port: port.withLock { $0 }) }
        }
        port.withLock { $0 = fake.address.port }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [fake.address]))
        let producer = Producer(cluster: cluster)
        var deliveries: [Producer.Delivery] = []
        for number in 0..<12_000 {
            deliveries.append(try await producer.begin(topic: "line", key: ByteSlice("\(number)"), value: Self.value))
        }
        for delivery in deliveries { _ = try await delivery.outcome() }
        let (log, faults) = partition.withLock { ($0.log, $0.faults) }
        #expect(log == Array(0..<12_000), "\(log.count) records in the log")
        #expect(faults > 3)
        cluster.close()
    }
}

/// One partition that keeps to Kafka's rules of sequences and fails now and then.
private struct FaultyPartition {
    private(set) var log: [Int] = []
    private(set) var faults = 0
    private var requests = 0
    private var sequence: Int32 = 0

    mutating func answer(
        _ key: APIKey, _ version: Int16, _ id: Int32, _ frame: ByteSlice, port: UInt16
    ) -> ByteSlice? {
        switch key {
        case .apiVersions:
            return FakeBroker.versions(
                [.apiVersions: 0...3, .metadata: 5...9, .initProducerId: 0...1, .produce: 3...8], version: version, id)
        case .metadata:
            let topic = MetadataResponse.MetadataResponseTopic(
                errorCode: .none, name: "line",
                partitions: [.init(errorCode: .none, partitionIndex: 0, leaderId: 1, replicaNodes: [1], isrNodes: [1])])
            let broker = MetadataResponse.MetadataResponseBroker(nodeId: 1, host: "127.0.0.1", port: Int32(port))
            return try? Frame.encode(
                MetadataResponse(brokers: [broker], controllerId: 1, topics: [topic]), version: version,
                correlationID: id)
        case .initProducerId:
            return try? Frame.encode(
                InitProducerIdResponse(producerId: 9, producerEpoch: 0), version: version, correlationID: id)
        default:
            var reader = WireReader(frame)
            guard (try? Frame.requestHeader(from: &reader)) != nil,
                let request = try? ProduceRequest(from: &reader, version: version),
                let bytes = request.topicData.first?.partitionData.first?.records
            else { return nil }
            let row = ProduceResponse.PartitionProduceResponse(
                index: 0, errorCode: append(bytes), baseOffset: -1)
            let topic = ProduceResponse.TopicProduceResponse(name: "line", partitionResponses: [row])
            return try? Frame.encode(ProduceResponse(responses: [topic]), version: version, correlationID: id)
        }
    }

    private mutating func append(_ bytes: ByteSlice) -> ErrorCode {
        requests += 1
        if requests % 7 == 2 {
            faults += 1
            return .notLeaderOrFollower
        }
        guard let batch = try? RecordBatch(checking: bytes), let header = batch.header,
            let records = try? batch.records()
        else { return .corruptMessage }
        if header.baseSequence < sequence { return .duplicateSequenceNumber }
        if header.baseSequence > sequence { return .outOfOrderSequenceNumber }
        sequence += header.recordCount
        log += records.compactMap { $0.key.flatMap { Int($0.text) } }
        if requests % 11 == 3 {
            // It is in the log, and nobody hears of it.
            faults += 1
            return .requestTimedOut
        }
        return .none
    }
}
