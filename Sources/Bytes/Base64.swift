/// Base64 in its two alphabets (RFC 4648): the standard one with padding, and the URL one without.
public enum Base64 {
    /// Which 64 characters, and whether `=` fills the last group.
    public enum Alphabet: Sendable {
        /// `+` and `/`, padded: SCRAM messages.
        case standard
        /// `-` and `_`, not padded: Kafka's UUIDs.
        case url

        fileprivate var last: (UInt8, UInt8) {
            switch self {
            case .standard: (UInt8(ascii: "+"), UInt8(ascii: "/"))
            case .url: (UInt8(ascii: "-"), UInt8(ascii: "_"))
            }
        }
    }

    /// The text of `bytes`.
    public static func encode(_ bytes: ByteSlice, _ alphabet: Alphabet = .standard) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let group =
                UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
                | (left > 2 ? UInt32(bytes[index + 2]) : 0)
            for place in 0..<4 {
                if place <= left {
                    text.append(digit(UInt8(group >> (18 - 6 * UInt32(place)) & 63), alphabet))
                } else if alphabet == .standard {
                    text.append(UInt8(ascii: "="))
                }
            }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of `text`, or nil when it is not base64 of that alphabet (padding is optional in both).
    public static func decode(_ text: String, _ alphabet: Alphabet = .standard) -> ByteSlice? {
        var digits = Array(text.utf8)
        while let last = digits.last, last == UInt8(ascii: "=") { digits.removeLast() }
        guard digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 3 / 4)
        var bits: UInt32 = 0
        var have = 0
        for digit in digits {
            guard let value = value(digit, alphabet) else { return nil }
            bits = (bits << 6 | UInt32(value)) & 0xff_ffff
            have += 6
            if have >= 8 {
                have -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(have)))
            }
        }
        return ByteSlice(bytes)
    }

    private static func digit(_ value: UInt8, _ alphabet: Alphabet) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: alphabet.last.0
        default: alphabet.last.1
        }
    }

    private static func value(_ digit: UInt8, _ alphabet: Alphabet) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case alphabet.last.0: 62
        case alphabet.last.1: 63
        default: nil
        }
    }
}
