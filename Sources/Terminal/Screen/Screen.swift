/// Something that shows grids: a terminal, a snapshot, a picture.
public protocol Screen: AnyObject {
    /// Columns and rows.
    var size: (width: Int, height: Int) { get }
    /// Shows `grid`, with the cursor at column and row of `cursor`, or hidden.
    func present(_ grid: CellGrid, cursor: (x: Int, y: Int)?)
}

/// Keeps the last grid: the screen of tests and pictures.
public final class TextScreen: Screen {
    /// Columns and rows.
    public let size: (width: Int, height: Int)
    /// What was shown last.
    public private(set) var grid: CellGrid
    /// Where the cursor was shown last.
    public private(set) var cursor: (x: Int, y: Int)?
    /// How many frames were shown.
    public private(set) var frames = 0

    /// A blank screen.
    public init(width: Int, height: Int) {
        size = (width, height)
        grid = CellGrid(width: width, height: height)
    }

    /// Keeps `grid`.
    public func present(_ grid: CellGrid, cursor: (x: Int, y: Int)?) {
        self.grid = grid
        self.cursor = cursor
        frames += 1
    }
}
