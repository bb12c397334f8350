import KafkaClient
import KafkaWire
import Terminal

/// Head, members and rebalances of a group.
extension GroupDiagnosis {
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
            if lag != nil { area.put(isShare ? "not begun yet" : "no commits yet", x: 2, y: 1, style: .dim) }
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
        if let rateIn = pace.rateIn, let rateOut = pace.rateOut {
            put("in \(Quantity.rate(rateIn))/s, out \(Quantity.rate(rateOut))/s", .dim, gap: 4, &area)
            if let drains = pace.drains {
                put("drains in \(Quantity.duration(drains))", .warn, gap: 3, &area)
            } else if isLate, let growth = pace.growth {
                put("grows by \(Quantity.rate(growth))/s", .bad, gap: 3, &area)
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

    /// Rows that the members take: a rule, their titles, one for each, one for what nobody reads.
    var memberRows: Int {
        let count = description?.members.count ?? 0
        return count == 0 ? 0 : count + 3 + (grid.unowned.isEmpty ? 0 : 1)
    }

    private var grid: AssignmentGrid {
        var stills: [TopicPartition: Int64] = [:]
        for row in rows where row.pair.lag ?? 0 > 0 {
            if let since = row.lastCommit ?? row.watchedSince { stills[row.partition] = context.now - since }
        }
        return AssignmentGrid(description?.members ?? [], rows, stills: stills, context.view)
    }

    func drawMembers(on area: inout GridArea) {
        let grid = grid
        let names = max(30, min(44, area.width - grid.width - 32))
        guard grid.width > 0, names + grid.width + 24 <= area.width else { return drawMemberList(on: &area) }
        area.rule("Members", y: 0, right: "■ reads   □ reads, commit stands still   ✘ nobody's")
        let members = (description?.members ?? []).sorted { $0.id < $1.id }
        let end = names + grid.width + 2
        area.put("MEMBER", x: 2, y: 2, style: .dim)
        area.put("HOST", x: names - 18, y: 2, style: .dim)
        grid.drawHead(on: &area, x: names, y: 1)
        area.put("STATE", x: end, y: 2, style: .dim)
        let room = area.height - 3 - (grid.unowned.isEmpty ? 0 : 1)
        var y = 3
        for (line, member) in members.prefix(max(0, room)).enumerated() {
            if line == room - 1, members.count > room {
                area.put("… \(members.count - line) more", x: 2, y: y, style: .dim)
                y += 1
                break
            }
            let host = member.host.hasPrefix("/") ? String(member.host.dropFirst()) : member.host
            area.put(
                member.instanceID ?? (member.clientID.isEmpty ? member.id : member.clientID), x: 2, y: y,
                style: Style(.text), cutTo: names - 22)
            area.put(host, x: names - 18, y: y, style: Style(.text), cutTo: 16)
            grid.draw(member, on: &area, x: names, y: y)
            let count = member.assignment.count
            area.put(
                count == 0 ? "idle: nothing assigned" : "reads \(Quantity.grouped(count))", x: end, y: y,
                style: Style(count == 0 ? .warn : .good), cutTo: area.width - end - 1)
            y += 1
        }
        guard !grid.unowned.isEmpty, y < area.height else { return }
        area.put("nobody", x: 2, y: y, style: .bad)
        grid.drawUnowned(on: &area, x: names, y: y)
        area.put(
            "\(Quantity.count(grid.unowned.count, "partition")) without a reader", x: end, y: y, style: Style(.bad),
            cutTo: area.width - end - 1)
    }

    /// The members where there is no room for the grid.
    private func drawMemberList(on area: inout GridArea) {
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

    /// What happened to its members, oldest first: what was read of the past, then what was seen.
    func rebalances(_ past: GroupLagPane.Past) -> [Happening] {
        let seen = context.view.rebalances[group] ?? []
        guard case .known(let read, _) = past else { return seen }
        let since = context.view.membersSince[group] ?? .max
        return read.filter { $0.at < since } + seen
    }

    /// Rebalances, newest first, and since when they are known.
    func drawRebalances(_ past: GroupLagPane.Past, on area: inout GridArea) {
        let all = rebalances(past)
        area.rule("Rebalances", y: 0, right: known(past, columns: area.width))
        if all.isEmpty {
            let words = if case .failed(let why) = past { "✘ \(why)" } else { "None seen." }
            area.put(words, x: 2, y: 1, style: Style(.dim), cutTo: area.width - 3)
        }
        for (line, happening) in all.suffix(max(0, area.height - 1)).reversed().enumerated() {
            area.put(
                TimeText.short(happening.at, now: context.now, in: context.zone), x: 2, y: line + 1, style: .dim)
            area.put(happening.text, x: 17, y: line + 1, style: Style(happening.kind.role), cutTo: area.width - 18)
        }
    }

    /// How far back the rebalances are known, and what knows more.
    private func known(_ past: GroupLagPane.Past, columns: Int) -> String {
        let looks = context.view.membersSince[group].map { TimeText.short($0, now: context.now, in: context.zone) }
        let seen = "since \(looks ?? "this console looks")"
        switch past {
        case .unread: return columns < 100 ? "\(seen), r earlier" : "\(seen), r reads earlier ones from the group's log"
        case .asked: return "reading \(columns < 100 ? "" : "__consumer_offsets ")…"
        case .failed: return "\(seen), earlier ones cannot be read"
        case .known(_, let history):
            guard let since = history.since else { return "all that \(history.partition) has" }
            if history.isWhole { return columns < 100 ? "all there is" : "all that \(history.partition) still has" }
            return "since \(TimeText.short(since, now: context.now, in: context.zone))"
                + (columns < 100 ? "" : ", as far as \(history.partition) was read back")
        }
    }
}
