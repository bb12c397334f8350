import Bytes
import KafkaWire
import Testing

@testable import KafkaLog

/// The quick way through a record finds what the careful one finds, in good bytes and in bad ones.
@Suite struct RecordWalkTests {
    private func payload(_ chance: inout SplitMix64, count: Int) throws -> [UInt8] {
        var builder = RecordBatchBuilder()
        for _ in 0..<count {
            let sizes = [0, 1, 5, 63, 64, 100, 1_000, 8_190, 9_000]
            let key = chance.below(3) == 0 ? nil : ByteSlice([UInt8](repeating: 1, count: sizes[chance.below(6)]))
            let value = chance.below(9) == 0 ? nil : ByteSlice([UInt8](repeating: 2, count: sizes[chance.below(9)]))
            let headers = chance.below(4) == 0 ? [Record.Header(key: "h", value: ByteSlice("v"))] : []
            let late = chance.below(5) == 0 ? chance.below(100_000) : chance.below(70)
            builder.append(key: key, value: value, headers: headers, timestamp: 1_000_000 + Int64(late))
        }
        return try builder.build().suffix(from: RecordBatchHeader.size).array
    }

    private enum Outcome: Equatable {
        case item(RecordWalk.Item)
        case malformed
    }

    /// What each way finds until the first fault, at most `count` records.
    private func walk(_ bytes: [UInt8], _ count: Int, _ step: (inout RecordWalk) throws -> RecordWalk.Item) -> [Outcome]
    {
        bytes.withUnsafeBytes { raw in
            var walk = RecordWalk(raw)
            var outcomes: [Outcome] = []
            for _ in 0..<count {
                guard let item = try? step(&walk) else { return outcomes + [.malformed] }
                outcomes.append(.item(item))
            }
            return outcomes
        }
    }

    @Test func bothWaysAgreeOnGoodAndOnDamagedRecords() throws {
        var chance = SplitMix64(seed: 7)
        var faults = 0
        for round in 0..<3_000 {
            let count = 1 + chance.below(20)
            var bytes = try payload(&chance, count: count)
            if round % 3 > 0 {
                for _ in 0..<1 + chance.below(3) { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
                if chance.below(2) == 0 { bytes.removeLast(chance.below(bytes.count)) }
            }
            // Memory of its own size, so that a read beyond its end shows under a sanitizer.
            let quick = walk(Array(bytes), count) { try $0.next() }
            let careful = walk(Array(bytes), count) { try $0.general() }
            #expect(quick == careful)
            if quick.last == .malformed { faults += 1 } else { #expect(quick.count == count) }
            if round % 3 == 0 { #expect(quick.last != .malformed) }
        }
        #expect(faults > 500)
    }
}
