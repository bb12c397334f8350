/// Text of which every code point is a cluster of one column that no terminal acts upon: ASCII, Latin letters, dashes and
/// dots, arrows, lines, blocks and bars. Nearly all that is drawn is such, and needs neither the sanitizer nor a look at
/// clusters.
enum PlainText {
    /// The columns of `text`; nil when it is not plain throughout.
    static func columns(of text: String) -> Int? {
        var columns = 0
        for scalar in text.unicodeScalars {
            guard isPlain(scalar) else { return nil }
            columns += 1
        }
        return columns
    }

    /// True when the code point stands for itself, whatever plain one follows.
    @inline(__always)
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: true
        // Letters with accents of their own, but for the soft hyphen, and signs.
        case 0xA1..<0xAD, 0xAE..<0x250: true
        // Dashes, quotes, dots.
        case 0x2010...0x2027, 0x2030...0x203A: true
        // Arrows, mathematics, lines, blocks, shapes, marks, as far as no emoji is among them.
        case 0x2190...0x2193, 0x2200...0x22FF, 0x2500...0x25A9, 0x25B2...0x25B5, 0x25BA...0x25BF, 0x25C6...0x25CF: true
        default: false
        }
    }

    /// A cluster for each of the first code points, made once.
    static func cluster(_ scalar: Unicode.Scalar) -> Character {
        let value = Int(scalar.value)
        return value < ascii.count ? ascii[value] : Character(scalar)
    }

    private static let ascii = (0..<UInt8(0x80)).map { Character(Unicode.Scalar($0)) }
}
