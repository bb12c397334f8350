import Foundation
import KafkaClient
import Testing

/// Times are written and read back in every zone there is, at the hours where clocks turn most of all.
@Suite struct WorldZoneTests {
    /// Rules by Foundation's own tables, which are not what the product asks.
    private static let zones: [LocalZone] = TimeZone.knownTimeZoneIdentifiers.compactMap { name in
        guard let zone = TimeZone(identifier: name) else { return nil }
        return LocalZone(name: name) { zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0))) }
    }

    @Test func `a time survives being written and read, and midnight is 00:00`() throws {
        try #require(Self.zones.count > 300)
        var checked = 0
        for zone in Self.zones {
            for moment in try Self.moments(zone.name) {
                let text = TimeText.dateTime(moment, in: zone)
                #expect(!text.contains(" 24:"), "\(zone.name) \(moment): \(text)")
                let back = try TimeText.parse(text, now: moment, in: zone)
                // An hour that comes twice is read as its first time, and shows the same.
                if back != moment {
                    #expect(TimeText.dateTime(back, in: zone) == text && back < moment, "\(zone.name) \(text)")
                }
                #expect(try TimeText.parse(TimeText.utc(moment), now: moment, in: zone) == moment)
                checked += 1
            }
        }
        #expect(checked > 3_000)
    }

    /// The milliseconds around the clocks' next turns, and the middle of some nights.
    private static func moments(_ name: String) throws -> [Int64] {
        let zone = try #require(TimeZone(identifier: name))
        var moments: [Int64] = [0, 951_782_400_000, 1_798_761_599_999]
        var date = Date(timeIntervalSince1970: 1_767_225_600)
        for _ in 0..<2 {
            let start = zone.secondsFromGMT(for: date)
            let midnight = Int64(date.timeIntervalSince1970) / 86_400 * 86_400 - Int64(start)
            moments += [midnight * 1_000, midnight * 1_000 - 1]
            guard let turn = zone.nextDaylightSavingTimeTransition(after: date) else { break }
            let at = Int64(turn.timeIntervalSince1970) * 1_000
            for distance: Int64 in [-3_600_001, -1, 0, 1, 1_799_999, 3_599_999, 3_600_000, 7_200_000] {
                moments.append(at + distance)
            }
            date = turn.addingTimeInterval(86_400)
        }
        return moments
    }
}
