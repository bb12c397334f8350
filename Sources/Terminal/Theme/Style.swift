/// How text is marked apart from its colour.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt8
    /// Wraps raw bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// Slanted; terminals without it show it plain.
    public static let italic = Attributes(rawValue: 2)
    /// A line below.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background change places.
    public static let reverse = Attributes(rawValue: 8)
    /// Fainter strokes.
    public static let dim = Attributes(rawValue: 16)
}

/// The look of a cell: a role in front, perhaps another role's ground behind it, perhaps attributes on top.
public struct Style: Hashable, Sendable {
    /// Whose foreground (and, without `ground`, background) is used.
    public var role: Role
    /// Whose background is used: `.selection` for a cell of the selected row, `.head` for the head line.
    public var ground: Role?
    /// Added to what the theme says.
    public var attributes: Attributes

    /// A style of `role`, on the ground of another role if one is given.
    public init(_ role: Role = .text, on ground: Role? = nil, _ attributes: Attributes = []) {
        self.role = role
        self.ground = ground
        self.attributes = attributes
    }

    /// The same with another ground.
    public func on(_ ground: Role?) -> Style { Style(role, on: ground, attributes) }

    /// Plain text on the terminal's own ground.
    public static let plain = Style()
}

extension Role {
    /// This role on the ground of another.
    public func on(_ ground: Role?) -> Style { Style(self, on: ground) }
}
