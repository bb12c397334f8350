import Bytes
import Codecs
import KafkaWire
import Testing

@testable import KafkaClient

/// What senders can do to a reader of batches: bombs, crowds of headers, formats of before, wrong checksums.
@Suite struct HostileBatchTests {
    private func plain(at offset: Int64, _ value: String = "after") throws -> ByteSlice {
        var builder = RecordBatchBuilder()
        builder.baseOffset = offset
        builder.append(key: nil, value: ByteSlice(value), timestamp: 5)
        return try builder.build()
    }

    private func walk(_ parts: ByteSlice..., keep: Int = .max) -> BatchWalk {
        var walk = BatchWalk(partition: 0, from: 0, isolation: .readUncommitted, aborted: [])
        walk.walk(ByteSlice(parts.flatMap(\.array)), keep: keep)
        return walk
    }

    @Test(arguments: [CompressionCodec.gzip, .snappy, .lz4, .zstd])
    func `a batch that inflates without measure is a bad one, and reading goes on`(codec: CompressionCodec) throws {
        var builder = RecordBatchBuilder(codec: codec)
        builder.append(
            key: nil, value: ByteSlice([UInt8](repeating: 0, count: RecordBatch.inflatedLimit + 1)), timestamp: 1)
        let bomb = try builder.build()
        #expect(bomb.count < RecordBatch.inflatedLimit / 10)
        let walk = walk(bomb, try plain(at: 1))
        #expect(walk.records.map(\.offset) == [1] && walk.next == 2)
        guard case .badBatch(let why)? = walk.issues.first?.kind else {
            Issue.record("it was taken")
            return
        }
        #expect(why.contains("\(RecordBatch.inflatedLimit)"), "\(why)")
        var scan = BatchScan(
            ByteSlice(bomb.array + (try plain(at: 1)).array), try RecordQuery("after", now: 0), partition: 0,
            offsets: 0..<2, isolation: .readUncommitted, aborted: [])
        let isAtEnd = scan.scan()
        #expect(isAtEnd)
        #expect(scan.found.map(\.record.offset) == [1])
    }

    @Test func `a million headers are read once, and searched`() throws {
        var builder = RecordBatchBuilder(codec: .lz4)
        let headers = (0..<1_000_000).map { _ in Record.Header(key: "h", value: nil) }
        builder.append(key: nil, value: nil, headers: headers, timestamp: 1)
        let bytes = try builder.build()
        let walk = walk(bytes, try plain(at: 1))
        #expect(walk.records.map(\.headers.count) == [1_000_000, 0] && walk.issues.isEmpty)
        let query = try RecordQuery("headers.none == 'x'", now: 0)
        #expect(!query.passes(FoundRecord(partition: 0, record: walk.records[0])))
    }

    @Test func `a hundred thousand levels of JSON end a search in time, without a word`() throws {
        for text in [
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
            String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
        ] {
            let record = FoundRecord(
                partition: 0, record: Record(offset: 0, timestamp: 0, key: nil, value: ByteSlice(text), headers: []))
            for query in ["value.a.a.b == 1", "value.a == null", "value[0][0] == 1", "value.b contains 'x'"] {
                _ = try RecordQuery(query, now: 0).passes(record)
            }
            #expect(RecordJSON.object(record.record, TopicPartition("t", 0)).count > text.utf8.count)
        }
    }

    /// One message of magic 0 or 1, as producers before 0.11 wrote them.
    private func message(magic: Int8, at offset: Int64, value: String, spoilt: Bool = false) -> ByteSlice {
        var body: [UInt8] = [UInt8(bitPattern: magic), 0]
        if magic == 1 { body += [0, 0, 0, 0, 0, 0, 0, 9] }
        body += [0xFF, 0xFF, 0xFF, 0xFF]
        let bytes = Array(value.utf8)
        body += big(UInt32(bytes.count)) + bytes
        let sum = body.withUnsafeBytes { CRC32.checksum($0) }
        return ByteSlice(
            big(UInt64(offset)) + big(UInt32(body.count + 4)) + big(spoilt ? ~sum : sum) + body)
    }

    private func big(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.bigEndian, Array.init) }

    @Test(arguments: [0, 1] as [Int8])
    func `messages of before are read, and one with a wrong checksum is shown as bad`(magic: Int8) throws {
        let walk = walk(
            message(magic: magic, at: 0, value: "old"), message(magic: magic, at: 1, value: "broken", spoilt: true),
            message(magic: magic, at: 2, value: "older"), try plain(at: 3))
        #expect(walk.records.map { $0.value?.text } == ["old", "older", "after"] && walk.next == 4)
        #expect(walk.records.first?.timestamp == (magic == 1 ? 9 : -1))
        #expect(walk.issues.map(\.offsets) == [1..<2])
        guard case .badBatch(let why)? = walk.issues.first?.kind else {
            Issue.record("not a bad batch")
            return
        }
        #expect(why.contains("CRC"))
    }

    @Test func `an answer that ends within a batch is read up to there`() throws {
        let (whole, cut) = (try plain(at: 0), try plain(at: 1))
        for length in 0..<cut.count {
            var walk = BatchWalk(partition: 0, from: 0, isolation: .readUncommitted, aborted: [])
            walk.walk(ByteSlice(whole.array + cut.array.prefix(length)))
            #expect(walk.records.map(\.offset) == [0] && walk.next == 1 && walk.issues.isEmpty, "\(length) bytes")
        }
    }
}
