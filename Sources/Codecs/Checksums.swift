internal import CISAL

/// CRC-32C (Castagnoli): the checksum of record batches v2, by ISA-L at memory speed.
public enum CRC32C {
    /// The checksum of `bytes`.
    public static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        kd_crc32c(0, bytes.baseAddress, bytes.count)
    }

    /// The checksum of bytes of which a part was changed, without reading the rest again: `crc` was theirs before, the
    /// part holds `old` and will hold `new` (of the same length), and `tail` bytes follow it.
    ///
    /// The checksum is linear: two messages of one length differ in it by the plain remainder of what they differ in,
    /// moved up by the bytes behind.
    public static func checksum(
        _ crc: UInt32, replacing old: UnsafeRawBufferPointer, by new: UnsafeRawBufferPointer, before tail: Int
    ) -> UInt32 {
        precondition(old.count == new.count && tail >= 0, "a replaced part keeps its length")
        // Both start from the same register, which therefore cancels out.
        let difference = checksum(old) ^ checksum(new)
        return crc ^ CRC32CShift.up(difference, byBytes: tail)
    }

    /// The checksum of what `crc` stands for followed by `bytes`.
    public static func extend(_ crc: UInt32, with bytes: UnsafeRawBufferPointer) -> UInt32 {
        kd_crc32c(crc, bytes.baseAddress, bytes.count)
    }
}

/// CRC-32 as in gzip: the checksum of messages of magic 0 and 1.
public enum CRC32 {
    /// The checksum of `bytes`.
    public static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        kd_crc32(0, bytes.baseAddress, bytes.count)
    }
}
