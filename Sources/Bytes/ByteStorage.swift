/// The memory behind `ByteSlice`s: allocated once, freed when the last slice goes.
///
/// `@unchecked Sendable` is proved by its users: bytes that a published slice covers are written only before it is
/// published. The two exceptions are named where they are: a read buffer writes beyond the slices it handed out, and
/// `ByteSlice.withUnsafeMutableBytes` is for the one owner that patches a batch header before anybody else sees it.
public final class ByteStorage: @unchecked Sendable {
    /// The first byte.
    public let base: UnsafeMutableRawPointer
    /// Bytes allocated.
    public let capacity: Int

    /// Allocates `capacity` bytes, not initialized, aligned to 16.
    public init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(byteCount: max(capacity, 1), alignment: 16)
    }

    /// Takes over memory that was allocated by `UnsafeMutableRawPointer.allocate`.
    init(adopting base: UnsafeMutableRawPointer, capacity: Int) {
        self.base = base
        self.capacity = capacity
    }

    deinit {
        base.deallocate()
    }

    static let empty = ByteStorage(capacity: 0)
}
