import Testing

@testable import Console

@Suite struct FormatTests {
    @Test(
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_322_913, "1,322,913"), (-18_204, "−18,204"),
            (Int64.max, "9,223,372,036,854,775,807"), (Int64.min, "−9,223,372,036,854,775,808"),
        ] as [(Int64, String)])
    func numbersAreGroupedByComma(_ value: Int64, _ text: String) { #expect(Quantity.grouped(value) == text) }

    @Test(
        arguments: [
            (0, "0 B"), (812, "812 B"), (1_023, "1,023 B"), (1_024, "1.0 KiB"), (2_150, "2.1 KiB"), (60_416, "59 KiB"),
            (9_541_000, "9.1 MiB"), (312 << 20, "312 MiB"), (1_023 << 20, "1023 MiB"), ((1 << 30) - 1, "1.0 GiB"),
            (1 << 40, "1.0 TiB"), (Int64.max, "8.0 EiB"), (-5, "−5 B"),
        ] as [(Int64, String)])
    func sizesAreInBinaryUnits(_ bytes: Int64, _ text: String) { #expect(Quantity.size(bytes) == text) }

    @Test(
        arguments: [
            (0, "0 ms"), (38, "38 ms"), (999, "999 ms"), (1_000, "1 s"), (41_000, "41 s"), (59_999, "59 s"),
            (60_000, "1 m"),
            (190_000, "3 m 10 s"), (3_600_000, "1 h"), (3_661_000, "1 h 1 m"), (604_800_000, "7 d"),
            (601_200_000, "6 d 23 h"),
            (2_592_000_000, "30 d"), (-1_500, "−1 s"), (Int64.min, "−106,751,991,167 d 7 h"),
        ] as [(Int64, String)])
    func durationsAreInTheirTwoLargestUnits(_ span: Int64, _ text: String) { #expect(Quantity.duration(span) == text) }

    @Test(
        arguments: [
            (0, "0"), (0.01, "< 0.1"), (0.44, "0.4"), (2, "2"), (9.94, "9.9"), (9.96, "10"), (1_204.4, "1,204"),
            (-3, "0"),
            (.nan, "0"), (.infinity, "0"), (1e300, "9,000,000,000,000,000,000"),
        ] as [(Double, String)])
    func ratesAreWholeAboveTen(_ rate: Double, _ text: String) { #expect(Quantity.rate(rate) == text) }

    @Test(
        arguments: [
            (0, "0.0 s"), (412, "0.4 s"), (9_999, "9.9 s"), (10_000, "10 s"), (61_000, "1 m 1 s"), (-5, "0.0 s"),
        ] as [(Int64, String)])
    func agesHaveTenthsBelowTenSeconds(_ span: Int64, _ text: String) { #expect(Quantity.age(span) == text) }

    @Test func onlyTheWholeIsAHundredPerCent() {
        #expect(Quantity.percent(999, of: 1_000) == "99 %")
        #expect(Quantity.percent(1_000, of: 1_000) == "100 %")
        #expect(Quantity.percent(1, of: 0) == nil)
    }

    @Test func aSparklineIsScaledByItsRowAndAFlatZeroIsALine() {
        #expect(Sparkline.text([0, 0, 0]) == "▁▁▁")
        #expect(Sparkline.text([1, 4, 8]) == "▂▅█")
        #expect(Sparkline.text([nil, 8, -3]) == " █▁")
        #expect(Sparkline.text([1, 1], top: 1_000) == "▂▂")
    }

    @Test func aRateComesFromTheChangeOfTheEnd() {
        var history = History()
        #expect(history.rate() == nil)
        history.add(100, at: 1_000)
        #expect(history.rate() == nil)
        history.add(160, at: 3_000)
        #expect(history.rate() == 30)
        #expect(history.time(at: 130) == 2_000)
        #expect(history.time(at: 99) == nil)
        #expect(history.lastChange == 3_000)
    }

    @Test func aHistoryIsBounded() {
        var history = History()
        for step in 0..<10_000 { history.add(Int64(step), at: Int64(step) * 10) }
        #expect(history.samples.count <= History.limit)
        history.add(5, at: 10_000_000)
        #expect(history.samples.count == 1)
        history.add(6, at: 9_000_000)
        #expect(history.samples.map(\.value) == [6])
    }
}
