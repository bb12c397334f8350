import Bytes
import Codecs

/// Stores a batch with another codec than it came with (`compression.type`).
enum Recompression {
    /// The batch with `codec`, or nil when it has it already.
    static func batch(
        _ batch: ByteSlice, to codec: CompressionCodec, limit: Int
    ) throws(AppendError) -> ByteSlice? {
        let (have, attributes) = batch.withUnsafeBytes { bytes -> (Int8, Int16) in
            guard let base = bytes.baseAddress else { return (0, 0) }
            return (BatchView(base).codec, BatchView(base).attributes)
        }
        guard have != codec.rawValue, let from = CompressionCodec(rawValue: have) else { return nil }
        let stored: ByteSlice
        do {
            let payload = batch.suffix(from: BatchView.headerSize)
            let plain = from == .none ? payload : try from.decompress(payload, limit: limit)
            stored = codec == .none ? plain : try codec.compress(plain)
        } catch {
            throw .invalid("The \(from) batch cannot be stored as \(codec): \(error)")
        }
        var buffer = ByteBuffer(capacity: BatchView.headerSize + stored.count)
        buffer.append(batch.slice(0..<BatchView.headerSize))
        buffer.append(stored)
        guard let length = Int32(exactly: buffer.count - BatchView.overhead) else {
            throw .tooLarge("The batch stored as \(codec) would have \(buffer.count) bytes")
        }
        buffer.store(length, at: 8)
        let fresh = buffer.freeze()
        fresh.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            let changed = attributes & ~7 | Int16(codec.rawValue)
            base.storeBytes(of: changed.bigEndian, toByteOffset: 21, as: Int16.self)
            BatchView.setChecksum(in: base)
        }
        return fresh
    }
}
