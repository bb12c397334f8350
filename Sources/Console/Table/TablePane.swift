import Terminal

/// A pane whose heart is a table: rows from what is known, columns as data. Cursor, scroll, sort, filter as you type,
/// wheel and click are here.
protocol TablePane: Pane {
    /// What a line shows.
    associatedtype Row: Sendable
    /// The columns, from the left.
    static var columns: [Column<Row>] { get }
    /// Cursor, scroll, sort, filter.
    var table: TableState { get set }
    /// The rows as they were arranged last; a pane that gives a ``rowVersion(in:)`` stores it.
    var cache: RowCache<Row> { get set }
    /// What the rows depend on but for filter and sorting; nil makes them anew each time they are looked at, which is right
    /// for tables of a few dozen rows.
    func rowVersion(in context: PaneContext) -> RowVersion?
    /// The rows in the pane's own order, unfiltered.
    func unsortedRows(in context: PaneContext) -> [Row]
    /// What a row is: stays the same when numbers change.
    func id(of row: Row) -> String
    /// What `/` looks in.
    func filterText(of row: Row) -> String
    /// True when ``TableState/onlyFaults`` keeps it.
    func isFault(_ row: Row, in context: PaneContext) -> Bool
    /// What is shown then, and what is said when there is nothing of it.
    static var faults: (words: String, none: String) { get }
    /// The part of the pane in which the table stands, its head row included.
    func tableFrame(in context: PaneContext) -> Rect
}

extension TablePane {
    static var sortKeys: [(letter: Character, words: String)] {
        columns.compactMap { column in column.letter.map { ($0, "sort by \(column.title.lowercased())") } }
    }

    func filterText(of row: Row) -> String { id(of: row) }
    func isFault(_ row: Row, in context: PaneContext) -> Bool { true }
    static var faults: (words: String, none: String) { ("only faults", "Nothing is wrong here.") }

    var cache: RowCache<Row> {
        get { RowCache() }
        set {}
    }
    func rowVersion(in context: PaneContext) -> RowVersion? { nil }

    private func cacheKey(in context: PaneContext) -> RowCache<Row>.Key? {
        rowVersion(in: context).map {
            RowCache.Key(
                version: $0, filter: table.filter, sort: table.sort, isDescending: table.isDescending,
                onlyFaults: table.onlyFaults)
        }
    }

    /// The rows as they are shown: filtered and sorted.
    func rows(in context: PaneContext) -> [Row] {
        if let key = cacheKey(in: context), cache.key == key { return cache.rows }
        return arranged(in: context).rows
    }

    private func arranged(in context: PaneContext) -> (rows: [Row], total: Int) {
        var rows = unsortedRows(in: context)
        let total = rows.count
        if table.onlyFaults { rows.removeAll { !isFault($0, in: context) } }
        let filter = TableFilter(table.filter)
        if !filter.isEmpty { rows.removeAll { !filter.matches(filterText(of: $0)) } }
        guard let column = Self.columns.first(where: { $0.title == table.sort }) else { return (rows, total) }
        let descending = table.isDescending
        if column.isNatural {
            if descending { rows.reverse() }
        } else if let number = column.number {
            let keys = rows.map { number($0, context) }
            // Equal rows keep the pane's own order, whatever the direction.
            let order = rows.indices.sorted { a, b in
                keys[a] == keys[b] ? a < b : descending ? keys[a] > keys[b] : keys[a] < keys[b]
            }
            rows = order.map { rows[$0] }
        } else if let precedes = column.precedes {
            // A stable order for equal rows: by identity, whatever the direction.
            rows.sort { a, b in
                if precedes(a, b) { return !descending }
                if precedes(b, a) { return descending }
                return id(of: a) < id(of: b)
            }
        }
        return (rows, total)
    }

    private func ids(in context: PaneContext) -> [String] {
        if let key = cacheKey(in: context), cache.key == key { return cache.ids }
        return rows(in: context).map(id)
    }

    /// The row under the cursor.
    func selection(in context: PaneContext) -> Row? {
        guard let selected = table.selected else { return nil }
        let rows = rows(in: context)
        if rows.indices.contains(table.index), id(of: rows[table.index]) == selected { return rows[table.index] }
        return rows.first { id(of: $0) == selected } ?? unsortedRows(in: context).first { id(of: $0) == selected }
    }

    /// The rows on the screen.
    func visibleRows(in context: PaneContext) -> ArraySlice<Row> {
        rows(in: context).dropFirst(table.top).prefix(tableHeight(in: context))
    }

    /// Rows that fit below the head of the table.
    func tableHeight(in context: PaneContext) -> Int { max(1, tableFrame(in: context).height - 1) }

