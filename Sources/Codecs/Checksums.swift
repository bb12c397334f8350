internal import CISAL

/// CRC-32C (Castagnoli): the checksum of record batches v2, by ISA-L at memory speed.
public enum CRC32C {
    /// The checksum of `bytes`.
    public static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        kd_crc32c(0, bytes.baseAddress, bytes.count)
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
