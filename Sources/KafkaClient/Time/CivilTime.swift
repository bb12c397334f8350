/// A date and a time of day without a zone, in the Gregorian calendar.
public struct CivilTime: Sendable, Hashable {
    /// Year, 1 or later.
    public var year: Int
    /// Month, 1 to 12.
    public var month: Int
    /// Day of the month, 1 to 31.
    public var day: Int
    /// Milliseconds since midnight, 0 to 86,399,999.
    public var millisecondOfDay: Int

    static let millisecondsPerDay = 86_400_000

    /// Nil for a date that does not exist, such as 30 February.
    public init?(year: Int, month: Int, day: Int, millisecondOfDay: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilTime.days(in: month, of: year),
            (0..<CivilTime.millisecondsPerDay).contains(millisecondOfDay)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.millisecondOfDay = millisecondOfDay
    }

    /// The civil time that a clock in UTC shows `milliseconds` after the epoch. Clamped to the years 1 to 9999.
    init(utc milliseconds: Int64) {
        let lowest: Int64 = -62_135_596_800_000
        let highest: Int64 = 253_402_300_799_999
        let clamped = min(max(milliseconds, lowest), highest)
        let perDay = Int64(CivilTime.millisecondsPerDay)
        let days = Int((clamped >= 0 ? clamped : clamped - (perDay - 1)) / perDay)
        millisecondOfDay = Int(clamped - Int64(days) * perDay)
        // Days are counted from 1 March of year 0, so that the leap day is the last of its year.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Milliseconds after the epoch at which a clock in UTC shows this.
    var utcMilliseconds: Int64 {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return Int64(days) * Int64(CivilTime.millisecondsPerDay) + Int64(millisecondOfDay)
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
