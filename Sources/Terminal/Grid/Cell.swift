/// One place on the screen: a grapheme cluster, its columns, its look.
public struct Cell: Hashable, Sendable {
    /// What is drawn, sanitized. A space in the second half of a wide cluster.
    public var cluster: Character
    /// 1 or 2; 0 for the second half of the wide cluster at its left.
    public var width: UInt8
    /// The look.
    public var style: Style

    /// A cell. Only `CellGrid` makes cells with foreign text, so that none escapes the sanitizer.
    init(_ cluster: Character, width: UInt8 = 1, style: Style = .plain) {
        self.cluster = cluster
        self.width = width
        self.style = style
    }

    /// An empty place in plain style.
    public static let blank = Cell(" ")
}

/// A part of a grid, in cells; may lie partly or wholly outside of it.
public struct Rect: Hashable, Sendable {
    /// The left column.
    public var x: Int
    /// The upper row.
    public var y: Int
    /// Columns; never negative.
    public var width: Int
    /// Rows; never negative.
    public var height: Int

    /// A rectangle; negative extents become 0.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The part that lies in `other` too.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top,
            width: min(x + width, other.x + other.width) - left,
            height: min(y + height, other.y + other.height) - top)
    }

    /// Whether the cell at (`x`, `y`) lies inside.
    public func contains(_ x: Int, _ y: Int) -> Bool {
        x >= self.x && x < self.x + width && y >= self.y && y < self.y + height
    }
}
