/// A rectangle of a grid with its own origin: what a pane draws in. Nothing written through it lands outside.
///
/// An area owns the grid while it is drawn in (`CellGrid.draw(in:)` moves it in and out without a copy).
public struct GridArea {
    private var grid: CellGrid
    private let frame: Rect
    private let clip: Rect

    fileprivate init(grid: CellGrid, frame: Rect, clip: Rect) {
        self.grid = grid
        self.frame = frame
        self.clip = clip
    }

    /// Columns.
    public var width: Int { frame.width }
    /// Rows.
    public var height: Int { frame.height }

    /// The cell at column `x` of row `y` of this area; blank outside.
    public subscript(x: Int, y: Int) -> Cell {
        clip.contains(frame.x + x, frame.y + y) ? grid[frame.x + x, frame.y + y] : .blank
    }

    /// Writes `text` as `CellGrid.put` does and returns the columns used.
    @discardableResult
    public mutating func put(_ text: String, x: Int, y: Int, style: Style, maxWidth: Int = .max) -> Int {
        grid.put(text, x: frame.x + x, y: frame.y + y, style: style, maxWidth: maxWidth, clip: clip)
    }

    /// The same with a role.
    @discardableResult
    public mutating func put(_ text: String, x: Int, y: Int, style: Role, maxWidth: Int = .max) -> Int {
        put(text, x: x, y: y, style: Style(style), maxWidth: maxWidth)
    }

    /// Writes `text` so that it ends before column `end`; returns the column where it starts.
    @discardableResult
    public mutating func put(_ text: String, endingAt end: Int, y: Int, style: Style) -> Int {
        let start = end - columns(of: text)
        put(text, x: start, y: y, style: style)
        return start
    }

    /// The same with a role.
    @discardableResult
    public mutating func put(_ text: String, endingAt end: Int, y: Int, style: Role) -> Int {
        put(text, endingAt: end, y: y, style: Style(style))
    }

    /// Writes at most `columns` of `text`, with `…` where it is cut; returns the columns used.
    @discardableResult
    public mutating func put(_ text: String, x: Int, y: Int, style: Style, cutTo columns: Int) -> Int {
        put(TextWidth.truncate(spelled(text), to: columns), x: x, y: y, style: style, maxWidth: columns)
    }

    /// `text` as it is written here.
    private func spelled(_ text: String) -> String { grid.spellsKeys ? ASCIIFold.spelled(text) : text }

    /// The columns that ``put(_:x:y:style:maxWidth:)`` needs for `text` here.
    public func columns(of text: String) -> Int { TextWidth.of(spelled(text)) }

    /// Blanks the whole area in `style`.
    public mutating func clear(_ style: Style = .plain) {
        grid.fill(frame.intersection(clip), style: style)
    }

    /// Blanks `area` in `style`.
    public mutating func fill(_ area: Rect, style: Style) {
        grid.fill(placed(area).intersection(clip), style: style)
    }

    /// Gives every cell of `area` another style and keeps what is written there.
    public mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
        grid.restyle(placed(area).intersection(clip), change)
    }

    /// A rule over the whole width of row `y`, with a title at the left and a remark at the right.
    public mutating func rule(_ title: String = "", y: Int, right: String = "") {
        put(String(repeating: "─", count: width), x: 0, y: y, style: .faint)
        var used = 0
        if !title.isEmpty {
            used = 3 + put(" " + TextWidth.truncate(title, to: max(0, width - 4)) + " ", x: 1, y: y, style: .title)
        }
        let remark = columns(of: right)
        if remark > 0, used + remark + 5 <= width { put(" \(right) ", x: width - remark - 3, y: y, style: .dim) }
    }

    /// A box around `area` with a title in its upper edge, its inside blanked; only for what floats above a pane.
    public mutating func box(_ area: Rect, title: String = "") {
        guard area.width >= 2, area.height >= 2 else { return }
        fill(area, style: .plain)
        let line = String(repeating: "─", count: area.width - 2)
        put("╭\(line)╮", x: area.x, y: area.y, style: .border)
        for y in area.y + 1..<area.y + area.height - 1 {
            put("│", x: area.x, y: y, style: .border)
            put("│", x: area.x + area.width - 1, y: y, style: .border)
        }
        put("╰\(line)╯", x: area.x, y: area.y + area.height - 1, style: .border)
        if !title.isEmpty {
            put(" " + TextWidth.truncate(title, to: area.width - 6) + " ", x: area.x + 2, y: area.y, style: .title)
        }
    }

    /// Draws in a part of this area, in its own coordinates.
    @discardableResult
    public mutating func draw<Result>(in part: Rect, _ body: (inout GridArea) throws -> Result) rethrows -> Result {
        let placed = placed(part)
        var inner = GridArea(grid: CellGrid(width: 0, height: 0), frame: placed, clip: placed.intersection(clip))
        swap(&inner.grid, &grid)
        defer { swap(&inner.grid, &grid) }
        return try body(&inner)
    }

    private func placed(_ area: Rect) -> Rect {
        Rect(x: frame.x + area.x, y: frame.y + area.y, width: area.width, height: area.height)
    }

    fileprivate mutating func release(into grid: inout CellGrid) { swap(&self.grid, &grid) }
    fileprivate mutating func take(_ grid: inout CellGrid) { swap(&self.grid, &grid) }
}

extension CellGrid {
    /// Draws in `part` of the grid, in its own coordinates.
    @discardableResult
    public mutating func draw<Result>(in part: Rect, _ body: (inout GridArea) throws -> Result) rethrows -> Result {
        var area = GridArea(grid: CellGrid(width: 0, height: 0), frame: part, clip: part.intersection(bounds))
        area.take(&self)
        defer { area.release(into: &self) }
        return try body(&area)
    }
}
