/// Times as people read and type them. The one formatter and the one parser of the program: what `dateTime` writes,
/// `parse` reads back to the same millisecond.
public enum TimeText {
    /// `14:03:12.402`.
    public static func clock(_ milliseconds: Int64, in zone: LocalZone = .system) -> String {
        clock(zone.civil(at: milliseconds))
    }

    /// `2026-11-24 14:03:12.402`.
    public static func dateTime(_ milliseconds: Int64, in zone: LocalZone = .system) -> String {
        let civil = zone.civil(at: milliseconds)
        return date(civil) + " " + clock(civil)
    }

    /// `2026-11-24T14:03:12.402Z`: what Kafka's own tools take for `--to-datetime`.
    public static func utc(_ milliseconds: Int64) -> String {
        let civil = CivilTime(utc: milliseconds)
        return date(civil) + "T" + clock(civil) + "Z"
    }

    /// The clock alone when the moment is on the same day as `now`, else date and clock.
    public static func short(_ milliseconds: Int64, now: Int64, in zone: LocalZone = .system) -> String {
        let civil = zone.civil(at: milliseconds)
        let today = zone.civil(at: now)
        return date(civil) == date(today) ? clock(civil) : date(civil) + " " + clock(civil)
    }

    /// `14:00` when the seconds are zero, else `14:00:05` or `14:00:05.250`; with the date when it is not today.
    public static func brief(_ milliseconds: Int64, now: Int64, in zone: LocalZone = .system) -> String {
        var text = short(milliseconds, now: now, in: zone)
        if text.hasSuffix(".000") { text.removeLast(4) }
        if text.hasSuffix(":00") { text.removeLast(3) }
        return text
    }

    static func date(_ civil: CivilTime) -> String {
        "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
    }

    static func clock(_ civil: CivilTime) -> String {
        let ms = civil.millisecondOfDay
        return "\(padded(ms / 3_600_000, 2)):\(padded(ms / 60_000 % 60, 2)):"
            + "\(padded(ms / 1000 % 60, 2)).\(padded(ms % 1000, 3))"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Why a typed time or duration was not understood: one sentence that shows what would be.
public struct TimeTextError: Error, Equatable, Sendable {
    /// What, why and what to type instead.
    public let sentence: String
}
