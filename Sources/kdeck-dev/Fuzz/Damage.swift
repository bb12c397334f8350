import Bytes

/// What a fuzzer does to bytes: numbers that read as lengths and counts, and one small change at a time.
extension SplitMix64 {
    /// Mostly a small number, so that what reads it as a length nests on instead of running out of bytes.
    mutating func smallByte() -> UInt8 {
        switch below(8) {
        case 0: UInt8(truncatingIfNeeded: next())
        case 1: 0xff
        case 2: 0x80
        default: UInt8(below(4))
        }
    }

    /// Any bytes, fewer than `limit`.
    mutating func anyBytes(below limit: Int) -> [UInt8] {
        (0..<below(limit)).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    /// Small bytes, fewer than `limit`.
    mutating func smallBytes(below limit: Int) -> [UInt8] {
        (0..<below(limit)).map { _ in smallByte() }
    }

    /// One change somewhere in `bytes` from `floor` on: a byte more, other or gone, a bit turned, a whole number at its end.
    mutating func damage(_ bytes: inout [UInt8], from floor: Int = 0) {
        let at = floor + below(bytes.count - floor + 1)
        switch below(6) {
        case 0: bytes.insert(smallByte(), at: at)
        case 1: if at < bytes.count { bytes[at] ^= 1 << UInt8(below(8)) }
        case 2: if at < bytes.count { bytes[at] = smallByte() }
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + below(4)))
        case 4:
            let number = Self.extremes[below(Self.extremes.count)]
            if at + number.count <= bytes.count { bytes.replaceSubrange(at..<at + number.count, with: number) }
        default: bytes.insert(contentsOf: smallBytes(below: 12), at: at)
        }
    }

    /// Int32 and Int64 at their ends, as they go over the wire.
    private static let extremes: [[UInt8]] = [
        [0x7f, 0xff, 0xff, 0xff], [0x80, 0, 0, 0], [0xff, 0xff, 0xff, 0xff],
        [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x80, 0, 0, 0, 0, 0, 0, 0],
    ]
}
