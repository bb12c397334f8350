import Terminal

extension Palette {
    /// Rows of the list that are shown at most.
    private static let rows = 9

    private func frame(_ width: Int, _ height: Int) -> Rect {
        let columns = min(max(62, width * 3 / 4), max(20, width - 4), 110)
        let rows = min(Self.rows, max(1, height - 7)) + 7
        return Rect(
            x: max(0, width - columns - 2), y: min(1, max(0, height - rows)), width: columns, height: min(rows, height))
    }

    func cursor(in pane: Rect) -> (x: Int, y: Int) {
        let box = frame(pane.width, pane.height)
        return (box.x + 4 + TextWidth.of(String(field.text.prefix(field.position))), box.y + 1)
    }

    func draw(on area: inout GridArea) {
        let box = frame(area.width, area.height)
        area.box(box, title: "command")
        area.put(":", x: box.x + 2, y: box.y + 1, style: .accent)
        area.put(field.text, x: box.x + 4, y: box.y + 1, style: .strong, maxWidth: box.width - 6)
        let room = max(1, box.height - 7)
        let first = max(0, min(index - room + 1, matches.count - room))
        let shown = matches.dropFirst(first).prefix(room)
        let longest = min(28, shown.reduce(0) { max($0, TextWidth.of($1.title)) })
        for (line, match) in shown.enumerated() {
            let y = box.y + 2 + line
            let isMarked = first + line == index
            let ground: Role? = isMarked ? .selection : nil
            if isMarked {
                area.fill(Rect(x: box.x + 1, y: y, width: box.width - 2, height: 1), style: Role.text.on(ground))
                area.put("▌", x: box.x + 2, y: y, style: Role.selectionMark.on(ground))
            }
            area.put(
                match.title, x: box.x + 4, y: y, style: (isMarked ? Role.strong : .text).on(ground), cutTo: longest)
            let left = box.x + 6 + longest
            let words = match.entry.argument.isEmpty || match.argument.isEmpty ? match.entry.words : ""
            area.put(words, x: left, y: y, style: Role.dim.on(ground), cutTo: box.x + box.width - 2 - left)
        }
        let none = field.text.utf8.contains(0x20) ? "no such command, or nothing of that name" : "no such command"
        if matches.isEmpty { area.put(none, x: box.x + 4, y: box.y + 2, style: .warn) }
        let y = box.y + box.height - 4
        area.put("↑↓ choose   tab complete   ⏎ run   esc leave", x: box.x + 2, y: y, style: .dim)
        guard matches.indices.contains(index) else { return }
        let shell = matches[index].shell
        let lines = [shell.kdeck, shell.apache].filter { !$0.isEmpty }
        for (line, text) in lines.enumerated() {
            area.put(text, x: box.x + 2, y: y + 1 + line, style: Style(.dim), cutTo: box.width - 4)
        }
        if lines.isEmpty, let nothing = shell.nothing {
            area.put(
                "no shell line: it \(nothing.rawValue)", x: box.x + 2, y: y + 1, style: Style(.faint),
                cutTo: box.width - 4)
        }
    }
}

extension Explanation {
    private func frame(_ area: Rect) -> (box: Rect, lines: [(text: String, role: Role)]) {
        let longest = lines.reduce(TextWidth.of(title) + 8) { max($0, TextWidth.of($1) + 4) }
        let titles = columns.reduce(0) { max($0, TextWidth.of($1.title)) }
        let meanings = columns.reduce(0) { max($0, titles + 2 + TextWidth.of($1.text) + 4) }
        let width = min(area.width - 4, 100, max(40, longest, meanings))
        var shown = lines.flatMap { line in Self.wrap(line, columns: width - 4).map { ($0, Role.text) } }
        if !columns.isEmpty {
            if !shown.isEmpty { shown.append(("", .text)) }
            for column in columns {
                let texts = Self.wrap(column.text, columns: max(10, width - 6 - titles))
                for (line, text) in texts.enumerated() {
                    let name = line == 0 ? column.title : ""
                    shown.append(
                        (name + String(repeating: " ", count: titles + 2 - TextWidth.of(name)) + text, .dim))
                }
            }
        }
        let height = min(area.height, shown.count + 3)
        let box = Rect(x: (area.width - width) / 2, y: max(0, (area.height - height) / 3), width: width, height: height)
        return (box, shown)
    }

    /// Lines that lie below what is seen at first.
    func overflow(in area: Rect) -> Int {
        let (box, lines) = frame(area)
        return max(0, lines.count - max(0, box.height - 3))
    }

