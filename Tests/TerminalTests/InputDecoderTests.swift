import Bytes
import Terminal
import Testing

@Suite struct InputDecoderTests {
    private static func decode(_ text: String) -> [Input] {
        var decoder = InputDecoder()
        let whole = decoder.feed(text.utf8) + decoder.flushEscape()
        // The same bytes one by one give the same input.
        var slow = InputDecoder()
        var single: [Input] = []
        for byte in text.utf8 { single += slow.feed([byte]) }
        single += slow.flushEscape()
        #expect(single == whole)
        return whole
    }

    private static func keys(_ text: String) -> [String] {
        decode(text).map { if case .key(let key) = $0 { key.name } else { "\($0)" } }
    }

    @Test(
        arguments: [
            ("aG1 ", ["a", "G", "1", "space"]), ("é東\u{1F600}", ["é", "東", "\u{1F600}"]), ("\u{4}", ["ctrl-d"]),
            ("\r\n\t\u{7f}\u{8}\0", ["enter", "ctrl-j", "tab", "backspace", "backspace", "ctrl-space"]),
            ("\u{1b}[A\u{1b}OB\u{1b}[1;5C\u{1b}[1;4D", ["up", "down", "ctrl-right", "alt-shift-left"]),
            (
                "\u{1b}[H\u{1b}[4~\u{1b}[5~\u{1b}[6;5~\u{1b}[3~\u{1b}[2~",
                ["home", "end", "pgup", "ctrl-pgdn", "delete", "insert"]
            ),
            (
                "\u{1b}OP\u{1b}[1;2R\u{1b}[15~\u{1b}[24;5~\u{1b}[[A\u{1b}[[E",
                ["f1", "shift-f3", "f5", "ctrl-f12", "f1", "f5"]
            ),
            ("\u{1b}[Z", ["shift-tab"]), ("\u{1b}x\u{1b}\u{4}", ["alt-x", "ctrl-alt-d"]), ("\u{1b}", ["esc"]),
            ("\u{1b}\u{1b}[A", ["esc", "up"]), ("\u{1b}\u{1b}", ["esc", "esc"]), ("\u{1b}O", ["alt-O"]),
            ("\u{1b}[", ["alt-["]),
            ("\u{1b}[27u\u{1b}[100;5u\u{1b}[97;2u\u{1b}[13;5u", ["esc", "ctrl-d", "A", "ctrl-enter"]),
            ("\u{1b}[97;1:1u\u{1b}[97;1:3u\u{1b}[57399u", ["a", "0"]), ("\u{1b}[27;5;100~", ["ctrl-d"]),
            ("\u{1b}é", ["é"]), ("\u{1b}Ok\u{1b}OM", ["+", "enter"]), ("\u{1b}O5P", ["ctrl-f1"]),
        ] as [(String, [String])])
    func `keys are understood whole and byte by byte`(bytes: String, names: [String]) {
        #expect(Self.keys(bytes) == names)
    }

    @Test(arguments: [
        "\u{1b}[?62;22c", "\u{1b}[>41;354;0c", "\u{1b}[?2026;2$y", "\u{1b}[12;40R", "\u{1b}[0n", "\u{1b}[8;24;80t",
        "\u{1b}]11;rgb:0d0d/1111/1717\u{1b}\\", "\u{1b}]11;rgb:0d0d/1111/1717\u{7}", "\u{1b}P>|xterm(379)\u{1b}\\",
        "\u{1b}_Gi=31;OK\u{1b}\\", "\u{1b}[?1u", "\u{1b}[M !!", "\u{1b}[99~", "\u{1b}[57358u", "\u{1b}[1;1;1;1y",
        "\u{1b}[<35;0;3M", "\u{1b}[E",
    ])
    func `answers and unknown sequences give nothing and the next key is a key`(sequence: String) {
        #expect(Self.keys(sequence + "q") == ["q"])
    }

