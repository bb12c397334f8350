/// Finds what somebody probably meant to write.
public enum Nearest {
    /// The name with the fewest edits to `text`; nil when every name would need more edits than half its length.
    public static func name(to text: String, among names: [String]) -> String? {
        var best: (name: String, edits: Int)?
        for name in names {
            let count = edits(Array(text.prefix(64)), Array(name))
            if count < best?.edits ?? .max { best = (name, count) }
        }
        guard let best, best.edits <= max(2, max(best.name.count, text.count) / 2) else { return nil }
        return best.name
    }

    /// Insertions, deletions and replacements between `a` and `b` (Levenshtein).
    static func edits(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let replaced = corner + (x == y ? 0 : 1)
                corner = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
