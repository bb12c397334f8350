/// Drawing with ASCII alone, for terminals and locales that have nothing else.
public enum ASCIIFold {
    /// What stands for the signs of the screen.
    private static let signs: [Character: Character] = [
        "●": "*", "■": "#", "□": "o", "‖": "|", "◌": "o", "◔": "c", "✘": "x", "✔": "v", "▲": "!", "◆": "#", "▌": ">",
        "•": "*",
        "├": "|", "┤": "|", "━": "-", "─": "-", "│": "|", "┃": "|", "┼": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "┬": "+", "┴": "+", "═": "=", "║": "|",
        "▁": "_", "▂": ".", "▃": ".", "▄": "-", "▅": "-", "▆": "=", "▇": "=", "█": "^", "░": ".", "▒": ":", "▓": "#",
        "…": "~", "·": ".", "–": "-", "—": "-", "−": "-", "×": "x", "÷": "/", "≤": "<", "≥": ">", "≈": "~", "∅": "~",
        "→": ">", "←": "<", "↑": "^", "↓": "v", "⏎": "<", "›": ">", "‹": "<", "▾": "v", "▴": "^", "▸": ">", "◂": "<",
        "“": "\"", "”": "\"", "‘": "'", "’": "'", "\u{A0}": " ",
    ]

    /// Signs that one column of ASCII would leave unclear, as words: those of keys above all. Longer ones first.
    private static let words = [
        ("↑↓", "up/down"), ("⏎", "enter"), ("↑", "up"), ("↓", "down"), ("→", "->"), ("←", "<-"), ("≤", "<="),
        ("≥", ">="),
    ]

    /// `text` with its keys spelled out, for a screen of ASCII alone.
    public static func spelled(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0xE2 }) else { return text }
        var text = text
        for (sign, word) in words { text = swapped(text, sign, word) }
        return text
    }

    private static func swapped(_ text: String, _ sign: String, _ word: String) -> String {
        var out = ""
        var rest = text[...]
        while let first = rest.firstIndex(where: { sign.first == $0 }) {
            out += rest[..<first]
            rest = rest[first...]
            if rest.hasPrefix(sign) {
                out += word
                rest = rest.dropFirst(sign.count)
            } else {
                out.append(rest.removeFirst())
            }
        }
        return out + rest
    }

    /// One column of ASCII for a cluster; `?` for what has none.
    static func column(_ cluster: Character) -> Character {
        cluster.isASCII ? cluster : signs[cluster] ?? "?"
    }

    /// A text with the signs of the screen in ASCII; what is not one of them, such as a letter of a name, stays.
    public static func folded(_ text: String) -> String { String(text.map { signs[$0] ?? $0 }) }

    /// True when the environment names a locale whose characters are not UTF-8: `C`, `POSIX`, `de_DE.ISO-8859-1`. Where none
    /// is named, as in a bare container, the terminal at the other end is nearly always one of UTF-8.
    /// - Parameter value: the value of a variable, empty when it is not set.
    public static func isWanted(_ value: (String) -> String) -> Bool {
        // The order in which the system's library asks.
        guard let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(value).first(where: { !$0.isEmpty }) else { return false }
        let code = locale.split(separator: "@")[0].split(separator: ".").dropFirst().first ?? ""
        let letters = code.lowercased().filter { $0 != "-" }
        return letters != "utf8"
    }
}

extension CellGrid {
    /// The same screen in ASCII, cell by cell: nothing moves.
    public func foldedToASCII() -> CellGrid {
        var folded = self
        folded.fold()
        return folded
    }
}
