import Bytes
import Foundation
import KafkaWire
import Testing

@testable import KafkaLog

@Suite struct CrashTests {
    @Test func `cut at any byte of its end, the log keeps every whole batch and goes on`() throws {
        let disk = MemoryFileSystem()
        let fixture = LogFixture(disk)
        let log = try fixture.open()
        var ends: [(position: Int, offset: Int64)] = [(0, 0)]
        for number in 0..<4 {
            try fixture.append(batch(["v\(number)", "w"], producer: (1, 0, Int32(number * 2))), to: log)
            ends.append((log.sizeInBytes, log.logEndOffset))
        }
        try log.sync()
        let path = fixture.directory + "/" + SegmentName.name(0, .log)
        for cut in 0...log.sizeInBytes {
            let after = disk.afterPowerCut(.keepEverything)
            after.corrupt(path) { $0.removeLast($0.count - cut) }
            var again = fixture
            again.files = after
            let reopened = try again.open(clean: false)
            let whole = try #require(ends.last { $0.position <= cut })
            #expect(reopened.logEndOffset == whole.offset && reopened.sizeInBytes == whole.position)
            let sequence = Int32(whole.offset)
            let next = try again.append(batch(["new"], producer: (1, 0, sequence)), to: reopened)
            #expect(next.baseOffset == whole.offset)
            #expect(try contents(of: reopened).count == Int(whole.offset) + 1)
        }
        print("log: reopened after cuts at \(log.sizeInBytes + 1) bytes")
    }

    @Test func `after a kill in the same boot only the torn end is looked into`() throws {
        let disk = MemoryFileSystem()
        let fixture = LogFixture(disk)
        let log = try fixture.open()
        var position = 0
        for number in 0..<6 {
            if number == 2 { position = log.sizeInBytes }
            try fixture.append(batch(["v\(number)"], producer: (1, 0, Int32(number))), to: log)
        }
        let path = fixture.directory + "/" + SegmentName.name(0, .log)
        // A byte of the third batch's record, which only a checksum finds; and the last batch torn.
        disk.corrupt(path) {
            $0[position + 65] ^= 1
            $0.removeLast(3)
        }
        for (isWhole, end) in [(true, 5), (false, 2)] as [(Bool, Int64)] {
            let again = try PartitionLog.open(
                directory: fixture.directory, topicPartition: log.topicPartition, config: fixture.config,
                fileSystem: disk.afterPowerCut(.keepEverything), cleanShutdown: false, pageCacheIsWhole: isWhole,
                now: fixture.now)
            #expect(again.logEndOffset == end && again.sizeInBytes == log.sizeInBytes * Int(end) / 6)
            let next = try fixture.append(batch(["next"], producer: (1, 0, Int32(end))), to: again)
            #expect(next.baseOffset == end)
        }
        // The last batch is whole by its length and yet wrong.
        let wrong = disk.afterPowerCut(.keepEverything)
        wrong.corrupt(path) { bytes in
            bytes.removeLast(bytes.count - log.sizeInBytes / 6 * 4)
            bytes[bytes.count - 1] ^= 1
        }
        let again = try PartitionLog.open(
            directory: fixture.directory, topicPartition: log.topicPartition, config: fixture.config,
            fileSystem: wrong, cleanShutdown: false, pageCacheIsWhole: true, now: fixture.now)
        #expect(again.logEndOffset == 3)
    }

    @Test func `recovery leaves the newest segment's indexes and spare blocks to its close`() throws {
        let folder = try TemporaryFolder()
        let fixture = LogFixture(POSIXFileSystem(), directory: folder.path + "/orders-0")
        let log = try fixture.open()
        for number in 0..<3 {
            let value = String(repeating: "v", count: 90_000)
            try fixture.append(batch([value + "\(number)"]), to: log)
        }
        let stem = fixture.directory + "/" + SegmentName.digits(0)
        func blocks() -> Int {
            var info = stat()
            return stat(stem + ".log", &info) == 0 ? Int(info.st_blocks) * 512 : -1
        }
        let size = log.sizeInBytes
        #expect(blocks() > size + (64 << 10), "no blocks were got ahead on this file system")
        let again = try fixture.open(clean: false)
        #expect(again.logEndOffset == 3 && blocks() > size + (64 << 10))
        #expect(try fixture.files.size(of: stem + ".index") == nil)
        try again.releaseIdle()
        #expect(blocks() < size + (16 << 10))
        #expect(try fixture.files.size(of: stem + ".timeindex") ?? 0 > 0)
        try again.close()
        #expect(try contents(of: fixture.open()).count == 3)
    }

