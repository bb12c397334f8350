import Bytes
import KafkaWire
import Testing

@testable import KafkaLog

@Suite struct RollAndReadTests {
    @Test func `a segment ends by size, by age of its batches and by a full index`() throws {
        var fixture = LogFixture()
        fixture.config.segmentBytes = 200
        var log = try fixture.open()
        for _ in 0..<5 { try fixture.append(batch(["0123456789"]), to: log) }
        #expect(log.segmentCount == 3)

        fixture = LogFixture()
        fixture.config.segmentMs = 1000
        log = try fixture.open()
        try fixture.append(batch(["a"], timestamp: 5000), to: log)
        try fixture.append(batch(["b"], timestamp: 6000), to: log)
        #expect(log.segmentCount == 1)
        try fixture.append(batch(["c"], timestamp: 6001), to: log)
        #expect(log.segmentCount == 2)

        fixture = LogFixture()
        (fixture.config.indexIntervalBytes, fixture.config.segmentIndexBytes) = (1, 16)
        log = try fixture.open()
        for _ in 0..<4 { try fixture.append(batch(["a"]), to: log) }
        #expect(log.segmentCount == 2)
    }

    @Test func `the first batch comes whole, later ones may be cut`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        let size = try batch(["0123456789"]).count
        for _ in 0..<3 { try fixture.append(batch(["0123456789"]), to: log) }
        #expect(try log.read(from: 0, maxBytes: 10, upTo: 3, atLeastOneBatch: true).count == size)
        #expect(try log.read(from: 0, maxBytes: 10, upTo: 3, atLeastOneBatch: false).isEmpty)
        #expect(try log.read(from: 1, maxBytes: size + 7, upTo: 3, atLeastOneBatch: true).count == size + 7)
        #expect(try log.read(from: 0, maxBytes: 1000, upTo: 2, atLeastOneBatch: true).count == 2 * size)
        #expect(try log.read(from: 0, maxBytes: 1000, upTo: 0, atLeastOneBatch: true).isEmpty)
        #expect(try log.read(from: 3, maxBytes: 1000, upTo: 3, atLeastOneBatch: true).isEmpty)
        #expect(throws: LogError.offsetOutOfRange(offset: 4, logStartOffset: 0, logEndOffset: 3)) {
            _ = try log.read(from: 4, maxBytes: 1, upTo: 3, atLeastOneBatch: true)
        }
    }

    @Test func `a large read of a real file names a piece of it`() throws {
        let folder = try TemporaryFolder()
        let fixture = LogFixture(POSIXFileSystem(), directory: folder.path + "/orders-0")
        let log = try fixture.open()
        let value = String(repeating: "x", count: 20_000)
        for _ in 0..<4 { try fixture.append(batch([value]), to: log) }
        let large = try log.read(from: 1, maxBytes: 1 << 20, upTo: 4, atLeastOneBatch: true)
        guard case .file(let file, _, _) = large.content else {
            Issue.record("read into memory")
            return
        }
        #expect(file.descriptor != nil)
        #expect(large.firstBatchOffset == 1)
        #expect(RecordBatches(try large.load()).map { try? $0.batch.get().header?.baseOffset } == [1, 2, 3])
        try log.releaseIdle()
        #expect(try contents(of: log).count == 4)
        try fixture.append(batch(["again"]), to: log)
        #expect(try contents(of: log).count == 5)
        try log.delete()
        #expect(try fixture.files.size(of: fixture.directory) == nil)
    }

    @Test func `records are found by time across segments and inside batches`() throws {
        var fixture = LogFixture()
        (fixture.config.indexIntervalBytes, fixture.config.segmentBytes) = (150, 700)
        let log = try fixture.open()
        for number in 0..<20 {
            let time = fixture.now + Int64(number * 10)
            try fixture.append(
                batch(["a", "b", "c"], timestamp: time, codec: number % 2 == 0 ? .none : .zstd), to: log)
        }
        #expect(log.segmentCount > 2)
        for number in 0..<20 {
            let base = fixture.now + Int64(number * 10)
            for delta in Int64(-7)...2 {
                let found = try log.offset(forTimestamp: base + delta)
                #expect(found?.offset == Int64(number * 3) + max(delta, 0))
            }
        }
        #expect(try log.offset(forTimestamp: fixture.now + 193) == nil)
        #expect(try log.maxTimestampOffset()?.offset == 59)
        #expect(try log.maxTimestampOffset()?.timestamp == fixture.now + 192)
    }

    @Test func `old segments go by time and by size, the log's start moves`() throws {
        var fixture = LogFixture()
        fixture.config.segmentBytes = 200
        var log = try fixture.open()
        for number in 0..<8 {
            try fixture.append(
                batch(["0123456789"], timestamp: fixture.now + Int64(number)), to: log, epoch: Int32(number))
        }
        #expect(log.segmentCount == 4)
        log.config.retentionMs = 100
        #expect(try log.applyRetention(now: fixture.now + 102) == 1)
        #expect(log.logStartOffset == 2)
        #expect(log.endOffset(forEpoch: 0) == (0, 2))
        log.config.retentionMs = -1
        log.config.retentionBytes = Int64(log.sizeInBytes - 1)
        #expect(try log.applyRetention(now: fixture.now) == 0)
        log.config.retentionBytes = Int64(log.sizeInBytes / 2)
        #expect(try log.applyRetention(now: fixture.now) == 1)
        #expect(log.logStartOffset == 4)
        log.config.retentionMs = 100
        #expect(try log.applyRetention(now: fixture.now + 1000) == 2)
        #expect(log.logStartOffset == 8 && log.logEndOffset == 8 && log.sizeInBytes == 0)
        try log.close()
        log = try fixture.open(logStart: 8)
        #expect(log.logEndOffset == 8)
        #expect(try fixture.append(batch(["next"]), to: log).baseOffset == 8)
    }

    @Test func `deleted records are gone at once, their segments with the next retention`() throws {
        var fixture = LogFixture()
        fixture.config.segmentBytes = 200
        let log = try fixture.open()
        for number in 0..<6 { try fixture.append(batch(["value \(number)"]), to: log) }
        try log.deleteRecords(before: 3)
        try log.deleteRecords(before: 1)
        #expect(log.logStartOffset == 3)
        #expect(throws: LogError.self) { try log.deleteRecords(before: 7) }
        #expect(throws: LogError.self) { _ = try log.read(from: 2, maxBytes: 9, upTo: 6, atLeastOneBatch: true) }
        #expect(try contents(of: log).map(\.offset) == [3, 4, 5])
        let segments = log.segmentCount
        #expect(try log.applyRetention(now: fixture.now) == 1)
        #expect(log.segmentCount == segments - 1 && log.logStartOffset == 3)
        try log.close()
        #expect(try fixture.open(logStart: 3).logStartOffset == 3)
    }

    @Test func `a directory of another topic is refused`() throws {
        let fixture = LogFixture()
        try fixture.open().close()
        let other = KafkaUUID(high: 1, low: 1)
        #expect(throws: LogError.inconsistentTopicID(found: LogFixture.topicID, wanted: other)) {
            _ = try PartitionLog.open(
                directory: fixture.directory, topicPartition: TopicPartition(topic: "orders", partition: 0),
                topicID: other, fileSystem: fixture.files, cleanShutdown: true, now: 0)
        }
    }

    @Test func `one process at a time holds a directory`() throws {
        let folder = try TemporaryFolder()
        let files = POSIXFileSystem()
        let lock = try files.lock(folder.path + "/.lock")
        #expect(lock != nil)
        #expect(try files.lock(folder.path + "/.lock") == nil)
        withExtendedLifetime(lock) {}
    }

    @Test func `checkpoint files are read back as they were written`() throws {
        let disk = MemoryFileSystem()
        try disk.makeDirectory("/data")
        let offsets: [TopicPartition: Int64] = [
            TopicPartition(topic: "a", partition: 3): 12, TopicPartition(topic: "b.c-d", partition: 0): 0,
        ]
        for file in Checkpoint.OffsetFile.allCases {
            #expect(try Checkpoint.readOffsets(file, in: "/data", disk) == nil)
            try Checkpoint.writeOffsets(offsets, file, in: "/data", disk)
            #expect(try Checkpoint.readOffsets(file, in: "/data", disk) == offsets)
            disk.corrupt("/data/" + file.rawValue) { $0.removeLast(3) }
            #expect(throws: LogError.self) { _ = try Checkpoint.readOffsets(file, in: "/data", disk) }
        }
        #expect(try !Checkpoint.takeCleanShutdownMark(in: "/data", disk))
        try Checkpoint.leaveCleanShutdownMark(brokerEpoch: 4, in: "/data", disk)
        #expect(try disk.readAll("/data/.kafka_cleanshutdown")?.text == "{\"version\":0,\"brokerEpoch\":4}")
        #expect(try Checkpoint.takeCleanShutdownMark(in: "/data", disk))
        #expect(try !Checkpoint.takeCleanShutdownMark(in: "/data", disk))
        try Checkpoint.writeMetaProperties(["version": "1", "node.id": "1"], in: "/data", disk)
        #expect(try Checkpoint.readMetaProperties(in: "/data", disk) == ["version": "1", "node.id": "1"])
    }
}
