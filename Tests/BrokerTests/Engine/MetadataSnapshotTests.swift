import Bytes
import KafkaLog
import KafkaWire
import Testing

@testable import KafkaBroker

/// The metadata log stays short, and a stop of many partitions is one sync.
@Suite struct MetadataSnapshotTests {
    private static let folder = "/data/__cluster_metadata-0"

    /// A broker that has made and deleted many topics; one is left.
    private func busy() throws -> EngineHarness {
        let harness = try EngineHarness()
        _ = try harness.createTopic("kept", partitions: 3, configs: ["retention.ms": "1000"])
        _ = try harness.send(InitProducerIdRequest(transactionalId: nil, transactionTimeoutMs: 1_000), version: 4)
        for number in 0..<12 {
            _ = try harness.createTopic(TopicName("passing-\(number)"), partitions: 200)
            let request = DeleteTopicsRequest(topicNames: [TopicName("passing-\(number)")], timeoutMs: 1_000)
            #expect(try harness.send(request, version: 4)?.responses.first?.errorCode == ErrorCode.none)
        }
        return harness
    }

    private func state(_ engine: Engine) -> [String] {
        engine.topics.all.map { "\($0.name) \($0.id) \($0.partitions.count) \($0.overrides)" }
    }

    private func snapshots(_ files: MemoryFileSystem) throws -> [String] {
        try files.list(Self.folder).filter { MetadataSnapshot.endOffset($0) != nil }
    }

    private func logBytes(_ files: MemoryFileSystem) throws -> Int {
        try files.list(Self.folder).filter { $0.hasSuffix(".log") }
            .reduce(0) { $0 + (try files.size(of: Self.folder + "/" + $1) ?? 0) }
    }

    @Test func `a start writes a snapshot and drops the records it stands for`() throws {
        let harness = try busy()
        let before = state(harness.engine)
        let size = try logBytes(harness.files)
        #expect(before.count == 1 && size > 100_000)
        try harness.restart()
        #expect(state(harness.engine) == before)
        #expect(try snapshots(harness.files).count == 1 && logBytes(harness.files) == 0)
        let id = try #require(
            try harness.send(InitProducerIdRequest(transactionalId: nil, transactionTimeoutMs: 1_000), version: 4))
        #expect(id.producerId.rawValue == 1_000)
        _ = try harness.createTopic("later")
        for how in [nil, .dropUnsynced, .keepEverything] as [MemoryFileSystem.PowerCut?] {
            let now = state(harness.engine)
            try harness.restart(how)
            #expect(state(harness.engine) == now && now.count == 2)
        }
        #expect(try snapshots(harness.files).count == 1)
    }

    @Test func `power lost within any call of the snapshot keeps every topic`() throws {
        let harness = try busy()
        let before = state(harness.engine)
        harness.engine.close()
        var step = 1
        while true {
            let files = harness.files.afterPowerCut(.keepEverything)
            files.cutPower(afterChanges: step)
            func open(_ files: MemoryFileSystem) throws -> Engine {
                try Engine.open(
                    BrokerConfiguration(dataDirectory: "/data"), clock: harness.clock, fileSystem: files, seed: 9
                ) { $0() }
            }
            let finished = (try? open(files)) != nil
            for mode in [.dropUnsynced, .keepEverything, .tear(seed: UInt64(step))] as [MemoryFileSystem.PowerCut] {
                let again = try open(files.afterPowerCut(mode))
                #expect(state(again) == before, "cut at \(step), \(mode)")
            }
            if finished { break }
            step += 1
        }
        #expect(step > 10)
    }

    @Test func `records of Apache Kafka that mean nothing here are never dropped`() throws {
        let harness = try busy()
        harness.engine.close()
        let log = try PartitionLog.open(
            directory: Self.folder, topicPartition: MetadataLog.name, topicID: MetadataLog.topicID,
            config: MetadataLog.config, fileSystem: harness.files, cleanShutdown: true, now: harness.clock.wall)
        var batch = RecordBatchBuilder()
        // A FeatureLevelRecord: frame version 1, type 12, version 0.
        batch.append(key: nil, value: ByteSlice([1, 12, 0, 2, 0x61, 0, 1, 0]), timestamp: harness.clock.wall)
        _ = try log.append(try batch.build(), leaderEpoch: 0, origin: .coordinator, now: harness.clock.wall)
        try log.close()
        let size = try logBytes(harness.files)
        try harness.restart(.keepEverything)
        #expect(state(harness.engine).count == 1)
        #expect(try snapshots(harness.files).isEmpty && logBytes(harness.files) == size)
    }

    @Test func `a damaged snapshot stops the start with one line`() throws {
        let harness = try busy()
        try harness.restart()
        harness.engine.close()
        let name = try #require(try snapshots(harness.files).first)
        harness.files.corrupt(Self.folder + "/" + name) { $0[200] ^= 1 }
        #expect(throws: BrokerError.self) { try harness.restart(.keepEverything) }
    }

    @Test func `a stop makes many logs durable with one sync`() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("wide", partitions: 50)
        for number in 0..<50 {
            _ = try harness.produce(harness.batch(["v\(number)"]), to: "wide", partition: Int32(number))
        }
        let before = harness.files.syncs
        harness.engine.close()
        #expect(harness.files.syncs - before < 20)
        try harness.restart(.dropUnsynced)
        for number in 0..<50 {
            #expect(try harness.values(of: "wide", partition: Int32(number)) == ["v\(number)"])
        }
    }
}
