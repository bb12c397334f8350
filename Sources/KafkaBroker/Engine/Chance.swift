import Bytes
import KafkaWire
import Synchronization

/// Every random choice of the engine, from one seed, so that a run can be repeated.
final class Chance: Sendable {
    private let state: Mutex<SplitMix64>

    /// The same seed gives the same choices.
    init(seed: UInt64) {
        state = Mutex(SplitMix64(seed: seed))
    }

    /// 64 random bits.
    func bits() -> UInt64 {
        state.withLock { $0.next() }
    }

    /// A number in `0..<bound`; 0 when the bound is not positive.
    func below(_ bound: Int) -> Int {
        state.withLock { $0.below(bound) }
    }

    /// A random (version 4) UUID that Kafka does not reserve and whose text does not start with a dash.
    func uuid() -> KafkaUUID {
        while true {
            let high = (bits() & ~0xf000) | 0x4000
            let low = (bits() & ~(0b11 << 62)) | (0b10 << 62)
            let id = KafkaUUID(high: high, low: low)
            if !id.description.hasPrefix("-") { return id }
        }
    }
}
