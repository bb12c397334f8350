import Bytes
import Codecs
import KafkaWire

/// A run of inputs from one seed: the same seed gives the same inputs.
struct FuzzRun {
    /// SplitMix64: small, seeded, the same on every machine.
    struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }

        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
    }

    /// Inputs that gave a value.
    private(set) var accepted = 0
    /// Inputs that a decoder refused.
    private(set) var refused = 0
    private var chance: Chance
    private let samples: [ByteSlice]

    init(seed: UInt64) {
        chance = Chance(state: seed)
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
            return ByteSlice((0..<chance.below(200)).map { _ in smallByte() })
        case 1:
            return ByteSlice((0..<chance.below(120)).map { _ in UInt8(truncatingIfNeeded: chance.next()) })
        default:
            return mutated(sample)
        }
    }

    private mutating func smallByte() -> UInt8 {
        switch chance.below(8) {
        case 0: UInt8(truncatingIfNeeded: chance.next())
        case 1: 0xff
        case 2: 0x80
        default: UInt8(chance.below(4))
        }
    }

    private mutating func mutated(_ sample: ByteSlice) -> ByteSlice {
        var bytes = sample.array
        for _ in 0...chance.below(6) {
            let at = chance.below(bytes.count + 1)
            switch chance.below(5) {
            case 0: bytes.insert(smallByte(), at: at)
            case 1: if at < bytes.count { bytes[at] ^= 1 << UInt8(chance.below(8)) }
            case 2: if at < bytes.count { bytes[at] = smallByte() }
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + chance.below(4)))
            default: bytes.insert(contentsOf: (0..<chance.below(12)).map { _ in smallByte() }, at: at)
            }
        }
        return ByteSlice(bytes)
    }
}
