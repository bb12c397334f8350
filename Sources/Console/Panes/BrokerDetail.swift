import KafkaClient
import KafkaWire
import Terminal

/// What lies behind a line of the brokers: its disks as bars, what its settings change, the controllers.
enum BrokerDetail {
    static func draw(_ row: BrokersPane.Row, on area: inout GridArea, in context: PaneContext) {
        area.rule("broker \(row.id)", y: 0, right: row.isUp ? "⏎ configs" : "")
        var y = drawDisks(row, on: &area, y: 1)
        y = drawSettings(row, on: &area, y: y + 1, in: context)
        drawQuorum(on: &area, y: y + 1, in: context)
    }

    private static func drawDisks(_ row: BrokersPane.Row, on area: inout GridArea, y start: Int) -> Int {
        var y = start
        guard let directories = row.directories?.value else {
            let words = row.directories?.failure ?? (row.isUp ? "asking for its folders …" : "it is down")
            area.putLines(words, x: 2, y: y, style: Style(row.directories?.failure == nil ? .dim : .warn))
            return y + 1
        }
        let name = min(46, directories.reduce(12) { max($0, TextWidth.of($1.path)) })
        for directory in directories.sorted(by: { $0.path < $1.path }) where y < area.height {
            area.put(directory.path, x: 2, y: y, style: Style(.text), cutTo: name)
            let x = 4 + name
            defer { y += 1 }
            guard directory.error == .none else {
                area.put("✘ offline: \(directory.error.name)", x: x, y: y, style: .bad)
                continue
            }
            var words = "logs \(Quantity.size(directory.usedBytes))"
            if let free = directory.freeBytes, let total = directory.totalBytes, total > 0 {
                let width = max(8, min(40, area.width - x - 48))
                let full = Int((Double(total - free) / Double(total) * Double(width)).rounded())
                let isTight = Double(free) / Double(total) < 0.1
                area.put(String(repeating: "█", count: min(width, full)), x: x, y: y, style: isTight ? .bad : .bar)
                area.put(String(repeating: "░", count: max(0, width - full)), x: x + full, y: y, style: .faint)
                words += ", free \(Quantity.size(free)) of \(Quantity.size(total))"
                area.put(
                    words, x: x + width + 2, y: y, style: Style(isTight ? .warn : .dim),
                    cutTo: area.width - x - width - 3)
            } else {
                area.put(
                    words + ", free unknown: the broker does not tell", x: x, y: y, style: Style(.dim),
                    cutTo: area.width - x - 1)
            }
        }
        return y
    }

    private static func drawSettings(_ row: BrokersPane.Row, on area: inout GridArea, y: Int, in context: PaneContext)
        -> Int
    {
        guard row.isUp, y < area.height else { return y }
        let known = context.view.settings[.broker(row.id)]
        area.put("differs from default", x: 2, y: y, style: .dim)
        guard let entries = known?.value else {
            area.put(
                known?.failure ?? Quantity.asking, x: 24, y: y, style: Style(known?.failure == nil ? .dim : .warn),
                cutTo: area.width - 25)
            return y + 1
        }
        let own = entries.filter { $0.source != .kafka && !$0.isSensitive }.sorted {
            ($0.source, $0.name) < ($1.source, $1.name)
        }
        if own.isEmpty { area.put("nothing", x: 24, y: y, style: .dim) }
        // As many lines as the controllers below leave.
        let voters = context.view.quorum.value?.voters.count ?? 1
        let lines = max(4, area.height - y - voters - 2)
        var (line, x) = (y, 24)
        for (index, entry) in own.enumerated() {
            let value = TextWidth.truncate(ConfigText.readable(entry), to: 40)
            let width = TextWidth.of(entry.name) + 1 + TextWidth.of(value)
            if x + width + 2 > area.width, x > 24 { (line, x) = (line + 1, 24) }
            guard line < min(area.height, y + lines) else {
                area.put("… \(own.count - index) more", x: 2, y: line - 1, style: .dim)
                break
            }
            x += area.put(entry.name, x: x, y: line, style: .accent) + 1
            x += area.put(value, x: x, y: line, style: .text) + 3
        }
        return min(line, y + lines - 1) + 1
    }

    private static func drawQuorum(on area: inout GridArea, y: Int, in context: PaneContext) {
        guard y < area.height else { return }
        area.put("controllers", x: 2, y: y, style: .dim)
        guard let quorum = context.view.quorum.value else {
            area.put(
                context.view.quorum.failure ?? Quantity.asking, x: 24, y: y, style: Style(.dim), cutTo: area.width - 25)
            return
        }
        for (line, replica) in (quorum.voters.sorted { $0.id < $1.id }).enumerated() where y + line < area.height {
            let leads = replica.id == quorum.leader
            area.put(leads ? "◆ \(replica.id)" : "  \(replica.id)", x: 24, y: y + line, style: leads ? .good : .text)
            let lag = quorum.voters.first { $0.id == quorum.leader }.map { max(0, $0.end - replica.end) } ?? 0
            var words =
                leads ? "leads, epoch \(quorum.epoch), metadata up to \(Quantity.grouped(replica.end))" : "follows"
            if !leads { words += lag == 0 ? ", has all of it" : ", \(Quantity.grouped(lag)) behind" }
            if !leads, let seen = replica.lastCaughtUp, seen > 0, context.now - seen > 3_000 {
                words += ", last had all \(Quantity.duration(context.now - seen)) ago"
            }
            area.put(words, x: 30, y: y + line, style: Style(lag > 0 ? .warn : .dim), cutTo: area.width - 31)
        }
    }

    static func sentences(_ row: BrokersPane.Row, in context: PaneContext) -> [String] {
        var lines = [
            row.isUp
                ? "It is up and listens at \(row.address)."
                : "It is not among those that are up; it was \(row.address).",
            "It leads \(Quantity.count(row.leads, "partition")) and is the preferred leader of \(Quantity.grouped(row.preferred)).",
        ]
        if row.leads < row.preferred {
            lines.append(
                "L makes the preferred leaders lead again where they are in sync; Kafka does it by itself every five minutes."
            )
        }
        lines.append(
            "It holds \(Quantity.count(row.copies, "copy", "copies")), \(Quantity.grouped(row.behind)) of them not in sync."
        )
        if let release = row.release {
            lines.append(
                release.name.map {
                    "It runs Kafka \($0), by the newest metadata.version it knows (\(release.supported ?? 0)); no request tells it outright."
                } ?? "It does not tell a metadata.version, from which its release would follow.")
            if let agreed = release.finalizedName { lines.append("The cluster agreed on the metadata of \(agreed).") }
        }
        if let failure = row.directories?.failure { lines.append("Its folders are not told: \(failure)") }
        return lines
    }
}
