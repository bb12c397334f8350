import Bytes
import Codecs
import KafkaWire
import Testing

@testable import KafkaLog

@Suite struct AppendCheckTests {
    @Test func `a batch gets the next offsets and the leader's epoch`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        let first = try fixture.append(batch(["a", "b"]), to: log, epoch: 3)
        let second = try fixture.append(batch(["c"]), to: log, epoch: 4)
        #expect(first.baseOffset == 0 && first.lastOffset == 1 && first.logAppendTime == -1)
        #expect(second.baseOffset == 2 && second.lastOffset == 2)
        #expect(try contents(of: log).map(\.value) == ["a", "b", "c"])
        #expect(log.latestEpoch == 4)
        #expect(log.endOffset(forEpoch: 3) == (3, 2))
        #expect(log.endOffset(forEpoch: 4) == (4, 3))
        #expect(log.endOffset(forEpoch: 2) == (2, 0))
        #expect(log.endOffset(forEpoch: 5) == (-1, -1))
    }

    @Test func `readers see nothing before it is written`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        _ = try log.append(batch(["a"]), leaderEpoch: 0, origin: .client, now: fixture.now)
        #expect(log.logEndOffset == 1 && log.flushedEndOffset == 0)
        #expect(try log.read(from: 0, maxBytes: 100, upTo: 1, atLeastOneBatch: true).isEmpty)
        try log.flushStaged()
        #expect(try log.read(from: 0, maxBytes: 100, upTo: 1, atLeastOneBatch: true).count > 0)
    }

    private func refusal(_ bytes: ByteSlice, _ change: (inout LogConfig) -> Void = { _ in }) throws -> AppendError? {
        var fixture = LogFixture()
        change(&fixture.config)
        let log = try fixture.open()
        do throws(AppendError) {
            _ = try log.append(bytes, leaderEpoch: 0, origin: .client, now: fixture.now)
            return nil
        } catch {
            #expect(log.logEndOffset == 0)
            #expect(error.message != nil)
            return error
        }
    }

    /// The batch with some bytes changed; `seal` makes the checksum right again.
    private func changed(_ bytes: ByteSlice, seal: Bool = true, _ change: (inout [UInt8]) -> Void) -> ByteSlice {
        var array = bytes.array
        change(&array)
        let slice = ByteSlice(array)
        if seal {
            slice.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                BatchView.setChecksum(in: base)
            }
        }
        return slice
    }

    @Test func `the shape of the records decides before all else`() throws {
        let one = try batch(["a"])
        let two = ByteSlice(one.array + one.array)
        #expect(try refusal(.empty)?.code == .invalidRecord)
        #expect(try refusal(two)?.code == .invalidRecord)
        #expect(try refusal(one.slice(0..<one.count - 1))?.code == .invalidRecord)
        #expect(try refusal(changed(one, seal: false) { $0[16] = 1 })?.code == .invalidRecord)
        #expect(try refusal(changed(one, seal: false) { $0[16] = 3 })?.code == .corruptMessage)
        #expect(try refusal(ByteSlice(one.array + [UInt8](repeating: 7, count: 10))) == nil)
        #expect(try refusal(ByteSlice(one.array + [UInt8](repeating: 0, count: 200)))?.code == .corruptMessage)
    }

    @Test func `header rules are refused with Kafka's codes`() throws {
        let one = try batch(["a", "b"])
        #expect(try refusal(changed(one) { $0[7] = 5 })?.code == .invalidRecord)
        #expect(try refusal(one) { $0.maxMessageBytes = 60 }?.code == .messageTooLarge)
        #expect(try refusal(changed(one, seal: false) { $0[20] ^= 1 })?.code == .corruptMessage)
        #expect(try refusal(changed(one) { $0[26] = 5 })?.code == .invalidRecord)
        #expect(try refusal(changed(one) { $0[23] = 0xff })?.code == .invalidRecord)
        #expect(try refusal(changed(one) { $0[22] |= 32 })?.code == .invalidRecord)
        #expect(try refusal(changed(one) { $0[22] |= 5 })?.code == .invalidRecord)
        #expect(try refusal(batch(["a"], producer: (1, 0, -1)))?.code == .invalidRecord)
        #expect(try refusal(one) { $0.segmentBytes = 70 }?.code == .recordListTooLarge)
    }

    @Test func `the records must be as many as the header says`() throws {
        let one = try batch(["a", "b"])
        #expect(try refusal(changed(one) { ($0[26], $0[60]) = (2, 3) })?.code == .invalidRecord)
        #expect(try refusal(changed(one) { ($0[26], $0[60]) = (0, 1) })?.code == .invalidRecord)
    }

    @Test func `a compacted topic names every record without a key`() throws {
        let error = try refusal(batch(["a", "b"], key: nil)) { $0.cleanupPolicy = .compact }
        #expect(error?.code == .invalidRecord)
        #expect(error?.recordErrors.map(\.index) == [0, 1])
        for codec in [CompressionCodec.gzip, .snappy, .lz4, .zstd] {
            let error = try refusal(batch(["a", "b"], key: nil, codec: codec)) { $0.cleanupPolicy = .compact }
            #expect(error?.recordErrors.count == 2)
            #expect(try refusal(batch(["a"], codec: codec)) { $0.cleanupPolicy = .compact } == nil)
        }
    }

    @Test(arguments: [CompressionCodec.gzip, .snappy, .lz4, .zstd])
    func `what cannot be read again is refused`(codec: CompressionCodec) throws {
        let garbage = changed(try batch([String(repeating: "a", count: 500)], codec: codec)) { $0[61] ^= 0xff }
        #expect(try refusal(garbage)?.code == .invalidRecord)
        #expect(try refusal(garbage) { $0.cleanupPolicy = .compact }?.code == .invalidRecord)
        #expect(try refusal(garbage) { $0.compressionType = .codec(.zstd) }?.code == .invalidRecord)
        #expect(try refusal(garbage) { $0.timestampType = .logAppendTime }?.code == .invalidRecord)
        let two = try batch(["a", "b"], codec: codec)
        #expect(try refusal(changed(two) { ($0[26], $0[60]) = (2, 3) })?.code == .invalidRecord)
        #expect(try refusal(changed(two) { ($0[26], $0[60]) = (0, 1) })?.code == .invalidRecord)
    }

    @Test func `a producer does not set the broker's timestamp type where the broker stamps`() throws {
        func stamped() throws -> ByteSlice { changed(try batch(["a"])) { $0[22] |= 8 } }
        #expect(try refusal(stamped()) == nil)
        #expect(try refusal(stamped()) { $0.timestampType = .logAppendTime }?.code == .invalidTimestamp)
    }

    @Test func `a timestamp too far from now to be subtracted is out of bounds`() throws {
        #expect(try refusal(batch(["a"], timestamp: .min))?.code == .invalidTimestamp)
        #expect(try refusal(batch(["a"], timestamp: .max))?.code == .invalidTimestamp)
    }

    @Test func `timestamps out of bounds are named, one by one`() throws {
        let ahead = LogFixture.now + 3_600_000
        #expect(try refusal(batch(["a", "b"], timestamp: ahead))?.recordErrors.map(\.index) == [1])
        #expect(try refusal(batch(["a", "b"], timestamp: ahead, codec: .lz4))?.code == .invalidTimestamp)
        #expect(try refusal(batch(["a"], timestamp: -1)) == nil)
        let old = try refusal(batch(["a"], timestamp: LogFixture.now - 11)) { $0.timestampBeforeMaxMs = 10 }
        #expect(old?.code == .invalidTimestamp)
        #expect(try refusal(batch(["a"], timestamp: ahead * 2)) { $0.timestampType = .logAppendTime } == nil)
    }

    @Test func `the broker's clock is stamped and the checksum stays right`() throws {
        var fixture = LogFixture()
        fixture.config.timestampType = .logAppendTime
        let log = try fixture.open()
        let result = try fixture.append(batch(["a", "b"], timestamp: 5, codec: .lz4), to: log)
        #expect(result.logAppendTime == fixture.now)
        let stored = try log.read(from: 0, maxBytes: 1000, upTo: 2, atLeastOneBatch: true).load()
        let checked = try RecordBatch(checking: stored)
        #expect(checked.header?.maxTimestamp == fixture.now)
        #expect(try checked.records().map(\.timestamp) == [fixture.now, fixture.now])
    }

    @Test func `a topic's own codec replaces the producer's`() throws {
        for codec in [CompressionCodec.gzip, .snappy, .lz4, .zstd, .none] {
            var fixture = LogFixture()
            fixture.config.compressionType = .codec(codec)
            let log = try fixture.open()
            try fixture.append(batch(["a", "b"]), to: log)
            try fixture.append(batch(["c"], codec: .snappy), to: log)
            #expect(try contents(of: log).map(\.value) == ["a", "b", "c"])
            let stored = try log.read(from: 0, maxBytes: 1000, upTo: 2, atLeastOneBatch: true).load()
            #expect(try RecordBatch(checking: stored).header?.codec == codec)
        }
    }

    @Test func `no bytes make an append trap`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        var random = SplitMix64(seed: 7)
        let good = try batch(["hello", "world"], producer: (1, 0, 0))
        for _ in 0..<20_000 {
            var bytes = good.array
            for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            if random.below(4) == 0 { bytes.removeLast(random.below(bytes.count)) }
            let mutated = ByteSlice(bytes)
            let sealed =
                bytes.count > 61 && bytes.count == good.count
                ? changed(
                    mutated,
                    seal: bytes[8] == 0 && bytes[9] == 0 && bytes[10] == 0 && Int(bytes[11]) + 12 == bytes.count
                ) { _ in } : mutated
            _ = try? log.append(sealed, leaderEpoch: 0, origin: .client, now: fixture.now)
        }
        try log.flushStaged()
        #expect(log.failure == nil)
    }
}
