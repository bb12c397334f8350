import Bytes
import KafkaLog
import KafkaWire
import Synchronization
import Testing

@testable import KafkaBroker

/// The lines that an engine reports.
final class Reports: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    func take() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }
}

/// What a broker does when files cannot be written or made durable, and when its data is made durable.
@Suite struct DiskTroubleTests {
    private let reports = Reports()

    private func harness(_ topics: [TopicName: [String: String]]) throws -> EngineHarness {
        let reports = reports
        let harness = try EngineHarness { $0.report = { reports.add($0) } }
        for (name, configs) in topics.sorted(by: { $0.key < $1.key }) {
            #expect(try harness.createTopic(name, configs: configs)?.errorCode == ErrorCode.none)
        }
        return harness
    }

    // MARK: When data is durable

    @Test func `with flush.messages 1 what was acknowledged survives a power cut`() throws {
        let harness = try harness(["safe": ["flush.messages": "1"], "plain": [:]])
        for number in 0..<3 {
            #expect(try harness.produce(harness.batch(["v\(number)"]), to: "safe")?.errorCode == ErrorCode.none)
            #expect(try harness.produce(harness.batch(["v\(number)"]), to: "plain")?.errorCode == ErrorCode.none)
        }
        try harness.restart(.dropUnsynced)
        #expect(try harness.values(of: "safe") == ["v0", "v1", "v2"])
        #expect(try harness.values(of: "plain").isEmpty)
    }

