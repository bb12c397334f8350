import Bytes
import Codecs
import KafkaWire
import Testing

@testable import KafkaLog

/// Runs a whole round of compaction in small steps; nil when none is due.
@discardableResult
func compact(
    _ log: PartitionLog, from firstDirty: Int64? = nil, now: Int64 = LogFixture.now, keyBytes: Int = 1 << 20,
    stepBytes: Int = 150
) throws -> LogCompaction.Summary? {
    let plan = try log.compactionPlan(firstDirty: firstDirty, highWatermark: log.flushedEndOffset, now: now)
    guard let plan else { return nil }
    let round = LogCompaction(plan, secret: (1, 2), keyBytes: keyBytes)
    while true {
        switch try round.step(bytes: stepBytes) {
        case .working: break
        case .written(let group):
            guard let work = try log.replace(by: group) else { break }
            try work.retireSources()
            try log.finish(work)
            try work.removeSources()
        case .finished(let summary): return summary
        }
    }
}

/// A record of a log as compaction sees it.
struct Entry: Equatable {
    var offset: Int64
    var key: String
    var value: String?
}

/// Every record of the log that is no marker; checks each batch on the way.
func entries(of log: PartitionLog) throws -> [Entry] {
    var found: [Entry] = []
    var next = log.logStartOffset
    while next < log.flushedEndOffset {
        let read = try log.read(from: next, maxBytes: 700, upTo: log.flushedEndOffset, atLeastOneBatch: true)
        if read.isEmpty { break }
        let before = next
        for element in RecordBatches(try read.load()) {
            let batch = try element.batch.get()
            let records = try batch.records()
            next = try #require(batch.header).lastOffset + 1
            if batch.isControl { continue }
            for record in records where record.offset >= before {
                #expect(record.offset > found.last?.offset ?? -1)
                found.append(Entry(offset: record.offset, key: record.key?.text ?? "", value: record.value?.text))
            }
        }
        if next == before { break }
    }
    return found
}

/// A batch of keys and values; nil is a tombstone.
func keyed(
    _ records: [(String, String?)], timestamp: Int64 = LogFixture.now, codec: CompressionCodec = .none,
    producer: (Int64, Int16, Int32)? = nil, transactional: Bool = false
) throws -> ByteSlice {
    var builder = RecordBatchBuilder(
        codec: codec,
        producer: producer.map {
            RecordBatchBuilder.Producer(id: ProducerID($0.0), epoch: $0.1, baseSequence: $0.2)
        }, isTransactional: transactional)
    for (index, (key, value)) in records.enumerated() {
        builder.append(
            key: ByteSlice(key), value: value.map { ByteSlice($0) },
            headers: [.init(key: "h", value: ByteSlice("x"))], timestamp: timestamp + Int64(index))
    }
    return try builder.build()
}

@Suite struct CompactionTests {
    private func fixture(_ files: any FileSystem = MemoryFileSystem()) -> LogFixture {
        var fixture = LogFixture(files)
        fixture.config.cleanupPolicy = .compact
        fixture.config.minCleanableRatio = 0
        fixture.config.deleteRetentionMs = 1_000
        fixture.config.indexIntervalBytes = 100
        return fixture
    }

    @Test(arguments: CompressionCodec.allCases)
    func `the newest record of each key stays, at its offset`(_ codec: CompressionCodec) throws {
        let fixture = fixture()
        let log = try fixture.open()
        for round in 0..<6 {
            let records = (0..<5).map { ("k\($0)", Optional("\(round).\($0)")) }
            try fixture.append(keyed(round == 5 ? [("k1", "last")] : records, codec: codec), to: log)
            if round == 2 { try log.roll(now: fixture.now) }
        }
        try log.roll(now: fixture.now)
        try fixture.append(keyed([("k2", "in use")]), to: log)
        let summary = try #require(try compact(log))
        #expect(summary == LogCompaction.Summary(cleanedTo: 26, recordsRead: 26, recordsKept: 5))
        let wanted = [
            Entry(offset: 20, key: "k0", value: "4.0"), Entry(offset: 22, key: "k2", value: "4.2"),
            Entry(offset: 23, key: "k3", value: "4.3"), Entry(offset: 24, key: "k4", value: "4.4"),
            Entry(offset: 25, key: "k1", value: "last"), Entry(offset: 26, key: "k2", value: "in use"),
        ]
        #expect(try entries(of: log) == wanted)
        #expect(log.logStartOffset == 0 && log.segmentCount == 2)
        #expect(try compact(log, from: summary.cleanedTo) == nil)
        for clean in [false, true] {
            let again = try fixture.open(clean: clean)
            #expect(try entries(of: again) == wanted)
            #expect(again.logEndOffset == 27)
            if !clean { try again.close() }
        }
    }

