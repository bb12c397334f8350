/// The widest that each column of a table has been: columns keep their places while numbers come, grow and shrink. Another
/// width of the pane, or other rows by a filter, begin anew.
struct ColumnWidths: Equatable, Sendable {
    /// What the widths belong to.
    struct Key: Equatable, Sendable {
        var pane: Int
        var filter: String
        var onlyFaults: Bool
    }

    /// Columns by their place in the table; empty when nothing was seen.
    private(set) var widest: [Int] = []
    private var key: Key?
    private var revision = -1
    private var top = -1

    /// Nothing seen yet.
    init() {}

    /// True when rows came into view, or what they say may have changed.
    func isOlder(than revision: Int, top: Int, key: Key) -> Bool {
        self.revision != revision || self.top != top || self.key != key
    }

    /// Takes the widths that the visible rows want.
    mutating func see(_ widths: [Int], revision: Int, top: Int, key: Key) {
        (self.revision, self.top) = (revision, top)
        widest = key == self.key && widest.count == widths.count ? zip(widest, widths).map { max($0, $1) } : widths
        self.key = key
    }
}
