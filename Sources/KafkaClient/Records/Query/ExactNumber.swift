/// A decimal number as it is written, compared digit by digit: no digit is lost to a `Double`, however many there are.
struct ExactNumber: Sendable, Equatable {
    private let isNegative: Bool
    /// Significant digits without zeros at either end; empty for zero.
    private let digits: [UInt8]
    /// The power of ten of the place in front of the first digit: 0.5 has 0, 5 has 1, 50 has 2.
    private let magnitude: Int

    /// A whole number.
    init(_ value: Int64) {
        let text = Array(String(value.magnitude).utf8)
        isNegative = value < 0
        digits = Self.trimmed(text)
        magnitude = value == 0 ? 0 : text.count
    }

    /// Reads a number as JSON writes it, also with a plus, a leading point or leading zeros; nil for anything else.
    init?(_ text: UnsafeRawBufferPointer) {
        guard text.count <= Self.longest else { return nil }
        var at = 0
        var isNegative = false
        if let first = text.first, first == 0x2D || first == 0x2B {
            isNegative = first == 0x2D
            at = 1
        }
        var digits: [UInt8] = []
        var point: Int?
        var seen = 0
        while at < text.count {
            let byte = text[at]
            if byte == 0x2E, point == nil {
                point = seen
            } else if (0x30...0x39).contains(byte) {
                digits.append(byte)
                seen += 1
            } else {
                break
            }
            at += 1
        }
        guard seen > 0 else { return nil }
        var exponent = 0
        if at < text.count {
            guard text[at] | 0x20 == 0x65, let read = Self.exponent(UnsafeRawBufferPointer(rebasing: text[(at + 1)...]))
            else { return nil }
            exponent = read
        }
        let leading = digits.prefix { $0 == 0x30 }.count
        self.digits = Self.trimmed(digits)
        self.isNegative = isNegative && !self.digits.isEmpty
        magnitude = self.digits.isEmpty ? 0 : (point ?? seen) - leading + exponent
    }

    /// Longer texts are no numbers that anybody means.
    private static let longest = 4_096

    private static func trimmed(_ digits: [UInt8]) -> [UInt8] {
        let front = digits.drop { $0 == 0x30 }
        let back = front.reversed().prefix { $0 == 0x30 }.count
        return Array(front.dropLast(back))
    }

    private static func exponent(_ text: UnsafeRawBufferPointer) -> Int? {
        let hasSign = text.first == 0x2D || text.first == 0x2B
        let digits = text.dropFirst(hasSign ? 1 : 0)
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        // Beyond this the exponent alone decides any comparison.
        let value = digits.reduce(0) { min(1_000_000_000, $0 * 10 + Int($1 & 15)) }
        return text.first == 0x2D ? -value : value
    }

    /// The number when it is whole and fits.
    var integer: Int64? {
        guard !digits.isEmpty else { return 0 }
        guard magnitude >= digits.count, magnitude <= 19 else { return nil }
        var value: Int64 = 0
        for place in 0..<magnitude {
            let digit = Int64(place < digits.count ? digits[place] & 15 : 0)
            let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (next, overflow) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
            guard !tooLarge, !overflow else { return nil }
            value = next
        }
        return value
    }

    /// -1, 0 or 1 as it is less than, equal to or greater than `other`.
    func compared(to other: ExactNumber) -> Int {
        if isNegative != other.isNegative { return isNegative ? -1 : 1 }
        let size = comparedMagnitude(to: other)
        return isNegative ? -size : size
    }

    private func comparedMagnitude(to other: ExactNumber) -> Int {
        if digits.isEmpty || other.digits.isEmpty {
            return digits.isEmpty ? (other.digits.isEmpty ? 0 : -1) : 1
        }
        if magnitude != other.magnitude { return magnitude < other.magnitude ? -1 : 1 }
        for (a, b) in zip(digits, other.digits) where a != b { return a < b ? -1 : 1 }
        return digits.count == other.digits.count ? 0 : digits.count < other.digits.count ? -1 : 1
    }
}
