import Codecs

/// The 61 bytes in front of a batch of magic 2, read in place. Offsets of the fields are those of the format; the
/// checksum covers everything from `attributes` on, so that base offset and leader epoch can be set without it.
struct BatchView {
    static let headerSize = 61
    /// Base offset and length: in front of every batch, not counted in its length.
    static let overhead = 12

    private let base: UnsafeRawPointer

    /// - Parameter base: at least 61 readable bytes.
    @inline(__always)
    init(_ base: UnsafeRawPointer) {
        self.base = base
    }

    @inline(__always)
    private func load<I: FixedWidthInteger>(_ offset: Int, as type: I.Type = I.self) -> I {
        I(bigEndian: base.loadUnaligned(fromByteOffset: offset, as: I.self))
    }

    var baseOffset: Int64 { load(0) }
    var length: Int32 { load(8) }
    /// Bytes of the whole batch, as it says itself.
    var sizeInBytes: Int { Int(length) + Self.overhead }
    var leaderEpoch: Int32 { load(12) }
    var magic: Int8 { load(16) }
    var checksum: UInt32 { load(17) }
    var attributes: Int16 { load(21) }
    var lastOffsetDelta: Int32 { load(23) }
    var baseTimestamp: Int64 { load(27) }
    var maxTimestamp: Int64 { load(35) }
    var producerID: Int64 { load(43) }
    var producerEpoch: Int16 { load(51) }
    var baseSequence: Int32 { load(53) }
    var count: Int32 { load(57) }

    var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }
    /// 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd; 5 to 7 are nobody's.
    var codec: Int8 { Int8(attributes & 7) }
    var isLogAppendTime: Bool { attributes & 8 != 0 }
    var isTransactional: Bool { attributes & 16 != 0 }
    var isControl: Bool { attributes & 32 != 0 }
    var hasProducer: Bool { producerID >= 0 }
    var lastSequence: Int32 { Sequence32.add(baseSequence, lastOffsetDelta) }

    /// Whether the checksum is that of the bytes. `sizeInBytes` of them must be readable.
    func isIntact() -> Bool {
        sizeInBytes >= Self.headerSize && computedChecksum() == checksum
    }

    func computedChecksum() -> UInt32 {
        CRC32C.checksum(UnsafeRawBufferPointer(start: base + 21, count: sizeInBytes - 21))
    }

    /// What lies behind the header of a batch of `size` bytes.
    func payload(size: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base + Self.headerSize, count: max(0, size - Self.headerSize))
    }

    /// All bytes of a batch of `size` bytes, or the first of them.
    func whole(size: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base, count: size)
    }

    // MARK: Writing in place

    static func set(baseOffset: Int64, leaderEpoch: Int32, in base: UnsafeMutableRawPointer) {
        base.storeBytes(of: baseOffset.bigEndian, as: Int64.self)
        base.storeBytes(of: leaderEpoch.bigEndian, toByteOffset: 12, as: Int32.self)
    }

    /// Sets what the checksum covers, and the checksum, which must have been right: only the header is read for it.
    static func set(attributes: Int16, maxTimestamp: Int64, in base: UnsafeMutableRawPointer) {
        let changed = 21..<43
        let tail = BatchView(base).sizeInBytes - changed.upperBound
        withUnsafeTemporaryAllocation(byteCount: changed.count, alignment: 8) { old in
            let new = UnsafeRawBufferPointer(start: base + changed.lowerBound, count: changed.count)
            old.copyMemory(from: new)
            base.storeBytes(of: attributes.bigEndian, toByteOffset: 21, as: Int16.self)
            base.storeBytes(of: maxTimestamp.bigEndian, toByteOffset: 35, as: Int64.self)
            let checksum = CRC32C.checksum(
                BatchView(base).checksum, replacing: UnsafeRawBufferPointer(old), by: new, before: tail)
            base.storeBytes(of: checksum.bigEndian, toByteOffset: 17, as: UInt32.self)
        }
    }

    /// Sets the checksum to that of the bytes.
    static func setChecksum(in base: UnsafeMutableRawPointer) {
        base.storeBytes(of: BatchView(base).computedChecksum().bigEndian, toByteOffset: 17, as: UInt32.self)
    }
}

/// Sequence numbers of a producer: 0 to 2,147,483,647 and round again.
enum Sequence32 {
    @inline(__always)
    static func add(_ sequence: Int32, _ count: Int32) -> Int32 {
        sequence > Int32.max &- count && count >= 0
            ? count &- (Int32.max &- sequence) &- 1
            : sequence &+ count
    }

    @inline(__always)
    static func subtract(_ sequence: Int32, _ count: Int32) -> Int32 {
        sequence < count ? Int32.max &- (count &- sequence) &+ 1 : sequence &- count
    }

    /// Whether `next` follows `last` (-1: nothing before).
    @inline(__always)
    static func follows(_ last: Int32, _ next: Int32) -> Bool {
        next == last &+ 1 && last != Int32.max || next == 0 && last == Int32.max
    }
}
