import Bytes
import Glibc
import Terminal
import Testing

@Suite struct SanitizerTests {
    @Test func `controls become pictures`() {
        #expect(Sanitizer.visible("\u{1b}]0;pwned\u{7}") == "␛]0;pwned␇")
        #expect(Sanitizer.visible("a\tb\r\nc\u{0}\u{7f}") == "a␉b␍␊c␀␡")
    }

    @Test func `what has no picture is named`() {
        #expect(Sanitizer.visible("a\u{202E}b") == "a‹U+202E›b")
        #expect(Sanitizer.visible("\u{9b}31m") == "‹U+009B›31m")
        #expect(Sanitizer.visible("a\u{200B}b\u{2028}\u{FEFF}") == "a‹U+200B›b‹U+2028›‹U+FEFF›")
        #expect(Sanitizer.visible("a\u{3164}b\u{FFFE}") == "a‹U+3164›b‹U+FFFE›")
    }

    @Test(arguments: [
        "plain", "Ünïcödé", "日本語", "e\u{301}", "1\u{fe0f}\u{20e3}", "\u{1F1E9}\u{1F1EA}", "\u{231a}\u{fe0e}",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F469}\u{1F3FD}\u{200D}\u{1F4BB}",
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "\u{915}\u{94d}\u{937}\u{93f}", "\u{e0b0}",
    ])
    func `honest text passes as it is`(text: String) {
        #expect(Sanitizer.visible(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func `a joiner outside of emoji is marked`() {
        #expect(Sanitizer.visible("a\u{200D}b") == "a‹U+200D›b")
        #expect(Sanitizer.visible("\u{200D}\u{1F469}") == "‹U+200D›\u{1F469}")
        #expect(Sanitizer.visible("a\u{E0041}") == "a‹U+E0041›")
    }

    @Test func `a mark without a base stands on a dotted circle and towers end`() {
        #expect(Sanitizer.visible("\u{301}a") == "◌\u{301}a")
        let tower = "a" + String(repeating: "\u{301}", count: 1000)
        #expect(Sanitizer.visible(tower).unicodeScalars.filter { $0 == "\u{301}" }.count <= 8)
    }

    @Test func `time grows with the marks, not with their square`() {
        // This thread's own CPU time, and 20 times what is due: growing with the square it is 250 times.
        func cost(_ count: Int) -> Int {
            let text = String(repeating: "\n", count: count)
            let begin = Self.threadNanoseconds()
            #expect(Sanitizer.visible(text).utf8.count == count * 3)
            return Self.threadNanoseconds() - begin
        }
        let short = (0..<3).map { _ in cost(2_000) }.max() ?? 0
        #expect(cost(500_000) < short * 250 * 20)
    }

    private static func threadNanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    @Test func `bytes that are not UTF-8 are shown one by one`() {
        let bytes: [UInt8] = [0x61, 0xFF, 0xE6, 0x97, 0x62, 0xE6, 0x97, 0xA5, 0x1B, 0xC0, 0x80]
        #expect(bytes.withUnsafeBytes { Sanitizer.visible(bytes: $0) } == "a‹FF›‹E6›‹97›b日␛‹C0›‹80›")
    }

    @Test func `marks are counted`() {
        #expect(Sanitizer.marks(in: "\u{1b}]0;pwned\u{7}\u{202E}") == 3)
        #expect(Sanitizer.marks(in: "plain 日本") == 0)
    }

    @Test func `whatever comes in, nothing that speaks to a terminal goes out`() {
        var random = SplitMix64(seed: 20_261_125)
        var checked = 0
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<random.below(24) {
                let value: UInt32 =
                    switch random.below(6) {
                    case 0: UInt32(random.below(0xA0))
                    case 1: 0x2000 + UInt32(random.below(0x70))
                    case 2: 0x1F000 + UInt32(random.below(0xFFF))
                    case 3: 0xE0000 + UInt32(random.below(0x1F0))
                    case 4: UInt32(random.below(0x3100))
                    default: UInt32(random.below(0x110000))
                    }
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            let safe = Sanitizer.visible(String(text))
            for scalar in safe.unicodeScalars {
                checked += 1
                let value = scalar.value
                let isForbidden =
                    value < 0x20 || (0x7F..<0xA0).contains(value) || (0x2028...0x202E).contains(value)
                    || (0x2066...0x206F).contains(value) || [0x200B, 0x200C, 0x200E, 0x200F, 0x61C].contains(value)
                    || [0x2060, 0xFEFF, 0xAD, 0x180E].contains(value)
                if isForbidden { Issue.record("U+\(String(value, radix: 16)) of \(Array(text)) passed") }
            }
            #expect(Sanitizer.visible(safe) == safe, "sanitizing twice changes nothing")
            var grid = CellGrid(width: 20, height: 1)
            grid.put(safe, x: Int(random.below(30)) - 5, y: 0, style: .text)
            #expect(GridTests.isWhole(grid))
        }
        #expect(checked > 100_000)
    }
}
