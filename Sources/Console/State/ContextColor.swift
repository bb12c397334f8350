import Terminal

/// The colour that a user gave a cluster. Themes know five badges, each readable on it; any colour is the nearest of them.
public enum ContextColor: String, CaseIterable, Sendable {
    case red, yellow, green, blue, purple

    /// A name, or `#RRGGBB`; nil for anything else.
    public init?(_ text: String) {
        let name = text.lowercased()
        if let known = Self(rawValue: name) ?? Self.synonyms[name] {
            self = known
            return
        }
        let digits = name.dropFirst()
        guard name.hasPrefix("#"), digits.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
        self = Self.nearest(red: Int(value >> 16), green: Int(value >> 8 & 0xFF), blue: Int(value & 0xFF))
    }

    /// The badge of that colour.
    var role: Role {
        switch self {
        case .red: .badgeProd
        case .yellow: .badgeStaging
        case .green: .badgeSandbox
        case .blue: .badgeDev
        case .purple: .badgeOwn
        }
    }

    private static let synonyms: [String: ContextColor] = [
        "orange": .yellow, "amber": .yellow, "cyan": .blue, "teal": .green, "violet": .purple, "magenta": .purple,
        "pink": .purple, "crimson": .red,
    ]

    /// By hue, in sixths of the circle; grey has none and is blue.
    private static func nearest(red: Int, green: Int, blue: Int) -> ContextColor {
        let most = max(red, green, blue)
        let spread = most - min(red, green, blue)
        guard spread > 0 else { return .blue }
        let degrees =
            if most == red {
                60 * (green - blue) / spread
            } else if most == green {
                120 + 60 * (blue - red) / spread
            } else {
                240 + 60 * (red - green) / spread
            }
        switch (degrees + 360) % 360 {
        case 0..<20, 340...: return .red
        case 20..<75: return .yellow
        case 75..<165: return .green
        case 165..<260: return .blue
        default: return .purple
        }
    }
}
