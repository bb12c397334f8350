import KafkaClient
import Testing

@Suite struct TimeTextTests {
    /// Lisbon's rule of 2026: one hour east of UTC from 29 March 01:00 UTC to 25 October 01:00 UTC.
    static let lisbon = LocalZone(name: "Europe/Lisbon") { seconds in
        (1_774_746_000..<1_792_890_000).contains(seconds) ? 3600 : 0
    }
    static let india = LocalZone(name: "Asia/Kolkata") { _ in 19_800 }
    /// 2026-11-24 15:30:00 UTC.
    static let now: Int64 = 1_795_534_200_000

    func read(_ text: String, _ zone: LocalZone = .utc) -> String {
        do {
            return TimeText.utc(try TimeText.parse(text, now: Self.now, in: zone))
        } catch {
            return error.sentence
        }
    }

    @Test func whatPeopleTypeIsUnderstood() {
        #expect(TimeText.utc(Self.now) == "2026-11-24T15:30:00.000Z")
        #expect(read("14:00") == "2026-11-24T14:00:00.000Z")
        #expect(read(" 9:05:07.5 ") == "2026-11-24T09:05:07.500Z")
        #expect(read("15:31") == "2026-11-23T15:31:00.000Z", "a time of day that is still to come was yesterday's")
        #expect(read("14:00", Self.india) == "2026-11-24T08:30:00.000Z")
        #expect(read("2026-11-24") == "2026-11-24T00:00:00.000Z")
        #expect(read("2026-11-24 14:00", Self.india) == "2026-11-24T08:30:00.000Z")
        #expect(read("2026-11-24T14:00:00Z", Self.india) == "2026-11-24T14:00:00.000Z")
        #expect(read("2026-11-24T14:00:00.123+01:00") == "2026-11-24T13:00:00.123Z")
        #expect(read("2026-11-24T14:00-0330") == "2026-11-24T17:30:00.000Z")
        #expect(read("1795534200000") == "2026-11-24T15:30:00.000Z")
        #expect(read("-2h") == "2026-11-24T13:30:00.000Z")
        #expect(read("-1h30m") == "2026-11-24T14:00:00.000Z")
        #expect(read("now") == "2026-11-24T15:30:00.000Z")
        #expect(read("today", Self.india) == "2026-11-23T18:30:00.000Z")
        #expect(read("yesterday") == "2026-11-23T00:00:00.000Z")
    }

    @Test(arguments: [
        "", "24:00", "14:60", "14", "1:2:3:4", "2026-02-30", "2026-13-01", "2026-1-1", "2026-11-24T", "x", "-", "-5",
        "12345", "2026-11-24T14:00+19:00", "99999999999999999999", "14:00:00.1234", "٣:٠٠", "T", "--2h", "é-é-é",
    ])
    func everythingElseIsRefusedWithAnExample(_ text: String) {
        #expect(read(text).contains("try "))
    }

    @Test func clocksThatTurnBackOrSkipHaveOneAnswer() {
        // 25 October 2026, 01:30 happens twice: the first is meant.
        #expect(read("2026-10-25 01:30", Self.lisbon) == "2026-10-25T00:30:00.000Z")
        // 29 March 2026, 01:30 does not happen: an hour later does.
        #expect(read("2026-03-29 01:30", Self.lisbon) == "2026-03-29T01:30:00.000Z")
        #expect(TimeText.clock(1_774_747_800_000, in: Self.lisbon) == "02:30:00.000")
    }

    @Test func whatIsWrittenReadsBackToTheSameMillisecond() throws {
        var state: UInt64 = 42
        var checked = 0
        for zone in [LocalZone.utc, Self.india, Self.lisbon, .system] {
            for _ in 0..<2000 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let moment = Int64(state >> 20) % 4_102_444_800_000
                let text = TimeText.dateTime(moment, in: zone)
                let back = try TimeText.parse(text, now: Self.now, in: zone)
                // An hour that happens twice reads back as its first time.
                #expect(back == moment || TimeText.dateTime(back, in: zone) == text)
                #expect(try TimeText.parse(TimeText.utc(moment), now: Self.now, in: zone) == moment)
                checked += 1
            }
        }
        #expect(checked == 8000)
    }

    @Test func extremeMomentsAreWrittenWithoutATrap() {
        for moment in [Int64.min, -1, 0, Int64.max] {
            #expect(!TimeText.dateTime(moment, in: .utc).isEmpty)
            #expect(!TimeText.dateTime(moment, in: .system).isEmpty)
        }
        #expect(TimeText.utc(-1) == "1969-12-31T23:59:59.999Z")
        #expect(TimeText.brief(Self.now, now: Self.now, in: .utc) == "15:30")
        #expect(TimeText.brief(0, now: Self.now, in: .utc) == "1970-01-01 00:00")
        #expect(TimeText.short(Self.now - 1, now: Self.now, in: .utc) == "15:29:59.999")
    }

    @Test func durationsAreReadAndWritten() throws {
        #expect(try DurationText.parse("2h") == 7_200_000)
        #expect(try DurationText.parse("1h30m") == 5_400_000)
        #expect(try DurationText.parse("1.5h") == 5_400_000)
        #expect(try DurationText.parse("500ms") == 500)
        #expect(try DurationText.parse("PT1H30M") == 5_400_000)
        #expect(try DurationText.parse("P1DT2H") == 93_600_000)
        #expect(try DurationText.parse("P2D") == 172_800_000)
        #expect(try DurationText.parse("PT0.25S") == 250)
        for bad in [
            "", "2", "h", "P", "PT", "P1Y", "P1M", "1x", "1h-", "9999999999999999999h", "9223372036854775807s", "1.h",
        ] {
            #expect(throws: TimeTextError.self) { try DurationText.parse(bad) }
        }
        #expect(DurationText.text(190_000) == "3 m 10 s")
        #expect(DurationText.text(86_400_000 * 6 + 3_600_000 * 23) == "6 d 23 h")
        #expect(DurationText.text(41_000) == "41 s")
        #expect(DurationText.text(38) == "38 ms")
        #expect(DurationText.text(.min).hasPrefix("−"))
        for value in [Int64(0), 1, 250, 60_000, 5_400_000, 86_400_000, 93_600_001] {
            #expect(try DurationText.parse(DurationText.iso(value)) == value)
        }
    }
}
