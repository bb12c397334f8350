internal import Bytes
internal import CZstd

/// zstd by libzstd: level 3, several and skippable frames, windows up to 128 MiB (what Kafka's reader accepts).
enum Zstd {
    static func compress(_ bytes: ByteSlice) throws(CodecError) -> ByteSlice {
        let bound = ZSTD_compressBound(bytes.count)
        guard let context = kd_zstd_compressor() else { throw .noMemory(.zstd) }
        var output = ByteBuffer(capacity: bound)
        try output.appendUninitialized(upTo: bound) { (room) throws(CodecError) in
            let written = bytes.withUnsafeBytes {
                ZSTD_compressCCtx(context, room.baseAddress, room.count, $0.baseAddress, $0.count, 3)
            }
            if ZSTD_isError(written) != 0 { throw .corrupt(.zstd, what: reason(written)) }
            return written
        }
        return output.freeze()
    }

    static func decompress(_ bytes: ByteSlice, limit: Int) throws(CodecError) -> ByteSlice {
        guard let context = kd_zstd_decompressor() else { throw .noMemory(.zstd) }
        var output = BoundedOutput(expected: bytes.count &* 4, limit: limit)
        try bytes.withUnsafeBytes { (input) throws(CodecError) in
            var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            // 0 from the library says that a frame is whole and flushed.
            var hint = input.isEmpty ? 1 : 0
            var isFull = false
            while source.pos < source.size || (hint != 0 && isFull) {
                try output.write { (room) throws(CodecError) in
                    var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
                    hint = ZSTD_decompressStream(context, &target, &source)
                    isFull = target.pos == target.size
                    return target.pos
                }
                if ZSTD_isError(hint) != 0 { throw .corrupt(.zstd, what: reason(hint)) }
            }
            if hint != 0 { throw .corrupt(.zstd, what: "cut short") }
        }
        return output.finish()
    }

    private static func reason(_ code: Int) -> String {
        String(cString: ZSTD_getErrorName(code))
    }
}
