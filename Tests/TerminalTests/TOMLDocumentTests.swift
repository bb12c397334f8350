import Bytes
import Configuration
import Testing

@Suite struct TOMLDocumentTests {
    @Test func `values come with their places and in the order of the file`() throws {
        let document = try TOMLDocument(
            """
            z = "text"
            a = 42
            [palette]
            red = { rgb = "#ff0000", ok = true }
            list = [1.5, 1979-05-27]
            """)
        #expect(document.entries.map(\.key) == ["z", "a", "palette"])
        #expect(document["z"]?.value == .string("text"))
        #expect(document["a"] == TOMLNode(.integer(42), line: 2, column: 5))
        #expect(document["palette", "red", "rgb"]?.value == .string("#ff0000"))
        #expect(document["palette", "red", "ok"]?.value == .boolean(true))
        guard case .array(let list) = document["palette", "list"]?.value else {
            Issue.record("no list")
            return
        }
        #expect(list.map(\.value) == [.double(1.5), .date("1979-05-27")])
        #expect(document["palette", "blue"] == nil)
    }

    @Test(arguments: [
        ("a = 1\nb = \n", 2), ("a = 1\na = 2", 2), ("x", 1), ("a = \"\u{1}\"", 1), ("[a]\n[a]\n", 2), ("a = 1 2", 1),
    ])
    func `an error names its line`(text: String, line: Int) {
        let error = #expect(throws: DocumentError.self) { try TOMLDocument(text) }
        #expect(error?.line == line)
        #expect(error?.message.isEmpty == false)
    }

    @Test(arguments: [
        ("brackets", "[", 100_000, ""), ("a list", "a = ", 1, "["), ("lists", "[", 100_000, "x"),
        ("tables", "{a=", 100_000, ""), ("a value of tables", "a = ", 1, "{a="),
        ("a dotted key", "a.", 100_000, "a = 1"),
        ("a long file", "x", 1 << 20, "x"), ("an open text", "a = \"\"\"", 1, "\n"), ("an open name", "[a.\"", 1, ""),
        ("a dotted table", "[", 1, "a."), ("dots in brackets", "x = ", 1, "[\n{b.b.b.b.b.b.b.b.b = "),
    ])
    func `hostile text is an error, not a crash`(name: String, start: String, count: Int, more: String) {
        let repeated =
            count == 1
            ? start + String(repeating: more, count: 100_000 / max(1, more.count))
            : String(repeating: start, count: count) + more
        #expect(throws: DocumentError.self, "\(name)") { try TOMLDocument(repeated) }
    }

    @Test func `what only looks deep is read`() throws {
        let dots = String(repeating: ".", count: 5000)
        let numbers = Array(repeating: "1.5", count: 1000).joined(separator: ", ")
        let tables = (0..<300).map { "[t\($0).a.b]\nx = 1.5\n" }.joined()
        let document = try TOMLDocument("a = \"\(dots)\"\nb = [\(numbers)]\nc = '''\n\(dots)'''\n# \(dots)\n\(tables)")
        #expect(document["t299", "a", "b", "x"]?.value == .double(1.5))
    }

    @Test func `random bytes give a document or an error`() {
        var random = SplitMix64(seed: 11)
        let pieces = [
            "[", "]", "{", "}", "=", ".", "a", "\"", "'", "\n", "#", ",", "1", "\\", " ", "\"\"\"", "é", "true",
        ]
        var errors = 0
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<random.below(40) {
                if random.below(12) == 0 { bytes.append(UInt8(random.below(256))) }
                bytes += pieces[random.below(pieces.count)].utf8
            }
            if (try? TOMLDocument(bytes)) == nil { errors += 1 }
        }
        #expect(errors > 10_000 && errors < 20_000)
    }
}
