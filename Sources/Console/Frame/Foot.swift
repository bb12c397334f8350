import Terminal

/// The last two rows: what just happened, and the keys that work here and now.
enum Foot {
    /// One key of the foot.
    struct Item: Equatable {
        var sign: String
        var words: String
        var key: Key?
        var isEnabled: Bool
    }

    /// The keys of the foot, most used first.
    static func items(_ state: ConsoleState) -> [Item] {
        guard state.isASCII else { return signed(state) }
        return signed(state).map { item in
            var item = item
            item.sign = ASCIIFold.spelled(item.sign)
            return item
        }
    }

    private static func signed(_ state: ConsoleState) -> [Item] {
        switch state.overlay {
        case .palette:
            return [item("↑↓", "choose"), item("tab", "complete"), item("⏎", "run"), item("esc", "leave")]
        case .help: return [item("↑↓", "scroll"), item("esc", "leave")]
        case .explanation: return [item("esc", "leave")]
        case .dialog(let dialog): return dialog.keys.map { item($0.sign, $0.words) } + [item("esc", dialog.escape)]
        case nil: break
        }
        var rows = state.top.pane.bindingRows(in: state.context).filter { $0.isInFoot }
        var own: [Key] = rows.flatMap { $0.availability == .absent ? [] : $0.keys }
        if state.tabs[state.activeTab].panes.count > 1, let esc = Key("esc") {
            rows.append(
                BindingRow(
                    scope: "", keys: [esc], command: "back", words: "back", isInFoot: true, availability: .enabled))
        }
        for row in state.keys.frameRows where row.isInFoot && !own.contains(where: row.keys.contains) {
            rows.append(row)
        }
        if state.tabs[state.activeTab].panes.count == 1, let q = Key("q") {
            rows.insert(
                BindingRow(
                    scope: "", keys: [q], command: "quit", words: "quit", isInFoot: true, availability: .enabled),
                at: rows.count - 1)
        }
        own.removeAll()
        return rows.compactMap { row in
            guard row.availability != .absent else { return nil }
            return Item(
                sign: row.sign, words: row.words, key: row.keys.first, isEnabled: row.availability == .enabled)
        }
    }

    private static func item(_ sign: String, _ words: String) -> Item {
        Item(sign: sign, words: words, key: nil, isEnabled: true)
    }

    /// The items that fit, with their left edges: cut from the right, `?` kept.
    private static func fitting(_ items: [Item], columns: Int) -> [(x: Int, item: Item)] {
        func width(_ item: Item) -> Int { TextWidth.of(item.sign) + 1 + TextWidth.of(item.words) }
        var kept = items
        func total() -> Int { 1 + kept.reduce(0) { $0 + width($1) } + 3 * max(0, kept.count - 1) }
        while kept.count > 1, total() > columns - 1 {
            let last = kept.lastIndex { $0.sign != "?" } ?? kept.count - 1
            kept.remove(at: last)
        }
        var x = 1
        return kept.map { item in
            defer { x += width(item) + 3 }
            return (x, item)
        }
    }

    /// The key at column `x` of the foot.
    static func key(at x: Int, in state: ConsoleState) -> Key? {
        fitting(items(state), columns: state.size.width).last { $0.x <= x }?.item.key
    }

    static func draw(_ state: ConsoleState, on area: inout GridArea) {
        drawNotice(state, on: &area, y: area.height - 2)
        let y = area.height - 1
        area.fill(Rect(x: 0, y: y, width: area.width, height: 1), style: Role.dim.on(.foot))
        for (x, item) in fitting(items(state), columns: area.width) {
            let used = area.put(item.sign, x: x, y: y, style: (item.isEnabled ? Role.footKey : .faint).on(.foot))
            area.put(item.words, x: x + used + 1, y: y, style: (item.isEnabled ? Role.dim : .faint).on(.foot))
        }
    }

    private static func drawNotice(_ state: ConsoleState, on area: inout GridArea, y: Int) {
        guard let notice = shown(state) else { return }
        let (sign, role): (String, Role) =
            switch notice.kind {
            case .good: ("✔ ", .good)
            case .info: ("", .dim)
            case .warn: ("▲ ", .warn)
            case .bad: ("✘ ", .bad)
            }
        // A sentence that is longer than its line takes the last ones of the pane: its end is often what to do.
        let whole = sign + notice.text
        if area.columns(of: whole) > area.width - 2 {
            let lines = Explanation.wrap(whole, columns: area.width - 4).prefix(max(1, area.height / 4))
            let top = y - lines.count + 1
            area.fill(Rect(x: 0, y: top, width: area.width, height: lines.count), style: .plain)
            for (line, text) in lines.enumerated() {
                let x = line == 0 ? 1 : 1 + TextWidth.of(sign)
                area.put(text, x: x, y: top + line, style: Style(role), cutTo: area.width - x - 1)
            }
            return
        }
        var x = 1
        x += area.put(whole, x: x, y: y, style: Style(role), cutTo: area.width - 2)
        let room = area.width - x - 12 - 1
        guard !notice.sameAs.isEmpty, room > 20 else { return }
        area.put("same as", x: x + 3, y: y, style: .faint)
        // A command that is cut cannot be used: where it stands whole is said instead of its end.
        let isCut = TextWidth.of(notice.sameAs) > room
        let hint = "  whole in Activity"
        let columns = isCut ? max(8, room - TextWidth.of(hint)) : room
        let used = area.put(notice.sameAs, x: x + 12, y: y, style: Style(.dim), cutTo: columns)
        if isCut { area.put(hint, x: x + 12 + used, y: y, style: .faint) }
    }

    /// The one line there is room for: what was said, unless something is wrong that is newer. What is wrong stands for as
    /// long as it is; what is said meanwhile is seen for a moment.
    private static func shown(_ state: ConsoleState) -> Notice? {
        guard let wrong = standing(state) else { return state.notice }
        guard let notice = state.notice, notice.at > wrong.at else { return wrong }
        return notice.kind == .bad || state.now - notice.at < moment ? notice : wrong
    }

    /// How long something said is seen while something is wrong, in milliseconds.
    private static let moment: Int64 = 5_000

    /// What is wrong for as long as it is: the cluster does not answer.
    private static func standing(_ state: ConsoleState) -> Notice? {
        guard state.view.metadata.value != nil, let failure = state.view.metadata.failure else { return nil }
        var notice = Notice(.bad, failure)
        notice.at = state.view.metadata.failingSince ?? state.now
        return notice
    }
}
