/// Numbers as a person reads them: the rules of the screen in one place.
///
/// Thousands by comma, no abbreviation without a unit, durations in their two largest units. Every function is total: a
/// value from a peer that makes no sense still gives text and never traps.
enum Quantity {
    /// What stands for a value that was not asked for yet.
    static let asking = "·"
    /// What stands for "there is nothing to say here".
    static let nothing = "–"
    /// What stands for a value that could not be asked; the reason is told elsewhere.
    static let unknown = "unknown"

    /// `1,322,913`; negative numbers carry the real minus sign.
    static func grouped(_ value: some BinaryInteger) -> String {
        let digits = String(value.magnitude)
        let count = digits.utf8.count
        if count <= 3 { return value < 0 ? "−" + digits : digits }
        var out = value < 0 ? "−" : ""
        for (index, digit) in digits.unicodeScalars.enumerated() {
            if index > 0, (count - index) % 3 == 0 { out.unicodeScalars.append(",") }
            out.unicodeScalars.append(digit)
        }
        return out
    }

    /// A change with its sign: `+88`, `−18,204`, `0`.
    static func change(_ value: Int64) -> String {
        value > 0 ? "+" + grouped(value) : grouped(value)
    }

    /// `≤ 40,912`: an upper bound.
    static func atMost(_ value: some BinaryInteger) -> String { "≤ " + grouped(value) }

    /// A count with its noun: `1 broker`, `3 brokers`, `2,000 partitions`.
    static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        grouped(value) + " " + (value == 1 ? one : many ?? one + "s")
    }

    /// Bytes in binary units, one decimal below ten: `2.1 KiB`, `312 MiB`, `812 B`.
    static func size(_ bytes: Int64) -> String {
        guard bytes >= 1024 else { return grouped(bytes) + " B" }
        var value = Double(bytes)
        for unit in ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] {
            value /= 1024
            if value < 9.95 {
                let tenths = Int((value * 10).rounded())
                return "\(tenths / 10).\(tenths % 10) \(unit)"
            }
            if value < 1023.5 { return "\(Int(value.rounded())) \(unit)" }
        }
        return grouped(Int64(value.rounded())) + " EiB"
    }

    /// Whole records a second: `1,204`. Below ten but above zero one decimal, so that a slow topic is not a dead one.
    static func rate(_ perSecond: Double) -> String {
        guard perSecond.isFinite, perSecond > 0 else { return "0" }
        if perSecond < 9.95 {
            let tenths = Int((perSecond * 10).rounded())
            if tenths == 0 { return "< 0.1" }
            return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        }
        return grouped(Int64(min(perSecond, 9e18).rounded()))
    }

    /// The two largest units of a span in milliseconds: `3 m 10 s`, `6 d 23 h`, `41 s`, `38 ms`, `7 d`.
    static func duration(_ milliseconds: Int64) -> String {
        if milliseconds < 0 { return "−" + duration(milliseconds == .min ? .max : -milliseconds) }
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let seconds = milliseconds / 1000
        let units: [(size: Int64, name: String)] = [(86_400, "d"), (3600, "h"), (60, "m"), (1, "s")]
        for (index, unit) in units.enumerated() where seconds >= unit.size {
            let whole = "\(grouped(seconds / unit.size)) \(unit.name)"
            guard index + 1 < units.count else { return whole }
            let next = units[index + 1]
            let rest = seconds % unit.size / next.size
            return rest == 0 ? whole : "\(whole) \(rest) \(next.name)"
        }
        return "0 s"
    }

    /// How old something is, without "ago": tenths below ten seconds (`0.4 s`), then as ``duration(_:)``.
    static func age(_ milliseconds: Int64) -> String {
        let span = max(0, milliseconds)
        if span < 10_000 { return "\(span / 1000).\(span % 1000 / 100) s" }
        return duration(span)
    }

    /// How long a group is behind: whole seconds even below one, since the figure is no finer than that.
    static func behind(_ milliseconds: Int64) -> String {
        milliseconds < 1000 ? "0 s" : duration(milliseconds)
    }

    /// A share of a whole in per cent: `92 %`. Nil when the whole is nothing.
    static func percent(_ part: Int64, of whole: Int64) -> String? {
        guard whole > 0, part >= 0 else { return nil }
        // Only the whole is 100 %.
        let share = Int((Double(part) / Double(whole) * 100).rounded())
        return "\(part < whole ? min(share, 99) : share) %"
    }
}
