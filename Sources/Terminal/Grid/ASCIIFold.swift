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

    /// One column of ASCII for a cluster; `?` for what has none.
    static func column(_ cluster: Character) -> Character {
        cluster.isASCII ? cluster : signs[cluster] ?? "?"
    }

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
