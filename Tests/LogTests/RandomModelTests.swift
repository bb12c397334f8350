import Bytes
import KafkaWire
import Testing

@testable import KafkaLog

@Suite struct RandomModelTests {
    /// A list of (offset, value) that does what the log should do.
    private struct Model {
        var records: [(offset: Int64, value: String)] = []
        var start: Int64 = 0
        var end: Int64 = 0
    }

    @Test(arguments: 1...40)
    func `random work leaves the log equal to a simple list`(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var disk = MemoryFileSystem()
        var fixture = LogFixture(disk)
        fixture.config.segmentBytes = 300 + random.below(600)
        fixture.config.indexIntervalBytes = 1 + random.below(300)
        fixture.config.retentionMs = -1
        var log = try fixture.open()
        var model = Model()
        for step in 0..<300 {
            switch random.below(20) {
            case 0..<11:
                let values = (0...random.below(4)).map { "s\(step).\($0)" }
                let codec = try #require(CompressionCodecs.all[random.below(5)])
                let result = try log.append(
                    batch(values, codec: codec), leaderEpoch: Int32(step / 50), origin: .client, now: fixture.now)
                #expect(result.baseOffset == model.end)
                for value in values {
                    model.records.append((model.end, value))
                    model.end += 1
                }
                if random.below(3) > 0 { try log.flushStaged() }
            case 11: try log.roll(now: fixture.now)
            case 12:
                let offset = model.start + Int64(random.below(Int(model.end - model.start) / 3 + 1))
                try log.deleteRecords(before: offset)
                model.start = max(model.start, offset)
                model.records.removeAll { $0.offset < model.start }
                _ = try log.applyRetention(now: fixture.now)
            case 13:
                try log.close()
                log = try fixture.open(clean: true, logStart: model.start)
            case 14:
                try log.flushStaged()
                disk = disk.afterPowerCut(.keepEverything)
                fixture.files = disk
                log = try fixture.open(clean: false, recoveryPoint: log.recoveryPoint, logStart: model.start)
            case 15: try log.sync()
            case 16: try log.releaseIdle()
            case 17 where model.end > model.start:
                try log.flushStaged()
                let wanted = model.start + Int64(random.below(Int(model.end - model.start)))
                try log.truncate(to: wanted)
                #expect(log.logEndOffset <= wanted)
                model.end = log.logEndOffset
                model.start = min(model.start, model.end)
                model.records.removeAll { $0.offset >= model.end }
            default:
                try log.flushStaged()
                guard model.end > model.start else { break }
                let from = model.start + Int64(random.below(Int(model.end - model.start)))
                let read = try log.read(
                    from: from, maxBytes: 1 + random.below(900), upTo: model.end, atLeastOneBatch: true)
                var expected = from
                for element in RecordBatches(try read.load()) {
                    for record in try element.batch.get().records() where record.offset >= expected {
                        let wanted = try #require(model.records.first { $0.offset == record.offset })
                        #expect(record.offset == expected && record.value?.text == wanted.value)
                        expected += 1
                    }
                }
                #expect(expected > from)
            }
            #expect(log.logEndOffset == model.end && log.logStartOffset == model.start, "seed \(seed), step \(step)")
        }
        try log.flushStaged()
        let found = try contents(of: log, maxBytes: 64)
        #expect(found.map(\.value) == model.records.map(\.value), "seed \(seed)")
        #expect(found.map(\.offset) == model.records.map(\.offset), "seed \(seed)")
    }
}
