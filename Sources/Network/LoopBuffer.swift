import Bytes

/// The memory a loop reads into. Frames are slices of it; it is used over as soon as nobody keeps one of them.
///
/// While slices are kept the rest of the buffer is filled, then another buffer takes over. Up to eight buffers wait for
/// their slices to go; those beyond are freed by the last slice.
struct LoopBuffer {
    /// Bytes of one buffer: less is dearer at small frames, more falls out of the second-level cache.
    static let size = 256 * 1_024
    private static let kept = 8

    private(set) var storage = ByteStorage.allocate(size)
    /// Where free bytes begin.
    private(set) var used = 0
    private var retired: [ByteStorage] = []

    /// Free bytes from `used` on.
    var room: Int { Self.size - used }

    /// Makes at least a quarter of a buffer free.
    mutating func prepare() {
        if used == 0 { return }
        if isKnownUniquelyReferenced(&storage) {
            used = 0
        } else if room < Self.size / 4 {
            replace()
        }
    }

    /// The next `count` bytes now belong to slices.
    mutating func take(_ count: Int) {
        used += count
    }

    private mutating func replace() {
        used = 0
        for index in retired.indices where isKnownUniquelyReferenced(&retired[index]) {
            swap(&storage, &retired[index])
            return
        }
        if retired.count < Self.kept { retired.append(storage) }
        storage = ByteStorage.allocate(Self.size)
    }
}

/// Memory of frames that were finished in a buffer of their own, kept for the next ones.
struct SpareStorage {
    private static let kept = 8
    private static let largest = 1_024 * 1_024
    private var spare: [ByteStorage] = []

    /// Memory of at least `capacity` bytes.
    mutating func take(_ capacity: Int) -> ByteStorage {
        if let index = spare.firstIndex(where: { $0.byteCount >= capacity }) {
            let last = spare.count - 1
            spare.swapAt(index, last)
            return spare.removeLast()
        }
        guard capacity <= Self.largest else { return ByteStorage.allocate(capacity) }
        var rounded = 16 * 1_024
        while rounded < capacity { rounded *= 2 }
        return ByteStorage.allocate(rounded)
    }

    /// Takes memory back when nobody else holds it.
    mutating func give(_ storage: consuming ByteStorage) {
        var storage = storage
        guard spare.count < Self.kept, storage.byteCount <= Self.largest, isKnownUniquelyReferenced(&storage) else {
            return
        }
        spare.append(storage)
    }
}
