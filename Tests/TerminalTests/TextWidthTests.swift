import Testing

@testable import Terminal

@Suite struct TextWidthTests {
    /// The columns a cluster-drawing terminal uses, Unicode 15 rules.
    static let table: [(name: String, text: String, columns: Int)] = [
        ("ASCII", "a", 1), ("CJK", "\u{65e5}", 2), ("fullwidth A", "\u{ff21}", 2),
        ("halfwidth katakana", "\u{ff76}", 1),
        ("e + combining acute", "e\u{301}", 1), ("section sign", "\u{a7}", 1), ("box drawing", "\u{2500}", 1),
        ("zero width space", "a\u{200b}b", 2), ("word joiner", "a\u{2060}b", 2), ("soft hyphen", "a\u{ad}b", 2),
        ("BOM", "\u{feff}a", 1), ("Hangul syllable", "\u{ac00}", 2), ("Hangul Jamo", "\u{1100}\u{1161}\u{11a8}", 2),
        ("Jamo extended-B V", "\u{d7b0}", 0), ("Devanagari kshi", "\u{915}\u{94d}\u{937}\u{93f}", 2),
        ("Thai with vowel", "\u{e01}\u{e33}", 2), ("Arabic with mark", "\u{628}\u{64e}", 1), ("emoji", "\u{1F600}", 2),
        ("emoji of Unicode 14", "\u{1FAE0}", 2), ("emoji of Unicode 15", "\u{1FAE8}", 2),
        ("emoji of Unicode 16", "\u{1FAE9}", 2), ("skin tone", "\u{1F44B}\u{1F3FD}", 2),
        ("ZWJ family", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", 2), ("flag", "\u{1F1E9}\u{1F1EA}", 2),
        ("heart, text", "\u{2764}", 1), ("heart + VS16", "\u{2764}\u{fe0f}", 2), ("watch", "\u{231a}", 2),
        ("watch + VS15", "\u{231a}\u{fe0e}", 1), ("keycap 1", "1\u{fe0f}\u{20e3}", 2),
        ("ideographic variation", "\u{8fba}\u{E0100}", 2),
        ("flag of Scotland", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", 2),
        ("private use", "\u{e0b0}", 1), ("control", "\u{7}", 0), ("unassigned", "\u{378}", 1),
        ("last code point", "\u{10FFFF}", 1), ("CR LF", "\r\n", 0),
    ]

    @Test(arguments: table) func `a cluster takes the columns a terminal gives it`(
        row: (name: String, text: String, columns: Int)
    ) {
        #expect(row.text.reduce(0) { $0 + TextWidth.of($1) } == row.columns, "\(row.name)")
    }

    @Test func `plain text is what the sanitizer passes and a terminal draws in one column each`() {
        var plain = 0
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), PlainText.isPlain(scalar) else { continue }
            plain += 1
            let text = "a\(Character(scalar))\(Character(scalar))b"
            #expect(Sanitizer.visible(text) == text && text.count == 4, "U+\(String(value, radix: 16))")
            #expect(TextWidth.of(Character(scalar)) == 1, "U+\(String(value, radix: 16))")
        }
        #expect(plain > 800)
    }

    @Test(arguments: table) func `a text is as wide as the grid draws it`(
        row: (name: String, text: String, columns: Int)
    ) {
        var grid = CellGrid(width: 60, height: 1)
        #expect(grid.put(row.text, x: 0, y: 0, style: .text) == TextWidth.of(row.text), "\(row.name)")
    }

    @Test func `truncating cuts between clusters and says so`() {
        #expect(TextWidth.truncate("orders", to: 6) == "orders")
        #expect(TextWidth.truncate("orders", to: 5) == "orde…")
        #expect(TextWidth.truncate("東京都", to: 5) == "東京…")
        #expect(TextWidth.truncate("東京都", to: 4) == "東…")
        #expect(TextWidth.truncate("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
        #expect(TextWidth.truncate("abc", to: 1) == "…")
        #expect(TextWidth.truncate("abc", to: 0) == "")
    }

    @Test func `whatever is truncated fits`() {
        for row in Self.table {
            let text = row.text + row.text + "x" + row.text
            for columns in 0...12 { #expect(TextWidth.of(TextWidth.truncate(text, to: columns)) <= columns) }
        }
    }
}
