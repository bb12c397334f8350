internal import Bytes
internal import CLz4

/// The lz4 frame as Kafka reads it: independent blocks, an end mark, one frame (what follows it is not read).
enum LZ4 {
    static func compress(_ bytes: ByteSlice) throws(CodecError) -> ByteSlice {
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.blockMode = LZ4F_blockIndependent
        preferences.frameInfo.blockSizeID = LZ4F_max64KB
        let bound = LZ4F_compressFrameBound(bytes.count, &preferences)
        var output = ByteBuffer(capacity: bound)
        try output.appendUninitialized(upTo: bound) { (room) throws(CodecError) in
            let written = bytes.withUnsafeBytes {
                LZ4F_compressFrame(room.baseAddress, room.count, $0.baseAddress, $0.count, &preferences)
            }
            if LZ4F_isError(written) != 0 { throw .corrupt(.lz4, what: reason(written)) }
            return written
        }
        return output.freeze()
    }

    /// `checksHeader` is false for magic 0, whose writers took the header checksum over the wrong bytes.
    static func decompress(_ bytes: ByteSlice, limit: Int, checksHeader: Bool) throws(CodecError) -> ByteSlice {
        guard let context = kd_lz4_decompressor() else { throw .noMemory(.lz4) }
        let header = try readHeader(bytes, context, checksHeader: checksHeader)
        var output = BoundedOutput(expected: bytes.count &* 3, limit: limit)
        var at = header
        var hint = 1
        while hint != 0 {
            var used = 0
            var written = 0
            try output.write { (room) throws(CodecError) in
                written = room.count
                hint = bytes.withUnsafeBytes {
                    used = $0.count - at
                    return LZ4F_decompress(context, room.baseAddress, &written, $0.baseAddress! + at, &used, nil)
                }
                if LZ4F_isError(hint) != 0 { throw .corrupt(.lz4, what: reason(hint)) }
                return written
            }
            at += used
            if hint != 0, used == 0, written == 0 { throw .corrupt(.lz4, what: "no end mark") }
        }
        return output.finish()
    }

    /// Feeds the frame header to `context` and gives back its size.
    private static func readHeader(
        _ bytes: ByteSlice, _ context: OpaquePointer, checksHeader: Bool
    ) throws(CodecError) -> Int {
        // 4 of magic number, flags, block descriptor, 8 of content size if the flag says so, checksum.
        guard bytes.count >= 7 else { throw .corrupt(.lz4, what: "cut in the header") }
        let size = bytes[4] & 8 != 0 ? 15 : 7
        guard bytes.count >= size else { throw .corrupt(.lz4, what: "cut in the header") }
        guard bytes[4] & 0x20 != 0 else { throw .corrupt(.lz4, what: "linked blocks, which Kafka does not read") }
        guard bytes[4] & 1 == 0 else { throw .corrupt(.lz4, what: "a dictionary, which Kafka does not have") }
        var header = bytes.slice(0..<size).array
        let first = feed(header, to: context)
        if LZ4F_isError(first) == 0 { return size }
        if checksHeader { throw .corrupt(.lz4, what: reason(first)) }
        // The library checks the header; so it is asked which of the 256 checksums it would take.
        for guess in UInt8.min...UInt8.max {
            header[size - 1] = guess
            LZ4F_resetDecompressionContext(context)
            if LZ4F_isError(feed(header, to: context)) == 0 { return size }
        }
        throw .corrupt(.lz4, what: reason(first))
    }

    private static func feed(_ header: [UInt8], to context: OpaquePointer) -> Int {
        var info = LZ4F_frameInfo_t()
        return header.withUnsafeBytes {
            var used = $0.count
            return LZ4F_getFrameInfo(context, &info, $0.baseAddress, &used)
        }
    }

    private static func reason(_ code: Int) -> String {
        String(cString: LZ4F_getErrorName(code))
    }
}
