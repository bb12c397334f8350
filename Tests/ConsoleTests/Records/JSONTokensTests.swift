import Terminal
import Testing

@testable import Console

@Suite struct JSONTokensTests {
    private static func layout(_ text: String, columns: Int = 60) -> [String] {
        JSONLayout.lines(JSONTokens(Array(text.utf8)), columns: columns).map { line in
            String(repeating: " ", count: line.indent * 2) + line.spans.map(\.text).joined()
                + (line.note.map { "  <- " + $0 } ?? "")
        }
    }

    @Test func `numbers, escapes and order are shown as they were written`() {
        let text = #"{"b":1.0,"a":1e400,"big":1202202201180000000002,"s":"\u001b[2J\n","z":-0}"#
        let json = JSONTokens(Array(text.utf8))
        #expect(json.problem == nil)
        #expect(json.tokens.map { json.text($0) }.joined() == text)
        #expect(
            Self.layout(text, columns: 120) == [
                "{", "  \"b\": 1.0,", "  \"a\": 1e400,  <- beyond what most readers can hold",
                "  \"big\": 1202202201180000000002,  <- beyond 2^53: JavaScript readers will see 1.20220220118e+21",
                "  \"s\": \"\\u001b[2J\\n\",", "  \"z\": -0", "}",
            ])
    }

    @Test func `a number that a double holds exactly needs no remark`() {
        #expect(
            Self.layout("[9007199254740992, 9007199254740993]", columns: 120).filter { $0.contains("<-") }.count == 1)
        #expect(!Self.layout("[1e3, 0.1, -12]").contains { $0.contains("<-") })
    }

    @Test func `small containers stay on one line and empty ones close up`() {
        #expect(
            Self.layout(#"{"c":{"country":"PT"},"l":[1,2,3],"e":{},"f":[]}"#)
                == [
                    "{", "  \"c\": { \"country\": \"PT\" },", "  \"l\": [ 1, 2, 3 ],", "  \"e\": {},", "  \"f\": []",
                    "}",
                ])
    }

    @Test func `a key that comes twice is told, in its own object only`() {
        let lines = Self.layout(#"{"a":1,"b":{"a":2},"a":3}"#)
        #expect(
            lines.filter { $0.contains("was there before") } == [
                "  \"a\": 3  <- \"a\" was there before: most readers keep only one"
            ])
    }

    @Test(arguments: [
        ("{\"a\":1,\n \"b\" 2}", 2, 6, "a : belongs here"), ("{\"a\":1", 1, 7, "it ends here, too early"),
        ("[1,]", 1, 4, "a value belongs here"), ("{a:1}", 1, 2, "a key in quotes belongs here"),
        ("[01]", 1, 2, "no number is written so"), ("[1.]", 1, 3, "digits belong behind the point"),
        ("[\"é\",tru]", 1, 6, "a value belongs here"), ("[1 2]", 1, 4, "a comma or ] belongs here"),
        ("{\"a\":\"x", 1, 6, "a string that does not end"), ("{} x", 1, 4, "more text after the end"),
        ("[\"a\u{1}\"]", 1, 4, "a control byte inside a string"), ("", 1, 1, "nothing there"),
        ("[1e]", 1, 3, "digits belong in the exponent"),
    ])
    func `broken text says where it breaks`(text: String, line: Int, column: Int, message: String) {
        let problem = JSONTokens(Array(text.utf8)).problem
        #expect(
            problem?.line == line && problem?.column == column && problem?.message == message,
            "\(String(describing: problem))")
        #expect(Self.layout(text).contains { $0.hasPrefix("✘ broken at line \(line), column \(column): \(message)") })
    }

    @Test func `deep and long text is cut, not followed`() {
        for text in [
            String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 200_000),
            "[" + String(repeating: "0,", count: 100_000) + "0]",
        ] {
            let json = JSONTokens(Array(text.utf8))
            #expect(json.problem != nil)
            #expect(json.tokens.count <= JSONTokens.most)
            #expect(JSONLayout.lines(json, columns: 60).count <= 2_003)
        }
    }

    @Test func `random text is survived, and what is valid comes back whole`() {
        var state: UInt64 = 5
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-2.5e3", "true", "null", " ", "\\", "é", "\n"]
        var valid = 0
        for _ in 0..<20_000 {
            let text = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
            let json = JSONTokens(Array(text.utf8))
            _ = JSONLayout.lines(json, columns: 20 + next(60))
            if json.problem == nil {
                valid += 1
                let bare = text.filter { ![" ", "\n"].contains($0) }
                #expect(json.tokens.map { json.text($0) }.joined().filter { ![" ", "\n"].contains($0) } == bare)
            }
        }
        #expect(valid > 200)
    }
}
