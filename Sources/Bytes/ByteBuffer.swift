import Glibc

/// Bytes that are being written: owned by one place, growing, big-endian as the protocol is.
///
/// `freeze()` turns it into a shareable `ByteSlice` without a copy.
public struct ByteBuffer: ~Copyable {
    /// What `base` points into.
    @usableFromInline var storage: ByteStorage
    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    @usableFromInline var written: Int = 0
    /// Bytes written so far.
    @inlinable
    public var count: Int { written }

    /// An empty buffer with room for `capacity` bytes.
    public init(capacity: Int = 256) {
        self.capacity = max(capacity, 16)
        storage = .allocate(self.capacity)
        base = storage.base
    }

    /// Makes room for `more` bytes behind those written.
    @inlinable @inline(__always)
    public mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(by: more) }
    }

    @usableFromInline @inline(never)
    mutating func grow(by more: Int) {
        let wanted = max(capacity * 2, count + more)
        let fresh = ByteStorage.allocate(wanted)
        fresh.base.copyMemory(from: base, byteCount: count)
        storage = fresh
        base = fresh.base
        capacity = wanted
    }

    /// Appends an integer, big-endian.
    @inlinable
    public mutating func append<I: FixedWidthInteger>(_ value: I) {
        reserve(MemoryLayout<I>.size)
        base.storeBytes(of: value.bigEndian, toByteOffset: count, as: I.self)
        written += MemoryLayout<I>.size
    }

    /// Appends bytes.
    @inlinable
    public mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let from = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        (base + count).copyMemory(from: from, byteCount: bytes.count)
        written += bytes.count
    }

    /// Appends bytes.
    @inlinable
    public mutating func append(_ bytes: ByteSlice) {
        bytes.withUnsafeBytes { append($0) }
    }

    /// Appends bytes.
    @inlinable
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    /// Appends the UTF-8 form of `text`.
    @inlinable
    public mutating func append(utf8 text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Overwrites the integer at `offset`, which was written before. Traps outside of what was written.
    @inlinable
    public mutating func store<I: FixedWidthInteger>(_ value: I, at offset: Int) {
        precondition(offset >= 0 && offset <= count - MemoryLayout<I>.size, "store outside of what was written")
        base.storeBytes(of: value.bigEndian, toByteOffset: offset, as: I.self)
    }

    /// Lets `body` write up to `limit` bytes behind those written and appends as many as it says.
    public mutating func appendUninitialized<E: Error>(
        upTo limit: Int, _ body: (UnsafeMutableRawBufferPointer) throws(E) -> Int
    ) throws(E) {
        reserve(limit)
        let added = try body(UnsafeMutableRawBufferPointer(start: base + count, count: limit))
        precondition(added >= 0 && added <= limit, "more written than there was room")
        written += added
    }

    /// Moves the bytes from `offset` to the end up by `gap` bytes, which are then for `store` to fill: a length that is
    /// known only after what it measures was written. Traps when `offset` lies beyond what was written.
    public mutating func openGap(of gap: Int, at offset: Int) {
        precondition(offset >= 0 && offset <= count && gap >= 0, "gap outside of what was written")
        reserve(gap)
        memmove(base + offset + gap, base + offset, count - offset)
        written += gap
    }

    /// Drops everything behind the first `newCount` bytes; the memory stays.
    public mutating func truncate(to newCount: Int) {
        precondition(newCount >= 0 && newCount <= count, "truncate beyond what was written")
        written = newCount
    }

    /// Lends what was written.
    @inlinable
    public borrowing func withUnsafeBytes<R, E: Error>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// The bytes written, for sharing; no copy.
    public consuming func freeze() -> ByteSlice {
        ByteSlice(storage: storage, start: 0, count: count)
    }
}
