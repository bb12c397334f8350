import KafkaClient
import KafkaWire
import Terminal

extension RecordsPane {
    /// The rows on the screen now.
    func visible(in context: PaneContext) -> [RecordRow] {
        let height = layout(in: context).list.height
        return (top..<max(top, min(top + height, shown.rows.count))).compactMap { row(at: $0) }
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let layout = layout(in: context)
        if !isWhole {
            drawHead(on: &area, layout, in: context)
            if !shown.rows.isEmpty { drawTitles(on: &area, y: layout.head - 1, width: layout.list.width, in: context) }
            area.draw(in: layout.list) { drawList(on: &$0, in: context) }
        }
        guard let detail = layout.detail, let row = row(at: cursor) else { return }
        area.draw(in: detail) { part in
            RecordDetail(row: row, topic: topic, aspect: aspect, scroll: scroll, isWhole: isWhole).draw(
                on: &part, in: context)
        }
    }

    private func drawHead(on area: inout GridArea, _ layout: RecordsLayout, in context: PaneContext) {
        if let field { return draw(field, on: &area, in: context) }
        var x = 2
        for (text, style) in RecordsStatus(self, in: context).pieces {
            let used = TextWidth.of(text)
            if x + used > area.width - 1 { continue }
            area.put(text, x: x, y: 0, style: style)
            x += used + 3
        }
        if let query {
            let used = area.put("/ ", x: 2, y: 1, style: .accent)
            let text = area.put(query.text, x: 2 + used, y: 1, style: Style(.text), cutTo: max(0, area.width - 4))
            let words = matches
            if 5 + used + text + TextWidth.of(words) < area.width {
                area.put(words, x: 5 + used + text, y: 1, style: .dim)
            }
        } else if let search {
            let used = area.put("S ", x: 2, y: 1, style: .accent)
            area.put(search.query.text, x: 2 + used, y: 1, style: Style(.text), cutTo: max(0, area.width - 4))
        }
    }

    private var matches: String {
        let all = ring.rows.count { $0.record != nil }
        return "\(Quantity.grouped(shown.rows.count)) of \(Quantity.grouped(all)) kept records match"
    }

    /// What is typed, and above it what it would do.
    private func draw(_ field: RecordField, on area: inout GridArea, in context: PaneContext) {
        let (words, role) = echo(of: field, in: context)
        area.put(words, x: 2, y: 0, style: Style(role), cutTo: max(0, area.width - 3))
        area.put(field.sign, x: 2, y: 1, style: .accent)
        field.text.draw(on: &area, x: 4, y: 1, columns: max(4, area.width - 6), isFocused: true)
    }

    private func echo(of field: RecordField, in context: PaneContext) -> (String, Role) {
        let text = field.text.text
        guard !text.isEmpty else { return (field.hint, .dim) }
        switch field.kind {
        case .goTo:
            switch goTo(text, in: context) {
            case .success(let found): return ("= " + found.echo, .dim)
            case .failure(let error): return (error.sentence, .warn)
            }
        case .filter, .search:
            if let problem = RecordsPane.query(text, in: context).problem { return (problem, .warn) }
            if field.kind == .filter { return (matches, .dim) }
            return ("⏎ searches all of \(topic); / narrows what is on the screen", .dim)
        case .columns:
            if case .failure(let error) = RecordsPane.parts(text) { return (error.message, .warn) }
            return (field.hint, .dim)
        case .export:
            let rows = shown.rows.count { $0.record != nil }
            return ("⏎ writes \(Quantity.count(rows, "record")) here; \(field.hint)", .dim)
        }
    }

    private func drawTitles(on area: inout GridArea, y: Int, width: Int, in context: PaneContext) {
        let columns = RecordColumns(self, width: width, in: context)
        if columns.hidden.isEmpty { area.put(isNewestFirst ? "TIME ▾" : "TIME ▴", x: 2, y: y, style: .dim) }
        area.put("P", endingAt: columns.offsetEnd - 2 - columns.offset, y: y, style: .dim)
        area.put("OFFSET", endingAt: columns.offsetEnd, y: y, style: .dim)
        if let x = columns.state { area.put(columns.hasStateWords ? "TXN" : "T", x: x, y: y, style: .dim) }
        area.put("KEY", x: columns.key, y: y, style: .dim)
        for extra in columns.extras {
            area.put(extra.part.name, x: extra.x, y: y, style: Style(.dim), cutTo: extra.width)
        }
        area.put("VALUE", x: columns.value, y: y, style: .dim)
    }

    private func drawList(on area: inout GridArea, in context: PaneContext) {
        guard !shown.rows.isEmpty else { return drawEmpty(on: &area, in: context) }
        let columns = RecordColumns(self, width: area.width, in: context)
        for y in 0..<area.height {
            guard let row = row(at: top + y) else { break }
            draw(row, on: &area, y: y, columns, isMarked: top + y == cursor, in: context)
        }
    }

