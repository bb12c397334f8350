import Glibc

/// A time zone, as far as reading and writing times needs it. `system` is the user's own; tests bring theirs.
public struct LocalZone: Sendable {
    /// What a person calls it: `Europe/Lisbon`, or the abbreviation when no better name is known.
    public let name: String
    /// Seconds east of UTC at a moment (seconds after the epoch).
    public let offset: @Sendable (Int64) -> Int

    /// A zone with the given rule.
    public init(name: String, offset: @escaping @Sendable (Int64) -> Int) {
        self.name = name
        self.offset = offset
    }

    /// UTC.
    public static let utc = LocalZone(name: "UTC") { _ in 0 }

    /// The zone of this process: `TZ`, else `/etc/localtime`.
    public static let system: LocalZone = {
        tzset()
        return LocalZone(name: systemName()) { seconds in
            var moment = time_t(seconds)
            var parts = tm()
            return localtime_r(&moment, &parts) == nil ? 0 : Int(parts.tm_gmtoff)
        }
    }()

    private static func systemName() -> String {
        if let value = getenv("TZ") {
            let name = String(cString: value).drop { $0 == ":" }
            if !name.isEmpty, !name.hasPrefix("/") { return String(name) }
        }
        var target = [CChar](repeating: 0, count: 1024)
        let count = readlink("/etc/localtime", &target, target.count - 1)
        if count > 0 {
            let path = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let marker = "zoneinfo/"
            var rest = Substring(path)
            while !rest.isEmpty {
                if rest.hasPrefix(marker) { return String(rest.dropFirst(marker.count)) }
                rest = rest.dropFirst()
            }
        }
        var now = time_t(0)
        time(&now)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil, let short = parts.tm_zone else { return "local" }
        return String(cString: short)
    }

    /// What the clocks of this zone show at a moment (ms after the epoch).
    public func civil(at milliseconds: Int64) -> CivilTime {
        let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds &+ 1) / 1000 - 1
        return CivilTime(utc: milliseconds.addingClamped(Int64(offset(seconds)) * 1000))
    }

    /// The moment (ms after the epoch) at which the clocks of this zone show `civil`. Where they show it twice, the
    /// first; where they skip it, as much later as they skip.
    public func milliseconds(of civil: CivilTime) -> Int64 {
        let asUTC = civil.utcMilliseconds
        let seconds = asUTC / 1000
        let before = offset(seconds - 86_400)
        let after = offset(seconds + 86_400)
        for candidate in [max(before, after), min(before, after)] where offset(seconds - Int64(candidate)) == candidate
        {
            return asUTC - Int64(candidate) * 1000
        }
        return asUTC - Int64(before) * 1000
    }
}

extension Int64 {
    /// The sum, or the end of the range where it does not fit: far moments stay far.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }
}
