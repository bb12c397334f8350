import Bytes
import KafkaWire
import Testing

@testable import KafkaClient

@Suite struct QueryFuzzTests {
    private struct Dice {
        var state: UInt64
        mutating func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        mutating func pick<C: RandomAccessCollection>(_ from: C) -> C.Element {
            from[from.index(from.startIndex, offsetBy: next() % from.count)]
        }
    }

    private static let pieces = [
        "value", "key", "headers", "partition", "offset", "timestamp", "size", ".", "a", ".b", "[0]", "[\"a\"]", "==",
        "!=",
        "<", "<=", ">", ">=", "=~", "!~", "contains", "startswith", "endswith", "&&", "||", "!", "(", ")", "\"a\"",
        "'1'",
        "\"\\u0061\"", "\"", "1", "-2h", "1e9", "0.5", "null", "true", "false", "'(a|b)*'", "é", "\\", "[", "]",
        "\"/\"",
    ]
    private static let parts = [
        "{", "}", "[", "]", ":", ",", "\"a\"", "\"b\"", "\"", "\\", "1", "-0.5e3", "null", "true", "\"\\u0061\"", " ",
        "\u{0}",
        "{\"a\":{\"b\":1}}", "{\"a\":[1,{\"b\":\"a\"}]}", "é", "\"\\/\"", "{\"a\":\"a\\/b\"}",
    ]

    @Test func `random expressions over random bytes never trap, and no batch is skipped that holds a record`() throws {
        var dice = Dice(state: 20_251_125)
        var understood = 0
        var passed = 0
        for _ in 0..<40_000 {
            let text = (0...dice.next() % 8).map { _ in dice.pick(Self.pieces) }
                .joined(separator: dice.next() % 2 == 0 ? " " : "")
            guard let query = try? RecordQuery(text, now: 1_764_000_000_000, in: .utc) else { continue }
            understood += 1
            for _ in 0..<4 {
                let value = (0...dice.next() % 6).map { _ in dice.pick(Self.parts) }.joined()
                var bytes = Array(value.utf8)
                if dice.next() % 4 == 0 { bytes[dice.next() % bytes.count] = UInt8(truncatingIfNeeded: dice.next()) }
                let record = FoundRecord(
                    partition: Int32(dice.next() % 3),
                    record: Record(
                        offset: Int64(dice.next() % 3), timestamp: Int64(dice.next() % 3),
                        key: dice.next() % 3 == 0 ? nil : ByteSlice(dice.pick(Self.parts)),
                        value: dice.next() % 5 == 0 ? nil : ByteSlice(bytes),
                        headers: dice.next() % 2 == 0 ? [] : [.init(key: "a", value: ByteSlice("a"))]))
                guard query.passes(record) else { continue }
                passed += 1
                try expectFound(record, query)
            }
        }
        #expect(understood > 2_000 && passed > 1_000, "\(understood) understood, \(passed) passed")
    }

    /// What passes alone must be found in a batch, where most is decided without decoding it.
    private func expectFound(_ found: FoundRecord, _ query: RecordQuery) throws {
        var builder = RecordBatchBuilder()
        builder.baseOffset = found.record.offset
        builder.append(
            key: found.record.key, value: found.record.value, headers: found.record.headers,
            timestamp: found.record.timestamp)
        var scan = BatchScan(
            try builder.build(), query, partition: found.partition, offsets: 0..<10, isolation: .readUncommitted,
            aborted: [])
        if query.needs.partitions?.contains(found.partition) == false {
            Issue.record("\(query.text) rules out partition \(found.partition)")
        }
        let isAtEnd = scan.scan()
        #expect(isAtEnd)
        #expect(scan.found.map(\.record) == [found.record], "\(query.text) over \(found)")
    }

    @Test func `numbers compare exactly, as integers do`() throws {
        var dice = Dice(state: 7)
        func number(_ text: String) -> ExactNumber? {
            Array(text.utf8).withUnsafeBytes { ExactNumber($0) }
        }
        for _ in 0..<20_000 {
            let scale = dice.next() % 6
            let a = Int64(dice.next() % 2_001) - 1_000
            let b = Int64(dice.next() % 2_001) - 1_000
            // The same value written as a whole number, with a point, and with an exponent.
            let forms = [
                "\(a)", "\(a).000", "\(a)e0", "\(a)0e-1", "\(a)\(String(repeating: "0", count: scale))e-\(scale)",
            ]
            let (left, right) = (try #require(number(dice.pick(forms))), ExactNumber(b))
            #expect(left.compared(to: right) == (a < b ? -1 : a > b ? 1 : 0))
            #expect(left.integer == a)
        }
        #expect(number("9007199254740993")?.compared(to: ExactNumber(9_007_199_254_740_992)) == 1)
        #expect(number("0.1")?.compared(to: try #require(number("1e-1"))) == 0)
        #expect(number("-0")?.compared(to: ExactNumber(0)) == 0)
        #expect(number("9223372036854775808")?.integer == nil)
        for text in ["", "-", ".", "1e", "1e+", "0x10", "1 ", "NaN", "--1", "1.2.3", "é"] {
            #expect(number(text) == nil)
        }
    }

    @Test func `bytes are found wherever they stand`() {
        var dice = Dice(state: 3)
        for _ in 0..<20_000 {
            let bytes = (0..<dice.next() % 200).map { _ in UInt8(97 + dice.next() % 3) }
            let needle = (0...dice.next() % 5).map { _ in UInt8(97 + dice.next() % 3) }
            let isThere =
                bytes.count >= needle.count
                && (0...bytes.count - needle.count).contains { Array(bytes[$0..<$0 + needle.count]) == needle }
            #expect(bytes.withUnsafeBytes { ByteSearch.contains(needle, in: $0) } == isThere)
        }
    }
}
