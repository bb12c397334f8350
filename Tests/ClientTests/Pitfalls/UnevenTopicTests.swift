import Bytes
import KafkaClient
import KafkaWire
import Testing

/// Topics whose partitions and times are not as tidy as one would like.
@Suite struct UnevenTopicTests {
    /// A busy partition must not be cut to its share of what is asked for.
    @Test func `the newest of a busy and a quiet partition are the newest`() async throws {
        let broker = try OwnBroker()
        let cluster = try broker.cluster()
        defer { cluster.close() }
        try await cluster.createTopic("uneven", partitions: 8, replicationFactor: 1)
        let producer = Producer(cluster: cluster)
        func send(_ count: Int, to partition: Int32, from time: Int64) async throws {
            var sent: [Producer.Delivery] = []
            for index in 0..<count {
                sent.append(
                    try await producer.begin(
                        topic: "uneven", partition: partition, value: ByteSlice("\(partition)"),
                        timestamp: time + Int64(index)))
            }
            for delivery in sent { _ = try await delivery.outcome() }
        }
        try await send(30, to: 1, from: 1_000)
        try await send(2_000, to: 0, from: 1_700_000_000_000)
        try await send(3, to: 5, from: 1_700_000_001_990)
        let reader = TopicReader(cluster: cluster, topic: "uneven")
        let newest = try await reader.newest(400)
        #expect(newest.records.count == 400)
        #expect(newest.records.count { $0.partition == 0 } == 397)
        #expect(newest.records.count { $0.partition == 5 } == 3)
        let times = newest.records.map(\.record.timestamp)
        #expect(times == times.sorted() && times.last == 1_700_000_001_999)
    }

    /// Kafka finds the first record that is not before a moment; what comes behind it may be older, and none is lost.
    @Test func `times that are absent, to come or out of order move no record`() async throws {
        let broker = try OwnBroker()
        let cluster = try broker.cluster()
        defer { cluster.close() }
        try await cluster.createTopic(
            "times", partitions: 1, replicationFactor: 1,
            configs: ["message.timestamp.after.max.ms": "9223372036854775807"])
        let times: [Int64] = [1_000, -1, 5_000, 3_000, 4_102_444_800_000, 2_000]
        let producer = Producer(cluster: cluster)
        for time in times {
            _ = try await producer.send(
                topic: "times", partition: 0, value: ByteSlice("\(time)"), timestamp: time)
        }
        let reader = TopicReader(cluster: cluster, topic: "times")
        let newest = try await reader.newest(10)
        #expect(newest.records.map(\.record.offset) == [0, 1, 2, 3, 4, 5])
        #expect(newest.records.map(\.record.timestamp) == times)
        // From the first at or after 2,500 on everything, the older ones behind it too.
        let page = try await reader.page(from: .timestamp(2_500), limit: 10)
        #expect(page.records.map(\.record.offset) == [2, 3, 4, 5])
        let beyond = try await reader.page(from: .timestamp(4_102_444_800_001), limit: 10)
        #expect(beyond.records.isEmpty)
        // A search by time is no cut in the log: it looks at each record.
        let query = try RecordQuery("timestamp >= 2500", now: 0)
        let found = newest.records.filter { query.passes($0) }.map(\.record.offset)
        #expect(found == [2, 3, 4])
        _ = try await cluster.commitOffsets("g", [TopicPartition("times", 0): CommittedOffset(offset: 6)])
        let planner = ResetPlanner(cluster: cluster, undoFolder: nil)
        func row(_ moment: Int64) async throws -> ResetPlan.Row? {
            try await planner.plan(group: "g", topics: ["times"], target: .time(moment), now: 10_000).rows.first
        }
        #expect(try await row(2_500)?.new == 2)
        #expect(try await row(2_500)?.next?.timestamp == 5_000)
        let late = try await row(4_102_444_800_001)
        #expect(late?.new == 6 && late?.note?.outcome == "stays at the end", "\(String(describing: late))")
    }

    /// The value of a secret setting is dropped where it comes in, whatever the broker sends along.
    @Test func `a secret setting has no value here`() async throws {
        let broker = try FakeBroker { key, version, id, _ in
            switch key {
            case .apiVersions:
                return FakeBroker.versions(
                    [.apiVersions: 0...4, .metadata: 4...9, .describeConfigs: 1...4], version: version, id)
            case .describeConfigs:
                var result = DescribeConfigsResponse.DescribeConfigsResult(resourceType: 4, resourceName: "")
                result.configs = [("ssl.keystore.password", true, Int8(0)), ("sasl.jaas.config", false, 9)].map {
                    var config = DescribeConfigsResponse.DescribeConfigsResourceResult(name: $0.0, value: "hunter2")
                    (config.isSensitive, config.configType) = ($0.1, $0.2)
                    config.synonyms = [
                        DescribeConfigsResponse.DescribeConfigsSynonym(name: $0.0, value: "hunter2", source: 4)
                    ]
                    return config
                }
                return try? Frame.encode(
                    DescribeConfigsResponse(results: [result]), version: version, correlationID: id)
            default:
                return try? Frame.encode(
                    MetadataResponse(clusterId: "x", controllerId: 1), version: version, correlationID: id)
            }
        }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address]))
        defer { cluster.close() }
        let entries = try await cluster.configs(of: [.allBrokers])[.allBrokers]?.get() ?? []
        var dumped = ""
        dump(entries, to: &dumped)
        #expect(!dumped.contains("hunter2"), "\(dumped)")
    }
}
