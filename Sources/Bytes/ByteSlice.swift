import Glibc

/// Immutable bytes that are shared, not copied: a view of a `ByteStorage` that keeps it alive.
///
/// Indices run from 0 to `count`. Slicing with `slice(_:)` costs a retain, no copy. `SubSequence` is `ByteSlice` again,
/// re-based to 0.
///
/// `@unchecked Sendable` is proved by those who write: bytes that a published slice covers are written only before it is
/// published. The two exceptions are named where they are: a read buffer writes beyond the slices it handed out, and
/// `withUnsafeMutableBytes` is for the one owner that patches a batch header before anybody else sees it.
public struct ByteSlice: @unchecked Sendable {
    @usableFromInline let storage: ByteStorage
    @usableFromInline let start: Int
    /// Bytes in view.
    public let count: Int

    /// No bytes.
    public static let empty = ByteSlice(storage: .empty, start: 0, count: 0)

    /// A view of `count` bytes of `storage` from `start`. Traps when they do not lie inside it: a programmer's error.
    @inlinable
    public init(storage: ByteStorage, start: Int, count: Int) {
        precondition(start >= 0 && count >= 0 && start <= storage.byteCount - count, "view outside its storage")
        self.storage = storage
        self.start = start
        self.count = count
    }

    /// Copies any bytes.
    public init(copying bytes: UnsafeRawBufferPointer) {
        let storage = ByteStorage.allocate(bytes.count)
        if let from = bytes.baseAddress, bytes.count > 0 {
            storage.base.copyMemory(from: from, byteCount: bytes.count)
        }
        self.init(storage: storage, start: 0, count: bytes.count)
    }

    /// Copies an array.
    public init(_ bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { ByteSlice(copying: $0) }
    }

    /// Copies the UTF-8 form of `text`.
    public init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// True when nothing is in view.
    @inlinable
    public var isEmpty: Bool { count == 0 }

    /// The byte at `index`. Traps outside `0..<count`.
    @inlinable
    public subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "byte index out of range")
        return storage.base.load(fromByteOffset: start + index, as: UInt8.self)
    }

    /// The same bytes, narrowed to `range`; shares the storage. Traps outside `0...count`.
    @inlinable
    public func slice(_ range: Range<Int>) -> ByteSlice {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "slice out of range")
        return ByteSlice(storage: storage, start: start + range.lowerBound, count: range.count)
    }

    /// Everything from `offset` on; shares the storage.
    @inlinable
    public func suffix(from offset: Int) -> ByteSlice {
        slice(offset..<count)
    }

    /// Lends the bytes for the duration of `body`.
    @inlinable
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: storage.base + start, count: count))
    }

    /// Lends the bytes for writing. Only for the one owner who knows that nobody else reads these bytes now: the log
    /// patches base offset and leader epoch of a batch that has just come off a socket.
    public func withUnsafeMutableBytes<R, E: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try body(UnsafeMutableRawBufferPointer(start: storage.base + start, count: count))
    }

    /// The big-endian integer at `offset`, or nil when it does not lie wholly inside.
    @inlinable
    public func integer<I: FixedWidthInteger>(at offset: Int, as type: I.Type = I.self) -> I? {
        guard offset >= 0, offset <= count - MemoryLayout<I>.size else { return nil }
        return I(bigEndian: storage.base.loadUnaligned(fromByteOffset: start + offset, as: I.self))
    }

    /// A copy in memory of its own: what outlives a large buffer should not keep it alive.
    public func detached() -> ByteSlice {
        withUnsafeBytes { ByteSlice(copying: $0) }
    }

    /// The bytes as an array.
    public var array: [UInt8] { withUnsafeBytes { Array($0) } }

    /// The bytes as UTF-8, with U+FFFD in place of what is not.
    public var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

    /// True when the bytes are the UTF-8 form of `text`.
    public func isText(_ text: String) -> Bool {
        guard text.utf8.count == count else { return false }
        var text = text
        return text.withUTF8 { other in
            count == 0 || memcmp(storage.base + start, other.baseAddress!, count) == 0
        }
    }

    /// The bytes as UTF-8, or nil when they are not.
    public var validText: String? {
        withUnsafeBytes { String(validating: $0, as: UTF8.self) }
    }
}

extension ByteSlice: Hashable {
    /// Equal when the bytes are.
    public static func == (a: ByteSlice, b: ByteSlice) -> Bool {
        a.count == b.count
            && a.withUnsafeBytes { x in
                b.withUnsafeBytes { y in a.count == 0 || memcmp(x.baseAddress!, y.baseAddress!, a.count) == 0 }
            }
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension ByteSlice: RandomAccessCollection {
    /// Always 0.
    public var startIndex: Int { 0 }
    /// The same as `count`.
    public var endIndex: Int { count }
    /// The same as `slice(_:)`.
    public subscript(bounds: Range<Int>) -> ByteSlice { slice(bounds) }
}

extension ByteSlice: CustomStringConvertible, ExpressibleByArrayLiteral {
    /// The first bytes in hex and the count.
    public var description: String {
        "\(count) B" + (isEmpty ? "" : " " + Hex.encode(slice(0..<Swift.min(count, 16))) + (count > 16 ? "…" : ""))
    }

    /// Copies the bytes written out.
    public init(arrayLiteral elements: UInt8...) {
        self.init(elements)
    }
}
