import CUtf8proc

/// How many columns text takes in a terminal that draws whole grapheme clusters.
///
/// Clusters are Swift's `Character`s; the width of a cluster is its first code point's (utf8proc, Unicode 15), 2 after
/// VS16, 1 after VS15, 2 for a pair of regional indicators, with our own corrections below. `wcwidth` is never asked.
public enum TextWidth {
    /// The columns of one cluster as a terminal draws it: 0, 1 or 2. Controls and lone zero-width characters give 0.
    public static func of(_ cluster: Character) -> Int {
        if let ascii = cluster.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
        let scalars = cluster.unicodeScalars
        var rest = scalars.makeIterator()
        guard let first = rest.next() else { return 0 }
        var width = of(first)
        guard let second = rest.next() else { return width }
        if isRegionalIndicator(first), isRegionalIndicator(second) { return 2 }
        var next: Unicode.Scalar? = second
        while let scalar = next {
            switch scalar.value {
            case 0xFE0F where width == 1: width = 2
            case 0xFE0E where width == 2: width = 1
            // Thai and Lao sara am belong to the cluster before them and still take a column.
            case 0x0E33, 0x0EB3: width = min(width + 1, 2)
            // The second consonant of an Indic conjunct.
            case 0x900...0xDFF where utf8proc_category(Int32(bitPattern: scalar.value)) == UTF8PROC_CATEGORY_LO:
                width = min(width + of(scalar), 2)
            default: if width == 0 { width = of(scalar) }
            }
            next = rest.next()
        }
        return width
    }

    /// The columns `CellGrid.put` needs for `text`: its clusters after sanitizing, each at least one column wide.
    public static func of(_ text: String) -> Int {
        if let columns = PlainText.columns(of: text) { return columns }
        return Sanitizer.visible(text).reduce(0) { $0 + max(of($1), 1) }
    }

    /// The columns of one code point on its own: 0, 1 or 2.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xAD ? 0 : 1 }
        switch value {
        // Vowels and trailing consonants of Hangul Jamo extended-B join the syllable before them.
        case 0xD7B0...0xD7FF: return 0
        // Emoji that came after utf8proc's tables: their blocks are wide throughout.
        case 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF: return 2
        default: return Int(utf8proc_charwidth(Int32(bitPattern: value)))
        }
    }

    /// `text` as it is when it fits `columns`, else cut between clusters with `…` as its last column.
    ///
    /// The result is sanitized.
    public static func truncate(_ text: String, to columns: Int, with mark: Character = "…") -> String {
        guard columns > 0 else { return "" }
        // No text takes more columns than it has bytes, but for marks in the place of what is not shown.
        if let all = PlainText.columns(of: text), all <= columns { return text }
        let safe = Sanitizer.visible(text)
        var used = 0
        var cut: String.Index?
        for index in safe.indices {
            if cut == nil, used + max(of(safe[index]), 1) > columns - 1 { cut = index }
            used += max(of(safe[index]), 1)
            if used > columns, let cut { return String(safe[..<cut]) + String(mark) }
        }
        return safe
    }

    private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
}
