public import Bytes

/// The batches in the bytes of a Fetch answer or a segment, one after the other.
///
/// A tail that holds no whole batch ends the walk without an error, as a Fetch may cut one. A damaged batch is an element
/// with its error, and the walk goes on behind it; where the next batch cannot be found the walk ends with that error.
public struct RecordBatches: Sequence, Sendable {
    /// What is walked.
    public let bytes: ByteSlice

    /// The batches of `bytes`.
    public init(_ bytes: ByteSlice) {
        self.bytes = bytes
    }

    /// A batch, or what is wrong with it, and where it lies.
    public struct Element: Sendable {
        /// First byte of the batch within the walked bytes.
        public let position: Int
        /// Bytes of the batch; what is left when its end is unknown.
        public let size: Int
        /// The batch, checked, or why it is none.
        public let batch: Result<RecordBatch, RecordError>
    }

    /// The walk.
    public struct Iterator: IteratorProtocol, Sendable {
        private let bytes: ByteSlice
        /// Bytes walked so far: all of them belong to whole batches.
        public private(set) var position = 0
        private var isStuck = false

        init(_ bytes: ByteSlice) {
            self.bytes = bytes
        }

        /// The next batch, or nil at the end or a cut tail.
        public mutating func next() -> Element? {
            guard !isStuck else { return nil }
            let start = position
            do {
                guard let size = try RecordBatches.sizeOfNext(in: bytes, at: start) else { return nil }
                position += size
                let slice = bytes.slice(start..<start + size)
                do {
                    return Element(position: start, size: size, batch: .success(try RecordBatch(checking: slice)))
                } catch {
                    return Element(position: start, size: size, batch: .failure(error))
                }
            } catch {
                isStuck = true
                return Element(position: start, size: bytes.count - start, batch: .failure(error))
            }
        }
    }

    /// A walk from the first byte.
    public func makeIterator() -> Iterator { Iterator(bytes) }

    /// Bytes of the batch at `start`, nil when it is not there whole. Throws `.notABatch` for a senseless length or magic.
    public static func sizeOfNext(in bytes: ByteSlice, at start: Int) throws(RecordError) -> Int? {
        guard let length: Int32 = bytes.integer(at: start + 8) else { return nil }
        // 14 is the least message of magic 0.
        guard length >= 14 else { throw .notABatch("length \(length)") }
        guard length <= Int32.max - Int32(RecordBatchHeader.lengthOverhead) else {
            throw .notABatch("length \(length)")
        }
        guard let magic: Int8 = bytes.integer(at: start + 16) else { return nil }
        guard (0...2).contains(magic) else { throw .notABatch("magic \(magic)") }
        let size = RecordBatchHeader.lengthOverhead + Int(length)
        return size <= bytes.count - start ? size : nil
    }
}