    func draw(on area: inout GridArea, scroll: Int) {
        let (box, all) = frame(Rect(x: 0, y: 0, width: area.width, height: area.height))
        area.box(box, title: title)
        let room = max(0, box.height - 3)
        let first = min(scroll, max(0, all.count - room))
        for (line, (text, role)) in all.dropFirst(first).prefix(room).enumerated() {
            area.put(text, x: box.x + 2, y: box.y + 1 + line, style: Style(role), cutTo: box.width - 4)
        }
        let rest = all.count - room - first
        let more = rest > 0 ? "   ↓ \(Quantity.grouped(rest)) more" : ""
        area.put("esc leaves" + more, x: box.x + 2, y: box.y + box.height - 2, style: .faint)
    }

    /// Breaks a line between words; a word that is wider than the line is left to be cut.
    static func wrap(_ line: String, columns: Int) -> [String] {
        guard TextWidth.of(line) > columns else { return [line] }
        var out: [String] = []
        var present = ""
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            let longer = present.isEmpty ? String(word) : present + " " + word
            if TextWidth.of(longer) > columns, !present.isEmpty {
                out.append(present)
                present = String(word)
            } else {
                present = longer
            }
        }
        out.append(present)
        return out
    }
}

/// `?`: the keys that work here, from the same tables that dispatch them.
enum HelpSheet {
    /// A key with what it does; a heading has no sign.
    struct Line: Equatable, Sendable {
        /// The keys.
        var sign: String
        /// What they do.
        var words: String
        /// What else there is to know; why it does nothing now.
        var remark: String
        /// It does nothing now.
        var isOff: Bool

        init(_ sign: String, _ words: String, remark: String = "", isOff: Bool = false) {
            (self.sign, self.words, self.remark, self.isOff) = (sign, words, remark, isOff)
        }
    }

    /// The lines, those of the pane first.
    static func lines(_ state: ConsoleState) -> [Line] {
        var lines: [Line] = []
        let pane = state.top.pane
        lines.append(Line("", type(of: pane).name))
        for row in pane.bindingRows(in: state.context) where row.availability != .absent {
            var line = Line(row.keys.map(KeySign.text).joined(separator: " "), row.words)
            if case .disabled(let why) = row.availability { (line.remark, line.isOff) = (why, true) }
            lines.append(line)
        }
        let sorts = type(of: pane).sortKeys
        if !sorts.isEmpty {
            let words = "sort by " + sorts.map { $0.words.dropFirst(8) }.joined(separator: ", ")
            lines.append(Line(String(sorts.map(\.letter)), words, remark: "again: the other way"))
        }
        for scope in ["lists", "everywhere"] {
            lines.append(Line("", scope))
            if scope == "everywhere" { lines.append(Line("1 … \(state.tabs.count)", "panes")) }
            for row in state.keys.frameRows where row.scope == scope {
                lines.append(Line(row.keys.map(KeySign.text).joined(separator: " "), row.words))
            }
        }
        return lines
    }

    static func draw(_ state: ConsoleState, scroll: Int, on area: inout GridArea) {
        let width = min(area.width - 4, 96)
        let lines = lines(state).flatMap { line -> [Line] in
            // What does not fit goes on below, never past the edge.
            let whole = line.remark.isEmpty ? line.words : line.words + "  " + line.remark
            guard !line.sign.isEmpty, TextWidth.of(whole) > width - 22 else { return [line] }
            return Explanation.wrap(whole, columns: width - 22).enumerated().map {
                Line($0.offset == 0 ? line.sign : " ", $0.element, isOff: line.isOff)
            }
        }
        let height = min(area.height, lines.count + 2)
        let box = Rect(x: (area.width - width) / 2, y: max(0, (area.height - height) / 3), width: width, height: height)
        area.box(box, title: "keys of this screen")
        let room = max(0, height - 2)
        let first = min(scroll, max(0, lines.count - room))
        for (index, line) in lines.dropFirst(first).prefix(room).enumerated() {
            let y = box.y + 1 + index
            if line.sign.isEmpty {
                area.put(line.words, x: box.x + 2, y: y, style: .title)
                continue
            }
            area.put(line.sign, x: box.x + 4, y: y, style: Style(.accent), cutTo: 14)
            let used = area.put(
                line.words, x: box.x + 20, y: y, style: Style(line.isOff ? .dim : .text), cutTo: width - 22)
            area.put(line.remark, x: box.x + 22 + used, y: y, style: Style(.faint), cutTo: width - 24 - used)
        }
        if lines.count > room {
            area.put(
                " ↓ \(lines.count - room - first) more ", endingAt: box.x + width - 2, y: box.y + height - 1,
                style: .dim)
        }
    }
}