    @Test func `one sync makes all durable that came in together`() throws {
        let harness = try harness(["safe": ["flush.messages": "1"]])
        _ = try harness.produce(harness.batch(["first"]), to: "safe")
        let before = harness.files.syncs
        let clients = (0..<20).map { _ in harness.connect() }
        for (number, client) in clients.enumerated() {
            let data = ProduceRequest.PartitionProduceData(index: 0, records: try harness.batch(["v\(number)"]))
            let request = ProduceRequest(
                acks: -1, timeoutMs: 1_000, topicData: [.init(name: "safe", partitionData: [data])])
            try harness.post(request, version: 9, on: client)
        }
        #expect(harness.takeFrames(of: clients[0]).isEmpty)
        harness.endPass()
        #expect(harness.files.syncs == before + 1)
        for client in clients { #expect(harness.takeFrames(of: client).count == 1) }
        try harness.restart(.dropUnsynced)
        #expect(try harness.values(of: "safe").count == 21)
    }

    @Test func `flush.ms makes a record durable after that time, flush.messages after so many`() throws {
        let harness = try harness(["timed": ["flush.ms": "300"], "counted": ["flush.messages": "3"]])
        _ = try harness.produce(harness.batch(["a"]), to: "timed")
        _ = try harness.produce(harness.batch(["a"]), to: "counted")
        harness.advance(by: 299)
        let before = harness.files.syncs
        harness.advance(by: 1)
        #expect(harness.files.syncs > before)
        _ = try harness.produce(harness.batch(["b", "c"]), to: "counted")
        _ = try harness.produce(harness.batch(["d"]), to: "counted")
        _ = try harness.produce(harness.batch(["b"]), to: "timed")
        try harness.restart(.dropUnsynced)
        #expect(try harness.values(of: "timed") == ["a"])
        #expect(try harness.values(of: "counted") == ["a", "b", "c"])
    }

    // MARK: Trouble

    @Test func `a failed sync takes the partition offline for good and says why; others go on`() throws {
        let harness = try harness(["safe": ["flush.messages": "1"], "other": ["flush.messages": "1"]])
        _ = try harness.produce(harness.batch(["kept"]), to: "safe")
        harness.files.fail(.sync, code: 5)
        let refused = try harness.produce(harness.batch(["lost"]), to: "safe", version: 9)
        #expect(refused?.errorCode == .kafkaStorageError)
        let line = try #require(reports.take().first)
        #expect(line.contains("safe-0 is offline: cannot sync") && line.contains("restart"))
        for _ in 0..<5 { harness.advance(by: 10_000) }
        let again = try harness.produce(harness.batch(["more"]), to: "safe")
        #expect(again?.errorCode == .kafkaStorageError)
        #expect(again?.errorMessage?.contains("cannot sync") == true)
        #expect(try harness.produce(harness.batch(["fine"]), to: "other")?.errorCode == ErrorCode.none)
        try harness.restart(.dropUnsynced)
        #expect(try harness.values(of: "safe") == ["kept"])
        #expect(try harness.values(of: "other") == ["fine"])
    }

    @Test(arguments: [28, 5] as [Int32])
    func `a refused write takes the partition offline, and it comes back when the disk does`(_ code: Int32) throws {
        let harness = try harness(["orders": [:], "other": [:]])
        let producer = RecordBatchBuilder.Producer(id: 4, epoch: 0, baseSequence: 0)
        _ = try harness.produce(harness.batch(["a", "b"], producer: producer), to: "orders")
        harness.files.fail(.write, code: code, times: 3)
        var next = producer
        next.baseSequence = 2
        let refused = try harness.produce(harness.batch(["c"], producer: next), to: "orders")
        #expect(refused?.errorCode == .kafkaStorageError)
        #expect(try harness.produce(harness.batch(["d"]), to: "orders")?.errorCode == .kafkaStorageError)
        #expect(reports.take().count == 1)
        // Still broken at the first look, whole at the second or third.
        for _ in 0..<3 { harness.advance(by: OfflinePartitions.pauseMs) }
        #expect(reports.take() == ["orders-0 is back, with records up to 2"])
        // The producer sends again what was refused.
        #expect(try harness.produce(harness.batch(["c"], producer: next), to: "orders")?.baseOffset == 2)
        #expect(try harness.values(of: "orders") == ["a", "b", "c"])
        try harness.restart(.keepEverything)
        #expect(try harness.values(of: "orders") == ["a", "b", "c"])
    }

    @Test func `a full disk refuses writes with the reason and takes them again when there is room`() throws {
        let harness = try harness(["orders": [:]])
        _ = try harness.produce(harness.batch(["a"]), to: "orders")
        harness.files.limitCapacity(harness.files.usedBytes + 20)
        #expect(try harness.produce(harness.batch(["b"]), to: "orders")?.errorCode == .kafkaStorageError)
        #expect(reports.take().first?.contains("No space left on device") == true)
        for _ in 0..<4 { harness.advance(by: OfflinePartitions.pauseMs) }
        let refused = try harness.produce(harness.batch(["b"]), to: "orders")
        #expect(refused?.errorCode == .kafkaStorageError)
        #expect(refused?.errorMessage?.contains("No space left on device") == true)
        #expect(reports.take().isEmpty)
        harness.files.limitCapacity(nil)
        harness.advance(by: OfflinePartitions.pauseMs)
        #expect(try harness.produce(harness.batch(["c"]), to: "orders")?.errorCode == ErrorCode.none)
        #expect(try harness.values(of: "orders") == ["a", "c"])
    }

    @Test func `groups whose partition failed come back with the offsets that were acknowledged`() throws {
        let harness = try harness(["orders": [:]])
        func commit(_ offset: Int64) throws -> ErrorCode? {
            let request = OffsetCommitRequest(
                groupId: "g", generationIdOrMemberEpoch: -1, memberId: "",
                topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: offset)])])
            return try harness.send(request, version: 8)?.topics.first?.partitions.first?.errorCode
        }
        func committed() throws -> Int64? {
            let request = OffsetFetchRequest(groupId: "g", topics: [.init(name: "orders", partitionIndexes: [0])])
            return try harness.send(request, version: 5)?.topics.first?.partitions.first?.committedOffset
        }
        #expect(try commit(3) == ErrorCode.none)
        harness.files.fail(.write, code: 28)
        #expect(try commit(9) == .notCoordinator)
        #expect(try commit(9) == .notCoordinator)
        harness.advance(by: OfflinePartitions.pauseMs)
        #expect(try committed() == 3)
        #expect(try commit(4) == ErrorCode.none)
        try harness.restart(.keepEverything)
        #expect(try committed() == 4)
    }

    @Test func `deleted records do not come back after a crash`() throws {
        let harness = try harness(["orders": ["flush.messages": "1"]])
        for number in 0..<4 { _ = try harness.produce(harness.batch(["v\(number)"]), to: "orders") }
        let request = DeleteRecordsRequest(
            topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, offset: 3)])], timeoutMs: 1_000)
        let answer = try harness.send(request, version: 2)?.topics.first?.partitions.first
        #expect(answer?.errorCode == ErrorCode.none && answer?.lowWatermark == 3)
        harness.advance(by: 1_000)
        try harness.restart(.dropUnsynced)
        #expect(harness.engine.partition(TopicPartition("orders", 0))?.logStartOffset == 3)
    }

    @Test func `more partitions than may be open are written one after the other`() throws {
        let harness = try EngineHarness { $0.maximumOpenSegments = 3 }
        _ = try harness.createTopic("wide", partitions: 12)
        for round in 0..<3 {
            for number in 0..<12 {
                let result = try harness.produce(
                    harness.batch(["\(round)"]), to: "wide", partition: Int32(number))
                #expect(result?.errorCode == ErrorCode.none && result?.baseOffset == Int64(round))
                // The metadata log is open as well.
                #expect(harness.files.openFiles <= 4)
            }
        }
        #expect(harness.engine.limits[.openSegments] >= 30)
        for number in 0..<12 {
            #expect(try harness.values(of: "wide", partition: Int32(number)) == ["0", "1", "2"])
        }
    }

    @Test func `the directory's room is told`() throws {
        let harness = try harness(["orders": [:]])
        let unknown = try harness.send(DescribeLogDirsRequest(topics: nil), version: 4)?.results.first
        #expect(unknown?.totalBytes == -1 && unknown?.usableBytes == -1)
        let used = harness.files.usedBytes
        harness.files.limitCapacity(used + 1_000)
        let known = try harness.send(DescribeLogDirsRequest(topics: nil), version: 4)?.results.first
        #expect(known?.totalBytes == Int64(used) + 1_000 && known?.usableBytes == 1_000)
        let real = try #require(try POSIXFileSystem().space(of: "/"))
        #expect(real.total > real.usable && real.usable >= 0)
    }
}
