/// Durations as people type them (`2h`, `1h30m`, `500ms`, `PT1H30M`) and read them.
public enum DurationText {
    /// Reads a duration.
    /// - Returns: milliseconds, never negative. Fails for months and years, whose length nobody knows.
    public static func parse(_ text: String) throws(TimeTextError) -> Int64 {
        let words = TimeText.trimmed(text)
        let total = words.first == "P" || words.first == "p" ? iso(words.dropFirst()) : short(words[...])
        guard let total else {
            throw TimeTextError(sentence: "'\(text)' is no duration; try 90s, 2h, 1h30m, 7d")
        }
        return total
    }

    /// `3 m 10 s`, `6 d 23 h`, `41 s`, `38 ms`: the two largest units.
    public static func text(_ milliseconds: Int64) -> String {
        if milliseconds < 0 { return "−" + text(milliseconds == .min ? .max : -milliseconds) }
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let units: [(String, Int64)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
        let seconds = milliseconds / 1000
        guard let first = units.firstIndex(where: { seconds >= $0.1 }) else { return "0 s" }
        let large = "\(seconds / units[first].1) \(units[first].0)"
        guard first + 1 < units.count else { return large }
        let rest = seconds % units[first].1 / units[first + 1].1
        return rest == 0 ? large : large + " \(rest) \(units[first + 1].0)"
    }

    /// `PT1H30M`: what Kafka's own tools take for `--by-duration`.
    public static func iso(_ milliseconds: Int64) -> String {
        let whole = max(0, milliseconds)
        var out = "P"
        if whole >= 86_400_000 { out += "\(whole / 86_400_000)D" }
        let rest = whole % 86_400_000
        if rest == 0 { return out == "P" ? "PT0S" : out }
        out += "T"
        if rest >= 3_600_000 { out += "\(rest / 3_600_000)H" }
        if rest % 3_600_000 >= 60_000 { out += "\(rest % 3_600_000 / 60_000)M" }
        let below = rest % 60_000
        if below > 0 {
            out += String(below / 1000)
            if below % 1000 > 0 {
                var fraction = String(String(1000 + below % 1000).dropFirst())
                while fraction.last == "0" { fraction.removeLast() }
                out += "." + fraction
            }
            out += "S"
        }
        return out
    }

    private static let week: Int64 = 7 * 86_400_000

    private static func short(_ text: Substring) -> Int64? {
        let units: [String: Int64] = [
            "ms": 1, "s": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000, "w": week,
        ]
        return sum(text) { units[$0.lowercased()] }
    }

    private static func iso(_ text: Substring) -> Int64? {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let days = parts[0].isEmpty ? 0 : sum(parts[0]) { ["D": 86_400_000, "W": week][$0] }
        guard let days else { return nil }
        if parts.count == 1 { return parts[0].isEmpty ? nil : days }
        guard let time = sum(parts[1], { ["H": 3_600_000, "M": 60_000, "S": 1000][$0] }) else { return nil }
        let (total, overflow) = days.addingReportingOverflow(time)
        return overflow ? nil : total
    }

    /// `1h30m` as numbers and units in turn; a fraction of at most three digits is allowed.
    private static func sum(_ text: Substring, _ unit: (String) -> Int64?) -> Int64? {
        var rest = text
        var total: Int64 = 0
        var count = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            var thousandths: Int64 = 0
            if rest.first == "." {
                let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
                guard (1...3).contains(fraction.count), let value = Int64(fraction) else { return nil }
                thousandths = value * [100, 10, 1][fraction.count - 1]
                rest = rest.dropFirst(fraction.count + 1)
            }
            let letters = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(letters.count)
            while rest.first == " " { rest = rest.dropFirst() }
            guard let value = Int64(digits), let factor = unit(String(letters)) else { return nil }
            let (whole, tooLarge) = value.multipliedReportingOverflow(by: factor)
            let (next, overflow) = total.addingReportingOverflow(whole)
            if tooLarge || overflow || next > Int64.max - factor { return nil }
            total = next + thousandths * factor / 1000
            count += 1
        }
        return count > 0 ? total : nil
    }
}