    @Test func `the lock file tells one boot of the machine from the next`() throws {
        let disk = MemoryFileSystem()
        try disk.makeDirectory("/data")
        #expect(try !Checkpoint.noteBoot(in: "/data", disk))
        #expect(try Checkpoint.noteBoot(in: "/data", disk))
        #expect(try Checkpoint.noteBoot(in: "/data", disk.afterPowerCut(.keepEverything)))
        let later = disk.afterPowerCut(.tear(seed: 1))
        #expect(try !Checkpoint.noteBoot(in: "/data", later))
        #expect(try Checkpoint.noteBoot(in: "/data", later))
        #expect(POSIXFileSystem().bootID?.utf8.count == 36)
    }

    @Test func `any changed byte ends the log before its batch and drops later segments`() throws {
        let disk = MemoryFileSystem()
        var fixture = LogFixture(disk)
        fixture.config.segmentBytes = 200
        let log = try fixture.open()
        for number in 0..<6 { try fixture.append(batch(["value \(number)"]), to: log) }
        #expect(log.segmentCount == 3)
        try log.sync()
        let size = try #require(try disk.size(of: fixture.directory + "/" + SegmentName.name(2, .log)))
        for index in 0..<size where !(12..<16).contains(index % (size / 2)) {
            let after = disk.afterPowerCut(.keepEverything)
            after.corrupt(fixture.directory + "/" + SegmentName.name(2, .log)) { $0[index] ^= 0x40 }
            var again = fixture
            again.files = after
            let reopened = try again.open(clean: false)
            // A base offset that grew is not seen by the checksum; the next batch then goes back and is dropped.
            #expect(reopened.logEndOffset >= (index < size / 2 ? 2 : 3))
            #expect(reopened.segmentCount == 2)
            #expect(reopened.logEndOffset < 6 || index < 8 || (size / 2..<size / 2 + 8).contains(index))
        }
    }

    /// Runs the same work with the power going at each call in turn; what was synced must be there after any kind of
    /// cut, in order and without a gap.
    @Test(arguments: [LogConfig.FlushPolicy.acks, .none])
    func `power lost within any call loses nothing that was durable`(_ flush: LogConfig.FlushPolicy) throws {
        var cuts = 0
        var step = 1
        while true {
            let disk = MemoryFileSystem()
            var fixture = LogFixture(disk)
            fixture.config.segmentBytes = 260
            if flush == .acks { fixture.config.flushMessages = 1 }
            disk.cutPower(afterChanges: step)
            var durable: Int64 = 0
            var appended: Int64 = 0
            var finished = false
            do {
                let log = try fixture.open()
                for number in 0..<7 {
                    let result = try log.append(
                        batch(["v\(number)"], producer: (1, 0, Int32(number))), leaderEpoch: 0, origin: .client,
                        now: fixture.now)
                    try log.flushStaged()
                    appended = result.lastOffset + 1
                    if flush == .acks { durable = appended }
                    if flush == .none, number % 3 == 2 {
                        try log.sync()
                        durable = log.recoveryPoint
                    }
                }
                try log.close()
                finished = true
            } catch {}
            var modes: [MemoryFileSystem.PowerCut] = [.keepEverything, .dropUnsynced]
            modes += (1...6).map { .tear(seed: UInt64(step * 31 + $0)) }
            for mode in modes {
                cuts += 1
                var again = fixture
                again.files = disk.afterPowerCut(mode)
                let log = try again.open(clean: false, recoveryPoint: durable)
                #expect(log.logEndOffset >= durable, "step \(step), \(mode)")
                if case .keepEverything = mode { #expect(log.logEndOffset >= appended) }
                let found = try contents(of: log)
                #expect(found.map(\.value) == (0..<log.logEndOffset).map { "v\($0)" }, "step \(step), \(mode)")
                let next = Int32(log.logEndOffset)
                let result = try again.append(batch(["next"], producer: (1, 0, next)), to: log)
                #expect(result.baseOffset == Int64(next) && !result.isDuplicate)
                try log.close()
                let last = try again.open(clean: true)
                #expect(last.logEndOffset == Int64(next) + 1)
            }
            if finished { break }
            step += 1
        }
        print("log: \(cuts) power cuts in \(step) places, flush \(flush)")
        #expect(step > 20)
    }

    @Test func `a full disk stops the log with a reason, and room brings it back whole`() throws {
        let disk = MemoryFileSystem()
        let fixture = LogFixture(disk)
        let log = try fixture.open()
        try fixture.append(batch(["a"]), to: log)
        disk.fail(.write, code: 28)
        #expect(throws: LogError.self) { try fixture.append(batch(["b"]), to: log) }
        #expect(log.failure?.code == .kafkaStorageError)
        #expect(log.failure?.description.contains("No space left") == true)
        #expect(throws: AppendError.self) {
            try log.append(batch(["c"]), leaderEpoch: 0, origin: .client, now: fixture.now)
        }
        #expect(try contents(of: log).map(\.value) == ["a"])
        #expect(throws: LogError.self) { try log.close() }
        let reopened = try fixture.open(clean: false)
        try fixture.append(batch(["d"]), to: reopened)
        #expect(try contents(of: reopened).map(\.value) == ["a", "d"])
    }

