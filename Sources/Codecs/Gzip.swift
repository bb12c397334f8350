internal import Bytes
internal import CISAL

/// gzip by ISA-L, both ways. Reading takes several members in a row and stops at what is not a further one, as Java's
/// reader does.
enum Gzip {
    static func compress(_ bytes: ByteSlice) throws(CodecError) -> ByteSlice {
        guard let stream = kd_gzip_begin() else { throw .noMemory(.gzip) }
        var output = ByteBuffer(capacity: bytes.count / 3 + 256)
        try bytes.withUnsafeBytes { (input) throws(CodecError) in
            var next = input.bindMemory(to: UInt8.self).baseAddress
            var left = input.count
            var result = kd_gzip_more
            while result == kd_gzip_more {
                try output.appendUninitialized(upTo: 64 << 10) { (room) throws(CodecError) in
                    var to = room.bindMemory(to: UInt8.self).baseAddress
                    var free = room.count
                    result = Int(kd_gzip_step(stream, &next, &left, &to, &free))
                    if result < 0 { throw .corrupt(.gzip, what: "the library refused to deflate") }
                    return room.count - free
                }
            }
        }
        return output.freeze()
    }

    static func decompress(_ bytes: ByteSlice, limit: Int) throws(CodecError) -> ByteSlice {
        var output = BoundedOutput(expected: bytes.count &* 3, limit: limit)
        try bytes.withUnsafeBytes { (input) throws(CodecError) in
            var next = input.bindMemory(to: UInt8.self).baseAddress
            var left = input.count
            repeat {
                try inflateMember(&next, &left, into: &output)
            } while startsMember(next, left)
        }
        return output.finish()
    }

    private static func inflateMember(
        _ next: inout UnsafePointer<UInt8>?, _ left: inout Int, into output: inout BoundedOutput
    ) throws(CodecError) {
        guard let stream = kd_gunzip_begin() else { throw .noMemory(.gzip) }
        var result = kd_gzip_more
        while result == kd_gzip_more {
            var stuck = false
            try output.write { (room) throws(CodecError) in
                var to = room.bindMemory(to: UInt8.self).baseAddress
                var free = room.count
                let before = left
                result = Int(kd_gunzip_step(stream, &next, &left, &to, &free))
                stuck = left == before && free == room.count
                return room.count - free
            }
            if result < 0 { throw .corrupt(.gzip, what: "bad block or checksum") }
            if result == kd_gzip_more, stuck { throw .corrupt(.gzip, what: "cut short") }
        }
    }

    private static func startsMember(_ next: UnsafePointer<UInt8>?, _ left: Int) -> Bool {
        guard let next, left >= 18 else { return false }
        return next[0] == 0x1f && next[1] == 0x8b
    }
}
