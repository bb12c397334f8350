import Testing

import Bytes
import KafkaClient
import KafkaWire

@testable import kdeck

@Suite struct OutputTests {
    static let listing = Listing(
        ["plain", "with, comma", "es\u{1B}[31mc", "say \"hi\"\nthere"],
        [
            (OutputColumn("name", "NAME"), { .text($0) }),
            (OutputColumn("lag", "LAG", .right), { $0 == "plain" ? .count(1_322_913) : .unknown }),
            (OutputColumn("id", "ID", wide: true), { .number($0.utf8.count) }),
            (OutputColumn("topics", nil), { _ in .list(["a", "b"]) }),
        ])

    @Test func tablesAreForPeopleAndWideOnesHaveEveryTitledColumn() {
        let table = Self.listing.text(as: .table, isTerminal: false)
        #expect(table.hasPrefix("NAME"))
        #expect(table.contains("1,322,913"))
        #expect(table.contains("unknown"))
        #expect(!table.contains("ID"))
        #expect(Self.listing.text(as: .wide, isTerminal: false).split(separator: "\n")[0].hasSuffix("ID"))
    }

    @Test func jsonIsOneArrayAndJSONLAnObjectALine() {
        let json = Self.listing.text(as: .json, isTerminal: false)
        #expect(json.hasPrefix("[{\"name\":\"plain\",\"lag\":1322913,\"id\":5,\"topics\":[\"a\",\"b\"]},\n"))
        #expect(json.hasSuffix("]\n"))
        let lines = Self.listing.text(as: .jsonl, isTerminal: false).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1] == "{\"name\":\"with, comma\",\"lag\":null,\"id\":11,\"topics\":[\"a\",\"b\"]}")
    }

    @Test func csvQuotesWhatItMustAndEndsLinesAsTheStandardSays() {
        let csv = Self.listing.text(as: .csv, isTerminal: false)
        #expect(csv.hasPrefix("name,lag,id,topics\r\nplain,1322913,5,a b\r\n\"with, comma\",,11,a b\r\n"))
        #expect(csv.hasSuffix("\"say \"\"hi\"\"\nthere\",,14,a b\r\n"))
        #expect(CSVText.field("\"") == "\"\"\"\"")
        #expect(CSVText.field("") == "\"\"" && CSVText.field(nil) == "")
        #expect(CSVText.field(" edge") == "\" edge\"")
    }

    @Test func nothingSteersATerminalAndNothingIsLostInAPipe() {
        for format in OutputFormat.allCases {
            let text = Self.listing.text(as: format, isTerminal: true)
            let controls = text.unicodeScalars.filter { $0.value < 32 && $0 != "\n" && $0 != "\r" }
            #expect(controls.isEmpty, "\(format)")
        }
        #expect(Self.listing.text(as: .csv, isTerminal: false).contains("es\u{1B}[31mc"))
        #expect(Self.listing.text(as: .name, isTerminal: false).hasPrefix("plain\nwith, comma\n"))
    }

    @Test func aFormatThatIsNotThereIsNamedWithThoseThatAre() throws {
        let command = Command(name: "x", summary: "")
        var invocation = Invocation(command: command)
        #expect(try OutputFormat.of(invocation) == .table)
        invocation.set("output", "csv")
        #expect(try OutputFormat.of(invocation) == .csv)
        invocation.set("output", "=jsonl")
        #expect(try OutputFormat.of(invocation) == .jsonl)
        invocation.set("output", "csv")
        #expect(throws: Failure.usage("-o 'csv' is unknown here; give one of table, json")) {
            try OutputFormat.of(invocation, allowing: [.table, .json])
        }
    }

    @Test func recordsStandInColumnsAndWideCharactersAreCounted() {
        var columns = RecordText.Columns()
        let topic = TopicName("orders")
        func line(_ partition: Int32, _ offset: Int64, _ key: String?, _ value: String) -> String {
            let record = Record(
                offset: offset, timestamp: 1_700_000_000_000 + offset, key: key.map { ByteSlice($0) },
                value: ByteSlice(value), headers: [])
            return RecordText.line(record, TopicPartition(topic, partition), now: 1_700_000_000_000, in: &columns)
        }
        let lines = [line(0, 1_000, "日本語", "a"), line(11, 9, nil, "b"), line(3, 12, "key", "c"), line(2, 13, "鍵", "d")]
        #expect(lines[0].hasSuffix("  0  1000  日本語  a\n"), "\(lines[0])")
        #expect(lines[1].hasSuffix("  11     9  ∅       b\n"), "\(lines[1])")
        #expect(lines[2].contains("   3    12  key     c"), "\(lines[2])")
        #expect(lines[3].contains("   2    13  鍵      d"), "\(lines[3])")
    }

    @Test func aTableHasNoBlanksAtItsLinesEnds() {
        let listing = Listing(
            ["", "yes"],
            [
                (OutputColumn("name", "NAME"), { _ in .text("n") }), (OutputColumn("state", "STATE"), { .text($0) }),
                (OutputColumn("color", "COLOR"), { .text($0) }),
            ])
        #expect(listing.text(as: .table, isTerminal: false) == "NAME  STATE  COLOR\nn\nn     yes    yes\n")
        #expect(NumberText.counted(1, "record") == "1 record")
        #expect(NumberText.counted(1_000, "batch", "batches") == "1,000 batches")
    }
}
