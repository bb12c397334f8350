import CByteSearch

/// Exact bytes within bytes.
enum ByteSearch {
    /// Whether `needle` is in `bytes`.
    static func contains(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
        guard let base = bytes.baseAddress else { return needle.isEmpty }
        return kd_bytes_contain(base.assumingMemoryBound(to: UInt8.self), bytes.count, needle, needle.count)
    }
}
