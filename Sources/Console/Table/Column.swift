import Terminal

/// A column of a table as data: what it says, how it looks, how it sorts, when it gives way.
struct Column<Row>: Sendable {
    /// Left or right edge.
    enum Alignment: Sendable { case left, right }

    /// The name in the head of the table and under `w`.
    let title: String
    /// Numbers stand at the right.
    let alignment: Alignment
    /// What it says, for `x`.
    let means: String
    /// The letter that sorts by it, pressed with shift; nil when it does not sort.
    let letter: Character?
    /// Columns it takes at least, so that it does not jitter while numbers grow.
    let minimum: Int
    /// Columns it takes at most; longer text is cut with `…`. Numbers are never cut: they have no maximum.
    let maximum: Int
    /// It gives its room, down to its minimum, before another column goes: for sentences, never for names and numbers.
    let isElastic: Bool
    /// A name gives room down to so many columns once only ``essential`` columns are left; nil for never.
    let shrinksTo: Int?
    /// 0 stays always; the highest goes first when the screen is narrow, as a whole.
    let rank: Int
    /// Columns of this rank and below go only after names have given room.
    static var essential: Int { 4 }
    /// Sorting starts with the largest.
    let descendsFirst: Bool
    /// What it says.
    let text: @Sendable (Row, PaneContext) -> String
    /// How it looks.
    let role: @Sendable (Row, PaneContext) -> Role
    /// Whether one row comes before another, smallest first.
    let precedes: (@Sendable (Row, Row) -> Bool)?
    /// The number that rows are sorted by, worked out once a row; takes the place of ``precedes``.
    let number: (@Sendable (Row, PaneContext) -> Double)?
    /// The pane's rows come in the order of this column: smallest first needs no sorting.
    let isNatural: Bool
    /// A change of it is bright for a second: numbers are, what moves all the time is not.
    let glows: Bool

    /// A column.
    init(
        _ title: String, _ alignment: Alignment = .left, means: String, letter: Character? = nil, minimum: Int = 0,
        maximum: Int = .max, elastic: Bool = false, shrinksTo: Int? = nil, rank: Int = 0, descendsFirst: Bool = false,
        precedes: (@Sendable (Row, Row) -> Bool)? = nil, number: (@Sendable (Row, PaneContext) -> Double)? = nil,
        natural: Bool = false, glows: Bool? = nil,
        role: @escaping @Sendable (Row, PaneContext) -> Role = { _, _ in .text },
        text: @escaping @Sendable (Row, PaneContext) -> String
    ) {
        self.title = title
        self.alignment = alignment
        self.means = means
        self.letter = letter
        self.minimum = minimum
        self.maximum = maximum
        isElastic = elastic
        self.shrinksTo = shrinksTo
        self.rank = rank
        self.descendsFirst = descendsFirst
        self.precedes = precedes
        self.number = number
        isNatural = natural
        self.glows = glows ?? (alignment == .right)
        self.role = role
        self.text = text
    }
}

/// Which columns fit and where they stand.
struct TableLayout: Equatable {
    /// A column that is shown.
    struct Slot: Equatable {
        var column: Int
        var x: Int
        var width: Int
    }

    var slots: [Slot]
    var hidden: [Int]

    /// Lays out `columns` for `texts` (one array a row, one text a column) in `width` cells.
    ///
    /// A column that does not fit goes whole, the highest rank first; names give room before what matters most goes. What is left over widens the gaps evenly, up to a
    /// point where the eye would lose the row.
    /// - Parameter widest: what each column has been before, so that none gives its place up; empty for nothing.
    static func fitting<Row>(
        _ columns: [Column<Row>], _ texts: [[String]], width: Int, widest: [Int] = []
    ) -> TableLayout {
        var widths = widths(columns, texts)
        if widest.count == widths.count { widths = zip(widths, widest).map { max($0, $1) } }
        var shown = Array(columns.indices)
        let margin = 2
        func needed(_ gap: Int) -> Int {
            margin + shown.reduce(0) { $0 + widths[$1] } + gap * max(0, shown.count - 1)
        }
        for index in shown where columns[index].isElastic && needed(2) > width {
            widths[index] = max(columns[index].minimum, widths[index] - (needed(2) - width))
        }
        func drop(above rank: Int) {
            while shown.count > 1, needed(2) > width {
                let worst = shown.max { (columns[$0].rank, $0) < (columns[$1].rank, $1) }
                guard let worst, columns[worst].rank > rank else { break }
                shown.removeAll { $0 == worst }
            }
        }
        drop(above: Column<Row>.essential)
        for index in shown {
            guard let least = columns[index].shrinksTo, widths[index] > least, needed(2) > width else { continue }
            widths[index] = max(least, widths[index] - (needed(2) - width))
        }
        drop(above: 0)
        var gap = 2
        while gap < 4, needed(gap + 1) <= width { gap += 1 }
        var x = margin
        var slots: [Slot] = []
        for index in shown {
            let room = max(0, width - x)
            slots.append(Slot(column: index, x: x, width: min(widths[index], room)))
            x += widths[index] + gap
        }
        return TableLayout(slots: slots, hidden: columns.indices.filter { !shown.contains($0) })
    }

    /// What each column wants for `texts`, were there room for all.
    static func widths<Row>(_ columns: [Column<Row>], _ texts: [[String]]) -> [Int] {
        columns.indices.map { index -> Int in
            let longest = texts.reduce(0) { max($0, TextWidth.of($1[index])) }
            let title = TextWidth.of(columns[index].title) + (columns[index].letter == nil ? 0 : 2)
            return max(columns[index].minimum, min(longest, columns[index].maximum), title)
        }
    }
}
