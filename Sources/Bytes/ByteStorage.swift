/// What lies in front of the bytes of a `ByteStorage`: as large as the object's own header, so that they are aligned to 16.
public struct ByteStorageHeader {
    /// Bytes that were asked for.
    @usableFromInline let byteCount: Int
    private let padding = 0

    init(byteCount: Int) {
        self.byteCount = byteCount
    }
}

/// The memory behind `ByteSlice`s: one allocation with its bytes in it, freed when the last slice goes. Who holds it may
/// write; a slice of it may not.
public final class ByteStorage: ManagedBuffer<ByteStorageHeader, UInt8> {
    /// The first byte.
    @inlinable
    public var base: UnsafeMutableRawPointer { withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) } }

    /// Bytes that may be used.
    @inlinable
    public var byteCount: Int { withUnsafeMutablePointerToHeader { $0.pointee.byteCount } }

    /// Allocates `byteCount` bytes, not initialized, aligned to 16.
    public static func allocate(_ byteCount: Int) -> ByteStorage {
        let made = create(minimumCapacity: byteCount) { _ in ByteStorageHeader(byteCount: byteCount) }
        // `create` makes an object of the class it is called on.
        return unsafeDowncast(made, to: ByteStorage.self)
    }

    // Has no byte that anybody could write.
    nonisolated(unsafe) static let empty = ByteStorage.allocate(0)
}