    @Test func `the mouse is reported with its place, button and held keys`() {
        #expect(
            Self.decode(
                "\u{1b}[<0;1;1M\u{1b}[<0;1;1m\u{1b}[<32;250;99M\u{1b}[<64;3;4M\u{1b}[<65;3;4M\u{1b}[<18;2;2M\u{1b}[<35;9;9M"
            )
                == [
                    .mouse(Mouse(.press(.left), x: 0, y: 0)), .mouse(Mouse(.release(.left), x: 0, y: 0)),
                    .mouse(Mouse(.drag(.left), x: 249, y: 98)), .mouse(Mouse(.wheelUp, x: 2, y: 3)),
                    .mouse(Mouse(.wheelDown, x: 2, y: 3)),
                    .mouse(Mouse(.press(.right), x: 1, y: 1, modifiers: .control)), .mouse(Mouse(.move, x: 8, y: 8)),
                ])
    }

    @Test func `a paste is one input, whatever it holds`() {
        #expect(
            Self.decode("\u{1b}[200~rm -rf\r\nq\u{1b}[A\u{1b}\u{1b}[201~q")
                == [.paste("rm -rf\nq\u{1b}[A\u{1b}"), .key(Key("q"))])
        #expect(Self.decode("\u{1b}[200~\u{1b}[201~") == [.paste("")])
    }

    @Test func `a paste beyond the limit is cut and ends`() {
        var decoder = InputDecoder()
        _ = decoder.feed(Array("\u{1b}[200~".utf8))
        for _ in 0..<3 { #expect(decoder.feed(repeatElement(UInt8(ascii: "x"), count: 1 << 19)) == []) }
        guard case .paste(let text) = decoder.feed(Array("\u{1b}[201~".utf8)).first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == InputDecoder.maximumPaste)
        #expect(decoder.feed([0x61]) == [.key(Key("a"))])
    }

    @Test func `focus comes and goes`() {
        #expect(Self.decode("\u{1b}[I\u{1b}[O") == [.focus(true), .focus(false)])
    }

    @Test func `a lone escape is a key only after the wait`() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.isWaiting)
        #expect(decoder.flushEscape() == [.key(Key(.escape))])
        #expect(!decoder.isWaiting)
        #expect(decoder.feed([0x5B, 0x41]) == [.key(Key("[")), .key(Key("A"))])
    }

    @Test func `every key has a name that names it`() {
        var codes: [Key.Code] = [
            .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .function(1), .function(12), .character(" "), .character("-"), .character("é"),
        ]
        codes += (0x21..<0x7F).map { .character(Character(Unicode.Scalar($0))) }
        for code in codes {
            for bits in 0..<8 {
                let key = Key(code, KeyModifiers(rawValue: UInt8(bits)))
                #expect(Key(key.name) == key, "\(key.name)")
            }
        }
        for name in ["", "f0", "f99", "hyper-x", "entr", "ab", "ctrl-"] { #expect(Key(name) == nil, "\(name)") }
    }

    @Test func `a million hostile bytes give keys or nothing and bounded memory`() {
        var random = SplitMix64(seed: 42)
        var decoder = InputDecoder()
        let favourites: [UInt8] =
            Array("\u{1b}\u{1b}\u{1b}[[O]P<;:?~uMmRAZ0123456789200~\u{7}\\".utf8) + [0x9B, 0xFF, 0xE6, 0xF0]
        var inputs = 0
        var bytes: [UInt8] = []
        for step in 0..<1_000_000 {
            bytes.append(
                random.below(3) == 0 ? UInt8(random.below(256)) : favourites[random.below(favourites.count)])
            if bytes.count > random.below(64) {
                for input in decoder.feed(bytes) {
                    inputs += 1
                    guard case .key(let key) = input, Key(key.name) != key else { continue }
                    // Only a combining mark, which melts into the name before it, has no name of its own.
                    if case .character(let character) = key.code, TextWidth.of(character) == 0 { continue }
                    Issue.record("no name for \(key.name)")
                }
                bytes.removeAll(keepingCapacity: true)
            }
            if step % 1000 == 0 {
                inputs += decoder.flushEscape().count
                // Whatever state it is in, the end of a paste and a pause bring it to rest.
                _ = decoder.feed(Array("\u{1b}[201~".utf8))
                _ = decoder.flushEscape()
                #expect(decoder.feed([0x71]) == [.key(Key("q"))])
            }
        }
        #expect(inputs > 10_000)
    }
}
