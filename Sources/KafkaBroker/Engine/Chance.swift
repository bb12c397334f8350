import KafkaWire
import Synchronization

/// Every random choice of the engine: SplitMix64 from one seed, so that a run can be repeated.
final class Chance: Sendable {
    private let state: Mutex<UInt64>

    /// The same seed gives the same choices.
    init(seed: UInt64) {
        state = Mutex(seed)
    }

    /// 64 random bits.
    func bits() -> UInt64 {
        state.withLock { state in
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    /// A number in `0..<bound`; 0 when the bound is not positive.
    func below(_ bound: Int) -> Int {
        bound > 0 ? Int(bits() % UInt64(bound)) : 0
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
