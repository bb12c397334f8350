import Bytes
import KafkaClient
import KafkaWire
import Network
import Synchronization
import Testing

/// A leader that moves, or never had the partition, while somebody reads.
@Suite struct LeaderMoveTests {
    /// Two brokers of a cluster, of which one leads; both are peers of this test.
    private final class Pair: Sendable {
        let leader = Mutex<Int32>(1)
        let fetches = Mutex<[Int32: Int]>([:])
        let ports = Mutex<[Int32: UInt16]>([:])
        let batches: [ByteSlice]

        init(_ batches: [ByteSlice]) { self.batches = batches }

        func answer(_ me: Int32, _ key: APIKey, _ version: Int16, _ id: Int32, _ frame: ByteSlice) -> ByteSlice? {
            var reader = WireReader(frame)
            guard (try? Frame.requestHeader(from: &reader)) != nil else { return nil }
            switch key {
            case .apiVersions:
                return FakeBroker.versions(
                    [.apiVersions: 0...4, .metadata: 4...9, .fetch: 4...11, .listOffsets: 1...5], version: version, id)
            case .metadata: return try? Frame.encode(metadata(), version: version, correlationID: id)
            case .listOffsets:
                guard let request = try? ListOffsetsRequest(from: &reader, version: version) else { return nil }
                return try? Frame.encode(ends(request), version: version, correlationID: id)
            case .fetch:
                guard let request = try? FetchRequest(from: &reader, version: version) else { return nil }
                return try? Frame.encode(fetched(me, request), version: version, correlationID: id)
            default: return nil
            }
        }

        private func metadata() -> MetadataResponse {
            let leads = leader.withLock { $0 }
            let partition = MetadataResponse.MetadataResponsePartition(
                partitionIndex: 0, leaderId: BrokerID(rawValue: leads), replicaNodes: [1, 2], isrNodes: [1, 2])
            return MetadataResponse(
                brokers: ports.withLock { ports in
                    ports.map {
                        MetadataResponse.MetadataResponseBroker(
                            nodeId: BrokerID(rawValue: $0.key), host: "127.0.0.1", port: Int32($0.value))
                    }
                }, clusterId: "pair", controllerId: 1,
                topics: [MetadataResponse.MetadataResponseTopic(name: "t", partitions: [partition])])
        }

        private func ends(_ request: ListOffsetsRequest) -> ListOffsetsResponse {
            let isStart = request.topics.first?.partitions.first?.timestamp == -2
            return ListOffsetsResponse(topics: [
                ListOffsetsResponse.ListOffsetsTopicResponse(
                    name: "t",
                    partitions: [
                        ListOffsetsResponse.ListOffsetsPartitionResponse(
                            partitionIndex: 0, timestamp: -1, offset: isStart ? 0 : Int64(batches.count))
                    ])
            ])
        }

        /// One batch an answer. After the second one the other broker leads, and this one says so.
        private func fetched(_ me: Int32, _ request: FetchRequest) -> FetchResponse {
            let offset = request.topics.first?.partitions.first?.fetchOffset ?? 0
            let count = fetches.withLock {
                $0[me, default: 0] += 1
                return $0[me] ?? 0
            }
            if me == 1, count > 2 { leader.withLock { $0 = 2 } }
            let leads = leader.withLock { $0 } == me
            var row = FetchResponse.PartitionData(
                partitionIndex: 0, errorCode: leads ? .none : .notLeaderOrFollower,
                highWatermark: leads ? Int64(batches.count) : -1)
            row.lastStableOffset = row.highWatermark
            row.records = leads && offset < batches.count ? batches[Int(offset)] : .empty
            return FetchResponse(responses: [FetchResponse.FetchableTopicResponse(topic: "t", partitions: [row])])
        }
    }

    private func pair() throws -> (pair: Pair, brokers: [FakeBroker], cluster: Cluster) {
        let batches = try (0..<6).map { offset in
            var builder = RecordBatchBuilder()
            builder.baseOffset = Int64(offset)
            builder.append(key: nil, value: ByteSlice("v\(offset)"), timestamp: Int64(offset))
            return try builder.build()
        }
        let pair = Pair(batches)
        let brokers = try [Int32(1), 2].map { me in
            try FakeBroker { key, version, id, frame in pair.answer(me, key, version, id, frame) }
        }
        for (place, broker) in brokers.enumerated() {
            pair.ports.withLock { $0[Int32(place + 1)] = broker.address.port }
        }
        return (pair, brokers, try Cluster(ClientConfiguration(bootstrap: [brokers[0].address])))
    }

    @Test func `a search goes on with the new leader and sees each record once`() async throws {
        let (pair, brokers, cluster) = try pair()
        defer { cluster.close() }
        let found = Mutex<[Int64]>([])
        let reader = TopicReader(cluster: cluster, topic: "t")
        let progress = try await TopicSearch(reader, try RecordQuery("v", now: 0)).run(from: .earliest) { report in
            found.withLock { $0 += report.found.map(\.record.offset) }
            return true
        }
        #expect(found.withLock { $0 } == [0, 1, 2, 3, 4, 5] && progress.isComplete && progress.records == 6)
        #expect(pair.fetches.withLock { $0[2] ?? 0 } > 0)
        _ = brokers
    }

    @Test func `reading goes on with the new leader`() async throws {
        let (pair, brokers, cluster) = try pair()
        defer { cluster.close() }
        var offsets: [Int64] = []
        var next: Int64 = 0
        while next < 6 {
            let fetched = try await cluster.fetchRecords(TopicPartition("t", 0), from: next)
            offsets += fetched.records.map(\.offset)
            try #require(fetched.nextOffset > next)
            next = fetched.nextOffset
        }
        #expect(offsets == [0, 1, 2, 3, 4, 5] && pair.leader.withLock { $0 } == 2)
        _ = brokers
    }
}
