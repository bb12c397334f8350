import Bytes
import Codecs
import KafkaWire
import Testing

@testable import KafkaClient

@Suite struct BatchWalkTests {
    @Test func `records before the offset that was asked for are left out`() throws {
        var walk = BatchWalk(partition: 3, from: 2, isolation: .readUncommitted, aborted: [])
        walk.walk(try batch(at: 0, count: 5))
        #expect(walk.records.map(\.offset) == [2, 3, 4] && walk.next == 5 && walk.issues.isEmpty)
    }

    @Test func `offsets that were compacted away are one gap, inside and between batches`() throws {
        var walk = BatchWalk(partition: 3, from: 0, isolation: .readUncommitted, aborted: [])
        walk.walk(join(try batch(at: 10, deltas: [0, 4], last: 6), try batch(at: 20, count: 1)))
        #expect(walk.records.map(\.offset) == [10, 14, 20] && walk.next == 21)
        #expect(walk.issues.map(\.offsets) == [0..<10, 11..<14, 15..<20])
        #expect(
            walk.issues.allSatisfy {
                $0.kind == .gap(GapCauses(compacted: Int64($0.offsets.count))) && $0.partition == 3
            })
    }

    @Test func `a batch that lost all its records moves on`() throws {
        var walk = BatchWalk(partition: 0, from: 7, isolation: .readUncommitted, aborted: [])
        walk.walk(try batch(at: 7, deltas: [], last: 9))
        #expect(walk.records.isEmpty && walk.next == 17 && walk.issues.map(\.offsets) == [7..<17])
    }

    @Test func `a damaged batch is told and stepped over`() throws {
        var bytes = try batch(at: 0, count: 4).array
        bytes[bytes.count - 1] ^= 0xff
        var walk = BatchWalk(partition: 0, from: 0, isolation: .readUncommitted, aborted: [])
        walk.walk(join(ByteSlice(bytes), try batch(at: 4, count: 2)))
        #expect(walk.records.map(\.offset) == [4, 5] && walk.next == 6)
        #expect(walk.issues.count == 1 && walk.issues[0].offsets == 0..<4)
        guard case .badBatch(let why) = walk.issues[0].kind else {
            Issue.record("not a bad batch")
            return
        }
        #expect(why.contains("CRC"))
    }

    @Test func `any bytes move on or give nothing, and never trap`() throws {
        var seed: UInt64 = 11
        func next() -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return seed >> 33
        }
        let good = join(try batch(at: 100, count: 3), try batch(at: 103, count: 3)).array
        for _ in 0..<20_000 {
            var bytes = good
            for _ in 0..<1 + next() % 4 { bytes[Int(next() % UInt64(bytes.count))] = UInt8(next() & 255) }
            var walk = BatchWalk(partition: 0, from: 100, isolation: .readCommitted, aborted: [])
            walk.walk(ByteSlice(bytes))
            #expect(walk.next >= 100)
        }
    }

    @Test func `records of a transaction that was given up are seen only by those who ask for them`() throws {
        let bytes = join(
            try batch(at: 0, count: 2, producer: 9, isTransactional: true), try batch(at: 2, count: 1),
            try marker(at: 3, .abort, producer: 9), try batch(at: 4, count: 1, producer: 9, isTransactional: true),
            try marker(at: 5, .commit, producer: 9))
        var all = BatchWalk(partition: 0, from: 0, isolation: .readUncommitted, aborted: [])
        all.walk(bytes)
        #expect(all.records.map(\.offset) == [0, 1, 2, 4] && all.next == 6)
        var committed = BatchWalk(partition: 0, from: 0, isolation: .readCommitted, aborted: [(9, 0)])
        committed.walk(bytes)
        #expect(committed.records.map(\.offset) == [2, 4] && committed.next == 6)
        #expect(committed.batches.map(\.baseOffset) == [2, 4] && committed.batches.last?.producerID == 9)
        #expect(
            committed.issues == [
                ReadIssue(kind: .gap(GapCauses(aborted: 2)), partition: 0, offsets: 0..<2),
                ReadIssue(kind: .gap(GapCauses(markers: 1, abortMarkers: 1)), partition: 0, offsets: 3..<4),
                ReadIssue(kind: .gap(GapCauses(markers: 1)), partition: 0, offsets: 5..<6),
            ])
    }

    @Test func `of an answer up to the last stable offset every transaction's end is told`() throws {
        let bytes = join(
            try batch(at: 0, count: 2, producer: 9, isTransactional: true), try batch(at: 2, count: 1, producer: 7),
            try marker(at: 3, .abort, producer: 9), try batch(at: 4, count: 1, producer: 9, isTransactional: true))
        var walk = BatchWalk(
            partition: 0, from: 0, isolation: .readCommitted, showsAborted: true, aborted: [(9, 0)])
        walk.walk(bytes)
        #expect(walk.records.map(\.offset) == [0, 1, 2, 4])
        #expect(walk.batches.map(\.outcome) == [.aborted, nil, .committed])
        #expect(walk.markers == [TransactionMarker(producer: 9, offset: 3, outcome: .aborted)])
    }

    @Test func `behind it a transaction is open until its own producer's marker comes`() throws {
        var walk = BatchWalk(partition: 0, from: 0, isolation: .readUncommitted, aborted: [])
        walk.walk(
            join(
                try batch(at: 0, count: 2, producer: 9, isTransactional: true),
                try batch(at: 2, count: 1, producer: 8, isTransactional: true), try marker(at: 3, .commit, producer: 9),
                try batch(at: 4, count: 1, producer: 9, isTransactional: true)))
        #expect(walk.batches.map(\.outcome) == [.committed, .open, .open])
        // What comes later may tell; what was decided stays.
        var batches = walk.batches
        batches.settle(with: [
            TransactionMarker(producer: 8, offset: 5, outcome: .aborted),
            TransactionMarker(producer: 9, offset: 3, outcome: .aborted),
        ])
        #expect(batches.map(\.outcome) == [.committed, .aborted, .open])
    }

    @Test func `neighbouring gaps become one, counted by cause`() throws {
        let bytes = join(
            try batch(at: 0, count: 5, producer: 9, isTransactional: true), try marker(at: 5, .abort, producer: 9),
            try marker(at: 6, .commit, producer: 8), try batch(at: 9, count: 1))
        var walk = BatchWalk(partition: 4, from: 0, isolation: .readCommitted, aborted: [(9, 0)])
        walk.walk(bytes)
        let causes = GapCauses(aborted: 5, markers: 2, abortMarkers: 1, compacted: 2)
        #expect(walk.issues == [ReadIssue(kind: .gap(causes), partition: 4, offsets: 0..<9)])
        #expect(causes.count == 9 && walk.records.map(\.offset) == [9])
    }

    @Test func `of many records only the newest are decoded, and all are counted`() throws {
        var parts: [ByteSlice] = []
        for index in 0..<20 { parts.append(try batch(at: Int64(index * 10), count: index == 7 ? 4 : 10)) }
        let bytes = ByteSlice(parts.flatMap(\.array))
        for keep in [0, 1, 10, 11, 25, 200] {
            var walk = BatchWalk(partition: 0, from: 3, isolation: .readUncommitted, aborted: [])
            walk.walk(bytes, keep: keep)
            #expect(walk.skipped + walk.records.count == 191 && walk.next == 200)
            #expect(
                walk.records.map(\.offset).suffix(keep) == (3..<200).filter { !(74..<80).contains($0) }.suffix(keep))
            #expect(walk.records.count <= keep + 20)
            #expect(walk.issues.map(\.offsets) == [74..<80])
        }
    }

    private func batch(
        at offset: Int64, count: Int, producer: ProducerID? = nil, isTransactional: Bool = false
    ) throws -> ByteSlice {
        try batch(
            at: offset, deltas: (0..<count).map(Int32.init), last: nil, producer: producer,
            isTransactional: isTransactional)
    }

    /// `last` lets the batch end later than its last record does, as compaction leaves it.
    private func batch(
        at offset: Int64, deltas: [Int32], last: Int32?, producer: ProducerID? = nil, isTransactional: Bool = false
    ) throws -> ByteSlice {
        var builder = RecordBatchBuilder(
            producer: producer.map { RecordBatchBuilder.Producer(id: $0, epoch: 0, baseSequence: 0) },
            isTransactional: isTransactional)
        builder.baseOffset = offset
        for delta in deltas {
            builder.append(key: nil, value: ByteSlice("value"), timestamp: 1_000 + Int64(delta), offsetDelta: delta)
        }
        let bytes = try builder.build()
        return last.map { Self.withLastDelta($0, bytes) } ?? bytes
    }

    private func marker(at offset: Int64, _ type: ControlRecordType, producer: ProducerID) throws -> ByteSlice {
        var builder = RecordBatchBuilder(
            producer: RecordBatchBuilder.Producer(id: producer, epoch: 0, baseSequence: -1), isTransactional: true,
            isControl: true)
        builder.baseOffset = offset
        builder.append(key: [0, 0, 0, UInt8(type.rawValue)], value: [0, 0, 0, 0, 0, 0], timestamp: 1)
        return try builder.build()
    }

    private func join(_ parts: ByteSlice...) -> ByteSlice { ByteSlice(parts.flatMap(\.array)) }

    /// Sets the last offset delta and makes the checksum right again.
    private static func withLastDelta(_ delta: Int32, _ bytes: ByteSlice) -> ByteSlice {
        var buffer = ByteBuffer()
        buffer.append(bytes)
        buffer.store(delta, at: 23)
        let crc = buffer.withUnsafeBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[21...])) }
        buffer.store(crc, at: 17)
        return buffer.freeze()
    }
}
