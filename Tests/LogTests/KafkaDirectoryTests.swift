import Bytes
import Codecs
import Foundation
import KafkaWire
import Testing

@testable import KafkaLog

enum CompressionCodecs {
    static let all: [CompressionCodec?] = [CompressionCodec.none, .gzip, .snappy, .lz4, .zstd]
}

@Suite(.enabled(if: sharedFolder != nil, "there is no folder shared")) struct KafkaDirectoryTests {
    /// A copy of a partition that Apache Kafka wrote.
    private func copy(_ name: String, _ folder: TemporaryFolder) throws -> String {
        let from = try #require(sharedFolder) + "/protocol/logdir/" + name
        let to = folder.path + "/" + name
        try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
        for file in try FileManager.default.contentsOfDirectory(atPath: from) {
            let bytes = try Data(contentsOf: URL(filePath: from + "/" + file))
            try bytes.write(to: URL(filePath: to + "/" + file))
        }
        return to
    }

    private func open(
        _ directory: String, clean: Bool = true, logStart: Int64? = nil
    ) throws -> PartitionLog {
        var config = LogConfig()
        (config.indexIntervalBytes, config.retentionMs) = (256, -1)
        return try PartitionLog.open(
            directory: directory, topicPartition: TopicPartition(topic: "ref", partition: 0), config: config,
            fileSystem: POSIXFileSystem(), cleanShutdown: clean, logStartOffset: logStart, now: LogFixture.now)
    }

    private func batches(of log: PartitionLog) throws -> [RecordBatch] {
        var found: [RecordBatch] = []
        var next = log.logStartOffset
        while next < log.logEndOffset {
            let read = try log.read(from: next, maxBytes: 1 << 20, upTo: log.logEndOffset, atLeastOneBatch: true)
            let some = try RecordBatches(try read.load()).map { try $0.batch.get() }
            guard let last = some.last?.header?.lastOffset else { break }
            found += some
            next = last + 1
        }
        return found
    }

    @Test(arguments: [true, false])
    func `a partition of Apache Kafka opens with everything in it and takes more`(_ clean: Bool) throws {
        let folder = try TemporaryFolder()
        let directory = try copy("ref-0", folder)
        var log = try open(directory, clean: clean, logStart: 10)
        #expect(log.logStartOffset == 10 && log.logEndOffset == 429)
        #expect(log.segmentCount == 4)
        #expect(log.lastStableOffset(429) == 424)
        #expect(try log.abortedTransactions(from: 10, upTo: 429).count == 2)
        #expect(clean ? log.producerCount == 3 : log.producerCount >= 3)
        #expect(log.topicID != .zero)
        let last = try batches(of: log).last?.header
        #expect(last?.lastOffset == 428)
        for offset in Int64(10)..<429 {
            let read = try log.read(from: offset, maxBytes: 1, upTo: 429, atLeastOneBatch: true)
            let header = try RecordBatch(checking: read.load()).header
            #expect(header.map { $0.baseOffset <= offset && $0.lastOffset >= offset } == true)
        }
        let fixture = LogFixture()
        for number in 0..<50 { try fixture.append(batch(["new \(number)"]), to: log, epoch: log.latestEpoch + 1) }
        #expect(log.logEndOffset == 479)
        try log.close()
        log = try open(directory, logStart: 10)
        #expect(log.logEndOffset == 479 && log.latestEpoch > 0)
        #expect(log.lastStableOffset(479) == 424)
    }

    @Test func `all of the reference partition is 56 batches in the four segments`() throws {
        let folder = try TemporaryFolder()
        let directory = try copy("ref-0", folder)
        #expect(try batches(of: open(directory)).count == 56)
        let compacted = try open(copy("ref-compacted-0", folder))
        #expect(compacted.segmentCount == 2 && compacted.logEndOffset == 160)
        let offsets = try batches(of: compacted).flatMap { try $0.records().map(\.offset) }
        #expect(offsets.filter { $0 < 120 } == Array(99...119).filter { offsets.contains($0) })
        #expect(offsets.last == 159)
        #expect(try compacted.read(from: 5, maxBytes: 1, upTo: 160, atLeastOneBatch: true).firstBatchOffset >= 0)
    }

    @Test func `a compacted partition of Apache Kafka is written and compacted on`() throws {
        let folder = try TemporaryFolder()
        let directory = try copy("ref-compacted-0", folder)
        var fixture = LogFixture(POSIXFileSystem(), directory: directory)
        fixture.config.cleanupPolicy = .compact
        fixture.config.minCleanableRatio = 0
        let log = try PartitionLog.open(
            directory: directory, topicPartition: TopicPartition(topic: "ref-compacted", partition: 0),
            config: fixture.config, fileSystem: fixture.files, cleanShutdown: true, now: fixture.now)
        let before = try entries(of: log)
        #expect(before.count > 40 && before.last?.offset == 159)
        try fixture.append(keyed([("new", "1"), (try #require(before.last?.key), "newest")]), to: log)
        try log.roll(now: fixture.now)
        // From where Kafka's cleaner stopped, as its checkpoint says.
        #expect(try compact(log, from: 120)?.cleanedTo == 162)
        let after = try entries(of: log)
        #expect(Set(after.map(\.key)).count == after.count && after.count < before.count)
        var wanted = CompactedModel.latest(before)
        wanted["new"] = "1"
        wanted[try #require(before.last?.key)] = "newest"
        #expect(CompactedModel.latest(after) == wanted)
        try log.close()
        var faults: [String] = []
        try LogVerification(POSIXFileSystem()) { faults.append($0.description) }.verify(directory)
        #expect(faults.isEmpty, "\(faults)")
    }

    @Test func `indexes and snapshots built by recovery say what Kafka's own say`() throws {
        let folder = try TemporaryFolder()
        let directory = try copy("ref-0", folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory)
        var kept: [String: Data] = [:]
        for name in files where name.hasSuffix("index") {
            kept[name] = try Data(contentsOf: URL(filePath: directory + "/" + name))
        }
        let snapshot = try Data(contentsOf: URL(filePath: directory + "/00000000000000000429.snapshot"))
        let log = try open(directory, clean: false, logStart: 10)
        try log.close()
        // Kafka restarted within the third segment, and counts the bytes between entries anew then.
        var same = 0
        for (name, bytes) in kept
        where !name.hasSuffix(".timeindex") && name != "00000000000000000350.index" {
            let ours = try Data(contentsOf: URL(filePath: directory + "/" + name))
            #expect(ours == bytes, "\(name)")
            same += 1
        }
        #expect(same == 5)
        // Kafka forgets idle producers by its clock, recovery finds them again.
        let ours = try Data(contentsOf: URL(filePath: directory + "/00000000000000000429.snapshot"))
        let found = try #require(ProducerSnapshot.decode(ByteSlice(Array(ours)), at: 429))
        let wanted = try #require(ProducerSnapshot.decode(ByteSlice(Array(snapshot)), at: 429))
        #expect(wanted.producers.count == 3)
        for (id, state) in wanted.producers { #expect(found.producers[id] == state) }
    }
}