    mutating func move(_ motion: Motion, in context: PaneContext) {
        table.move(motion, ids(in: context), height: tableHeight(in: context))
    }

    mutating func click(x: Int, y: Int, in context: PaneContext) -> Bool {
        let frame = tableFrame(in: context)
        guard frame.contains(x, y), y > frame.y else { return false }
        return table.click(y - frame.y - 1, ids(in: context), height: frame.height - 1)
    }

    mutating func sort(by letter: Character, in context: PaneContext) {
        guard let column = Self.columns.first(where: { $0.letter == letter }) else { return }
        if table.sort == column.title {
            table.isDescending.toggle()
        } else {
            table.sort = column.title
            table.isDescending = column.descendsFirst
        }
    }

    mutating func settle(in context: PaneContext) { settleTable(in: context) }

    /// Makes the rows anew if something changed, puts cursor, scroll and marks where they may be, and notes which cells
    /// changed: what a pane that settles more calls first.
    mutating func settleTable(in context: PaneContext) {
        if let key = cacheKey(in: context), cache.key != key {
            let (rows, total) = arranged(in: context)
            var new = RowCache<Row>()
            new.key = key
            new.rows = rows
            new.ids = rows.map(id)
            new.total = total
            cache = new
        }
        let ids = ids(in: context)
        table.settle(ids, height: tableHeight(in: context))
        if !table.marks.isEmpty, table.filter.isEmpty { table.marks.formIntersection(ids) }
        let revision = context.view.revision
        let key = ColumnWidths.Key(
            pane: tableFrame(in: context).width, filter: table.filter, onlyFaults: table.onlyFaults)
        let isNew = table.glow.isOlder(than: revision)
        guard isNew || table.widths.isOlder(than: revision, top: table.top, key: key) else { return }
        let rows = visibleRows(in: context)
        let texts = rows.map { row in Self.columns.map { $0.text(row, context) } }
        table.widths.see(TableLayout.widths(Self.columns, texts), revision: revision, top: table.top, key: key)
        guard isNew else { return }
        let glowing = Self.columns.indices.filter { Self.columns[$0].glows }
        let seen = zip(rows, texts).map { row, texts in (id: id(of: row), texts: glowing.map { texts[$0] }) }
        table.glow.see(seen, revision: revision, at: context.now)
    }

    /// Marks the row under the cursor, or takes its mark away, and goes on to the next.
    mutating func toggleMark(in context: PaneContext) {
        guard let selected = table.selected else { return }
        if table.marks.remove(selected) == nil { table.marks.insert(selected) }
        move(.rows(1), in: context)
    }

