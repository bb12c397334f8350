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
    /// The rows in the pane's own order, unfiltered.
    func unsortedRows(in context: PaneContext) -> [Row]
    /// What a row is: stays the same when numbers change.
    func id(of row: Row) -> String
    /// What `/` looks in.
    func filterText(of row: Row) -> String
    /// The part of the pane in which the table stands, its head row included.
    func tableFrame(in context: PaneContext) -> Rect
}

extension TablePane {
    static var sortKeys: [(letter: Character, words: String)] {
        columns.compactMap { column in column.letter.map { ($0, "sort by \(column.title.lowercased())") } }
    }

    func filterText(of row: Row) -> String { id(of: row) }

    /// The rows as they are shown: filtered and sorted.
    func rows(in context: PaneContext) -> [Row] {
        var rows = unsortedRows(in: context)
        if !table.filter.isEmpty {
            let wanted = table.filter.lowercased()
            rows.removeAll { !filterText(of: $0).lowercased().holds(wanted) }
        }
        if let precedes = Self.columns.first(where: { $0.title == table.sort })?.precedes {
            // A stable order for equal rows: by identity, whatever the direction.
            let descending = table.isDescending
            rows.sort { a, b in
                if precedes(a, b) { return !descending }
                if precedes(b, a) { return descending }
                return id(of: a) < id(of: b)
            }
        }
        return rows
    }

    /// The row under the cursor.
    func selection(in context: PaneContext) -> Row? {
        guard let selected = table.selected else { return nil }
        return unsortedRows(in: context).first { id(of: $0) == selected }
    }

    /// Rows that fit below the head of the table.
    func tableHeight(in context: PaneContext) -> Int { max(1, tableFrame(in: context).height - 1) }

    mutating func move(_ motion: Motion, in context: PaneContext) {
        table.move(motion, rows(in: context).map(id), height: tableHeight(in: context))
    }

    mutating func click(x: Int, y: Int, in context: PaneContext) -> Bool {
        let frame = tableFrame(in: context)
        guard frame.contains(x, y), y > frame.y else { return false }
        return table.click(y - frame.y - 1, rows(in: context).map(id), height: frame.height - 1)
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

    mutating func settle(in context: PaneContext) {
        table.settle(rows(in: context).map(id), height: tableHeight(in: context))
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
        guard table.isFiltering || !table.filter.isEmpty else { return false }
        table.isFiltering = false
        table.filter = ""
        return true
    }

    func columnNames(in context: PaneContext) -> (all: [String], hidden: [String]) {
        let layout = tableLayout(in: context).layout
        return (Self.columns.map(\.title), layout.hidden.map { Self.columns[$0].title })
    }

    private func tableLayout(in context: PaneContext) -> (rows: ArraySlice<Row>, texts: [[String]], layout: TableLayout)
    {
        let all = rows(in: context)
        let visible = all.dropFirst(table.top).prefix(tableHeight(in: context))
        let texts = visible.map { row in Self.columns.map { $0.text(row, context) } }
        let layout = TableLayout.fitting(Self.columns, texts, width: tableFrame(in: context).width)
        return (visible, texts, layout)
    }

    /// Draws head and visible rows in `area`, which is the frame of the table.
    func drawTable(on area: inout GridArea, in context: PaneContext) {
        let (rows, texts, layout) = tableLayout(in: context)
        for slot in layout.slots {
            let column = Self.columns[slot.column]
            let mark = column.title == table.sort ? (table.isDescending == column.descendsFirst ? " ▾" : " ▴") : ""
            let title = column.title + mark
            if column.alignment == .right {
                // The mark hangs over the right edge so that the title stays above its numbers.
                area.put(title, endingAt: slot.x + slot.width + TextWidth.of(mark), y: 0, style: .dim)
            } else {
                area.put(title, x: slot.x, y: 0, style: .dim)
            }
        }
        for (line, row) in rows.enumerated() {
            let y = line + 1
            let isSelected = id(of: row) == table.selected
            if isSelected { area.selectRow(y) }
            for slot in layout.slots {
                let column = Self.columns[slot.column]
                let text = TextWidth.truncate(texts[line][slot.column], to: slot.width)
                let style = column.role(row, context).on(isSelected ? .selection : nil)
                if column.alignment == .right {
                    area.put(text, endingAt: slot.x + slot.width, y: y, style: style)
                } else {
                    area.put(text, x: slot.x, y: y, style: style)
                }
            }
        }
    }

    /// The line of the filter: `/ ord` with the hits, for panes that show it above their table.
    func drawFilter(on area: inout GridArea, y: Int, in context: PaneContext) {
        guard table.isFiltering || !table.filter.isEmpty else { return }
        area.put("/", x: 2, y: y, style: .accent)
        var x = 4 + area.put(table.filter, x: 4, y: y, style: .text, maxWidth: max(0, area.width - 24))
        if table.isFiltering { x += area.put(" ", x: x, y: y, style: .input) }
        let hits = rows(in: context).count
        area.put(
            "\(Quantity.grouped(hits)) of \(Quantity.grouped(unsortedRows(in: context).count))", x: x + 2, y: y,
            style: .dim)
    }
}

extension GridArea {
    /// Paints row `y` as the selected one: its ground over the whole width and the mark at its left.
    mutating func selectRow(_ y: Int) {
        fill(Rect(x: 0, y: y, width: width, height: 1), style: Role.text.on(.selection))
        put("▌", x: 0, y: y, style: Role.selectionMark.on(.selection))
    }
}
