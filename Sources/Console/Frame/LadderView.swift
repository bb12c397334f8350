import KafkaClient
import Terminal

/// The way to the cluster, while it is climbed and when it cannot be: what the panes' place shows until there is a cluster.
enum LadderView {
    static func draw(_ state: ConsoleState, on area: inout GridArea) {
        area.fill(Rect(x: 0, y: 0, width: area.width, height: area.height), style: Style(.text))
        guard let ladder = state.ladder else { return }
        let left = max(2, min(8, (area.width - 60) / 4))
        let columns = area.width - left - 2
        var y = area.height > 20 ? 2 : 0
        let title = ladder.failure == nil ? "Connecting" : "Not connected"
        area.put("\(title): \(state.console.address)", x: left, y: y, style: Style(.strong), cutTo: columns)
        y += 2
        var address = ""
        for rung in ladder.rungs {
            guard y < area.height - 2 else { break }
            if rung.address != address, ladder.rungs.first?.address != ladder.rungs.last?.address {
                address = rung.address
                if rung.step == .dns {
                    area.put(address, x: left, y: y, style: Style(.dim), cutTo: columns)
                    y += 1
                }
            }
            y = draw(rung, x: left, y: y, columns: columns, on: &area)
        }
        y += 1
        guard y < area.height else { return }
        let words =
            ladder.isOver && ladder.failure != nil
            ? state.isRefused
                ? "waits before the login is tried again   A another cluster   q quit"
                : "tries again by itself   A another cluster   q quit" : "q quit"
        area.put(words, x: left, y: y, style: Style(.faint), cutTo: columns)
    }

    /// Draws a rung and, where it failed, what to do; returns the next row.
    private static func draw(_ rung: Rung, x: Int, y: Int, columns: Int, on area: inout GridArea) -> Int {
        let (sign, role, words): (String, Role, String) =
            switch rung.state {
            case .waiting: ("·", .faint, "")
            case .running: ("…", .accent, "")
            case .passed(let words): ("✔", .good, words)
            case .failed(let why, _): ("✘", .bad, why)
            }
        area.put(sign, x: x, y: y, style: Style(role))
        area.put(rung.step.title, x: x + 2, y: y, style: Style(rung.state == .waiting ? .faint : .text))
        var y = y
        let indent = 15
        for line in Explanation.wrap(words, columns: max(10, columns - indent)) {
            guard y < area.height else { return y }
            area.put(line, x: x + indent, y: y, style: Style(role == .bad ? .bad : .dim), cutTo: columns - indent)
            y += 1
        }
        if words.isEmpty { y += 1 }
        guard case .failed(_, let fix) = rung.state else { return y }
        for line in Explanation.wrap(fix, columns: max(10, columns - indent)) {
            guard y < area.height else { return y }
            area.put(line, x: x + indent, y: y, style: Style(.text), cutTo: columns - indent)
            y += 1
        }
        return y
    }
}
