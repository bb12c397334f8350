import KafkaClient
import KafkaWire
import Terminal

/// What can be said of a group in sentences, with the numbers it rests on, and its members.
struct GroupDiagnosis {
    private let group: GroupID
    private let context: PaneContext
    private let rows: [GroupLagPane.Row]
    private let description: GroupDescription?
    private let lag: GroupLag?

    init(_ pane: GroupLagPane, _ context: PaneContext) {
        group = pane.group
        self.context = context
        rows = pane.unsortedRows(in: context)
        description = context.view.members[pane.group]?.value
        lag = context.view.lags[pane.group]?.value
    }

    private var total: Int64? { lag?.total }

    /// Records a second that come in on its partitions, over the time its commits were watched.
    private var rateIn: Double? { sum { context.view.ends[$0]?.rate(over: window($0)) } }
    /// Records a second that it commits.
    private var rateOut: Double? { sum { lag?.commits[$0]?.rate(over: window($0)) } }

    /// Ends may be known for longer than commits; both are measured over the same time, at most half a minute.
    private func window(_ partition: TopicPartition) -> Int64 {
        guard let samples = lag?.commits[partition]?.samples, let first = samples.first, let last = samples.last else {
            return 30_000
        }
        return min(30_000, max(2_000, last.time - first.time))
    }

