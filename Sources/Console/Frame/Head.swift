import KafkaWire
import Terminal

/// Row 1: product, badge, address, brokers, health, rates, age of the data. Never scrolls, never lies.
enum Head {
    static func draw(_ state: ConsoleState, on area: inout GridArea) {
        let ground = Role.head
        area.fill(Rect(x: 0, y: 0, width: area.width, height: 1), style: Role.text.on(ground))
        var x = area.put(" kdeck ", x: 0, y: 0, style: Role.text.on(ground))
        let badge = state.isColorless ? "[\(state.console.badge)]" : " \(state.console.badge) "
        x += area.put(badge, x: x, y: 0, style: Style(state.console.badgeRole))
        if let mode = mode(state) {
            x += 1
            x += area.put(mode.text, x: x, y: 0, style: mode.role.on(ground))
        }
        let health = Health.of(state.view, now: state.now)
        let brokers = brokersText(state.view)
        let phrase = "\(health.sign) \(health.text)"
        let right = rightSide(state, columns: area.width)
        let last = TextWidth.of((right.last ?? []).map(\.text).joined())
        let fixed = TextWidth.of(phrase) + (brokers.isEmpty ? 0 : TextWidth.of(brokers) + 2) + 4
        let address = TextWidth.truncate(
            state.console.address, to: max(8, area.width - x - fixed - last - 2))
        x += 2 + area.put(address, x: x + 2, y: 0, style: Role.text.on(ground))
        x += 2
        if !brokers.isEmpty { x += area.put(brokers, x: x, y: 0, style: Role.dim.on(ground)) + 2 }
        let role: Role =
            switch health.level {
            case .good: .good
            case .warn: .warn
            case .bad: .badStrong
            case .asking: .dim
            }
        x += area.put(phrase, x: x, y: 0, style: role.on(ground))
        // The age stays longest; of the rates what goes out goes first.
        var groups = right
        while groups.count > 1, x + 2 + TextWidth.of(groups.joined().map(\.text).joined()) + 1 > area.width {
            groups.remove(at: groups.count - 2)
        }
        let parts = groups.joined()
        var at = area.width - 1 - TextWidth.of(parts.map(\.text).joined())
        guard at > x else { return }
        for part in parts { at += area.put(part.text, x: at, y: 0, style: part.role.on(ground)) }
    }

    /// Whether a cluster that is not ours may be changed, and for how long.
    private static func mode(_ state: ConsoleState) -> (text: String, role: Role)? {
        if state.console.isSandbox, !state.console.isReadOnly { return nil }
        guard state.console.isReadOnly else { return ("read-write", .warn) }
        guard let end = state.unlockedUntil, state.isUnlocked else { return ("read-only", .dim) }
        let seconds = (end - state.now + 999) / 1_000
        return ("read-write \(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)", .warn)
    }

    private static func brokersText(_ view: ClusterView) -> String {
        guard let live = view.metadata.value?.brokers.count else { return "" }
        let all = max(view.everSeen.count, live)
        return live == all ? Quantity.count(live, "broker") : "\(live) of \(all) brokers"
    }

    /// Data is live for so long after it came and would have been asked for again, in milliseconds: the answer may be late.
    private static let lateAfter: Int64 = 1_000
    /// Data is so old that somebody should look, in milliseconds.
    private static let oldAfter: Int64 = 10_000

    /// One word while answers come, so that a cluster in which nothing happens costs a slow line nothing; the age, counting
    /// up, once they do not.
    private static func freshness(_ age: Int64, refresh: Int64) -> (text: String, role: Role) {
        age < refresh + lateAfter
            ? (text: "live", role: .dim) : (text: "\(Quantity.age(age)) ago", role: age < oldAfter ? .warn : .bad)
    }

    /// How long the last rate is shown after its last answer, in milliseconds.
    private static let staleAfter: Int64 = 15_000

