import Testing

@testable import Configuration

@Suite struct YAMLDocumentTests {
    private func root(_ text: String) throws -> YAMLValue { try YAMLDocument(Array(text.utf8)).root }

    @Test func `maps, lists and scalars of YAML and JSON`() throws {
        let yaml = try root("a: 1\nb:\n  - x\n  - 'null'\nc: {d: null, e: \"t\\n\"}\nf: |\n  two\n  lines\n")
        #expect(yaml["a"]?.text == "1")
        #expect(yaml["b"]?.elements.map(\.text) == ["x", "null"])
        #expect(yaml["c"]?["d"]?.text == nil && yaml["c"]?["e"]?.text == "t\n")
        #expect(yaml["f"]?.text == "two\nlines\n")
        #expect(yaml["A"]?.text == "1" && yaml["nothing"] == nil)
        let json = try root("{\"a\": [1, {\"b\": true}], \"c\": \"\\u00e9\\/\"}")
        #expect(json["a"]?.elements[1]["b"]?.isTrue == true && json["c"]?.text == "é/")
    }

    @Test func `hostile bytes give an error with a place, and cost little`() throws {
        for text in [
            "a: [", "a: b: c: d", "\t- x", "a: *b", "a: &b 1\nc: *b", "{a: 1", "? [x]\n: y",
            String(repeating: "[", count: 20_000), "a: \u{0}",
        ] {
            #expect(throws: DocumentError.self, "\(text.prefix(20))") { try root(text) }
        }
        #expect(throws: DocumentError.self) { try YAMLDocument([0x61, 0x3A, 0x20, 0xFF]) }
        #expect(throws: DocumentError.self) { try YAMLDocument([UInt8](repeating: 0x20, count: 2 << 20)) }
        do {
            _ = try root("a: 1\nb: [\n")
        } catch {
            #expect((error as? DocumentError)?.line ?? 0 >= 2)
        }
        #expect(try root("") == .map([]))
    }
}
