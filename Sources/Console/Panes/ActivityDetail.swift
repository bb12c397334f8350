import KafkaClient
import Terminal

/// What lies behind a line of Activity: what was sent, the same in Apache's words, what came back, what takes it back.
enum ActivityDetail {
    /// The facts of a change, a label and a text each; a label is empty where the one above goes on.
    static func lines(_ entry: ActivityEntry, in context: PaneContext) -> [(label: String, text: String)] {
        var lines: [(label: String, text: String)] = []
        if let ending = entry.ending {
            lines.append(("result", ending.sentence))
            for detail in ending.details { lines.append(("", detail)) }
        } else {
            lines.append(("result", "on its way for \(Quantity.duration(max(0, context.now - entry.at)))"))
        }
        // What is copied stands before what is only known: of a low pane the end is lost.
        if !entry.change.sameAs.isEmpty { lines.append(("same as", entry.change.sameAs)) }
        if let undone = entry.undoneAt {
            lines.append(("undo", "taken back at \(TimeText.short(undone, now: context.now, in: context.zone))"))
        } else {
            let isWaiting = entry.ending == nil
            let endsWithPane = (entry.job.job as? any ChangeJob)?.endsWithItsPane ?? false
            let none =
                isWaiting
                ? endsWithPane ? "not done yet: leaving its pane gives it up" : "not done yet"
                : "nothing takes this back"
            lines.append(("undo", entry.undo.map { "u: \($0.change.what)" } ?? none))
        }
        let took = entry.endedAt.map { ", took \(Quantity.duration(max(0, $0 - entry.at)))" } ?? ""
        lines.append(("started", TimeText.dateTime(entry.at, in: context.zone) + " \(context.zone.name)\(took)"))
        lines.append(("requests", entry.change.requests.joined(separator: " → ")))
        for detail in entry.change.details { lines.append(("", detail)) }
        return lines
    }

    static func draw(_ row: ActivityPane.Row, on area: inout GridArea, in context: PaneContext) {
        switch row {
        case .change(let entry):
            area.rule(entry.change.what, y: 0)
            var y = 1
            for fact in lines(entry, in: context) {
                area.put(fact.label, x: 2, y: y, style: .dim)
                let role: Role = fact.label == "result" ? row.role : fact.label == "same as" ? .accent : .text
                // Whole, however long: a command that is cut cannot be used.
                for text in Explanation.wrap(fact.text, columns: max(20, area.width - 14)) where y < area.height {
                    area.put(text, x: 13, y: y, style: Style(role), cutTo: area.width - 14)
                    y += 1
                }
                guard y < area.height else { break }
            }
        case .happening(let happening, _):
            area.rule("what happened", y: 0)
            for (line, text) in Explanation.wrap(happening.text, columns: area.width - 4).enumerated() {
                area.put(text, x: 2, y: line + 1, style: Style(happening.kind.role), cutTo: area.width - 4)
            }
        }
    }

    static func drawEmpty(on area: inout GridArea) {
        let lines = [
            "Nothing was changed from here yet.", "",
            "Every change that kdeck makes is kept here until it ends: what was sent, the same as a command of Apache Kafka's tools, what came back, and u where it can be undone.",
            "What happens in the cluster meanwhile stands between them: brokers, leaders, in-sync sets.",
        ]
        var y = 1
        for (line, text) in lines.enumerated() {
            for part in Explanation.wrap(text, columns: max(10, area.width - 6)) {
                area.put(part, x: 4, y: y, style: Style(line == 0 ? .text : .dim), cutTo: area.width - 5)
                y += 1
            }
        }
    }
}
