/// The 128-bit hash of a record's key: SipHash-2-4 with a secret of this process's own. Two keys that differ have the
/// same hash by chance once in 2^64 keys, and nobody who does not know the secret can make such keys.
struct KeyHash {
    /// A hash.
    struct Value: Equatable {
        var high: UInt64
        var low: UInt64
    }

    private let secret: (UInt64, UInt64)

    init(secret: (UInt64, UInt64)) {
        self.secret = secret
    }

    func callAsFunction(_ key: UnsafeRawBufferPointer) -> Value {
        var state = State(secret)
        let whole = key.count & ~7
        var at = 0
        while at < whole {
            state.take(UInt64(littleEndian: key.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        var last = UInt64(truncatingIfNeeded: key.count) << 56
        for index in whole..<key.count { last |= UInt64(key[index]) << (8 * UInt64(index - whole)) }
        state.take(last)
        state.v2 ^= 0xee
        for _ in 0..<4 { state.round() }
        let high = state.v0 ^ state.v1 ^ state.v2 ^ state.v3
        state.v1 ^= 0xdd
        for _ in 0..<4 { state.round() }
        return Value(high: high, low: state.v0 ^ state.v1 ^ state.v2 ^ state.v3)
    }

    private struct State {
        var v0, v1, v2, v3: UInt64

        init(_ secret: (UInt64, UInt64)) {
            v0 = secret.0 ^ 0x736f_6d65_7073_6575
            v1 = secret.1 ^ 0x646f_7261_6e64_6f6d ^ 0xee
            v2 = secret.0 ^ 0x6c79_6765_6e65_7261
            v3 = secret.1 ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            v3 ^= word
            round()
            round()
            v0 ^= word
        }

        mutating func round() {
            v0 &+= v1
            v1 = (v1 << 13 | v1 >> 51) ^ v0
            v0 = v0 << 32 | v0 >> 32
            v2 &+= v3
            v3 = (v3 << 16 | v3 >> 48) ^ v2
            v0 &+= v3
            v3 = (v3 << 21 | v3 >> 43) ^ v0
            v2 &+= v1
            v1 = (v1 << 17 | v1 >> 47) ^ v2
            v2 = v2 << 32 | v2 >> 32
        }
    }
}