    private static func rightSide(_ state: ConsoleState, columns: Int) -> [[(text: String, role: Role)]] {
        var parts: [[(text: String, role: Role)]] = []
        let isEmpty = state.view.metadata.value != nil && state.view.summary.users.isEmpty
        if isEmpty, let ready = state.console.readyMs {
            parts.append([(text: "ready in \(Quantity.grouped(ready)) ms   ", role: .dim)])
        } else if state.view.metadata.failingSince == nil {
            for (word, history) in [("in", state.view.clusterIn), ("out", state.view.clusterOut)] {
                // A rate that nobody asks for any more is none.
                guard let at = history.samples.last?.time, state.now - at < staleAfter, let rate = history.rate() else {
                    continue
                }
                var group: [(text: String, role: Role)] = [(text: "\(word) ", role: .dim)]
                if columns >= 110 {
                    let line = Sparkline.text(history.rates(columns: 6, now: state.now))
                    group.append((text: line + " ", role: .spark))
                }
                parts.append(group + [(text: "\(Quantity.rate(rate))/s   ", role: .dim)])
            }
        }
        if state.frozen != nil {
            parts.append([(text: columns < 100 ? "frozen" : "frozen, ctrl-s goes on", role: .warn)])
        } else if let at = state.view.freshest {
            parts.append([freshness(state.now - at, refresh: state.refreshPause)])
        }
        return parts
    }
}

/// Row 2: the panes by number, and where one is.
enum TabRow {
    /// The left edge and text of every tab. Where one is deep in a tab and that does not fit beside the titles, the other
    /// tabs are their numbers.
    private static func tabs(_ state: ConsoleState) -> [(x: Int, text: String)] {
        let whole = tabs(state, isShort: false)
        let end = whole.last.map { $0.x + TextWidth.of($0.text) } ?? 0
        let wanted = TextWidth.of(isDeep(state) ? state.crumbs.dropFirst().joined(separator: " › ") : "")
        return end + 2 + wanted + 1 <= state.size.width && end < state.size.width ? whole : tabs(state, isShort: true)
    }

    private static func tabs(_ state: ConsoleState, isShort: Bool) -> [(x: Int, text: String)] {
        var x = 1
        return state.tabs.enumerated().map { index, tab in
            let text = isShort && index != state.activeTab ? " \(index + 1) " : " \(index + 1) \(tab.title) "
            defer { x += TextWidth.of(text) + (isShort ? 0 : 1) }
            return (x, text)
        }
    }

    private static func isDeep(_ state: ConsoleState) -> Bool {
        state.tabs[state.activeTab].panes.count > 1 || !state.top.pane.crumbs.isEmpty
    }

    static func draw(_ state: ConsoleState, on area: inout GridArea) {
        var end = 0
        for (index, tab) in tabs(state).enumerated() {
            let isActive = index == state.activeTab
            let text = isActive && state.isColorless ? "[" + tab.text.dropFirst().dropLast() + "]" : tab.text
            area.put(text, x: tab.x, y: 1, style: isActive ? .tab : .dim)
            end = tab.x + TextWidth.of(tab.text)
        }
        let room = area.width - 1 - end - 2
        let place: String
        if isDeep(state) {
            place = Self.place(state.crumbs, columns: room)
        } else {
            // Of a remark what comes after the comma is said where it has room.
            let whole = state.top.pane.remark(in: state.context)
            let end = whole.indices.first { whole[$0...].hasPrefix(", ") } ?? whole.endIndex
            place = TextWidth.of(whole) <= room ? whole : String(whole[..<end])
        }
        guard room > 3 else { return }
        area.put(TextWidth.truncate(place, to: room), endingAt: area.width - 1, y: 1, style: .accent)
    }

    /// The crumbs that fit: the tab is marked already, so what is cut is cut from there; then what kind of pane it is, which
    /// can be seen. The name of the thing stays.
    private static func place(_ crumbs: [String], columns: Int) -> String {
        var rest = crumbs[...]
        func fits() -> Bool { TextWidth.of(rest.joined(separator: " › ")) <= columns }
        if rest.count > 1, !fits() { rest = rest.dropFirst() }
        while rest.count > 2, !fits() { rest = rest.dropFirst() }
        if rest.count > 1, !fits() { rest = rest.dropLast() }
        return rest.joined(separator: " › ")
    }

    /// The tab at column `x`.
    static func tab(at x: Int, in state: ConsoleState) -> Int? {
        tabs(state).firstIndex { x >= $0.x && x < $0.x + TextWidth.of($0.text) }
    }
}
