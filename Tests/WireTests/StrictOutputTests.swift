import Testing

@testable import kdeck_dev

/// The reader that the console's fuzzer trusts has to see what it is there for.
@Suite struct StrictOutputTests {
    @Test(
        arguments: [
            "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;not base64\u{7}", "\u{1B}]104\u{7}", "\u{1B}P+q\u{1B}\\", "\u{1B}c",
            "\u{1B}[?5h", "\u{1B}[6n", "\u{1B}[3;1t", "\u{1B}[>0q", "\u{9B}31m", "\u{7}", "\u{0}", "\u{7F}", "\t",
            "\u{202E}", "\u{2066}", "\u{2028}", "\u{200B}", "\u{FEFF}",
        ])
    func `what is not the console's own is refused`(text: String) {
        var output = StrictOutput()
        #expect(throws: StrictOutput.Foreign.self) { try output.take(Array("a\(text)b".utf8)) }
    }

    @Test(arguments: [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0x9B]] as [[UInt8]])
    func `what is no UTF-8 is refused`(bytes: [UInt8]) {
        var output = StrictOutput()
        #expect(throws: StrictOutput.Foreign.self) { try output.take(bytes + Array("b ".utf8)) }
    }

    @Test func `a whole life passes in any pieces, and what it leaves on is told`() throws {
        let enter = "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[?2004h\u{1B}[?1000h\u{1B}[>1u\u{1B}[?25l"
        let frame = "\u{1B}[?2026h\u{1B}[1;5H\u{1B}[38;2;1;2;3m東京 ▁▂␛\u{1B}(B\u{1B}[m\r\n\u{1B}[?2026l"
        let copy = "\u{1B}]52;c;MTI3Lg==\u{7}"
        let leave = "\u{1B}[<u\u{1B}[?1000l\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l\u{1B}[23;0;0t"
        var output = StrictOutput()
        for byte in (enter + frame + copy).utf8 { try output.take([byte]) }
        #expect(Set(output.left) == ["?1000", "?1049", "?2004", "hidden cursor", "keyboard 1"])
        try output.take(Array(leave.utf8))
        #expect(output.left.isEmpty && output.characters == 6)
    }
}
