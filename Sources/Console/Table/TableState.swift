/// Cursor, scroll, sort and filter of a table. The cursor follows the thing, not the row number.
struct TableState: Equatable, Sendable {
    /// The identity of the row under the cursor; nil in an empty table.
    private(set) var selected: String?
    /// Where that row stands now.
    private(set) var index = 0
    /// The first row shown.
    private(set) var top = 0
    /// The title of the column sorted by; empty for the pane's own order.
    var sort: String
    /// Largest first.
    var isDescending: Bool
    /// Only rows whose name contains this, letter case aside.
    var filter = ""
    /// Only rows that stand out are shown: what is wrong, or late, or not as Kafka has it by itself.
    var onlyFaults = false
    /// Keys go into the filter.
    var isFiltering = false
    /// The identities of marked rows: what is done next is done to all of them.
    var marks: Set<String> = []
    /// Which cells changed lately.
    var glow = Glow()
    /// How wide the columns have been.
    var widths = ColumnWidths()

    /// A table sorted by a column.
    init(sort: String = "", isDescending: Bool = false) {
        self.sort = sort
        self.isDescending = isDescending
    }

    /// A thing that the cursor goes to as soon as it is there.
    private var wanted: String?

    /// Puts the cursor on a thing, wherever it comes to stand; if it is not there yet, as soon as it is, unless the cursor
    /// is moved before.
    mutating func select(_ id: String) { wanted = id }

    /// Finds the selected thing among `ids` (else the row that took its place) and scrolls so that it is seen.
    mutating func settle(_ ids: [String], height: Int) {
        guard !ids.isEmpty else {
            (selected, index, top) = (nil, 0, 0)
            return
        }
        if let goal = wanted, ids.contains(goal) { (selected, wanted) = (goal, nil) }
        if let selected, let found = index < ids.count && ids[index] == selected ? index : ids.firstIndex(of: selected)
        {
            index = found
        } else {
            index = min(max(0, index), ids.count - 1)
            selected = ids[index]
        }
        let height = max(1, height)
        top = min(top, index)
        top = max(top, index - height + 1)
        top = min(max(0, top), max(0, ids.count - height))
    }

    /// Moves the cursor among `ids`.
    mutating func move(_ motion: Motion, _ ids: [String], height: Int) {
        guard !ids.isEmpty else { return }
        let target: Int
        switch motion {
        case .rows(let count): target = index + count
        case .pages(let count): target = index + count * max(1, height - 1)
        case .first: target = 0
        case .last: target = ids.count - 1
        }
        index = min(max(0, target), ids.count - 1)
        selected = ids[index]
        wanted = nil
        settle(ids, height: height)
    }

    /// Puts the cursor on the row at screen row `y`; true when it stood there already.
    mutating func click(_ y: Int, _ ids: [String], height: Int) -> Bool {
        let row = top + y
        guard y >= 0, y < height, row < ids.count else { return false }
        wanted = nil
        if index == row { return true }
        index = row
        selected = ids[row]
        return false
    }
}
