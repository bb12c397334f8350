/// How many colours a terminal shows.
public enum ColorDepth: Sendable, CaseIterable {
    /// No colour, by choice (`NO_COLOR`) or for lack of it; attributes remain.
    case none
    /// The sixteen of the terminal's own palette (or only the first eight).
    case ansi16
    /// The 6x6x6 cube and the greys of xterm.
    case indexed256
    /// Red, green, blue, a byte each.
    case trueColor
}

/// A colour of a theme: what it is, and what stands for it where only sixteen colours exist.
public struct Color: Hashable, Sendable {
    /// What stands for a colour among sixteen.
    public enum ANSI: Hashable, Sendable {
        /// One of the sixteen, 0 to 15.
        case index(UInt8)
        /// The terminal's own foreground or background.
        case standard
        /// As a background: the cell is reversed instead of coloured.
        case reverse
    }

    /// Red, 0 to 255.
    public var red: UInt8
    /// Green, 0 to 255.
    public var green: UInt8
    /// Blue, 0 to 255.
    public var blue: UInt8
    /// Among sixteen colours; nil for the nearest one.
    public var ansi: ANSI?

    /// A colour.
    public init(red: UInt8, green: UInt8, blue: UInt8, ansi: ANSI? = nil) {
        self.red = red
        self.green = green
        self.blue = blue
        self.ansi = ansi
    }

    /// `#rrggbb`; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 7, text.first == "#", let value = UInt32(text.dropFirst(), radix: 16) else {
            return nil
        }
        self.init(
            red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
            blue: UInt8(truncatingIfNeeded: value))
    }

    /// `#rrggbb`.
    public var hex: String {
        let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) | 0x100_0000
        return "#" + String(value, radix: 16).dropFirst()
    }

    /// The nearest colour of xterm's cube or greys, 16 to 255.
    public var nearest256: UInt8 {
        func step(_ v: UInt8) -> Int { v < 48 ? 0 : v < 115 ? 1 : (Int(v) - 35) / 40 }
        let levels = [0, 95, 135, 175, 215, 255]
        let (r, g, b) = (step(red), step(green), step(blue))
        let grey = min(max((Int(red) + Int(green) + Int(blue)) / 3 - 3, 0) / 10, 23)
        let cubeDistance = distance(levels[r], levels[g], levels[b])
        let greyDistance = distance(grey * 10 + 8, grey * 10 + 8, grey * 10 + 8)
        return UInt8(greyDistance < cubeDistance ? 232 + grey : 16 + 36 * r + 6 * g + b)
    }

    /// What stands for it among sixteen colours.
    public var nearest16: ANSI {
        if let ansi { return ansi }
        let best = Self.sixteen.indices.min { a, b in
            let (x, y) = (Self.sixteen[a], Self.sixteen[b])
            return distance(x.0, x.1, x.2) < distance(y.0, y.1, y.2)
        }
        return .index(UInt8(best ?? 7))
    }

    /// Contrast against `other` after WCAG 2: 1 (none) to 21 (black on white).
    public func contrast(to other: Color) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private var luminance: Double {
        func linear(_ v: UInt8) -> Double {
            // x^2.2 is within one per cent of the sRGB curve, which is enough to tell good from bad contrast.
            let x = Double(v) / 255
            return x * x * (0.8 + 0.2 * x)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    private func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
        let (x, y, z) = (Int(red) - r, Int(green) - g, Int(blue) - b)
        return x * x * 3 + y * y * 4 + z * z * 2
    }

    private static let sixteen: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    /// The names of the sixteen colours in theme files, in their order.
    public static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
        "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]
}
