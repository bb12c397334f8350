import Bytes

/// Text of somebody who wants the terminal: control sequences, direction marks, separators, bytes that are no UTF-8.
enum HostileText {
    /// Pieces that each do harm to a program that writes them out.
    private static let pieces: [String] = [
        "\u{1B}[2J\u{1B}[H", "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;b3duZWQ=\u{7}", "\u{1B}[?1049l", "\u{1B}P+q\u{1B}\\",
        "\u{9B}31m", "\u{9D}0;owned\u{9C}", "\u{1B}c", "\u{7}", "\u{0}", "\r", "\n", "\t", "\u{8}\u{8}\u{8}", "\u{7F}",
        "\u{85}", "\u{202E}esrever", "\u{2066}a\u{2069}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{200B}",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F1F5}\u{1F1F9}", "e\u{301}\u{302}\u{303}", "東京", "한글",
        "\u{FFFD}", "\u{1F3F4}\u{E0067}\u{E007F}", "\u{E0001}", "क्ष", "\u{FE0F}", "\u{115F}", "%s%n", "'; rm -rf /; '",
        "\"", "\\", "[/]", "{\"a\":1}", "plain", "billing", "", " ", "\u{10FFFF}", notUTF8,
    ]

    /// Stands for two bytes that are no UTF-8 until ``spoil(_:)`` puts them there: a `String` could not hold them.
    static let notUTF8 = "ÿ"

    /// A few pieces; one time in forty as many as fit into `longest` bytes.
    static func any(_ chance: inout SplitMix64, longest: Int = 64 << 10) -> String {
        var text = ""
        if chance.below(40) == 0 {
            while text.utf8.count < longest - 40 { text += pieces[chance.below(pieces.count)] + "x" }
        } else {
            for _ in 0...chance.below(5) { text += pieces[chance.below(pieces.count)] }
        }
        return text
    }

    /// The same as bytes of a record, which owe nobody any encoding.
    static func bytes(_ chance: inout SplitMix64, longest: Int = 64 << 10) -> ByteSlice {
        if chance.below(5) == 0 { return ByteSlice(chance.anyBytes(below: 300)) }
        return spoil(ByteSlice(any(&chance, longest: longest)))
    }

    /// `bytes` with what is no UTF-8 where ``notUTF8`` stands.
    static func spoil(_ bytes: ByteSlice) -> ByteSlice {
        var all = bytes.array
        for place in all.indices.dropLast() where all[place] == 0xC3 && all[place + 1] == 0xBF {
            (all[place], all[place + 1]) = (0xFF, 0xFE)
        }
        return ByteSlice(all)
    }
}