    @Test func `a tombstone stays for delete.retention.ms after the first round, then goes`() throws {
        var fixture = fixture()
        let log = try fixture.open()
        try fixture.append(keyed([("a", "1"), ("b", "1")]), to: log)
        try fixture.append(keyed([("a", nil)]), to: log)
        try log.roll(now: fixture.now)
        var cleaned = try #require(try compact(log)).cleanedTo
        let kept = [Entry(offset: 1, key: "b", value: "1"), Entry(offset: 2, key: "a", value: nil)]
        #expect(try entries(of: log) == kept)
        let read = try log.read(from: 2, maxBytes: 1, upTo: 3, atLeastOneBatch: true)
        let batch = try RecordBatch(checking: read.load())
        #expect(batch.header?.baseTimestamp == fixture.now + 1_000 && batch.attributes & 64 != 0)
        #expect(try batch.records().first?.timestamp == fixture.now)
        for (later, isThere) in [(999 as Int64, true), (1_000, false)] {
            fixture.now = LogFixture.now + later
            try fixture.append(keyed([("c", "\(later)")]), to: log)
            try log.roll(now: fixture.now)
            cleaned = try #require(try compact(log, from: cleaned, now: fixture.now)).cleanedTo
            #expect(try entries(of: log).contains { $0.key == "a" } == isThere)
        }
        #expect(try entries(of: log).map(\.key) == ["b", "c"])
    }

