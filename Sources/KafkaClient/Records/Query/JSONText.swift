/// The inside of a JSON string.
enum JSONText {
    /// Whether the string with this inside says `text`.
    static func isEqual(_ inside: UnsafeRawBufferPointer, _ text: [UInt8]) -> Bool {
        if inside.contains(0x5C) { return decoded(inside) == text }
        return inside.count == text.count && inside.elementsEqual(text)
    }

    /// What the string says: its escapes replaced by UTF-8. An escape that is none stays as it is; half a surrogate pair
    /// becomes U+FFFD.
    static func decoded(_ inside: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(inside.count)
        var at = 0
        while at < inside.count {
            let byte = inside[at]
            guard byte == 0x5C, at + 1 < inside.count else {
                out.append(byte)
                at += 1
                continue
            }
            let escaped = inside[at + 1]
            if let plain = plain(escaped) {
                out.append(plain)
                at += 2
            } else if escaped == 0x75, let unit = unit(inside, at + 2) {
                at += 6
                var scalar = Unicode.Scalar(UInt32(unit))
                if (0xD800..<0xDC00).contains(unit), at + 1 < inside.count, inside[at] == 0x5C, inside[at + 1] == 0x75,
                    let low = self.unit(inside, at + 2), (0xDC00..<0xE000).contains(low)
                {
                    scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
                    at += 6
                }
                out.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
            } else {
                out.append(byte)
                at += 1
            }
        }
        return out
    }

    private static func plain(_ escaped: UInt8) -> UInt8? {
        switch escaped {
        case 0x22, 0x5C, 0x2F: escaped
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: nil
        }
    }

    /// Four hexadecimal digits.
    private static func unit(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt16? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for index in start..<start + 4 {
            guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