    @Test func `a segment that begins during a sync is made durable by the next one`() throws {
        let disk = MemoryFileSystem()
        var fixture = LogFixture(disk)
        fixture.config.flushMs = 1
        let log = try fixture.open()
        try fixture.append(batch(["a"]), to: log)
        let work = try #require(log.pendingSync())
        try work.perform()
        try log.roll(now: fixture.now)
        try fixture.append(batch(["b"]), to: log)
        log.synced(work)
        let next = try #require(log.pendingSync())
        try next.perform()
        log.synced(next)
        #expect(log.recoveryPoint == 2 && log.pendingSync() == nil)
        fixture.files = disk.afterPowerCut(.dropUnsynced)
        #expect(try contents(of: fixture.open(clean: false)).map(\.value) == ["a", "b"])
    }

    @Test func `a failed sync is never tried again`() throws {
        let disk = MemoryFileSystem()
        var fixture = LogFixture(disk)
        fixture.config.flushMessages = 1
        let log = try fixture.open()
        disk.fail(.sync)
        #expect(throws: LogError.self) { try fixture.append(batch(["a"]), to: log) }
        #expect(throws: LogError.self) { try log.sync() }
        #expect(log.failure != nil && log.recoveryPoint == 0)
    }

    @Test func `broken indexes are built again on a clean start`() throws {
        for damage in 0..<3 {
            let disk = MemoryFileSystem()
            var fixture = LogFixture(disk)
            fixture.config.indexIntervalBytes = 100
            fixture.config.segmentBytes = 800
            let log = try fixture.open()
            for number in 0..<30 {
                try fixture.append(batch(["v\(number)"], timestamp: fixture.now + Int64(number)), to: log)
            }
            try log.close()
            for name in try disk.list(fixture.directory) where name.hasSuffix("index") {
                switch damage {
                case 0: try disk.remove(fixture.directory + "/" + name)
                case 1: disk.corrupt(fixture.directory + "/" + name) { if !$0.isEmpty { $0.removeLast() } }
                default: disk.corrupt(fixture.directory + "/" + name) { for i in $0.indices { $0[i] = 0xff } }
                }
            }
            let reopened = try fixture.open()
            #expect(reopened.logEndOffset == 30)
            #expect(try contents(of: reopened, maxBytes: 1).count == 30)
            #expect(try reopened.offset(forTimestamp: fixture.now + 17)?.offset == 17)
        }
    }
}
