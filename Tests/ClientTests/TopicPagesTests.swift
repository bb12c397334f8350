import Bytes
import Codecs
import KafkaClient
import KafkaWire
import Synchronization
import Testing

/// Pages and searches over a topic of four partitions on a broker of ours, each record of its own kind.
@Suite struct TopicPagesTests {
    private static let topic: TopicName = "orders"

    private struct Filled {
        let broker: OwnBroker
        let cluster: Cluster
        var expected: [Int32: [Int64]] = [:]
        let count = 3_000

        init() async throws {
            broker = try OwnBroker()
            cluster = try broker.cluster()
            try await cluster.createTopic(TopicPagesTests.topic, partitions: 4, replicationFactor: 1)
            let codecs: [CompressionCodec] = [.none, .gzip, .snappy, .lz4, .zstd]
            var places: [Producer.Sent] = []
            for (round, codec) in codecs.enumerated() {
                let producer = Producer(cluster: cluster, codec: codec)
                places += try await withThrowingTaskGroup(of: Producer.Sent.self) { group in
                    for index in 0..<count / codecs.count {
                        let number = round * count / codecs.count + index
                        group.addTask {
                            try await producer.send(
                                topic: TopicPagesTests.topic, partition: Int32(number % 7 % 4),
                                key: ByteSlice("key-\(number % 50)"),
                                value: ByteSlice(
                                    "{\"number\":\(number),\"country\":\"\(number % 10 == 3 ? "PT" : "DE")\"}"),
                                timestamp: 1_700_000_000_000 + Int64(number))
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            for place in places { expected[place.partition, default: []].append(place.offset) }
            expected = expected.mapValues { $0.sorted() }
        }
    }

    @Test func `pages read backwards and forwards are the whole topic, each record once`() async throws {
        let filled = try await Filled()
        let reader = TopicReader(cluster: filled.cluster, topic: Self.topic)
        var back: [Int32: [Int64]] = [:]
        var page = try await reader.newest(170)
        var rounds = 0
        while !page.records.isEmpty {
            rounds += 1
            #expect(page.records.count <= 170)
            let times = page.records.map(\.record.timestamp)
            for (partition, records) in Dictionary(grouping: page.records, by: \.partition) {
                back[partition] = records.map(\.record.offset) + (back[partition] ?? [])
            }
            #expect(page.records.allSatisfy { $0.batch != nil } && times.first ?? 0 <= times.last ?? 0)
            page = try await reader.page(before: page.starts, limit: 170)
        }
        #expect(back == filled.expected && rounds >= filled.count / 170)
        #expect(page.starts.allSatisfy { $0.value == 0 })
        var forth: [Int32: [Int64]] = [:]
        page = try await reader.page(from: .earliest, limit: 500)
        while !page.records.isEmpty {
            for found in page.records { forth[found.partition, default: []].append(found.record.offset) }
            page = try await reader.page(from: .positions(page.positions), limit: 500)
        }
        #expect(forth == filled.expected)
        filled.cluster.close()
    }

    @Test func `a search finds what passes, exactly, stops at its limit and can be taken up again`() async throws {
        let filled = try await Filled()
        let reader = TopicReader(cluster: filled.cluster, topic: Self.topic)
        func search(_ text: String, from start: ReadStart = .earliest, limit: Int = .max) async throws -> (
            Set<String>, SearchProgress
        ) {
            let found = Mutex<[String]>([])
            let progress = try await TopicSearch(reader, try RecordQuery(text, now: 0)).run(
                from: start, limit: limit
            ) { report in
                found.withLock { $0 += report.found.map { "\($0.partition)@\($0.record.offset)" } }
                return true
            }
            let all = found.withLock { $0 }
            #expect(Set(all).count == all.count && all.count == progress.matched)
            return (Set(all), progress)
        }
        let (portuguese, whole) = try await search("value.country == \"PT\"")
        #expect(portuguese.count == filled.count / 10 && whole.records == filled.count && whole.isComplete)
        #expect(whole.fraction == 1 && whole.codecs.count == 5)
        #expect(try await search("PT").0 == portuguese)
        #expect(try await search("value contains '\"PT\"' || value contains 'nowhere'").0 == portuguese)
        let (one, narrow) = try await search("value.number == 1234")
        #expect(one.count == 1 && narrow.records == filled.count)
        #expect(try await search("partition == 2 && offset < 5").0 == ["2@0", "2@1", "2@2", "2@3", "2@4"])
        let (late, few) = try await search("timestamp >= 1700000002990")
        #expect(late.count == 10 && few.records < filled.count)
        #expect(try await search("partition == 9").1.records == 0)
        // Stopped and taken up again, it finds the same.
        var (some, part) = try await search("value.country == \"PT\"", limit: 7)
        #expect(some.count == 7 && !part.isComplete)
        while !part.isComplete {
            let (more, next) = try await search("value.country == \"PT\"", from: .positions(part.positions), limit: 41)
            #expect(some.isDisjoint(with: more))
            some.formUnion(more)
            part = next
        }
        #expect(some == portuguese)
        filled.cluster.close()
    }

    @Test func `a page of large records is bounded by bytes and loses none`() async throws {
        let broker = try OwnBroker()
        let cluster = try broker.cluster()
        try await cluster.createTopic("large", partitions: 2, replicationFactor: 1)
        let producer = Producer(cluster: cluster)
        let value = ByteSlice([UInt8](repeating: 7, count: 600_000))
        for index in 0..<120 {
            _ = try await producer.send(
                topic: "large", partition: Int32(index % 2), value: value, timestamp: Int64(index))
        }
        let reader = TopicReader(cluster: cluster, topic: "large")
        var times: [Int64] = []
        var page = try await reader.newest(1_000)
        var rounds = 0
        while !page.records.isEmpty {
            rounds += 1
            #expect(page.records.count < 100)
            times = page.records.map(\.record.timestamp) + times
            page = try await reader.page(before: page.starts, limit: 1_000)
        }
        #expect(times == Array(0..<120) && rounds >= 2)
        cluster.close()
    }

    @Test func `following decodes the newest of an answer and counts the others`() async throws {
        let filled = try await Filled()
        let reader = TopicReader(cluster: filled.cluster, topic: Self.topic)
        var counted = 0
        var seen = 0
        for await page in reader.follow(from: .earliest, keep: 20) {
            counted += page.skipped + page.records.count
            seen += page.records.count
            if page.positions.allSatisfy({ $0.value >= page.ends[$0.key] ?? 0 }), page.positions.count == 4 { break }
        }
        #expect(counted == filled.count && seen < filled.count)
        filled.cluster.close()
    }
}