    @Test func `only closed segments that are old enough are compacted, and only when it is time`() throws {
        var fixture = fixture()
        fixture.config.minCompactionLagMs = 500
        let log = try fixture.open()
        for number in 0..<4 {
            try fixture.append(keyed([("a", "\(number)")], timestamp: fixture.now + Int64(number) * 100), to: log)
            if number < 3 { try log.roll(now: fixture.now) }
        }
        #expect(try compact(log, now: fixture.now + 499) == nil)
        #expect(try compact(log, now: fixture.now + 650)?.cleanedTo == 2)
        #expect(try entries(of: log).map(\.value) == ["1", "2", "3"])
        #expect(try compact(log, from: 2, now: fixture.now + 10_000)?.cleanedTo == 3)
        #expect(try entries(of: log).map(\.value) == ["2", "3"])

        log.config.minCleanableRatio = 0.6
        try log.roll(now: fixture.now)
        let found = try #require(
            try log.dirtiness(firstDirty: 3, highWatermark: 4, now: fixture.now + 10_000))
        #expect(abs(found.ratio - 0.5) < 0.05 && !found.isOverdue)
        #expect(try compact(log, from: 3, now: fixture.now + 10_000) == nil)
        log.config.maxCompactionLagMs = 5_000
        #expect(try compact(log, from: 3, now: fixture.now + 10_000)?.cleanedTo == 4)
        log.config.cleanupPolicy = .delete
        #expect(try compact(log, now: fixture.now + 10_000) == nil)
    }

    @Test func `max.compaction.lag.ms rolls the segment in use`() throws {
        var fixture = fixture()
        fixture.config.maxCompactionLagMs = 300
        let log = try fixture.open()
        try fixture.append(keyed([("a", "1")]), to: log)
        try fixture.append(keyed([("a", "2")], timestamp: fixture.now + 300), to: log)
        #expect(log.segmentCount == 1)
        try fixture.append(keyed([("a", "3")], timestamp: fixture.now + 301), to: log)
        #expect(log.segmentCount == 2)
    }

    @Test func `keys that do not fit take several rounds, and the result is the same`() throws {
        var fixture = fixture()
        fixture.config.segmentBytes = 3_000
        let log = try fixture.open()
        for number in 0..<400 { try fixture.append(keyed([("key \(number % 150)", "\(number)")]), to: log) }
        try log.roll(now: fixture.now)
        var cleaned: Int64 = 0
        var rounds = 0
        while let summary = try compact(log, from: cleaned, keyBytes: 1) {
            #expect(summary.cleanedTo > cleaned)
            cleaned = summary.cleanedTo
            rounds += 1
        }
        #expect(rounds > 5 && cleaned == 400)
        #expect(try entries(of: log).map(\.value) == (250..<400).map { "\($0)" })
    }

    @Test func `small segments become one that is not larger than a segment`() throws {
        var fixture = fixture()
        fixture.config.segmentBytes = 1_000
        let log = try fixture.open()
        for number in 0..<40 {
            try fixture.append(keyed([("k\(number)", "\(number)")]), to: log)
            try log.roll(now: fixture.now)
        }
        #expect(log.segmentCount == 41)
        try compact(log)
        #expect(log.segmentCount <= 5 && log.segmentCount > 3)
        #expect(log.segments.allSatisfy { $0.size <= 1_000 })
        #expect(try entries(of: log).count == 40)
        #expect(log.sizeInBytes == log.segments.reduce(0) { $0 + $1.size })
    }

    @Test func `the last sequence of a producer outlives its records and a start without snapshots`() throws {
        let disk = MemoryFileSystem()
        let fixture = fixture(disk)
        let log = try fixture.open()
        try fixture.append(keyed([("a", "1")], producer: (5, 0, 0)), to: log)
        try fixture.append(keyed([("a", "2")], producer: (5, 0, 1)), to: log)
        try fixture.append(keyed([("a", "3")], producer: (6, 2, 0)), to: log)
        try log.roll(now: fixture.now)
        try compact(log)
        #expect(try entries(of: log) == [Entry(offset: 2, key: "a", value: "3")])
        for name in try disk.list(fixture.directory) where name.hasSuffix(".snapshot") {
            try disk.remove(fixture.directory + "/" + name)
        }
        let again = try fixture.open(clean: false)
        let repeated = try fixture.append(keyed([("a", "2")], producer: (5, 0, 1)), to: again)
        #expect(repeated.isDuplicate && repeated.baseOffset == 1)
        #expect(throws: AppendError.self) { try fixture.append(keyed([("a", "9")], producer: (5, 0, 5)), to: again) }
        #expect(try fixture.append(keyed([("a", "4")], producer: (5, 0, 2)), to: again).baseOffset == 3)
    }

    @Test func `aborted records go at once; markers stay until nothing of their transaction is left`() throws {
        var fixture = fixture()
        let log = try fixture.open()
        try fixture.append(keyed([("a", "kept"), ("c", "old")]), to: log)
        try fixture.append(keyed([("a", "aborted")], producer: (8, 0, 0), transactional: true), to: log)
        try fixture.append(keyed([("b", "committed")], producer: (9, 0, 0), transactional: true), to: log)
        try fixture.append(marker(commits: false, producer: 8, epoch: 0), to: log, origin: .coordinator)
        try fixture.append(marker(commits: true, producer: 9, epoch: 0), to: log, origin: .coordinator)
        try fixture.append(keyed([("c", "new")]), to: log)
        try log.roll(now: fixture.now)
        var cleaned = try #require(try compact(log)).cleanedTo
        func markers() throws -> [(offset: Int64, hasHorizon: Bool)] {
            let read = try log.read(from: 0, maxBytes: 1 << 20, upTo: log.flushedEndOffset, atLeastOneBatch: true)
            return try RecordBatches(read.load()).map { try $0.batch.get() }.filter(\.isControl)
                .filter { $0.header?.recordCount == 1 }.map { ($0.lastOffset, $0.attributes & 64 != 0) }
        }
        #expect(try entries(of: log).map(\.value) == ["kept", "committed", "new"])
        #expect(try markers().map(\.offset) == [4, 5])
        #expect(try log.abortedTransactions(from: 0, upTo: 7).map(\.producerID) == [8])
        // The header of the aborted batch stays as long as its producer lives. The round after that finds nothing of the
        // transaction and gives the marker its horizon.
        log.config.producerIDExpirationMs = 1
        log.expireProducers(now: fixture.now + 10)
        for step in 1...4 {
            fixture.now += 600
            try fixture.append(keyed([("d", "\(step)")]), to: log)
            try log.roll(now: fixture.now)
            cleaned = try #require(try compact(log, from: cleaned, now: fixture.now)).cleanedTo
            let found = try markers()
            switch step {
            case 1: #expect(found.map(\.offset) == [4, 5] && !found[0].hasHorizon && !found[1].hasHorizon)
            case 2, 3: #expect(found.map(\.offset) == [4, 5] && found[0].hasHorizon && !found[1].hasHorizon)
            default: #expect(found.map(\.offset) == [5])
            }
            #expect(try log.abortedTransactions(from: 0, upTo: 7).isEmpty == (step > 1))
        }
        #expect(try entries(of: log).map(\.value) == ["kept", "committed", "new", "4"])
        let again = try fixture.open(clean: false)
        #expect(again.lastStableOffset(again.logEndOffset) == again.logEndOffset)
    }

    @Test func `an open transaction stops compaction before its first record`() throws {
        let fixture = fixture()
        let log = try fixture.open()
        for number in 0..<2 {
            try fixture.append(keyed([("a", "\(number)")]), to: log)
            try log.roll(now: fixture.now)
        }
        try fixture.append(keyed([("a", "open")], producer: (8, 0, 0), transactional: true), to: log)
        try log.roll(now: fixture.now)
        try fixture.append(keyed([("a", "3")]), to: log)
        try log.roll(now: fixture.now)
        #expect(try compact(log)?.cleanedTo == 2)
        #expect(try entries(of: log).map(\.value) == ["1", "open", "3"])
    }

    @Test func `with compact,delete old segments go by time as well`() throws {
        var fixture = fixture()
        fixture.config.cleanupPolicy = [.compact, .delete]
        fixture.config.retentionMs = 5_000
        let log = try fixture.open()
        try fixture.append(keyed([("a", "1"), ("b", "1")]), to: log)
        try fixture.append(keyed([("a", "2")]), to: log)
        try log.roll(now: fixture.now)
        try fixture.append(keyed([("c", "1")], timestamp: fixture.now + 6_000), to: log)
        try compact(log)
        #expect(try entries(of: log).map(\.key) == ["b", "a", "c"])
        #expect(try log.applyRetention(now: fixture.now + 6_000) == 1)
        #expect(try entries(of: log).map(\.key) == ["c"])
        #expect(log.logStartOffset == 3)
    }

    /// The first of the vectors that SipHash's authors publish for 128 bits.
    @Test func `the hash of keys is SipHash-2-4 of 128 bits`() {
        let hash = KeyHash(secret: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
        let wanted: [(UInt64, UInt64)] = [
            (0xe6a8_25ba_047f_81a3, 0x9302_55c7_1472_f66d), (0x44af_996b_d8c1_87da, 0x45fc_229b_1159_7634),
        ]
        for (length, value) in wanted.enumerated() {
            let key = [UInt8](0..<UInt8(length))
            let found = key.withUnsafeBytes { hash($0) }
            #expect(found.high == value.0 && found.low == value.1)
        }
    }

    @Test func `damage is found before anything is replaced`() throws {
        let disk = MemoryFileSystem()
        let fixture = fixture(disk)
        let log = try fixture.open()
        for number in 0..<5 { try fixture.append(keyed([("a", "\(number)")]), to: log) }
        try log.roll(now: fixture.now)
        disk.corrupt(fixture.directory + "/" + SegmentName.name(0, .log)) { $0[200] ^= 1 }
        #expect(throws: LogError.self) { try compact(log) }
        #expect(log.failure == nil && log.segments.first?.size ?? 0 > 300)
        #expect(try disk.list(fixture.directory).contains { $0.hasSuffix(".swap") } == false)
    }
}
