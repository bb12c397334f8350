import Bytes
import KafkaLog
import KafkaWire
import Testing

@testable import KafkaBroker

/// The cleaner at work in a broker.
@Suite struct CleanerTests {
    private func entries(_ harness: EngineHarness, _ topic: TopicName) throws -> [String] {
        var found: [String] = []
        var offset: Int64 = 0
        while true {
            let response = try harness.send(harness.fetchRequest(topic, from: offset), version: 12)
            guard let records = response?.responses.first?.partitions.first?.records, !records.isEmpty else {
                return found
            }
            for element in RecordBatches(records) {
                let batch = try element.batch.get()
                found += try batch.records().map { "\($0.offset):\($0.key?.text ?? "")=\($0.value?.text ?? "∅")" }
                offset = batch.lastOffset + 1
            }
        }
    }

    private func keyed(_ key: String, _ value: String?, _ harness: EngineHarness) throws -> ByteSlice {
        var builder = RecordBatchBuilder()
        builder.append(key: ByteSlice(key), value: value.map { ByteSlice($0) }, timestamp: harness.clock.wall)
        return try builder.build()
    }

    @Test func `a compacted topic is compacted by and by, and the checkpoint says how far`() throws {
        let harness = try EngineHarness()
        harness.engine.startUpkeep()
        #expect(
            try harness.createTopic(
                "table",
                configs: ["cleanup.policy": "compact", "segment.ms": "1000", "min.cleanable.dirty.ratio": "0.1"])?
                .errorCode == ErrorCode.none)
        for number in 0..<5 {
            _ = try harness.produce(keyed("a", "\(number)", harness), to: "table")
            _ = try harness.produce(keyed("b\(number % 2)", "\(number)", harness), to: "table")
            harness.clock.advance(by: 2_000)
        }
        #expect(try entries(harness, "table").count == 10)
        harness.advance(by: 15_000)
        #expect(try entries(harness, "table") == ["5:b0=2", "6:a=3", "7:b1=3", "8:a=4", "9:b0=4"])
        let found = try Checkpoint.readOffsets(.cleaner, in: "/data", harness.files)
        #expect(found == [TopicPartition("table", 0): 8])
        try harness.restart(.dropUnsynced)
        harness.engine.startUpkeep()
        _ = try harness.produce(keyed("a", nil, harness), to: "table")
        harness.advance(by: 15_000)
        #expect(try entries(harness, "table").contains { $0.hasSuffix(":a=∅") })
    }

    @Test func `the offsets of groups are compacted and a start finds the newest`() throws {
        let harness = try EngineHarness { $0.offsetsTopicPartitions = 1 }
        harness.engine.startUpkeep()
        _ = try harness.createTopic("orders")
        func commit(_ offset: Int64) throws -> ErrorCode? {
            let request = OffsetCommitRequest(
                groupId: "g", generationIdOrMemberEpoch: -1, memberId: "",
                topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: offset)])])
            return try harness.send(request, version: 8)?.topics.first?.partitions.first?.errorCode
        }
        #expect(try commit(0) == ErrorCode.none)
        let name = TopicPartition("__consumer_offsets", 0)
        harness.engine.partition(name)?.withLog { log, _, _ in log.config.segmentBytes = 2_000 }
        for offset in 1...200 { #expect(try commit(Int64(offset)) == ErrorCode.none) }
        let before = try #require(harness.engine.partition(name)).sizeInBytes
        harness.advance(by: 15_000)
        let after = try #require(harness.engine.partition(name)).sizeInBytes
        #expect(before > 10_000 && after < 3_000)
        try harness.restart(.keepEverything)
        let request = OffsetFetchRequest(groupId: "g", topics: [.init(name: "orders", partitionIndexes: [0])])
        #expect(try harness.send(request, version: 5)?.topics.first?.partitions.first?.committedOffset == 200)
    }

    @Test func `a log that cannot be compacted is reported once and left alone`() throws {
        let lines = Reports()
        let harness = try EngineHarness { $0.report = { lines.add($0) } }
        harness.engine.startUpkeep()
        _ = try harness.createTopic("table", configs: ["cleanup.policy": "compact", "segment.ms": "1000"])
        for number in 0..<3 {
            _ = try harness.produce(keyed("a", "\(number)", harness), to: "table")
            harness.clock.advance(by: 2_000)
        }
        harness.files.corrupt("/data/table-0/00000000000000000000.log") { $0[65] ^= 1 }
        for _ in 0..<3 { harness.advance(by: 15_000) }
        let said = lines.take()
        #expect(said.count == 1 && said[0].contains("table-0 is not compacted"))
        #expect(try harness.produce(keyed("a", "still", harness), to: "table")?.errorCode == ErrorCode.none)
    }
}
