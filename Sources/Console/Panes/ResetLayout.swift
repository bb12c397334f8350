import Terminal

/// Where the parts of the reset pane stand, for the rows there are.
struct ResetLayout: Equatable {
    /// The left edge of the field.
    static let fieldX = 8
    /// Columns of the field.
    static func fieldWidth(_ columns: Int) -> Int { columns < 100 ? 21 : 29 }
    /// The upper edge of the box.
    var box: Int
    /// The line of kinds.
    var kinds: Int
    /// The line of the field.
    var field: Int
    /// The head of the table.
    var head: Int
    /// The first partition.
    var firstRow: Int
    /// Partitions that are shown.
    var rows: Int
    /// The sentence with the totals.
    var totals: Int
    /// Why Kafka would refuse, or what enter does; two lines.
    var verdict: Int
    /// The buttons.
    var buttons: Int
    /// The lower edge of the box.
    var end: Int

    /// Lines of the sentence with the totals.
    var totalLines: Int

    init(_ context: PaneContext) { self.init(width: context.width, height: context.height) }

    /// Tall panes have air between the parts, 24-row screens none.
    init(width: Int, height: Int) {
        let isTall = height >= 25
        totalLines = width < 110 ? 2 : 1
        box = isTall ? 2 : 1
        kinds = box + (isTall ? 2 : 1)
        field = kinds + (isTall ? 2 : 1)
        head = field + (isTall ? 2 : 1)
        firstRow = head + 1
        let below = (isTall ? 8 : 5) + totalLines
        rows = max(1, height - firstRow - below)
        totals = firstRow + rows + (isTall ? 1 : 0)
        verdict = totals + totalLines + (isTall ? 1 : 0)
        buttons = verdict + 2
        end = buttons + (isTall ? 2 : 1)
    }

    /// No taller than its rows need: what follows moves up.
    func fitted(_ count: Int) -> ResetLayout {
        let surplus = max(0, rows - max(1, count))
        var layout = self
        layout.rows -= surplus
        layout.totals -= surplus
        layout.verdict -= surplus
        layout.buttons -= surplus
        layout.end -= surplus
        return layout
    }
}
