import Bytes
import KafkaWire
import Testing

@testable import KafkaLog

@Suite struct ProducerSequenceTests {
    private func code(_ producer: (Int64, Int16, Int32), count: Int = 1, _ log: PartitionLog) throws -> ErrorCode {
        do throws(AppendError) {
            let values = (0..<count).map { "\($0)" }
            _ = try log.append(
                (try? batch(values, producer: producer)) ?? .empty, leaderEpoch: 0, origin: .client,
                now: LogFixture.now)
            try? log.flushStaged()
            return .none
        } catch {
            return error.code
        }
    }

    @Test func `a batch sent again is one of the newest five or out of order`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        for sequence in 0..<6 { #expect(try code((1, 0, Int32(sequence * 2)), count: 2, log) == .none) }
        #expect(log.logEndOffset == 12)
        for sequence in 1..<6 {
            let again = try fixture.append(batch(["x", "y"], producer: (1, 0, Int32(sequence * 2))), to: log)
            #expect(again.isDuplicate && again.baseOffset == Int64(sequence * 2))
            #expect(again.lastOffset == Int64(sequence * 2 + 1))
        }
        #expect(try code((1, 0, 0), count: 2, log) == .outOfOrderSequenceNumber)
        #expect(log.logEndOffset == 12)
    }

    @Test func `sequences go on without gap or overlap`() throws {
        let log = try LogFixture().open()
        #expect(try code((1, 0, 0), count: 10, log) == .none)
        #expect(try code((1, 0, 11), log) == .outOfOrderSequenceNumber)
        #expect(try code((1, 0, 9), log) == .outOfOrderSequenceNumber)
        #expect(try code((1, 0, 8), count: 3, log) == .outOfOrderSequenceNumber)
        #expect(try code((1, 0, 10), log) == .none)
        #expect(try code((2, 0, 0), log) == .none)
    }

    @Test func `a newer epoch begins at 0 and an older one is fenced`() throws {
        let log = try LogFixture().open()
        #expect(try code((1, 3, 0), log) == .none)
        #expect(try code((1, 4, 1), log) == .outOfOrderSequenceNumber)
        #expect(try code((1, 4, 0), log) == .none)
        #expect(try code((1, 3, 1), log) == .invalidProducerEpoch)
        #expect(try code((1, -1, 0), log) == .invalidProducerEpoch)
        #expect(try code((1, 4, 1), log) == .none)
    }

    @Test func `sequences wrap from the largest to 0`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        // What a leader has taken is not checked again.
        func take(_ values: [String], _ producer: (Int64, Int16, Int32)) throws {
            var bytes = Array(try batch(values, producer: producer))
            bytes[7] = UInt8(log.logEndOffset)
            try fixture.append(ByteSlice(bytes), to: log, origin: .replication)
        }
        try take(["a", "b"], (1, 0, Int32.max - 1))
        #expect(try code((1, 0, 0), log) == .none)
        try take(["a", "b", "c"], (2, 0, Int32.max))
        #expect(try code((2, 0, 2), log) == .none)
        #expect(try code((2, 0, Int32.max), count: 3, log) == .none)
        #expect(log.logEndOffset == 7)
    }

    @Test func `the first batch of an unknown producer has sequence 0`() throws {
        let fixture = LogFixture()
        var log = try fixture.open()
        // Batches 1 and 2 overtook batch 0: the client sends all of them again, in order.
        #expect(try code((1, 0, 1), log) == .outOfOrderSequenceNumber)
        #expect(try code((1, 0, 2), log) == .outOfOrderSequenceNumber)
        for sequence in 0..<3 { #expect(try code((1, 0, Int32(sequence)), log) == .none) }
        #expect(log.logEndOffset == 3)
        // Silent for too long: the client is told, and begins a new epoch.
        log.expireProducers(now: LogFixture.now + log.config.producerIDExpirationMs + 10)
        #expect(log.producerCount == 0)
        #expect(try code((1, 0, 3), log) == .unknownProducerId)
        #expect(try code((1, 1, 0), log) == .none)
        // A log that had a life before this one may have forgotten as well.
        try log.close()
        log = try fixture.open()
        #expect(try code((9, 0, 4), log) == .unknownProducerId)
        #expect(try code((1, 1, 1), log) == .none)
    }

    @Test func `data outside of the open transaction is refused`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        try fixture.append(batch(["a"], producer: (1, 0, 0), transactional: true), to: log)
        #expect(log.lastStableOffset(1) == 0)
        #expect(try code((1, 0, 1), log) == .invalidTxnState)
        try fixture.append(marker(commits: true, producer: 1, epoch: 0), to: log, origin: .coordinator)
        #expect(log.lastStableOffset(2) == 2)
        #expect(try code((1, 0, 1), log) == .none)
        #expect(try log.abortedTransactions(from: 0, upTo: 10).isEmpty)
    }

    @Test func `an aborted transaction is known to readers, also after a restart`() throws {
        let fixture = LogFixture()
        var log = try fixture.open()
        try fixture.append(batch(["a"], producer: (1, 0, 0), transactional: true), to: log)
        try fixture.append(batch(["b"], producer: (2, 0, 0), transactional: true), to: log)
        try fixture.append(marker(commits: false, producer: 1, epoch: 0), to: log, origin: .coordinator)
        for clean in [true, false] {
            #expect(log.lastStableOffset(3) == 1)
            #expect(try log.abortedTransactions(from: 0, upTo: 3).map(\.firstOffset) == [0])
            if clean { try log.close() }
            log = try fixture.open(clean: clean)
        }
    }

    @Test func `producers survive a restart, and a crash without any snapshot`() throws {
        for clean in [true, false] {
            let fixture = LogFixture()
            var log = try fixture.open()
            for sequence in 0..<3 { #expect(try code((9, 2, Int32(sequence)), log) == .none) }
            if clean { try log.close() }
            log = try fixture.open(clean: clean)
            #expect(log.producerCount == 1)
            #expect(try fixture.append(batch(["x"], producer: (9, 2, 2)), to: log).isDuplicate)
            #expect(try code((9, 2, 4), log) == .outOfOrderSequenceNumber)
            #expect(try code((9, 2, 3), log) == .none)
        }
    }

    @Test func `idle producers are forgotten`() throws {
        let fixture = LogFixture()
        let log = try fixture.open()
        #expect(try code((9, 2, 0), log) == .none)
        log.expireProducers(now: LogFixture.now + 86_399_999)
        #expect(log.producerCount == 1)
        log.expireProducers(now: LogFixture.now + 86_400_000)
        #expect(log.producerCount == 0)
    }

    @Test func `a snapshot with one wrong byte is not taken`() throws {
        var ledger = ProducerLedger()
        let sent = try batch(["a", "b"], producer: (5, 1, 0))
        sent.withUnsafeBytes { ledger.record(BatchView($0.baseAddress.unsafelyUnwrapped)) }
        let bytes = ProducerSnapshot.encode(ledger)
        #expect(bytes.count == 56)
        let back = try #require(ProducerSnapshot.decode(bytes, at: 2))
        #expect(back.producers == ledger.producers)
        for index in 0..<bytes.count {
            var broken = bytes.array
            broken[index] ^= 0x10
            #expect(ProducerSnapshot.decode(ByteSlice(broken), at: 2) == nil)
            #expect(ProducerSnapshot.decode(bytes.slice(0..<index), at: 2) == nil)
        }
    }
}
