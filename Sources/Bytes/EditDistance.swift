/// How unlike two words are, for the question "did you mean …?".
public enum EditDistance {
    /// How many letters have to be changed, added or taken away; small words, so the plain table will do.
    public static func between(_ a: String, _ b: String) -> Int {
        let b = Array(b.utf8)
        var row = Array(0...b.count)
        for (i, x) in a.utf8.enumerated() {
            var previous = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, previous + (x == y ? 0 : 1))
                previous = above
            }
        }
        return row[b.count]
    }
}