    private func draw(
        _ row: RecordRow, on area: inout GridArea, y: Int, _ columns: RecordColumns, isMarked: Bool,
        in context: PaneContext
    ) {
        // What rides on the newest is marked alone: a bar would have to be taken off each line that moves on.
        let isSelected = isMarked && !isRiding
        let ground: Role? = isSelected ? .selection : nil
        if isMarked, !isSelected { area.put("▌", x: 0, y: y, style: .dim) }
        if isSelected {
            area.fill(Rect(x: 0, y: y, width: area.width, height: 1), style: Role.text.on(.selection))
            area.put("▌", x: 0, y: y, style: Role.selectionMark.on(.selection))
        }
        let room = max(0, area.width - columns.value - 1)
        let partitionEnd = columns.offsetEnd - 2 - columns.offset
        switch row {
        case .issue(let issue):
            let isBad = issue.isBad
            let quiet: Role = isSelected ? .text : isBad ? .bad : .faint
            area.put(String(issue.partition), endingAt: partitionEnd, y: y, style: quiet.on(ground))
            area.put(RecordColumns.offsets(row), endingAt: columns.offsetEnd, y: y, style: quiet.on(ground))
            area.put(
                (isBad ? "✘ " : "") + issue.words, x: columns.value, y: y,
                style: (isBad ? Role.bad : .dim).on(ground), cutTo: room)
        case .found(let found):
            let record = found.record
            if columns.hidden.isEmpty {
                area.put(
                    RecordColumns.time(record.timestamp, in: context), x: 2, y: y,
                    style: (isSelected ? Role.text : .dim).on(ground))
            }
            area.put(String(found.partition), endingAt: partitionEnd, y: y, style: Role.accent.on(ground))
            area.put(
                RecordColumns.offsets(row), endingAt: columns.offsetEnd, y: y,
                style: (isSelected ? Role.text : .dim).on(ground))
            if let x = columns.state, let outcome = found.batch?.outcome {
                let text = columns.hasStateWords ? outcome.words : outcome.sign
                area.put(text, x: x, y: y, style: outcome.role.on(ground))
            }
            let key = Payload.line(record.key, columns: columns.keyWidth)
            area.put(key, x: columns.key, y: y, style: Role.key.on(ground), cutTo: columns.keyWidth)
            for extra in columns.extras {
                area.put(
                    RecordColumns.text(extra.part, found), x: extra.x, y: y, style: Role.string.on(ground),
                    cutTo: extra.width)
            }
            drawValue(
                record, on: &area, x: columns.value, y: y, room: room, ground: ground,
                isAborted: found.batch?.outcome == .aborted)
        }
    }

    private func drawValue(
        _ record: Record, on area: inout GridArea, x: Int, y: Int, room: Int, ground: Role?, isAborted: Bool
    ) {
        let plain: Role = isAborted ? .dim : .text
        let line = Payload.line(record.value, columns: room)
        switch Payload(record.value) {
        case .null: area.put("∅ null (a tombstone)", x: x, y: y, style: plain.on(ground), cutTo: room)
        case .empty: area.put("\"\" empty", x: x, y: y, style: plain.on(ground), cutTo: room)
        case .binary: area.put(line, x: x, y: y, style: (isAborted ? .dim : Role.number).on(ground), cutTo: room)
        case .json, .text:
            let used = area.put(line, x: x, y: y, style: plain.on(ground), cutTo: room)
            let marks = Sanitizer.marks(in: line)
            let remark = "  \(Quantity.count(marks, "control byte")) shown as \(marks == 1 ? "a mark" : "marks")"
            if marks > 0, used + TextWidth.of(remark) <= room {
                area.put(remark, x: x + used, y: y, style: Role.dim.on(ground))
            }
            highlight(on: &area, x: x, y: y, used: used)
        }
    }

    /// Marks where the filter or the search matches within the line.
    private func highlight(on area: inout GridArea, x: Int, y: Int, used: Int) {
        guard let marks = (query ?? search?.query)?.marks, !marks.isEmpty, used > 0 else { return }
        let cells = (x..<x + used).map { Character(area[$0, y].cluster.lowercased()) }
        for mark in marks {
            let needle = Array(mark.lowercased())
            guard !needle.isEmpty else { continue }
            var start = 0
            while start + needle.count <= cells.count {
                if Array(cells[start..<start + needle.count]) == needle {
                    area.restyle(Rect(x: x + start, y: y, width: needle.count, height: 1)) { _ in Style(.hit) }
                    start += needle.count
                } else {
                    start += 1
                }
            }
        }
    }

    private func drawEmpty(on area: inout GridArea, in context: PaneContext) {
        if reading == .asked { return }
        if query != nil {
            area.put("No record that is kept passes.", x: 2, y: 1, style: .strong)
            area.put(
                "esc clears the filter   S searches the whole topic   f follows what comes", x: 2, y: 3, style: .dim)
            return
        }
        if let search {
            guard !search.isRunning else { return }
            area.put(search.isComplete ? "No record passes." : "No record passed so far.", x: 2, y: 1, style: .strong)
            area.put(
                "S changes the expression   r \(search.isComplete ? "searches again" : "goes on")   esc back", x: 2,
                y: 3, style: .dim)
            return
        }
        guard failure == nil else { return }
        if case .positions(let places)? = place?.start, let (partition, offset) = places.first, places.count == 1 {
            let last = positions[partition] ?? offset
            area.put("Nothing to read from there on.", x: 2, y: 1, style: .strong)
            area.put(
                "Partition \(partition) ends there: its next record will have offset \(Quantity.grouped(last)).", x: 2,
                y: 3, style: Style(.text), cutTo: area.width - 4)
            area.put("It is shown here when it comes.   esc back", x: 2, y: 4, style: .dim)
            return
        }
        area.put("No records here yet.", x: 2, y: 1, style: .strong)
        area.put("What comes is shown at once. From another terminal:", x: 2, y: 3, style: .text)
        area.put("echo hello | kcat -b \(context.console.address) -P -t \(topic)", x: 4, y: 4, style: .string)
    }
}
