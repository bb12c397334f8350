import Bytes
import KafkaClient
import KafkaWire
import Testing

@testable import Console

@Suite struct PayloadTests {
    @Test(arguments: [
        ("{\"a\":1}", Payload.json), ("  [1]", .json), ("{not json", .text), ("plain", .text),
        ("\u{1b}]0;pwned\u{7}", .text),
        ("", .empty), ("a\u{0}b", .binary), ("\u{1}\u{2}\u{3}ab", .binary), ("東京", .text),
    ])
    func `text is told from JSON and from binary`(text: String, kind: Payload) {
        #expect(Payload(ByteSlice(text)) == kind)
    }

    @Test func `null and empty are two things`() {
        #expect(Payload.line(nil, columns: 20) == "∅")
        #expect(Payload.line(.empty, columns: 20) == "\"\"")
        #expect(Payload(nil) == .null)
    }

    @Test func `bytes that are no text are shown in hex`() {
        #expect(Payload.line([0, 0, 0, 7, 0xFF], columns: 40) == "0x00 00 00 07 ff")
        #expect(Payload.line(ByteSlice([UInt8](repeating: 0xFE, count: 100)), columns: 12) == "0xfe fe fe fe …")
    }

    @Test func `a long text is cut between its characters`() {
        let text = String(repeating: "日", count: 5_000)
        #expect(Payload(ByteSlice(text)) == .text)
        #expect(Payload.text(of: ByteSlice(text), limit: 100)?.count == 33)
    }

    @Test func `a long line says how much of it is not shown`() {
        func last(_ count: Int) -> String? {
            let text = String(repeating: "日", count: count)
            return Payload.textLines(ByteSlice(text + "\nnext"), columns: 100).dropLast().last?.spans.map(\.text)
                .joined()
        }
        #expect(last(5_000) == "… 2.9 KiB more of this line: e writes all of it")
        #expect(last(4_000)?.contains("more of this line") == false)
    }

    @Test func `JSON over many lines becomes one`() {
        #expect(Payload.line(ByteSlice("{\n  \"a b\": [1, 2]\n}"), columns: 60) == "{\"a b\":[1,2]}")
    }

    @Test func `a hex dump has places, bytes and letters`() {
        let lines = Payload.hexLines(ByteSlice(Array(0..<20).map { UInt8($0 + 0x30) }))
        #expect(lines.count == 2)
        #expect(
            lines[0].spans.map(\.text).joined()
                == "0000  30 31 32 33 34 35 36 37  38 39 3a 3b 3c 3d 3e 3f  0123456789:;<=>?")
        #expect(lines[1].spans[2].text == "@ABC")
        #expect(Payload.hexLines(ByteSlice([UInt8](repeating: 1, count: 100_000)), limit: 10).count == 11)
    }

    @Test(arguments: [
        ("220113", ReadStart.offset(220_113), "offset 220,113 in every partition, or the nearest"),
        ("220,113", .offset(220_113), "offset 220,113 in every partition, or the nearest"),
        ("p3@100", .positions([3: 100]), "offset 100 of partition 3"),
        ("3@1,000", .positions([3: 1000]), "offset 1,000 of partition 3"),
        ("earliest", .earliest, "the first record of every partition"),
        ("14:00", .timestamp(1_795_528_800_000), "2026-11-24 14:00:00.000 UTC, first record at or after it"),
        ("-2h", .timestamp(Script.start - 7_200_000), "2026-11-24 12:03:12.402 UTC, first record at or after it"),
        ("2026-11-24T14:00", .timestamp(1_795_528_800_000), "2026-11-24 14:00:00.000 UTC, first record at or after it"),
    ])
    func `a place is understood and echoed`(text: String, start: ReadStart, echo: String) {
        let found = try? GoTo.parse(text, now: Script.start, zone: .utc).get()
        #expect(found == GoTo(start: start, echo: echo))
    }

    @Test(arguments: ["", "p@1", "px@1", "p3@", "p3@x", "p-1@4", "25:00", "gestern", "p3@9999999999999999999999"])
    func `what is no place says what would be one`(text: String) {
        guard case .failure(let why) = GoTo.parse(text, now: Script.start, zone: .utc) else {
            Issue.record("\(text) was understood")
            return
        }
        #expect(!why.sentence.isEmpty)
    }

    @Test func `the ring keeps the newest and counts all`() {
        var ring = RecordRing()
        for start in stride(from: Int64(0), to: 12_000, by: 1_000) {
            ring.append((start..<start + 1_000).map { RecordScenes.row(0, $0, value: "x") }, skipped: 10)
        }
        #expect(ring.counted == 12_120)
        #expect(ring.rows.count == RecordRing.most)
        #expect(ring.dropped == 12_120 - RecordRing.most)
        #expect(ring.rows.last?.place.offset == 11_999)
        let heavy = String(repeating: "x", count: 1 << 20)
        for offset in Int64(0)..<100 { ring.append([RecordScenes.row(1, offset, value: heavy).detached]) }
        #expect(ring.weight <= RecordRing.heaviest)
        #expect(ring.rows.last?.place.offset == 99)
    }

    @Test func `a gap stands before the next record of its partition`() {
        var page = TopicPage()
        page.records = [(4, 219_003), (1, 7), (4, 219_011)].map { partition, offset in
            FoundRecord(
                partition: partition, record: Record(offset: offset, timestamp: 0, key: nil, value: nil))
        }
        page.issues = [
            ReadIssue(kind: .gap(GapCauses(aborted: 5, markers: 2)), partition: 4, offsets: 219_004..<219_011),
            ReadIssue(kind: .badBatch("CRC"), partition: 2, offsets: 5..<9),
        ]
        #expect(RecordRow.rows(page).map(\.place.offset) == [219_003, 7, 219_004, 219_011, 5])
    }

    @Test func `a filter finds key and value, letter case aside`() throws {
        let row = RecordScenes.row(0, 1, key: "Order-7", value: "{\"Country\":\"PT\"}")
        for text in ["order", "country", "pt", "value.Country == 'PT'"] {
            #expect(row.passes(try RecordQuery(text, now: 0)))
        }
        for text in ["ptx", "order-8", "value.country == 'PT'"] {
            #expect(!row.passes(try RecordQuery(text, now: 0)))
        }
        let gap = RecordRow.issue(ReadIssue(kind: .gap(GapCauses(compacted: 2)), partition: 0, offsets: 0..<2))
        #expect(!gap.passes(try RecordQuery("!nothing", now: 0)))
    }

    @Test func `a ring grows at either end and says what had to go`() {
        var ring = RecordRing()
        let rows = (0..<12_000).map { RecordScenes.row(0, Int64($0), value: "v") }
        ring.append(Array(rows[6_000..<10_000]))
        #expect(ring.prepend(Array(rows[4_000..<6_000])).map(\.place.offset) == Array(9_000..<10_000))
        #expect(ring.rows.count == RecordRing.most && ring.rows.first?.place.offset == 4_000)
        #expect(ring.append(Array(rows[9_000..<9_500])).map(\.place.offset) == Array(4_000..<4_500))
        #expect(ring.rows.first?.place.offset == 4_500 && ring.rows.last?.place.offset == 9_499)
        let heavy = (0..<80).map { RecordScenes.row(0, Int64($0), value: String(repeating: "x", count: 1 << 20)) }
        #expect(!ring.prepend(heavy).isEmpty && ring.weight <= RecordRing.heaviest)
        #expect(ring.rows.first?.place.offset == 0)
    }
}
