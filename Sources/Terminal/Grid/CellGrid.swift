/// A screenful of cells. Everything drawn goes through `put`, which sanitizes, clips by grapheme cluster and keeps wide
/// clusters whole; nothing here traps on a coordinate outside.
public struct CellGrid: Equatable, Sendable {
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Signs of keys are written as words, since the screen shows ASCII alone.
    public let spellsKeys: Bool
    private var cells: [Cell]

    /// A blank grid; negative sizes give an empty one, and no side is longer than 10,000.
    public init(width: Int, height: Int, spellsKeys: Bool = false) {
        self.spellsKeys = spellsKeys
        self.width = min(max(0, width), 10_000)
        self.height = min(max(0, height), 10_000)
        cells = Array(repeating: .blank, count: self.width * self.height)
    }

    /// The whole of it.
    public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    /// The cell at column `x` of row `y`; blank outside.
    public subscript(x: Int, y: Int) -> Cell {
        x >= 0 && x < width && y >= 0 && y < height ? cells[y * width + x] : .blank
    }

    /// The cells of row `y`, which must lie inside.
    public func row(_ y: Int) -> ArraySlice<Cell> { cells[y * width..<(y + 1) * width] }

    /// Writes `text` from column `x` of row `y` on, sanitized, and returns the columns used.
    ///
    /// Stops before the cluster that would pass `maxWidth` columns or the right edge; what lies left of the grid is
    /// skipped. A wide cluster that is cut by an edge becomes a space.
    @discardableResult
    public mutating func put(_ text: String, x: Int, y: Int, style: Style, maxWidth: Int = .max) -> Int {
        put(text, x: x, y: y, style: style, maxWidth: maxWidth, clip: bounds)
    }

    /// The same with a role.
    @discardableResult
    public mutating func put(_ text: String, x: Int, y: Int, style: Role, maxWidth: Int = .max) -> Int {
        put(text, x: x, y: y, style: Style(style), maxWidth: maxWidth)
    }

    /// Blanks `area` in `style`.
    public mutating func fill(_ area: Rect, style: Style = .plain) {
        let inside = area.intersection(bounds)
        guard inside.width > 0, inside.height > 0 else { return }
        for y in inside.y..<inside.y + inside.height {
            unhinge(inside.x, y)
            unhinge(inside.x + inside.width, y)
            for x in inside.x..<inside.x + inside.width { cells[y * width + x] = Cell(" ", style: style) }
        }
    }

    /// Gives every cell of `area` another style and keeps what is written there.
    public mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
        let inside = area.intersection(bounds)
        guard inside.width > 0, inside.height > 0 else { return }
        for y in inside.y..<inside.y + inside.height {
            for x in inside.x..<inside.x + inside.width {
                cells[y * width + x].style = change(cells[y * width + x].style)
            }
        }
    }

    /// Puts ASCII in the place of everything else, column by column.
    mutating func fold() {
        for index in cells.indices where !cells[index].cluster.isASCII {
            let style = cells[index].style
            let isWide = cells[index].width == 2
            cells[index] = Cell(ASCIIFold.column(cells[index].cluster), style: style)
            if isWide, index + 1 < cells.count { cells[index + 1] = Cell("?", style: style) }
        }
    }

    mutating func put(_ text: String, x start: Int, y: Int, style: Style, maxWidth: Int, clip: Rect) -> Int {
        let text = spellsKeys ? ASCIIFold.spelled(text) : text
        let clip = clip.intersection(bounds)
        if let columns = PlainText.columns(of: text) {
            let room = min(columns, max(0, maxWidth))
            putPlain(text, columns: room, x: start, y: y, style: style, clip: clip)
            return maxWidth == .max ? min(room, max(1, clip.x + clip.width - start)) : room
        }
        var x = start
        var room = max(0, maxWidth)
        for cluster in Sanitizer.visible(text) {
            let columns = max(TextWidth.of(cluster), 1)
            if columns > room { break }
            if y >= clip.y, y < clip.y + clip.height, x + columns > clip.x, x < clip.x + clip.width {
                if x >= clip.x, x + columns <= clip.x + clip.width {
                    place(TextWidth.of(cluster) == 0 ? "\u{FFFD}" : cluster, columns, x, y, style)
                } else {
                    for half in x..<x + columns where half >= clip.x && half < clip.x + clip.width {
                        place(" ", 1, half, y, style)
                    }
                }
            }
            x += columns
            room -= columns
            if x >= clip.x + clip.width, maxWidth == .max { break }
        }
        return x - start
    }

    /// Writes the first columns of plain text.
    private mutating func putPlain(_ text: String, columns: Int, x start: Int, y: Int, style: Style, clip: Rect) {
        let end = clip.x + clip.width
        let (first, last) = (max(start, clip.x), min(start + columns, end))
        guard y >= clip.y, y < clip.y + clip.height, first < last else { return }
        unhinge(first, y)
        unhinge(last, y)
        var x = start
        for scalar in text.unicodeScalars {
            if x >= last { break }
            if x >= first { cells[y * width + x] = Cell(PlainText.cluster(scalar), style: style) }
            x += 1
        }
    }

    private mutating func place(_ cluster: Character, _ columns: Int, _ x: Int, _ y: Int, _ style: Style) {
        unhinge(x, y)
        unhinge(x + columns, y)
        cells[y * width + x] = Cell(cluster, width: UInt8(columns), style: style)
        if columns == 2 { cells[y * width + x + 1] = Cell(" ", width: 0, style: style) }
    }

    /// Makes spaces of a wide cluster whose second half is at `x`: what comes there replaces one of its halves.
    private mutating func unhinge(_ x: Int, _ y: Int) {
        guard x > 0, x < width, cells[y * width + x].width == 0 else { return }
        cells[y * width + x - 1] = Cell(" ", style: cells[y * width + x - 1].style)
        cells[y * width + x] = Cell(" ", style: cells[y * width + x].style)
    }
}
