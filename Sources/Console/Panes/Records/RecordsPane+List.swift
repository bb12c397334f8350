import KafkaClient
import KafkaWire
import Terminal

/// How the pane's rows are shared out.
struct RecordsLayout {
    /// Rows above the list: remark, field, heads.
    let head: Int
    /// The list itself.
    let list: Rect
    /// The record under the cursor; nil where there is no room for it, and while the list rides on what comes.
    let detail: Rect?

    init(width: Int, height: Int, isWhole: Bool, isRiding: Bool = false) {
        let isTall = height >= 26
        head = isTall ? 4 : 3
        if isWhole {
            list = Rect(x: 0, y: head, width: width, height: 0)
            detail = Rect(x: 0, y: 0, width: width, height: height)
        } else if isRiding {
            list = Rect(x: 0, y: head, width: width, height: max(1, height - head))
            detail = nil
        } else if width >= 150 {
            let side = max(60, width * 2 / 5)
            list = Rect(x: 0, y: head, width: width - side - 1, height: max(1, height - head))
            detail = Rect(x: width - side, y: head - 1, width: side, height: max(1, height - head + 1))
        } else if isTall {
            let rows = min(18, max(12, height * 2 / 5))
            list = Rect(x: 0, y: head, width: width, height: max(1, height - head - rows - 1))
            detail = Rect(x: 0, y: height - rows, width: width, height: rows)
        } else {
            list = Rect(x: 0, y: head, width: width, height: max(1, height - head))
            detail = nil
        }
    }
}

extension RecordsPane {
    func layout(in context: PaneContext) -> RecordsLayout {
        RecordsLayout(width: context.width, height: context.height, isWhole: isWhole, isRiding: isRiding)
    }

    /// The cursor rides on the newest record while others come in: no record stays under it long enough to be read, so
    /// the list has all the room. A step away from the newest, or a freeze, shows the record again.
    var isRiding: Bool {
        guard case .following = reading else { return false }
        return cursor == 0 && !isFrozen && !isWhole
    }

    /// The row at a place of the list, counted from its upper end.
    func row(at index: Int) -> RecordRow? {
        guard index >= 0, index < shown.rows.count else { return nil }
        return shown.rows[isNewestFirst ? shown.rows.count - 1 - index : index]
    }

    mutating func move(_ motion: Motion, in context: PaneContext) {
        let height = layout(in: context).list.height
        if isWhole {
            switch motion {
            case .rows(let count): scroll += count
            case .pages(let count): scroll += count * max(1, context.height - 4)
            case .first: scroll = 0
            case .last: scroll = .max / 2
            }
            return
        }
        switch motion {
        case .rows(let count): cursor += count
        case .pages(let count): cursor += count * max(1, height - 1)
        case .first: cursor = 0
        case .last: cursor = shown.rows.count - 1
        }
        cursor = min(max(0, cursor), max(0, shown.rows.count - 1))
        selection = row(at: cursor)?.place
        scroll = 0
    }

    mutating func click(x: Int, y: Int, in context: PaneContext) -> Bool {
        let list = layout(in: context).list
        guard list.contains(x, y), top + y - list.y < shown.rows.count else { return false }
        let target = top + y - list.y
        defer {
            cursor = target
            selection = row(at: cursor)?.place
            scroll = 0
        }
        return target == cursor
    }

    /// The cursor stays on its record; on the newest one it stays with the newest.
    mutating func settle(in context: PaneContext) {
        let count = shown.rows.count
        let isPinned = isNewestFirst && cursor == 0 && !isWhole
        if let selection, !isPinned, row(at: cursor)?.place != selection {
            // It moved by what came since, so look near first.
            for distance in 0..<count {
                if row(at: cursor + distance)?.place == selection {
                    cursor += distance
                    break
                }
                if row(at: cursor - distance)?.place == selection {
                    cursor -= distance
                    break
                }
            }
        }
        cursor = min(max(0, cursor), max(0, count - 1))
        selection = row(at: cursor)?.place
        let height = max(1, layout(in: context).list.height)
        top = min(top, cursor)
        top = max(top, cursor - height + 1)
        top = min(max(0, top), max(0, count - height))
        guard scroll != 0 else { return }
        let columns = RecordDetail.bodyColumns(layout(in: context).detail?.width ?? context.width)
        let lines = RecordDetail.lines(of: row(at: cursor), aspect, columns: columns).count
        scroll = min(max(0, scroll), max(0, lines - 3))
    }

    func columnNames(in context: PaneContext) -> (all: [String], hidden: [String]) {
        let columns = RecordColumns(self, width: layout(in: context).list.width, in: context)
        return (
            ["TIME", "P", "OFFSET"] + (columns.state == nil ? [] : ["TXN"]) + ["KEY"] + parts.map(\.name) + ["VALUE"],
            columns.hidden
        )
    }

