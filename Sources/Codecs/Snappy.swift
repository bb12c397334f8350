internal import Bytes
internal import CSnappy

/// snappy in its two framings: raw blocks, and xerial's (a header, then chunks with a 4-byte length), which is what
/// Java clients write.
enum Snappy {
    private static let magic: [UInt8] = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0]
    private static let headerSize = 16
    private static let chunkSize = 32 << 10

    static func compress(_ bytes: ByteSlice) throws(CodecError) -> ByteSlice {
        var output = ByteBuffer(capacity: bytes.count + 64)
        output.append(magic)
        output.append(Int32(1))
        output.append(Int32(1))
        var start = 0
        while start < bytes.count {
            let chunk = bytes.slice(start..<min(start + chunkSize, bytes.count))
            let lengthAt = output.count
            output.append(Int32(0))
            try output.appendUninitialized(upTo: snappy_max_compressed_length(chunk.count)) {
                (room) throws(CodecError) in
                var written = room.count
                let status = chunk.withUnsafeBytes {
                    snappy_compress($0.baseAddress, $0.count, room.baseAddress, &written)
                }
                guard status == SNAPPY_OK else { throw .corrupt(.snappy, what: "the library refused to compress") }
                return written
            }
            output.store(Int32(output.count - lengthAt - 4), at: lengthAt)
            start += chunk.count
        }
        return output.freeze()
    }

    static func decompress(_ bytes: ByteSlice, limit: Int) throws(CodecError) -> ByteSlice {
        var output = ByteBuffer(capacity: 1024)
        guard startsStream(bytes, at: 0) else {
            try inflate(bytes, into: &output, limit: limit)
            return output.freeze()
        }
        var at = 0
        while at < bytes.count {
            if startsStream(bytes, at: at) {
                at += headerSize
                continue
            }
            guard let length = bytes.integer(at: at, as: Int32.self) else {
                throw .corrupt(.snappy, what: "cut in the length of a chunk")
            }
            guard length >= 0, Int(length) <= bytes.count - at - 4 else {
                throw .corrupt(.snappy, what: "a chunk of \(length) bytes with \(bytes.count - at - 4) left")
            }
            try inflate(bytes.slice(at + 4..<at + 4 + Int(length)), into: &output, limit: limit)
            at += 4 + Int(length)
        }
        return output.freeze()
    }

    private static func startsStream(_ bytes: ByteSlice, at: Int) -> Bool {
        bytes.count - at >= headerSize && bytes.slice(at..<at + magic.count).elementsEqual(magic)
    }

    private static func inflate(_ block: ByteSlice, into output: inout ByteBuffer, limit: Int) throws(CodecError) {
        try block.withUnsafeBytes { (input) throws(CodecError) in
            var declared = 0
            guard snappy_uncompressed_length(input.baseAddress, input.count, &declared) == SNAPPY_OK else {
                throw .corrupt(.snappy, what: "no length in front")
            }
            guard declared <= limit - output.count else { throw .tooLarge(limit: limit) }
            // A block cannot shrink to less than about 1/64 of what it holds: what declares more is a lie, found
            // before it costs memory.
            guard declared / 64 <= input.count else { throw .corrupt(.snappy, what: "declares \(declared) bytes") }
            try output.appendUninitialized(upTo: declared) { (room) throws(CodecError) in
                var written = declared
                guard snappy_uncompress(input.baseAddress, input.count, room.baseAddress, &written) == SNAPPY_OK else {
                    throw .corrupt(.snappy, what: "bad block")
                }
                return written
            }
        }
    }
}
