import Bytes

/// The `.index` of a segment: positions of some batches, an entry of 8 bytes for about every `index.interval.bytes`.
/// The whole array is in memory while the segment is in use; the file is written when it is not.
struct OffsetIndex: Equatable {
    static let entrySize = 8

    /// Relative offset of the batch's last record above, position below.
    private(set) var entries: ContiguousArray<UInt64> = []

    var count: Int { entries.count }
    /// Relative offset of the newest entry.
    var lastRelativeOffset: Int32? { entries.last.map { Int32(truncatingIfNeeded: $0 >> 32) } }

    mutating func append(relativeOffset: Int32, position: Int) {
        entries.append(UInt64(UInt32(bitPattern: relativeOffset)) << 32 | UInt64(UInt32(truncatingIfNeeded: position)))
    }

    /// Position from which to look for the batch that holds `relativeOffset`: that of the last entry whose offset is not
    /// above it, or 0.
    func position(for relativeOffset: Int64) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if Int64(entries[middle] >> 32) <= relativeOffset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : Int(UInt32(truncatingIfNeeded: entries[low - 1]))
    }

    /// Drops the entries of `relativeOffset` and above.
    mutating func truncate(from relativeOffset: Int64) {
        while let last = entries.last, Int64(last >> 32) >= relativeOffset { entries.removeLast() }
    }

    func encode() -> ByteSlice {
        var buffer = ByteBuffer(capacity: entries.count * Self.entrySize)
        for entry in entries { buffer.append(entry) }
        return buffer.freeze()
    }

    /// The index in a file's bytes, or nil when it is none: not whole entries, or not growing inside the segment. Zeros
    /// at the end are room that was never used.
    init?(_ bytes: ByteSlice, segmentSize: Int) {
        guard bytes.count % Self.entrySize == 0 else { return nil }
        entries.reserveCapacity(min(bytes.count / Self.entrySize, segmentSize / 64 + 1))
        for at in stride(from: 0, to: bytes.count, by: Self.entrySize) {
            guard let entry: UInt64 = bytes.integer(at: at) else { return nil }
            if entry == 0 { break }
            let position = Int(UInt32(truncatingIfNeeded: entry))
            guard entry >> 63 == 0, position < max(segmentSize, 1) else { return nil }
            if let last = entries.last {
                guard entry >> 32 > last >> 32, position > Int(UInt32(truncatingIfNeeded: last)) else { return nil }
            }
            entries.append(entry)
        }
    }

    init() {}
}
