import Bytes

/// At which offset each leader epoch began: `leader-epoch-checkpoint`. Epochs and offsets both grow.
struct EpochCache: Equatable {
    struct Entry: Equatable, Sendable {
        var epoch: Int32
        var startOffset: Int64
    }

    private(set) var entries: [Entry] = []
    /// Changed since it was last written.
    var isDirty = false

    /// The newest epoch; -1 when nothing was written.
    var latest: Int32 { entries.last?.epoch ?? -1 }

    init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// Notes that the batch at `offset` has `epoch`. Nothing new unless the epoch is.
    @inline(__always)
    mutating func assign(_ epoch: Int32, at offset: Int64) {
        guard epoch >= 0, epoch > latest else { return }
        add(epoch, offset)
    }

    private mutating func add(_ epoch: Int32, _ offset: Int64) {
        while let last = entries.last, last.startOffset >= offset { entries.removeLast() }
        entries.append(Entry(epoch: epoch, startOffset: offset))
        isDirty = true
    }

    /// Forgets the epochs that began at `offset` or later.
    mutating func truncate(fromEnd offset: Int64) {
        while let last = entries.last, last.startOffset >= offset {
            entries.removeLast()
            isDirty = true
        }
    }

    /// Forgets the epochs that ended before `offset`; the one that holds it begins there now.
    mutating func truncate(fromStart offset: Int64) {
        guard let first = entries.first, first.startOffset < offset else { return }
        guard let place = entries.lastIndex(where: { $0.startOffset <= offset }) else { return }
        entries.removeFirst(place)
        entries[0].startOffset = offset
        isDirty = true
    }

    /// The epoch that holds `offset`; -1 when none does.
    func epoch(of offset: Int64) -> Int32 {
        entries.last { $0.startOffset <= offset }?.epoch ?? -1
    }

    /// The last epoch not above the one asked for, and where it ends: (-1, -1) when that is not known.
    func endOffset(for epoch: Int32, logEndOffset: Int64) -> (epoch: Int32, endOffset: Int64) {
        guard epoch != -1, let first = entries.first else { return (-1, -1) }
        if epoch == latest { return (epoch, logEndOffset) }
        guard let next = entries.firstIndex(where: { $0.epoch > epoch }) else { return (-1, -1) }
        guard next > 0 else { return (epoch, first.startOffset) }
        return (entries[next - 1].epoch, entries[next].startOffset)
    }
}