    private func sum(_ rate: (TopicPartition) -> Double?) -> Double? {
        let known = rows.filter { $0.pair.committed != nil }.compactMap { rate($0.partition) }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// The one diagnosis that can be stated with numbers; nil when nothing stands out.
    var line: String? {
        guard let total, total > 0 else { return nil }
        if let description, description.members.isEmpty {
            return "Nobody reads: the group has no members and is \(Quantity.grouped(total)) records behind."
        }
        let lagging = rows.filter { $0.pair.lag ?? 0 > 0 }
        guard let worst = lagging.max(by: { $0.pair.lag ?? 0 < $1.pair.lag ?? 0 }), let most = worst.pair.lag else {
            return nil
        }
        // A partition that stands still is the news when it holds a good part of the lag.
        if let stuck = lagging.first(where: { isStuck($0) && ($0.pair.lag ?? 0) * 5 >= total }) {
            let still = context.now - (stuck.watchedSince ?? context.now)
            let all = lagging.filter { isStuck($0) }
            let rest = lagging.count - all.count
            let others =
                rest == 0 ? "no other partition lags." : "\(rest) \(rest == 1 ? "other moves" : "others move")."
            if all.count > 1 {
                let names = all.prefix(8).map { "p\($0.partition.partition)" }.joined(separator: ", ")
                return "\(names) stand still for \(Quantity.duration(still)) while records come in; \(others)"
            }
            return "p\(stuck.partition.partition) stands at offset \(Quantity.grouped(stuck.pair.committed ?? 0)) for "
                + "\(Quantity.duration(still)) while records come in; \(others)"
        }
        guard rows.count > 1, most >= 100, most * 10 >= total * 6, let share = Quantity.percent(most, of: total) else {
            return nil
        }
        var text = "p\(worst.partition.partition) holds \(share) of the lag"
        if let all = rateIn, all > 0, let own = context.view.ends[worst.partition]?.rate(over: window(worst.partition)),
            own >= 0
        {
            let part = Int((own / all * 100).rounded())
            text += ": it gets \(part) % of the traffic"
            if part * rows.count > 150 { text += " (probably key skew), so more members will not help" }
        }
        text += "."
        if let owner = worst.owner { text += " Its owner is \(owner.instanceID ?? owner.clientID)." }
        return text
    }

    private func isStuck(_ row: GroupLagPane.Row) -> Bool {
        guard row.pair.lag ?? 0 > 0, row.lastCommit == nil, let since = row.watchedSince else { return false }
        return context.now - since >= 30_000 && (context.view.ends[row.partition]?.rate(over: 30_000) ?? 0) > 0
    }

    /// Lines about single partitions: what their cells cannot say.
    var notes: [String] {
        var notes: [String] = []
        let never = rows.filter { $0.pair.committed == nil }.map { "p\($0.partition.partition)" }
        if !never.isEmpty {
            let names = never.prefix(6).joined(separator: ", ") + (never.count > 6 ? " …" : "")
            notes.append(
                "\(names) never committed: auto.offset.reset decides where \(never.count == 1 ? "it starts" : "they start")"
            )
        }
        for row in rows {
            guard let committed = row.pair.committed, let bounds = row.pair.bounds else { continue }
            if committed > bounds.end {
                notes.append(
                    "p\(row.partition.partition) committed \(Quantity.grouped(committed)) is past the end \(Quantity.grouped(bounds.end)): was the topic created again?"
                )
            } else if committed < bounds.start {
                notes.append(
                    "p\(row.partition.partition) committed \(Quantity.grouped(committed)) is before the log: \(Quantity.grouped(bounds.start - committed)) unread records were deleted"
                )
            }
        }
        return notes
    }

    func explain(_ row: GroupLagPane.Row) -> [String] {
        var lines: [String] = []
        if let committed = row.pair.committed {
            lines.append(
                "Committed \(Quantity.grouped(committed)): the offset of the record it reads next after a restart.")
        } else {
            lines.append("It never committed here: auto.offset.reset decides where it starts.")
        }
        if let bounds = row.pair.bounds {
            lines.append(
                "The log holds offsets \(Quantity.grouped(bounds.start)) to \(Quantity.grouped(bounds.end)) (exclusive), asked after the commit."
            )
        } else {
            lines.append("Its leader did not tell the end, so the lag is unknown.")
        }
        if let record = context.view.firstUnread[group]?[row.partition] {
            let time =
                record.timestamp < 0
                ? "no time" : TimeText.dateTime(record.timestamp, in: context.zone) + " " + context.zone.name
            lines.append(
                "First unread record: offset \(Quantity.grouped(record.offset)), \(time) by its producer's clock or the broker's, as the topic is set."
            )
        }
        if let owner = row.owner { lines.append("Owner: \(GroupLagPane.name(of: owner)), member \(owner.id).") }
        return lines
    }

    // MARK: Drawing

    /// Name, state, protocol; totals below.
    func drawHead(on area: inout GridArea) {
        var x = 2
        x += area.put(group.rawValue, x: x, y: 0, style: Style(.strong), cutTo: area.width / 2) + 2
        let listed = context.view.groups.value?.first { $0.id == group }
        let state = description?.state ?? listed?.state ?? ""
        x += area.put(state, x: x, y: 0, style: GroupRow.role(of: state)) + 2
        var words: [String] = []
        if let type = listed?.type, !type.isEmpty { words.append(type) }
        if let name = description?.protocolName, !name.isEmpty { words.append(name) }
        if let generation = description?.generation, generation >= 0 { words.append("generation \(generation)") }
        if let coordinator = description?.coordinator { words.append("coordinator \(coordinator)") }
        let members = membersText
        area.put(
            words.joined(separator: " · "), x: x, y: 0, style: Style(.dim),
            cutTo: max(0, area.width - x - TextWidth.of(members) - 3))
        area.put(members, endingAt: area.width - 1, y: 0, style: idle > 0 ? .warn : .dim)
        drawTotals(on: &area)
    }

    private var idle: Int { description?.members.count { $0.assignment.isEmpty } ?? 0 }

    private var membersText: String {
        guard let count = description?.members.count else {
            return context.view.members[group]?.placeholder ?? Quantity.asking
        }
        return Quantity.count(count, "member") + (idle > 0 ? ", \(idle) idle" : "")
    }

    private func drawTotals(on area: inout GridArea) {
        guard let total else {
            if lag != nil { area.put("no commits yet", x: 2, y: 1, style: .dim) }
            return
        }
        let worst = context.view.behind(group, now: context.now)
        let isLate = worst.map { $0.milliseconds >= ClusterView.upToDate } ?? (total > 0)
        var x = 2
        func put(_ text: String, _ role: Role, gap: Int, _ area: inout GridArea) {
            guard x + TextWidth.of(text) < area.width else { return }
            x += area.put(text, x: x, y: 1, style: role) + gap
        }
        if total == 0 {
            put("up to date", .good, gap: 4, &area)
        } else {
            put(Quantity.grouped(total), isLate ? .badStrong : .strong, gap: 2, &area)
            put(total == 1 ? "record behind" : "records behind", .text, gap: 3, &area)
            if let worst, worst != .none {
                put(worst.text, isLate ? .badStrong : .strong, gap: 2, &area)
                put("in time", .text, gap: 3, &area)
            }
        }
        if let rateIn, let rateOut {
            put("in \(Quantity.rate(rateIn))/s, out \(Quantity.rate(rateOut))/s", .dim, gap: 4, &area)
            if total > 0, rateOut > rateIn {
                put(
                    "drains in \(Quantity.duration(Int64(min(Double(total) / (rateOut - rateIn), 1e12) * 1000)))",
                    .warn, gap: 3, &area)
            } else if total > 0, isLate, rateIn > rateOut + 0.5 {
                put("grows by \(Quantity.rate(rateIn - rateOut))/s", .bad, gap: 3, &area)
            }
        }
        if let lost = firstLoss { put(lost, .dim, gap: 0, &area) }
    }

    /// When retention deletes the first record that was not read.
    private var firstLoss: String? {
        var soonest: Int64?
        for (partition, record) in context.view.firstUnread[group] ?? [:] where record.timestamp > 0 {
            guard rows.first(where: { $0.partition == partition })?.pair.lag ?? 0 > 0,
                let keeps = context.view.configs[partition.topic]?.value?.retention
            else { continue }
            let left = record.timestamp &+ keeps &- context.now
            soonest = min(soonest ?? left, left)
        }
        return soonest.map {
            $0 > 0 ? "first unread lost in \(Quantity.duration($0))" : "first unread is past its retention"
        }
    }

    func drawMembers(on area: inout GridArea) {
        area.rule("Members", y: 0)
        let members = (description?.members ?? []).sorted { $0.id < $1.id }
        let isWide = area.width >= 100
        let columns = isWide ? (2, 24, 42, 58, 96) : (2, 22, 36, 36, 62)
        let titles =
            isWide
            ? ["MEMBER", "HOST", "CLIENT", "PARTITIONS", "STATE"] : ["MEMBER", "HOST", "", "PARTITIONS", "STATE"]
        let places = [columns.0, columns.1, columns.2, columns.3, columns.4]
        for (title, x) in zip(titles, places) where !title.isEmpty { area.put(title, x: x, y: 1, style: .dim) }
        let room = area.height - 2
        for (line, member) in members.prefix(max(0, room)).enumerated() {
            let y = line + 2
            if line == room - 1, members.count > room {
                area.put("… \(members.count - line) more", x: 2, y: y, style: .dim)
                break
            }
            let host = member.host.hasPrefix("/") ? String(member.host.dropFirst()) : member.host
            area.put(
                member.instanceID ?? member.id, x: places[0], y: y, style: Style(.text),
                cutTo: places[1] - places[0] - 2)
            area.put(host, x: places[1], y: y, style: Style(.text), cutTo: places[2] - places[1] - 2)
            if isWide {
                area.put(member.clientID, x: places[2], y: y, style: Style(.text), cutTo: places[3] - places[2] - 2)
            }
            area.put(
                Self.partitions(member.assignment), x: places[3], y: y, style: Style(.text),
                cutTo: places[4] - places[3] - 2)
            let isIdle = member.assignment.isEmpty
            area.put(
                isIdle ? "idle: nothing assigned" : "reading", x: places[4], y: y, style: Style(isIdle ? .warn : .good),
                cutTo: area.width - places[4] - 1)
        }
    }

    /// `orders 0 1 4, payments 2`.
    static func partitions(_ all: [TopicPartition]) -> String {
        guard !all.isEmpty else { return Quantity.nothing }
        let byTopic = Dictionary(grouping: all, by: \.topic)
        return byTopic.keys.sorted().map { topic in
            "\(topic) " + (byTopic[topic] ?? []).map(\.partition).sorted().map(String.init).joined(separator: " ")
        }.joined(separator: ", ")
    }
}