    func columnMeanings(in context: PaneContext) -> [ColumnMeaning] {
        let columns = RecordColumns(self, width: layout(in: context).list.width, in: context)
        let all: [ColumnMeaning?] =
            [
                columns.hidden.contains("TIME")
                    ? nil
                    : ColumnMeaning(
                        title: "TIME", text: "the record's timestamp: its producer's clock, or the broker's"),
                ColumnMeaning(title: "P", text: "its partition"),
                ColumnMeaning(title: "OFFSET", text: "its place there; a span where offsets hold no record"),
                columns.state == nil
                    ? nil
                    : ColumnMeaning(
                        title: columns.hasStateWords ? "TXN" : "T",
                        text: "how its transaction ended: ✔ committed, ✘ aborted, ◌ open; nothing without one"),
                ColumnMeaning(title: "KEY", text: "its key; ∅ null, \"\" empty"),
            ]
            + columns.extras.map {
                ColumnMeaning(title: $0.part.name, text: "this part of the record; – where it has none")
            }
            + [
                ColumnMeaning(
                    title: "VALUE", text: "its value; ∅ null is a tombstone, control bytes are shown as marks")
            ]
        return all.compactMap(\.self)
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        guard let field else { return nil }
        let before = String(field.text.text.prefix(field.text.position))
        return (5 + min(TextWidth.of(before), max(0, context.width - 9)), 1)
    }

    func explain(in context: PaneContext) -> Explanation? {
        guard let row = row(at: cursor) else { return nil }
        let title = "p\(row.place.partition)@\(Quantity.grouped(row.place.offset))"
        switch row {
        case .issue(let issue):
            return Explanation(title: title, lines: issue.explanation)
        case .found(let found):
            var lines = RecordDetail.facts(found, topic, in: context).map { "\($0.name)  \($0.text)" }
            if let outcome = found.batch?.outcome { lines.append(outcome.explanation) }
            if found.record.value == nil {
                lines.append("A null value is a tombstone: compaction removes older records of its key.")
            }
            let marks = Sanitizer.marks(in: Payload.text(of: found.record.value ?? [], limit: 1 << 16) ?? "")
            if marks > 0 {
                lines.append("\(marks) control bytes of the value are shown as marks; none reaches the terminal.")
            }
            lines.append("kdeck joins no group and commits nothing to show this.")
            return Explanation(title: "record " + title, lines: lines)
        }
    }
}

/// Where the columns of the list stand.
struct RecordColumns {
    let time: Int
    let partition: Int
    let offset: Int
    /// How the record's transaction ended; nil while no record on the screen is in one.
    let state: Int?
    /// The state is written out, not only its sign.
    let hasStateWords: Bool
    let key: Int
    let keyWidth: Int
    let value: Int
    /// Columns of the user's own, between key and value.
    let extras: [Extra]
    let hidden: [String]

    /// A column that shows a part of the record.
    struct Extra {
        var part: RecordPart
        var x: Int
        var width: Int
    }

    init(_ pane: RecordsPane, width: Int, in context: PaneContext) {
        let rows = pane.visible(in: context)
        let times = rows.compactMap { $0.record.map { TextWidth.of(RecordColumns.time($0.timestamp, in: context)) } }
        let offsets = rows.map { TextWidth.of(RecordColumns.offsets($0)) }
        let keys = rows.compactMap { row in row.record.map { TextWidth.of(Payload.line($0.key, columns: 24)) } }
        let partitions = rows.map { String($0.place.partition).count }
        let narrow = width < 60
        time = max(4, times.max() ?? 12)
        partition = max(1, partitions.max() ?? 1)
        offset = max(6, offsets.max() ?? 6)
        keyWidth = min(max(3, keys.max() ?? 3), width >= 110 ? 24 : 12)
        let start = narrow ? 2 : 2 + time + 2
        let outcomes = rows.compactMap { $0.found?.batch?.outcome }
        hasStateWords = width >= 100
        let afterOffset = start + partition + 2 + offset + 2
        state = outcomes.isEmpty ? nil : afterOffset
        let words = width >= 100 ? outcomes.map { TextWidth.of($0.words) } : [1]
        key = outcomes.isEmpty ? afterOffset : afterOffset + (words.max() ?? 1) + 2
        var x = key + keyWidth + 2
        var shown: [Extra] = []
        var missing: [String] = narrow ? ["TIME"] : []
        for part in pane.parts {
            let texts = rows.compactMap { row in row.found.map { TextWidth.of(RecordColumns.text(part, $0)) } }
            let wide = min(24, max(TextWidth.of(part.name), texts.max() ?? 1))
            // The value keeps what shows that it is one.
            if x + wide + 2 + 20 > width {
                missing.append(part.name)
                continue
            }
            shown.append(Extra(part: part, x: x, width: wide))
            x += wide + 2
        }
        (extras, hidden, value) = (shown, missing, x)
    }

    /// Where the offset ends.
    var offsetEnd: Int { (state ?? key) - 2 }

    /// What a column of the user's own says; `–` where there is nothing.
    static func text(_ part: RecordPart, _ found: FoundRecord) -> String {
        part.content(of: found).map { Payload.line($0, columns: 24) } ?? "–"
    }

    static func time(_ timestamp: Int64, in context: PaneContext) -> String {
        timestamp < 0 ? "no time" : TimeText.short(timestamp, now: context.now, in: context.zone)
    }

    static func offsets(_ row: RecordRow) -> String {
        guard case .issue(let issue) = row, issue.offsets.count > 1 else { return Quantity.grouped(row.place.offset) }
        return Quantity.grouped(issue.offsets.lowerBound) + "–" + Quantity.grouped(issue.offsets.upperBound - 1)
    }
}