    /// The marked rows, or the one under the cursor when none is marked.
    func markedOrSelected(in context: PaneContext) -> [Row] {
        guard !table.marks.isEmpty else { return selection(in: context).map { [$0] } ?? [] }
        return unsortedRows(in: context).filter { table.marks.contains(id(of: $0)) }
    }

    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]? { typeFilter(key, in: context) }

    /// Edits the filter while it has the focus; enter keeps it, the arrows still move the cursor.
    mutating func typeFilter(_ key: Key, in context: PaneContext) -> [PaneAction]? {
        guard table.isFiltering else { return nil }
        switch key.code {
        case .enter: table.isFiltering = false
        case .backspace:
            if table.filter.isEmpty { table.isFiltering = false } else { table.filter.removeLast() }
        default:
            guard let character = key.text else {
                return key.code == .up || key.code == .down || key.code == .pageUp || key.code == .pageDown ? nil : []
            }
            table.filter.append(character)
        }
        return []
    }

    mutating func paste(_ text: String, in context: PaneContext) -> [PaneAction] {
        if table.isFiltering { table.filter += text.filter { $0 != "\n" } }
        return []
    }

    mutating func escape(in context: PaneContext) -> Bool {
        guard hasFilterLine else { return false }
        if table.isFiltering || !table.filter.isEmpty {
            table.isFiltering = false
            table.filter = ""
        } else {
            table.onlyFaults = false
        }
        return true
    }

    func columnNames(in context: PaneContext) -> (all: [String], hidden: [String]) {
        let layout = tableLayout(in: context).layout
        return (Self.columns.map(\.title), layout.hidden.map { Self.columns[$0].title })
    }

    func columnMeanings(in context: PaneContext) -> [ColumnMeaning] {
        tableLayout(in: context).layout.slots.map { slot in
            let column = Self.columns[slot.column]
            return ColumnMeaning(title: column.title, text: column.means)
        }
    }

    private func tableLayout(in context: PaneContext) -> (rows: ArraySlice<Row>, texts: [[String]], layout: TableLayout)
    {
        let visible = visibleRows(in: context)
        let texts = visible.map { row in Self.columns.map { $0.text(row, context) } }
        let layout = TableLayout.fitting(
            Self.columns, texts, width: tableFrame(in: context).width, widest: table.widths.widest)
        return (visible, texts, layout)
    }

    /// Draws head and visible rows in `area`, which is the frame of the table.
    func drawTable(on area: inout GridArea, in context: PaneContext) {
        let (rows, texts, layout) = tableLayout(in: context)
        let places = glowPlaces
        for (place, slot) in layout.slots.enumerated() {
            let column = Self.columns[slot.column]
            let next = place + 1 < layout.slots.count ? layout.slots[place + 1].x : area.width
            let mark =
                column.title == table.sort && !column.title.isEmpty
                ? (table.isDescending == column.descendsFirst ? " ▾" : " ▴") : ""
            let title = column.title + mark
            if column.alignment == .right {
                // The mark hangs over the right edge so that the title stays above its numbers, where it has room.
                let end = min(slot.x + slot.width + TextWidth.of(mark), next - 1)
                area.put(title, endingAt: end, y: 0, style: .dim)
            } else {
                area.put(title, x: slot.x, y: 0, style: .dim)
            }
        }
        if rows.isEmpty, table.onlyFaults {
            area.put(Self.faults.none, x: 2, y: 2, style: Style(.good), cutTo: area.width - 3)
        }
        for (line, row) in rows.enumerated() {
            let y = line + 1
            let isSelected = id(of: row) == table.selected
            if isSelected { area.selectRow(y) }
            let name = id(of: row)
            if table.marks.contains(name) {
                area.put("✔", x: 1, y: y, style: Role.accent.on(isSelected ? .selection : nil))
            }
            for slot in layout.slots {
                let column = Self.columns[slot.column]
                let text = TextWidth.truncate(texts[line][slot.column], to: slot.width)
                let isBright = places[slot.column].map { table.glow.isBright(name, $0, at: context.now) } ?? false
                // A state keeps its colour: that it is bad says more than that it changed.
                let role = column.role(row, context)
                let style = (isBright && [.text, .dim].contains(role) ? .fresh : role).on(isSelected ? .selection : nil)
                if column.alignment == .right {
                    area.put(text, endingAt: slot.x + slot.width, y: y, style: style)
                } else {
                    area.put(text, x: slot.x, y: y, style: style)
                }
            }
        }
    }

    /// Where each column stands among those that glow; nil for one that does not.
    private var glowPlaces: [Int?] {
        var next = 0
        return Self.columns.map { column in
            guard column.glows else { return nil }
            defer { next += 1 }
            return next
        }
    }

    /// The line of the filter is shown.
    var hasFilterLine: Bool { table.isFiltering || !table.filter.isEmpty || table.onlyFaults }

    /// Where a table stands that has the pane's whole width: below the line of the filter, above what is shown at the foot.
    func tableFrame(above lower: Rect?, in context: PaneContext) -> Rect {
        let top = hasFilterLine ? 2 : 0
        let end = lower.map { $0.y - 1 } ?? context.height
        return Rect(x: 0, y: top, width: context.width, height: max(2, end - top))
    }

    /// The line of the filter: `/ ord` or `only faults` with the hits, for panes that show it above their table.
    func drawFilter(on area: inout GridArea, y: Int, in context: PaneContext) {
        guard hasFilterLine else { return }
        var x = 2
        if table.isFiltering || !table.filter.isEmpty {
            area.put("/", x: 2, y: y, style: .accent)
            x = 4 + area.put(table.filter, x: 4, y: y, style: .text, maxWidth: max(0, area.width - 40))
            if table.isFiltering { x += area.put(" ", x: x, y: y, style: .input) }
            x += 2
        }
        if table.onlyFaults { x += area.put(Self.faults.words, x: x, y: y, style: .accent) + 2 }
        let isCached = cacheKey(in: context).map { cache.key == $0 } ?? false
        let (hits, total) =
            isCached ? (cache.rows.count, cache.total) : { ($0.rows.count, $0.total) }(arranged(in: context))
        x += area.put("\(Quantity.grouped(hits)) of \(Quantity.grouped(total))", x: x, y: y, style: .dim)
        if table.onlyFaults, !table.isFiltering {
            area.put("esc shows all", x: x + 3, y: y, style: Style(.faint), cutTo: area.width - x - 4)
        }
    }
}

extension GridArea {
    /// Paints row `y` as the selected one: its ground over the whole width and the mark at its left.
    mutating func selectRow(_ y: Int) {
        fill(Rect(x: 0, y: y, width: width, height: 1), style: Role.text.on(.selection))
        put("▌", x: 0, y: y, style: Role.selectionMark.on(.selection))
    }
}
