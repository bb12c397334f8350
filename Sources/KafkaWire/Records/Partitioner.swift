public import Bytes

/// The hash by which Java clients choose a partition for a key.
public enum Murmur2 {
    /// MurmurHash2, 32 bits, with Kafka's seed 0x9747b28c.
    public static func hash(_ bytes: ByteSlice) -> Int32 {
        let multiplier: UInt32 = 0x5bd1_e995
        var hash: UInt32 = 0x9747_b28c ^ UInt32(truncatingIfNeeded: bytes.count)
        let whole = bytes.count & ~3
        for at in stride(from: 0, to: whole, by: 4) {
            let word: UInt32 = bytes.integer(at: at) ?? 0
            var k = word.byteSwapped &* multiplier
            k ^= k >> 24
            hash = hash &* multiplier ^ k &* multiplier
        }
        let left = bytes.count - whole
        if left > 2 { hash ^= UInt32(bytes[whole + 2]) << 16 }
        if left > 1 { hash ^= UInt32(bytes[whole + 1]) << 8 }
        if left > 0 {
            hash ^= UInt32(bytes[whole])
            hash = hash &* multiplier
        }
        hash ^= hash >> 13
        hash = hash &* multiplier
        hash ^= hash >> 15
        return Int32(bitPattern: hash)
    }

    /// The partition of `count` that Kafka's default partitioner gives a record with that key; `count` must be positive.
    public static func partition(forKey key: ByteSlice, of count: Int32) -> Int32 {
        (hash(key) & 0x7fff_ffff) % count
    }
}

/// Where coordinators keep a group or a transactional id.
public enum CoordinatorPartition {
    /// Java's `String.hashCode`: over UTF-16 units.
    public static func javaHash(_ text: String) -> Int32 {
        text.utf16.reduce(0) { $0 &* 31 &+ Int32($1) }
    }

    /// The partition of `__consumer_offsets` or `__transaction_state` with `count` partitions that holds `id`; `count`
    /// must be positive.
    public static func of(_ id: String, count: Int32) -> Int32 {
        let hash = javaHash(id)
        // Kafka's `Utils.abs`: the magnitude, and 0 for the one number that has none.
        return (hash == .min ? 0 : abs(hash)) % count
    }
}
