import Bytes
import Foundation
import KafkaWire
import Testing

@testable import KafkaLog

@Suite struct VerificationTests {
    private func faults(_ directory: String, _ files: any FileSystem) throws -> (LogVerification, [String]) {
        var lines: [String] = []
        let check = LogVerification(files) { lines.append($0.description) }
        try check.verify(directory)
        #expect(lines.count == check.faults)
        return (check, lines)
    }

    /// A closed log of three segments, one of them compacted, with a snapshot and an aborted transaction.
    private func log(_ disk: MemoryFileSystem) throws -> LogFixture {
        var fixture = LogFixture(disk)
        fixture.config.cleanupPolicy = .compact
        fixture.config.minCleanableRatio = 0
        fixture.config.indexIntervalBytes = 100
        let log = try fixture.open()
        for number in 0..<12 {
            let time = fixture.now + Int64(number)
            let records = [("k\(number % 4)", number == 6 ? nil : "\(number)"), ("one \(number)", "x")]
            try fixture.append(
                keyed(records, timestamp: time, codec: .allCases[number % 5], producer: (9, 0, Int32(number * 2))),
                to: log)
            if number % 4 == 3 { try log.roll(now: fixture.now) }
        }
        try compact(log)
        try fixture.append(keyed([("t", "1")], producer: (8, 0, 0), transactional: true), to: log)
        try fixture.append(marker(commits: false, producer: 8, epoch: 0), to: log, origin: .coordinator)
        try fixture.append(keyed([("k", "v")], timestamp: fixture.now + 99), to: log, epoch: 2)
        try log.close()
        return fixture
    }

    @Test func `a whole log has no fault`() throws {
        let disk = MemoryFileSystem()
        let fixture = try log(disk)
        let (check, lines) = try faults(fixture.directory, disk)
        #expect(lines.isEmpty, "\(lines)")
        #expect(check.segments == 2 && check.records > 15)
        try disk.makeDirectory("/data")
        let (whole, none) = try faults("/data", disk)
        #expect(none.isEmpty && whole.partitions == 1)
    }

    /// Every byte of every file in turn. What no checksum covers (offset and epoch of a batch, an index entry's
    /// neighbours) is found by what else must agree with it, but for the leader epoch, which any number may be.
    @Test func `a changed byte of any file is a fault that names the file`() throws {
        let disk = MemoryFileSystem()
        let fixture = try log(disk)
        var changed = 0
        for name in try disk.list(fixture.directory) where PartitionFile(name) != nil {
            let path = fixture.directory + "/" + name
            let kind = try #require(PartitionFile(name)).kind
            var epochs: Set<Int> = []
            if kind == .log {
                let reader = try SegmentReader(path, disk)
                while let stored = try reader.next() {
                    for at in 12..<16 { epochs.insert(stored.position + at) }
                }
            }
            for index in 0..<(try #require(try disk.size(of: path))) where !epochs.contains(index) {
                // What a transaction index says of the stable offset cannot be told from the log alone.
                if kind == .txnindex, index % 34 >= 2 { continue }
                let after = disk.afterPowerCut(.keepEverything)
                after.corrupt(path) { $0[index] ^= 0x11 }
                let (_, lines) = try faults(fixture.directory, after)
                changed += 1
                #expect(!lines.isEmpty, "\(name) byte \(index)")
                if kind != .log { #expect(lines.allSatisfy { $0.hasPrefix(path) }, "\(lines)") }
            }
        }
        print("log: \(changed) changed bytes found")
        #expect(changed > 1_500)
    }

    @Test func `a cut file, a doubled segment and a broken checkpoint are faults`() throws {
        let disk = MemoryFileSystem()
        let fixture = try log(disk)
        let names = try disk.list(fixture.directory).filter { PartitionFile($0)?.kind == .log }.sorted()
        let path = fixture.directory + "/" + names[0]
        let cut = disk.afterPowerCut(.keepEverything)
        cut.corrupt(path) { $0.removeLast(3) }
        #expect(try faults(fixture.directory, cut).1.contains { $0.contains("are no whole batch") })
        let doubled = disk.afterPowerCut(.keepEverything)
        let bytes = try #require(try disk.readAll(path))
        try doubled.open(fixture.directory + "/" + SegmentName.name(5, .log), .replace).pwrite(bytes, at: 0)
        #expect(try faults(fixture.directory, doubled).1.contains { $0.contains("where the segment before ends") })
        let torn = disk.afterPowerCut(.keepEverything)
        torn.corrupt(fixture.directory + "/leader-epoch-checkpoint") { $0.removeLast(3) }
        #expect(try faults(fixture.directory, torn).1.count == 1)
        // Apache Kafka leaves this file empty until its cleaner has something to write.
        let fresh = disk.afterPowerCut(.keepEverything)
        let root = String(
            fixture.directory.prefix(upTo: fixture.directory.lastIndex(of: "/") ?? fixture.directory.endIndex))
        try fresh.makeDirectory(root)
        _ = try fresh.open(root + "/cleaner-offset-checkpoint", .replace)
        #expect(try faults(root, fresh).1.isEmpty)
        #expect(throws: LogError.self) { try faults("/nowhere", disk) }
        try disk.makeDirectory("/empty")
        #expect(throws: LogError.self) { try faults("/empty", disk) }
    }

    @Test(.enabled(if: sharedFolder != nil, "there is no folder shared"))
    func `Apache Kafka's own directory has no fault`() throws {
        let (check, lines) = try faults(try #require(sharedFolder) + "/protocol/logdir", POSIXFileSystem())
        #expect(lines.isEmpty, "\(lines)")
        #expect(check.partitions >= 7 && check.batches > 60)
    }
}
