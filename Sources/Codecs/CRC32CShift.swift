/// Moves a remainder of CRC-32C up: what it becomes when zero bytes follow. Polynomials over two elements, bits reflected
/// (the highest bit is the coefficient of x^0), modulo the Castagnoli polynomial.
enum CRC32CShift {
    private static let polynomial: UInt32 = 0x82F6_3B78

    /// x^(8 * 2^k) for k from 0.
    private static let powers: [UInt32] = {
        var power: UInt32 = 0x0080_0000  // x^8
        return (0..<48).map { _ in
            defer { power = product(power, power) }
            return power
        }
    }()

    /// `remainder` times x^(8 * count).
    static func up(_ remainder: UInt32, byBytes count: Int) -> UInt32 {
        var result = remainder
        var left = count
        var power = 0
        while left > 0 {
            if left & 1 == 1 { result = product(result, powers[power]) }
            left >>= 1
            power += 1
        }
        return result
    }

    private static func product(_ a: UInt32, _ b: UInt32) -> UInt32 {
        var result: UInt32 = 0
        var factor = b
        for bit in (0..<UInt32(32)).reversed() {
            // All ones when the coefficient is there: no branch to mispredict.
            result ^= factor & (0 &- (a >> bit & 1))
            factor = (factor >> 1) ^ (polynomial & (0 &- (factor & 1)))
        }
        return result
    }
}
