import Bytes

/// Which whole batches lie in the bytes of a Produce request, as Kafka splits them: a cut tail ends the list, a length
/// or a magic that cannot be is an error.
enum BatchShape {
    /// Bytes of the one batch of magic 2 that a producer may send (point 4 of the produce checks). Bytes behind it that
    /// are no whole batch are dropped.
    static func single(in records: UnsafeRawBufferPointer) throws(AppendError) -> Int {
        guard let size = try next(in: records, at: 0) else {
            throw .notOneBatch("Produce requests must have at least one record batch per partition")
        }
        guard records[16] == 2 else {
            throw .notOneBatch("Produce requests are only allowed to contain record batches with magic version 2")
        }
        if size < records.count, try next(in: records, at: size) != nil {
            throw .notOneBatch("Produce requests are only allowed to contain exactly one record batch per partition")
        }
        return size
    }

    /// Bytes of the batch at `position`, or nil when it is cut short.
    static func next(in records: UnsafeRawBufferPointer, at position: Int) throws(AppendError) -> Int? {
        let left = records.count - position
        guard left >= BatchView.overhead, let base = records.baseAddress.map({ $0 + position }) else { return nil }
        let length = Int32(bigEndian: base.loadUnaligned(fromByteOffset: 8, as: Int32.self))
        guard length >= 14 else {
            throw .corrupt("Record size \(length) is less than the minimum record overhead (14)")
        }
        guard left >= 17 else { return nil }
        let magic = base.load(fromByteOffset: 16, as: Int8.self)
        guard magic >= 0, magic <= 2 else { throw .corrupt("Invalid magic found in record: \(magic)") }
        let size = Int(length) + BatchView.overhead
        return size <= left ? size : nil
    }
}
