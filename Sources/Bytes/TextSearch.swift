/// Searching in text without the regular expression engine, which the standard library's own `contains(_:)` and
/// `replacing(_:with:)` on text would link: a megabyte that the program does not need.
extension StringProtocol {
    /// True when `other` is somewhere in here, letter for letter. Nothing is in everything.
    public func holds(_ other: some StringProtocol) -> Bool { place(of: other) != nil }

    /// The text with every `old` replaced by `new`.
    public func swapping(_ old: some StringProtocol, for new: some StringProtocol) -> String {
        guard !old.isEmpty else { return String(self) }
        var output = ""
        var rest = self[...]
        while let found = rest.place(of: old) {
            output += rest[..<found.lowerBound]
            output += new
            rest = rest[found.upperBound...]
        }
        return output + rest
    }

    /// Where `other` stands first.
    private func place(of other: some StringProtocol) -> Range<Index>? {
        let wanted = Array(other)
        guard let first = wanted.first else { return startIndex..<startIndex }
        var from = startIndex
        while let start = self[from...].firstIndex(of: first) {
            var here = start
            var matched = 0
            while matched < wanted.count, here < endIndex, self[here] == wanted[matched] {
                here = index(after: here)
                matched += 1
            }
            if matched == wanted.count { return start..<here }
            from = index(after: start)
        }
        return nil
    }
}
