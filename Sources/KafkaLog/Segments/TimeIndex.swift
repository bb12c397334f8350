import Bytes

/// The `.timeindex` of a segment: 12 bytes each, the greatest timestamp so far and the last offset of the batch that has
/// it. Timestamps only grow; the last entry of a closed segment is its greatest.
struct TimeIndex: Equatable {
    struct Entry: Equatable {
        var timestamp: Int64
        var relativeOffset: Int32
    }

    static let entrySize = 12

    private(set) var entries: ContiguousArray<Entry> = []

    var last: Entry? { entries.last }

    /// Adds an entry when it is newer than the last; an older one or an equal one says nothing new.
    mutating func append(timestamp: Int64, relativeOffset: Int32) {
        guard timestamp >= 0 else { return }
        if let last = entries.last, timestamp <= last.timestamp || relativeOffset < last.relativeOffset { return }
        entries.append(Entry(timestamp: timestamp, relativeOffset: relativeOffset))
    }

    /// Relative offset before which no record has a timestamp of `timestamp` or more.
    func relativeOffset(before timestamp: Int64) -> Int32 {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].timestamp < timestamp { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : entries[low - 1].relativeOffset
    }

    /// Drops the entries of `relativeOffset` and above.
    mutating func truncate(from relativeOffset: Int64) {
        while let last = entries.last, Int64(last.relativeOffset) >= relativeOffset { entries.removeLast() }
    }

    func encode() -> ByteSlice {
        var buffer = ByteBuffer(capacity: entries.count * Self.entrySize)
        for entry in entries {
            buffer.append(entry.timestamp)
            buffer.append(entry.relativeOffset)
        }
        return buffer.freeze()
    }

    /// The index in a file's bytes, or nil when it is none. Zeros at the end are room that was never used.
    init?(_ bytes: ByteSlice) {
        guard bytes.count % Self.entrySize == 0 else { return nil }
        for at in stride(from: 0, to: bytes.count, by: Self.entrySize) {
            guard let timestamp: Int64 = bytes.integer(at: at), let offset: Int32 = bytes.integer(at: at + 8) else {
                return nil
            }
            if timestamp == 0, offset == 0, at > 0 || bytes.count > Self.entrySize { break }
            guard offset >= 0, timestamp >= -1 else { return nil }
            if let last = entries.last {
                guard timestamp >= last.timestamp, offset >= last.relativeOffset else { return nil }
            }
            entries.append(Entry(timestamp: timestamp, relativeOffset: offset))
        }
    }

    init() {}
}
