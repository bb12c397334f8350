/// What a style becomes on the terminal at hand.
public struct ResolvedStyle: Hashable, Sendable {
    /// A colour as it is sent.
    public enum Ink: Hashable, Sendable {
        /// The terminal's own.
        case standard
        /// One of 16 or of 256.
        case index(UInt8)
        /// Red, green, blue.
        case rgb(UInt8, UInt8, UInt8)
    }

    /// The colour of the strokes.
    public var foreground: Ink
    /// The colour behind them.
    public var background: Ink
    /// The marks apart from colour.
    public var attributes: Attributes

    /// A resolved style; the terminal's own look by default.
    public init(foreground: Ink = .standard, background: Ink = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// Colours and attributes for every role.
public struct Theme: Sendable, Equatable {
    /// What a theme says about one role.
    public struct RoleStyle: Hashable, Sendable {
        /// The strokes; nil for the terminal's own.
        public var foreground: Color?
        /// The ground; nil for the terminal's own.
        public var background: Color?
        /// The marks apart from colour.
        public var attributes: Attributes

        /// A look.
        public init(_ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []) {
            self.foreground = foreground
            self.background = background
            self.attributes = attributes
        }
    }

    /// The name in the chooser.
    public var name: String
    /// Uses no colour at all: badges are words in brackets, states carry their sign.
    public var monochrome: Bool
    /// How much colour `resolve` may use.
    public var depth: ColorDepth
    /// The ground the theme is made for: drawn in pictures, never painted on a terminal.
    public var canvas: Color
    private var styles: [RoleStyle]

    /// A theme in which every role looks as `style` says.
    public init(
        name: String, monochrome: Bool = false, depth: ColorDepth = .trueColor, canvas: Color,
        style: (Role) -> RoleStyle
    ) {
        self.name = name
        self.monochrome = monochrome
        self.depth = depth
        self.canvas = canvas
        styles = Role.allCases.map(style)
    }

    /// What the theme says about `role`, in full colour.
    public func style(_ role: Role) -> RoleStyle { styles[Int(role.index)] }

    /// True when no state may be told by colour: a theme without colours, or a terminal without.
    public var isColorless: Bool { monochrome || depth == .none }

    /// What `style` looks like within `depth`.
    public func resolve(_ style: Style) -> ResolvedStyle {
        let own = self.style(style.role)
        let ground = style.ground.map { self.style($0) }
        var attributes = own.attributes.union(style.attributes)
        if let ground, ground.attributes.contains(.reverse) { attributes.insert(.reverse) }
        let behind = ground == nil ? own.background : ground?.background
        switch depth {
        case .trueColor:
            return ResolvedStyle(
                foreground: own.foreground.map { .rgb($0.red, $0.green, $0.blue) } ?? .standard,
                background: behind.map { .rgb($0.red, $0.green, $0.blue) } ?? .standard, attributes: attributes)
        case .indexed256:
            return ResolvedStyle(
                foreground: own.foreground.map { .index($0.nearest256) } ?? .standard,
                background: behind.map { .index($0.nearest256) } ?? .standard, attributes: attributes)
        case .ansi16:
            if behind?.nearest16 == .reverse {
                return ResolvedStyle(attributes: attributes.union(.reverse))
            }
            return ResolvedStyle(
                foreground: ink(own.foreground), background: ink(behind), attributes: attributes)
        case .none:
            if behind != nil { attributes.insert(.reverse) }
            return ResolvedStyle(attributes: attributes)
        }
    }

    private func ink(_ color: Color?) -> ResolvedStyle.Ink {
        if case .index(let index) = color?.nearest16 { .index(index) } else { .standard }
    }
}
