import Bytes
import KafkaClient
import KafkaWire
import Testing

@Suite struct RecordQueryTests {
    private static let now: Int64 = 1_764_000_000_000
    private static let value = """
        {"id": 4711, "big": 1202202201180000000002, "customer": {"country": "PT", "name": "Jos\\u00e9 \\"Zé\\""},
         "total": 99.950, "paid": true, "late": false, "note": null, "lines": [{"sku": "A-1"}, {"sku": "B/2"}],
         "odd key": "x", "deep": {"customer": {"country": "DE"}}, "text": "12.0"}
        """

    private func record(
        key: String? = "4711", value: String? = Self.value, headers: [Record.Header] = [], partition: Int32 = 3
    ) -> FoundRecord {
        FoundRecord(
            partition: partition,
            record: Record(
                offset: 220_113, timestamp: Self.now - 3_600_000, key: key.map { ByteSlice($0) },
                value: value.map { ByteSlice($0) }, headers: headers))
    }

    private func passes(_ text: String, _ record: FoundRecord) throws -> Bool {
        try RecordQuery(text, now: Self.now, in: .utc).passes(record)
    }

    @Test(arguments: [
        "value contains \"PT\"", "value.customer.country == \"PT\" && partition == 3", "key == \"4711\"", "key == 4711",
        "value.id == 4711", "value.id == \"4711\"", "value.id == 4711.0", "value.id == 47.11e2", "value.text == 12",
        "value.total >= 99.95 && value.total <= 99.95", "value.total == 99.95", "value.paid == true", "value.paid",
        "!value.late", "value.late == false", "value.note == null", "!value.note", "!value.nothing",
        "value.nothing != 3", "value.big == 1202202201180000000002", "value.big != 1202202201180000000003",
        "value.big > 1202202201180000000001", "value.big < 1.202202201180000000003e21", "value.lines[1].sku == \"B/2\"",
        "value.lines[0].sku =~ \"^A-\\d$\"", "value[\"odd key\"] == \"x\"", "value.'odd key' == 'x'",
        "value.customer.name == \"José \\\"Zé\\\"\"", "value.customer.name contains \"é\"",
        "value.customer.name endswith '\"'", "value.customer startswith '{'", "value.customer contains 'country'",
        "offset == 220113 and offset > 220112", "timestamp >= -2h", "timestamp < -59m",
        "timestamp > \"2025-11-24 14:00\"",
        "timestamp == 1763996400000", "size > 100", "key startswith 47", "key =~ \"^\\d+$\" && key !~ 'x'",
        "pt", "PT country", "'\"COUNTRY\": \"pt\"'", "(value.id == 1 || value.id == 4711) && !(partition == 4)",
        "not partition == 4", "value.customer.country >= \"PA\"", "value.deep.customer.country == 'DE'",
        "value.lines[0]", "partition = 3",
    ])
    func `a record passes`(_ text: String) throws {
        #expect(try passes(text, record()))
    }

    @Test(arguments: [
        "value contains \"pt\"", "value.customer.country == \"DE\"", "partition == 4", "key == \"471\"",
        "value.id == 4712",
        "value.late", "value.note", "value.nothing", "value.nothing == null", "value.nothing < 3", "value.nothing > 3",
        "value.big == 1202202201180000000003", "value.big > 1202202201180000000002", "value.lines[2]",
        "value.lines[2].sku == 'A-1'", "value.id.more == 1", "value.paid == \"false\"",
        "value.customer.country < \"PA\"",
        "offset < 220113", "timestamp > -59m", "headers['x']", "nowhere", "value.total < 99.95", "value == null",
        "value =~ '(?i)nowhere'", "value.country == 'PT'", "!PT",
    ])
    func `a record does not pass`(_ text: String) throws {
        #expect(try !passes(text, record()))
    }

    @Test func `null, empty and absent are three things`() throws {
        let tombstone = record(key: nil, value: nil)
        #expect(try passes("value == null && key == null && !value && !key && size == 0", tombstone))
        #expect(try !passes("value == \"\"", tombstone))
        let empty = record(key: "", value: "")
        #expect(try passes("value == \"\" && key == \"\" && value && !(value == null)", empty))
    }

    @Test func `one header of the name is enough, and a null one is there`() throws {
        let found = record(headers: [
            .init(key: "trace-id", value: ByteSlice("a")), .init(key: "trace-id", value: ByteSlice("b7")),
            .init(key: "empty", value: nil), .init(key: "n", value: ByteSlice("17")),
        ])
        #expect(try passes("headers[\"trace-id\"] == 'b7' && headers.empty && headers.empty == null", found))
        #expect(try passes("headers.n >= 17 && headers.trace-id =~ '^b' && !headers.none", found))
        #expect(try !passes("headers.none == null || headers.trace-id == 'c'", found))
    }

    @Test(arguments: [
        ("value contains", 15, "a text in quotes"), ("vlaue.x == 3", 1, "no field"), ("", 1, "an expression"),
        ("value.x == ", 12, "a number"), ("(value.x == 3", 14, "a ) belongs"), ("value.x == 3)", 13, "closes nothing"),
        ("partition", 10, "a comparison"), ("partition == x", 14, "whole number"), ("offset > 1.5", 10, "whole number"),
        ("key =~ \"(\"", 8, "regular expression"), ("timestamp > yesteryear", 13, "no time"),
        ("value.x & 3", 9, "&&"), ("'open", 1, "does not end"), ("partition contains 3", 11, "number"),
        ("headers == 3", 9, "named"), ("value[x] == 1", 7, "a place"), ("a || ", 6, "too early"),
    ])
    func `a mistake is told with its column`(_ text: String, _ column: Int, _ words: String) throws {
        do {
            _ = try RecordQuery(text, now: Self.now, in: .utc)
            Issue.record("\(text) was understood")
        } catch {
            #expect(error.column == column && error.message.contains(words), "\(text): \(error.sentence)")
            #expect(error.picture.hasSuffix("\n" + String(repeating: " ", count: column - 1) + "^"))
        }
    }

    @Test func `depth and length are bounded`() throws {
        let deep = String(repeating: "(", count: 100_000)
        #expect(throws: QueryError.self) { try RecordQuery(deep, now: 0) }
        #expect(throws: QueryError.self) { try RecordQuery(String(repeating: "!", count: 1000) + "x", now: 0) }
        #expect(throws: QueryError.self) { try RecordQuery(String(repeating: "a ", count: 9_000), now: 0) }
    }

    @Test func `a pattern without end gives up instead of hanging`() throws {
        let hostile = record(value: String(repeating: "a", count: 5_000) + "!")
        #expect(try !passes("value =~ '^(a+)+$'", hostile))
    }
}
