/// Comma-separated values as RFC 4180 has them.
public enum CSVText {
    /// Quoted when it holds a comma, a quote, a line end or a blank at its edge; quotes inside are doubled. Null is nothing and
    /// an empty text a pair of quotes, as databases write them.
    public static func field(_ text: String?) -> String {
        guard let text else { return "" }
        if text.isEmpty { return "\"\"" }
        let marks: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
        let isPlain =
            !text.unicodeScalars.contains { marks.contains($0) } && text.first != " " && text.last != " "
        if isPlain { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
