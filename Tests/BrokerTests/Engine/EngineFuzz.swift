import Bytes
import KafkaWire

@testable import KafkaBroker
@testable import kdeck_dev

/// Hostile frames to a live engine in memory: whole requests, damaged ones, and bytes that were never any. A trap ends
/// the process: that is the finding.
struct EngineFuzz {
    /// Frames that were answered, and that closed their connection.
    private(set) var answered = 0
    private(set) var closed = 0
    /// Frames that wait, or wanted no answer.
    private(set) var silent = 0
    /// How often a fresh client found the engine answering.
    private(set) var alive = 0
    /// How often the engine was started again on what it had written.
    private(set) var restarts = 0
    private var chance: SplitMix64
    private let samples: [ByteSlice]
    private var harness: EngineHarness
    private var client: Connection

    /// Topics and partitions that random requests may bring about, at most.
    static let partitionLimit = 300
    /// Frames between two looks at the engine.
    static let round = 500

    init(seed: UInt64) throws {
        chance = SplitMix64(seed: seed)
        samples = try EngineFuzzSamples.frames()
        harness = try Self.fresh()
        client = harness.connect()
    }

    private static func fresh() throws -> EngineHarness {
        let harness = try EngineHarness {
            $0.maximumPartitions = partitionLimit
            $0.offsetsTopicPartitions = 4
            $0.maximumInflatedBytes = 1 << 20
        }
        _ = try harness.createTopic("orders", partitions: 3)
        _ = try harness.produce(harness.batch(["a", "b"]), to: "orders")
        return harness
    }

    /// What a look at the engine found wrong.
    struct Broken: Error {
        var rule: String
    }

    /// Feeds `count` frames.
    mutating func run(_ count: Int) throws {
        for number in 1...count {
            feed(frame())
            if number % Self.round == 0 { try look() }
            if number % (Self.round * 20) == 0 {
                // Half of the time on what is there, so that replay sees it too.
                if chance.below(2) == 0 { try harness.restart() } else { harness = try Self.fresh() }
                client = harness.connect()
                restarts += 1
            }
        }
    }

    private mutating func feed(_ frame: ByteSlice) {
        harness.receive(frame, on: client)
        harness.endPass()
        let frames = harness.takeFrames(of: client)
        if harness.closed.contains(client.id) {
            closed += 1
            client = harness.connect()
        } else if frames.isEmpty {
            silent += 1
            // Whatever waits is left behind sooner or later, and with it everything that would queue up behind it.
            if chance.below(8) == 0 {
                harness.engine.disconnect(client)
                client = harness.connect()
            }
        } else {
            answered += frames.count
        }
        if chance.below(64) == 0 { harness.advance(by: Int64(chance.below(400_000))) }
    }

    /// A fresh client is answered, and the engine holds no more than it may.
    private mutating func look() throws {
        let probe = harness.connect()
        guard try harness.send(ApiVersionsRequest(), version: 0, on: probe)?.apiKeys.isEmpty == false else {
            throw Broken(rule: "a fresh client is not answered")
        }
        harness.engine.disconnect(probe)
        guard harness.engine.topics.partitionCount <= Self.partitionLimit else {
            let topics = harness.engine.topics.unordered.map { "\($0.name):\($0.partitions.count)" }.sorted()
            throw Broken(rule: "there are \(harness.engine.topics.partitionCount) partitions, of \(topics)")
        }
        alive += 1
    }

    private mutating func frame() -> ByteSlice {
        switch chance.below(10) {
        case 0:
            return ByteSlice(chance.anyBytes(below: 80))
        case 1, 2:
            // The header of an API that there is, and numbers that read as lengths and counts.
            let head = samples[chance.below(samples.count)].array.prefix(16)
            return ByteSlice(head + chance.smallBytes(below: 120))
        case 3:
            return samples[chance.below(samples.count)]
        default:
            return damaged(samples[chance.below(samples.count)])
        }
    }

    private mutating func damaged(_ sample: ByteSlice) -> ByteSlice {
        var bytes = sample.array
        for _ in 0...chance.below(2) {
            // Mostly behind the header, so that a handler sees it.
            chance.damage(&bytes, from: chance.below(10) == 0 ? 0 : min(bytes.count, 12))
        }
        return ByteSlice(bytes)
    }
}
