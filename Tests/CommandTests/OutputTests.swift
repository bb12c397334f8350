import Testing

import KafkaClient

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
        #expect(throws: Failure.usage("-o 'csv' is unknown here; give one of table, json")) {
            try OutputFormat.of(invocation, allowing: [.table, .json])
        }
    }
}
