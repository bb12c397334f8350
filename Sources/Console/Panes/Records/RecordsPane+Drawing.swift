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
        var x = 2
        for (text, style) in status(in: context) {
            let used = TextWidth.of(text)
            if x + used > area.width - 1 { continue }
            area.put(text, x: x, y: 0, style: style)
            x += used + 3
        }
        let field = 1
        if let typedPlace {
            drawField("@", typedPlace, on: &area, y: field)
            let at = max(24, 6 + TextWidth.of(typedPlace) + 2)
            switch GoTo.parse(typedPlace, now: context.now, zone: context.zone) {
            case .success(let found): area.put("= " + found.echo, x: at, y: field, style: .dim)
            case .failure(let error):
                area.put(
                    typedPlace.isEmpty ? GoTo.hint : error.sentence, x: at, y: field,
                    style: typedPlace.isEmpty ? .dim : .warn)
            }
        } else if isFiltering || !filter.isEmpty {
            drawField("/", filter, on: &area, y: field)
            let all = ring.rows.count { $0.record != nil }
            area.put(
                "\(Quantity.grouped(shown.rows.count)) of \(Quantity.grouped(all)) kept records match",
                x: max(24, 6 + TextWidth.of(filter) + 2), y: field, style: .dim)
        }
    }

    private func drawField(_ sign: String, _ text: String, on area: inout GridArea, y: Int) {
        area.put(sign, x: 2, y: y, style: .accent)
        area.put(text, x: 4, y: y, style: .text)
        if isFiltering || typedPlace != nil { area.put(" ", x: 4 + TextWidth.of(text), y: y, style: .input) }
    }

    /// What is being read, in pieces, the most important first.
    private func status(in context: PaneContext) -> [(String, Role)] {
        var pieces: [(String, Role)] = []
        if let failure { return [("✘ " + failure, .bad), ("r reads again", .dim)] }
        switch reading {
        case .asked: pieces.append(("reading …", .dim))
        case .page(let words):
            let count = ring.rows.count { $0.record != nil }
            let read = words.map { "from " + $0 } ?? "the newest of all partitions"
            pieces.append((read, .text))
            pieces.append((Quantity.count(count, "record"), .dim))
            if words != nil, behind > 0 { pieces.append(("\(Quantity.grouped(behind)) more, ↓ reads on", .dim)) }
        case .following(let since):
            pieces.append((isFrozen ? "‖ frozen" : "▶ following", isFrozen ? .warn : .good))
            pieces.append((Quantity.rate(rate(now: context.now)) + "/s", .strong))
            pieces.append(
                (
                    "\(Quantity.grouped(ring.counted - countedBefore)) counted in \(Quantity.duration(max(0, context.now - since)))",
                    .dim
                ))
            pieces.append(("\(Quantity.grouped(behind)) behind", .dim))
            if ring.dropped > 0 { pieces.append(("newest \(Quantity.grouped(ring.rows.count)) kept", .dim)) }
        }
        if isFrozen {
            if case .following = reading {} else { pieces.insert(("‖ frozen", .warn), at: 0) }
            pieces.insert(("\(Quantity.grouped(ring.counted - countedWhenFrozen)) came meanwhile", .warn), at: 1)
        }
        let all = context.view.metadata.value?.topics.first { $0.name == topic }?.partitions.count ?? ends.count
        let readable = max(0, all - failures.count)
        if all > 0, reading != .asked {
            pieces.append(("\(readable) of \(Quantity.count(all, "partition"))", failures.isEmpty ? .dim : .warn))
        }
        if let (partition, why) = failures.min(by: { $0.key < $1.key }) {
            pieces.append(("p\(partition): \(why)", .warn))
        }
        pieces.append((isolation == .readCommitted ? "read_committed" : "read_uncommitted", .dim))
        return pieces
    }

    private func drawTitles(on area: inout GridArea, y: Int, width: Int, in context: PaneContext) {
        let columns = RecordColumns(self, width: width, in: context)
        if columns.hidden.isEmpty { area.put(isNewestFirst ? "TIME ▾" : "TIME ▴", x: 2, y: y, style: .dim) }
        area.put("P", endingAt: columns.key - 4 - columns.offset, y: y, style: .dim)
        area.put("OFFSET", endingAt: columns.key - 2, y: y, style: .dim)
        area.put("KEY", x: columns.key, y: y, style: .dim)
        area.put("VALUE", x: columns.value, y: y, style: .dim)
    }

    private func drawList(on area: inout GridArea, in context: PaneContext) {
        guard !shown.rows.isEmpty else { return drawEmpty(on: &area, in: context) }
        let columns = RecordColumns(self, width: area.width, in: context)
        for y in 0..<area.height {
            guard let row = row(at: top + y) else { break }
            draw(row, on: &area, y: y, columns, isSelected: top + y == cursor, in: context)
        }
    }

    private func draw(
        _ row: RecordRow, on area: inout GridArea, y: Int, _ columns: RecordColumns, isSelected: Bool,
        in context: PaneContext
    ) {
        let ground: Role? = isSelected ? .selection : nil
        if isSelected {
            area.fill(Rect(x: 0, y: y, width: area.width, height: 1), style: Role.text.on(.selection))
            area.put("▌", x: 0, y: y, style: Role.selectionMark.on(.selection))
        }
        let room = max(0, area.width - columns.value - 1)
        let partitionEnd = columns.key - 4 - columns.offset
        switch row {
        case .issue(let issue):
            let isBad = issue.isBad
            let quiet: Role = isSelected ? .text : isBad ? .bad : .faint
            area.put(String(issue.partition), endingAt: partitionEnd, y: y, style: quiet.on(ground))
            area.put(RecordColumns.offsets(row), endingAt: columns.key - 2, y: y, style: quiet.on(ground))
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
                RecordColumns.offsets(row), endingAt: columns.key - 2, y: y,
                style: (isSelected ? Role.text : .dim).on(ground))
            let key = Payload.line(record.key, columns: columns.keyWidth)
            area.put(key, x: columns.key, y: y, style: Role.key.on(ground), cutTo: columns.keyWidth)
            drawValue(record, on: &area, x: columns.value, y: y, room: room, ground: ground)
        }
    }

    private func drawValue(_ record: Record, on area: inout GridArea, x: Int, y: Int, room: Int, ground: Role?) {
        let line = Payload.line(record.value, columns: room)
        switch Payload(record.value) {
        case .null: area.put("∅ null (a tombstone)", x: x, y: y, style: Role.text.on(ground), cutTo: room)
        case .empty: area.put("\"\" empty", x: x, y: y, style: Role.text.on(ground), cutTo: room)
        case .binary: area.put(line, x: x, y: y, style: Role.number.on(ground), cutTo: room)
        case .json, .text:
            let used = area.put(line, x: x, y: y, style: Role.text.on(ground), cutTo: room)
            let marks = Sanitizer.marks(in: line)
            let remark = "  \(Quantity.count(marks, "control byte")) shown as \(marks == 1 ? "a mark" : "marks")"
            if marks > 0, used + TextWidth.of(remark) <= room {
                area.put(remark, x: x + used, y: y, style: Role.dim.on(ground))
            }
            highlight(on: &area, x: x, y: y, used: used)
        }
    }

    /// Marks where the filter matches within the line.
    private func highlight(on area: inout GridArea, x: Int, y: Int, used: Int) {
        let needle = Array(filter.lowercased())
        guard !needle.isEmpty else { return }
        let cells = (x..<x + used).map { Character(area[$0, y].cluster.lowercased()) }
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

    private func drawEmpty(on area: inout GridArea, in context: PaneContext) {
        if reading == .asked { return }
        if !filter.isEmpty {
            area.put("No record that is kept contains \"\(filter)\".", x: 2, y: 1, style: .strong)
            area.put("esc clears the filter   f follows what comes   @ goes elsewhere", x: 2, y: 3, style: .dim)
            return
        }
        guard failure == nil else { return }
        area.put("No records here yet.", x: 2, y: 1, style: .strong)
        area.put("f follows what comes. From another terminal:", x: 2, y: 3, style: .text)
        area.put("echo hello | kcat -b \(context.console.address) -P -t \(topic)", x: 4, y: 4, style: .string)
    }
}
