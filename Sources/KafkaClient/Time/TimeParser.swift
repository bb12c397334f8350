extension TimeText {
    /// Reads a typed time. Understood: `14:00` and `14:00:05.250` (the last such time before `now`), `2026-11-24`,
    /// `2026-11-24 14:00`, the same with `T`, with `Z` or `+01:00`, milliseconds after the epoch (12 to 14 digits),
    /// `-2h` (before `now`), `now`, `today`, `yesterday`. Times without a zone are in `zone`.
    /// - Parameter now: milliseconds after the epoch.
    /// - Returns: milliseconds after the epoch.
    public static func parse(_ text: String, now: Int64, in zone: LocalZone = .system) throws(TimeTextError) -> Int64 {
        let words = trimmed(text)
        switch words {
        case "now": return now
        case "today": return midnight(now, 0, zone)
        case "yesterday": return midnight(now, -1, zone)
        default: break
        }
        if words.first == "-" || words.first == "\u{2212}" {
            do throws(TimeTextError) {
                return now &- (try DurationText.parse(String(words.dropFirst())))
            } catch {
                throw TimeTextError(sentence: "'\(text)' is no time; try -90s, -2h, -1h30m, -7d")
            }
        }
        if (12...14).contains(words.utf8.count), let value = Int64(words), words.utf8.allSatisfy(isDigit) {
            return value
        }
        if let time = timeOfDay(words[...]) {
            var civil = zone.civil(at: now)
            civil.millisecondOfDay = time
            let today = zone.milliseconds(of: civil)
            if today <= now { return today }
            civil = CivilTime(utc: civil.utcMilliseconds - Int64(CivilTime.millisecondsPerDay))
            return zone.milliseconds(of: civil)
        }
        if let moment = dated(words, zone) { return moment }
        throw TimeTextError(
            sentence: "'\(text)' is no time; try 14:00, 2026-11-24 14:00, -2h, or milliseconds since 1970")
    }

    private static func midnight(_ now: Int64, _ days: Int, _ zone: LocalZone) -> Int64 {
        var civil = zone.civil(at: now)
        civil.millisecondOfDay = 0
        let day = CivilTime(utc: civil.utcMilliseconds + Int64(days * CivilTime.millisecondsPerDay))
        return zone.milliseconds(of: day)
    }

    static func trimmed(_ text: String) -> String {
        var words = text[...]
        while words.first == " " { words = words.dropFirst() }
        while words.last == " " { words = words.dropLast() }
        return String(words)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Exactly `width` digits, or nil.
    private static func number(_ text: Substring, _ width: ClosedRange<Int>) -> Int? {
        guard width.contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
        return Int(text)
    }

    /// `14:00`, `14:00:05`, `14:00:05.25`: milliseconds since midnight. There is no 24:00.
    private static func timeOfDay(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], 1...2), hour < 24,
            let minute = number(parts[1], 2...2), minute < 60
        else { return nil }
        var milliseconds = (hour * 60 + minute) * 60_000
        if parts.count == 3 {
            let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
            guard seconds.count <= 2, let second = number(seconds[0], 2...2), second < 60 else { return nil }
            milliseconds += second * 1000
            if seconds.count == 2 {
                guard let fraction = number(seconds[1], 1...3) else { return nil }
                milliseconds += fraction * [100, 10, 1][seconds[1].utf8.count - 1]
            }
        }
        return milliseconds
    }

    private static func dated(_ text: String, _ zone: LocalZone) -> Int64? {
        let cut = text.firstIndex { $0 == "T" || $0 == " " || $0 == "t" } ?? text.endIndex
        let date = text[..<cut].split(separator: "-", omittingEmptySubsequences: false)
        guard date.count == 3, let year = number(date[0], 4...4), let month = number(date[1], 2...2),
            let day = number(date[2], 2...2)
        else { return nil }
        if cut == text.endIndex {
            return CivilTime(year: year, month: month, day: day).map(zone.milliseconds)
        }
        var time = text[text.index(after: cut)...]
        var offset: Int?
        if time.last == "Z" || time.last == "z" {
            time = time.dropLast()
            offset = 0
        } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let digits = time[time.index(after: sign)...].filter { $0 != ":" }
            guard let hours = number(Substring(digits.prefix(2)), 2...2), hours <= 18,
                let minutes = digits.count == 2 ? 0 : number(Substring(digits.dropFirst(2)), 2...2), minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (time[sign] == "-" ? -60_000 : 60_000)
            time = time[..<sign]
        }
        guard let ofDay = timeOfDay(time),
            let civil = CivilTime(year: year, month: month, day: day, millisecondOfDay: ofDay)
        else { return nil }
        guard let offset else { return zone.milliseconds(of: civil) }
        return civil.utcMilliseconds - Int64(offset)
    }
}
