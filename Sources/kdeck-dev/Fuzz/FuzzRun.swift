import Bytes
import Codecs
import KafkaWire

/// A run of inputs from one seed: the same seed gives the same inputs.
struct FuzzRun {
    /// Inputs that gave a value.
    private(set) var accepted = 0
    /// Inputs that a decoder refused.
    private(set) var refused = 0
    private var chance: SplitMix64
    private let samples: [ByteSlice]

    init(seed: UInt64) {
        chance = SplitMix64(seed: seed)
        samples = Self.makeSamples()
    }

    /// Valid bytes to damage, for every subject.
    private static func makeSamples() -> [ByteSlice] {
        let text = ByteSlice(String(repeating: "{\"order\":17,\"status\":\"paid\"} ", count: 20))
        return Fuzzing.subjects.map { subject in
            switch subject {
            case .message(let type, let version): (try? type.init().encoded(version: version)) ?? .empty
            case .frameHeader:
                (try? Frame.encode(MetadataRequest(), version: 12, correlationID: 7, clientID: "kdeck"))?
                    .suffix(from: 4) ?? .empty
            case .batches: (try? batch(text)) ?? .empty
            case .codec(let codec, _): (try? codec.compress(text)) ?? .empty
            }
        }
    }

    private static func batch(_ text: ByteSlice) throws -> ByteSlice {
        var whole = ByteBuffer()
        for codec in CompressionCodec.allCases {
            var builder = RecordBatchBuilder(codec: codec)
            builder.append(
                key: ByteSlice("k"), value: text, headers: [.init(key: "h", value: nil)], timestamp: 1_700_000_000_000)
            builder.append(key: nil, value: nil, timestamp: 1_700_000_000_001)
            whole.append(try builder.build())
        }
        return whole.freeze()
    }

    /// Feeds `count` inputs; throws at the first that breaks a rule.
    mutating func run(_ count: Int) throws(Fuzzing.Broken) {
        for round in 0..<count {
            let place = round % Fuzzing.subjects.count
            let input = input(from: samples[place])
            if try Fuzzing.feed(input, to: Fuzzing.subjects[place]) { accepted += 1 } else { refused += 1 }
        }
    }

    private mutating func input(from sample: ByteSlice) -> ByteSlice {
        switch chance.below(4) {
        case 0:
            // Small numbers: they read as lengths and counts, so structs nest.
            return ByteSlice(chance.smallBytes(below: 200))
        case 1:
            return ByteSlice(chance.anyBytes(below: 120))
        default:
            return mutated(sample)
        }
    }

    private mutating func mutated(_ sample: ByteSlice) -> ByteSlice {
        var bytes = sample.array
        for _ in 0...chance.below(6) { chance.damage(&bytes) }
        return ByteSlice(bytes)
    }
}
