/// The newest offset of each key in the part of a log that was not compacted yet (Kafka's `SkimpyOffsetMap`): an open
/// table of hashes that grows up to a bound. 24 bytes a slot, three quarters of them used at most.
struct KeyOffsets {
    private struct Slot {
        var hash = KeyHash.Value(high: 0, low: 0)
        /// -1 in a slot that is free.
        var offset: Int64 = -1
    }

    private var slots: ContiguousArray<Slot>
    private(set) var count = 0
    /// Keys that fit into the bound.
    let limit: Int

    /// - Parameter bytes: memory that the table may take, counted while it grows (old and new side by side).
    init(bytes: Int) {
        var most = 64
        while most * 3 * MemoryLayout<Slot>.stride <= bytes { most *= 2 }
        limit = most / 4 * 3
        slots = ContiguousArray(repeating: Slot(), count: min(most, 1_024))
    }

    /// Notes the offset of a key; a later call for the same key counts. Takes more than `limit` keys only when asked to.
    mutating func put(_ hash: KeyHash.Value, _ offset: Int64) {
        if count >= slots.count / 4 * 3 { grow() }
        let place = place(of: hash)
        if slots[place].offset < 0 {
            count += 1
            slots[place].hash = hash
        }
        slots[place].offset = max(slots[place].offset, offset)
    }

    /// The newest offset of a key, or nil when it was never put.
    func offset(of hash: KeyHash.Value) -> Int64? {
        let offset = slots[place(of: hash)].offset
        return offset < 0 ? nil : offset
    }

    /// The slot that has the hash, or the free one where it would go.
    private func place(of hash: KeyHash.Value) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash.low) & mask
        while slots[place].offset >= 0, slots[place].hash != hash { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = ContiguousArray(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.offset >= 0 { slots[place(of: slot.hash)] = slot }
    }
}
