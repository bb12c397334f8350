import Bytes
import Codecs
import KafkaWire
import Testing

@testable import KafkaLog

/// What compaction may and may not do, against the list of everything that was ever written.
struct CompactedModel {
    var written: [Entry] = []

    /// The last value of each key that was not deleted.
    static func latest(_ entries: [Entry]) -> [String: String] {
        var map: [String: String] = [:]
        for entry in entries { map[entry.key] = entry.value }
        return map
    }

    /// Checks what a log holds: nothing that was not written there, every key at its last value, and below `cleanedTo`
    /// only records that are the newest of their key.
    func check(_ found: [Entry], cleanedTo: Int64 = 0, _ words: String) {
        for entry in found { #expect(written[Int(entry.offset)] == entry, "\(words): offset \(entry.offset)") }
        #expect(Self.latest(found) == Self.latest(written), "\(words)")
        let newest = Dictionary(
            written.filter { $0.offset < cleanedTo }.map { ($0.key, $0.offset) }, uniquingKeysWith: { $1 })
        for entry in found where entry.offset < cleanedTo {
            #expect(newest[entry.key] == entry.offset, "\(words): offset \(entry.offset) is old")
        }
    }
}

@Suite struct CompactionModelTests {
    private func fixture(_ disk: MemoryFileSystem, _ seed: Int) -> LogFixture {
        var fixture = LogFixture(disk)
        fixture.config.cleanupPolicy = .compact
        fixture.config.minCleanableRatio = 0
        fixture.config.deleteRetentionMs = Int64(seed % 3) * 400
        fixture.config.segmentBytes = 400 + seed * 37 % 900
        fixture.config.indexIntervalBytes = 1 + seed % 200
        return fixture
    }

    @Test(arguments: 1...60)
    func `a compacted log is the map of the last values`(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var disk = MemoryFileSystem()
        var fixture = fixture(disk, seed)
        var log = try fixture.open()
        var model = CompactedModel()
        var cleaned: Int64 = 0
        var rounds = 0
        for step in 0..<250 {
            fixture.now += Int64(random.below(120))
            switch random.below(16) {
            case 0..<10:
                let records = (0...random.below(4)).map { index -> (String, String?) in
                    ("k\(random.below(12))", random.below(5) == 0 ? nil : "\(step).\(index)")
                }
                let codec = try #require(CompressionCodecs.all[random.below(5)])
                let sequence = Int32(model.written.count)
                try fixture.append(
                    keyed(records, timestamp: fixture.now, codec: codec, producer: (3, 0, sequence)), to: log)
                for record in records {
                    model.written.append(
                        Entry(offset: Int64(model.written.count), key: record.0, value: record.1))
                }
            case 10: try log.roll(now: fixture.now)
            case 11, 12:
                let keyBytes = random.below(2) == 0 ? 1 : 1 << 16
                let steps = 1 + random.below(600)
                if let done = try compact(
                    log, from: cleaned, now: fixture.now, keyBytes: keyBytes, stepBytes: steps)
                {
                    cleaned = done.cleanedTo
                    rounds += 1
                }
            case 13:
                try log.close()
                log = try fixture.open(clean: true)
            case 14:
                disk = disk.afterPowerCut(.keepEverything)
                fixture.files = disk
                log = try fixture.open(clean: false, recoveryPoint: log.recoveryPoint)
            default: try log.sync()
            }
            #expect(log.logEndOffset == Int64(model.written.count))
        }
        model.check(try entries(of: log), cleanedTo: cleaned, "seed \(seed)")
        #expect(rounds > 0)
        // Everything that the loop compacted in one way, one round from the start compacts the same.
        try log.roll(now: fixture.now)
        let last = try #require(try compact(log, now: fixture.now))
        model.check(try entries(of: log), cleanedTo: last.cleanedTo, "seed \(seed), from the start")
    }

    /// The power goes at each changing call of a compaction in turn.
    @Test func `power lost within any call of a compaction loses no value and brings no old one back`() throws {
        var cuts = 0
        var step = 1
        while true {
            let disk = MemoryFileSystem()
            var fixture = fixture(disk, 4)
            fixture.config.segmentBytes = 450
            let log = try fixture.open()
            var model = CompactedModel()
            for number in 0..<24 {
                let value = number % 7 == 6 ? nil : "\(number)"
                let sequence = Int32(number)
                try fixture.append(keyed([("k\(number % 5)", value)], producer: (3, 0, sequence)), to: log)
                model.written.append(Entry(offset: Int64(number), key: "k\(number % 5)", value: value))
                if number == 13 {
                    // A segment of a compaction before, so that a segment is replaced that was one already.
                    try compact(log, now: fixture.now)
                }
            }
            try log.roll(now: fixture.now)
            try log.sync()
            fixture.now += 5_000
            disk.cutPower(afterChanges: step)
            let finished = (try? compact(log, from: 0, now: fixture.now)) != nil
            var modes: [MemoryFileSystem.PowerCut] = [.keepEverything, .dropUnsynced]
            modes += (1...4).map { .tear(seed: UInt64(step * 37 + $0)) }
            for mode in modes {
                cuts += 1
                let words = "cut at \(step), \(mode)"
                var again = fixture
                let after = disk.afterPowerCut(mode)
                again.files = after
                let reopened = try again.open(clean: false, recoveryPoint: 24)
                #expect(reopened.logEndOffset == 24, "\(words)")
                model.check(try entries(of: reopened), words)
                let left = try after.list(fixture.directory).filter(SegmentSwap.isUnfinished)
                #expect(left.isEmpty, "\(words): \(left)")
                let next = try again.append(keyed([("k0", "next")], producer: (3, 0, 24)), to: reopened)
                #expect(next.baseOffset == 24)
                try reopened.roll(now: again.now)
                var longer = model
                longer.written.append(Entry(offset: 24, key: "k0", value: "next"))
                let done = try #require(try compact(reopened, now: again.now))
                longer.check(try entries(of: reopened), cleanedTo: done.cleanedTo, words)
            }
            if finished { break }
            step += 1
        }
        print("log: \(cuts) power cuts in \(step) places of a compaction")
        #expect(step > 20)
    }

    /// The same with a call that fails instead: the log says so, and opening it again makes it whole.
    @Test func `a call that fails within a compaction loses nothing`() throws {
        for operation in [FileError.Operation.write, .rename, .sync, .remove, .open] {
            for number in 1...12 {
                let disk = MemoryFileSystem()
                let fixture = fixture(disk, 4)
                let log = try fixture.open()
                var model = CompactedModel()
                for number in 0..<20 {
                    try fixture.append(keyed([("k\(number % 5)", "\(number)")]), to: log)
                    model.written.append(Entry(offset: Int64(number), key: "k\(number % 5)", value: "\(number)"))
                }
                try log.roll(now: fixture.now)
                try log.sync()
                disk.fail(operation, after: number)
                let failed = (try? compact(log)) == nil
                if log.failure == nil { model.check(try entries(of: log), "\(operation) \(number)") }
                let again = try fixture.open(clean: false, recoveryPoint: 20)
                model.check(try entries(of: again), "\(operation) \(number), again")
                if failed { try compact(again) }
                model.check(try entries(of: again), cleanedTo: 20, "\(operation) \(number), compacted")
            }
        }
    }
}
