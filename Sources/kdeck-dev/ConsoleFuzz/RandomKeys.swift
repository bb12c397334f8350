import Bytes

/// What hands, a mouse and a clipboard send to a console, by chance.
struct RandomKeys {
    var chance: SplitMix64

    private static let named = [
        "\r", "\r", "\r", "\u{1B}", "\u{1B}", "\t", "\u{1B}[Z", "\u{7F}", "\u{1B}[3~", "\u{1B}[A", "\u{1B}[B",
        "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OA", "\u{1B}OB", "\u{1B}[H", "\u{1B}[F", "\u{1B}[5~", "\u{1B}[6~",
        "\u{1B}OP", "\u{1B}[15~", " ", "\u{1B}[1;5A", "\u{1B}[27;5;9~", "\u{1B}[106;5u",
    ]
    private static let letters = Array(
        "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789:/?@-+.=<>[]{}\"'é東")
    private static let words = [
        ":groups\r", ":topics\r", ":activity\r", ":brokers\r", ":theme nord\r", "/value contains \"x\"\r", "/a\r",
        "@-2h\r", "@0\r", "@14:00\r", "o-1h\r", "oearliest\r", "2\r", "2\ro", "1\r", "1\r\r", "1\rf", "1\rx", "4\rc",
        "c\r", "cjjj\r", "Sv\r", "3", "5", "6", "1n", "1\rt", "\u{1B}\u{1B}\u{1B}", "?", "x", "W", "y", "K", "X",
        // What changes a cluster where that is allowed, and must not leave where it is not.
        "1nfresh-topic\r\r", "1+9\r\r", "1\u{E}copy\r\r", "1\u{4}", "1\u{5}", "2\u{4}", "2\u{E}fresh\r",
        "2\roearliest\r\r",
        "2o-1\r\r\r", "1c\r512\r\r\r", "cjj\r\u{15}1000\r\r", "2\rs\r\r", "1\rP", "1\rE", "u", "3e", "3l\r", "A",
    ]

    /// The next piece of input. `mayEnd`: keys that may end the program are among them.
    mutating func next(width: Int, height: Int, mayEnd: Bool) -> [UInt8] {
        switch chance.below(30) {
        case 0:
            // A paste, with a line end and whatever else.
            return Array("\u{1B}[200~\(HostileText.any(&chance, longest: 2_000))\r\n\u{1B}[201~".utf8)
        case 1:
            let (x, y) = (chance.below(width + 4), chance.below(height + 4))
            let button = [0, 0, 2, 64, 65, 32][chance.below(6)]
            return Array("\u{1B}[<\(button);\(x);\(y)\(chance.below(2) == 0 ? "M" : "m")".utf8)
        case 2: return Array((chance.below(2) == 0 ? "\u{1B}[I" : "\u{1B}[O").utf8)
        case 3: return chance.anyBytes(below: 12).filter { ![0x03, 0x11, 0x13, 0x1A, 0x1C].contains($0) || mayEnd }
        case 4:
            // Control keys; ctrl-z stops nobody in a session of its own.
            let letters = Array("abdefghjklnoprtuvwxyz")
            return [UInt8(letters[chance.below(letters.count)].asciiValue ?? 0x61) & 0x1F]
        case 5...9: return Array(Self.words[chance.below(Self.words.count)].utf8)
        case 10...17: return Array(Self.named[chance.below(Self.named.count)].utf8)
        case 18 where mayEnd: return Array(["q", "\u{3}", "\u{1B}\u{1B}q", "qy"][chance.below(4)].utf8)
        default: return Array(String(Self.letters[chance.below(Self.letters.count)]).utf8)
        }
    }
}
