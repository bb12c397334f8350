import KafkaClient
import KafkaWire
import Terminal

/// What can be said of a group in sentences, with the numbers it rests on, and its members.
struct GroupDiagnosis {
    let group: GroupID
    let context: PaneContext
    let rows: [GroupLagPane.Row]
    let description: GroupDescription?
    let lag: GroupLag?
    let pace: GroupPace

    init(_ pane: GroupLagPane, _ context: PaneContext) {
        group = pane.group
        self.context = context
        rows = pane.unsortedRows(in: context)
        description = context.view.members[pane.group]?.value
        lag = context.view.lags[pane.group]?.value
        pace = GroupPace(pane.group, context.view)
    }

    var total: Int64? { lag?.total }

    /// Its members share partitions, record by record, instead of owning them.
    var isShare: Bool {
        description?.protocolType == "share" || context.view.groups.value?.first { $0.id == group }?.type == "share"
    }

    /// The one diagnosis that can be stated with numbers; nil when nothing stands out.
    var line: String? {
        if let sentence = strangers ?? rebalancing { return sentence }
        guard let total, total > 0 else { return nil }
        if let sentence = nothingToRead(total) { return sentence }
        if let description, description.members.isEmpty {
            return "Nobody reads: the group has no members and is \(Quantity.grouped(total)) records behind."
        }
        let lagging = rows.filter { $0.pair.lag ?? 0 > 0 }
        guard let worst = lagging.max(by: { $0.pair.lag ?? 0 < $1.pair.lag ?? 0 }), let most = worst.pair.lag else {
            return nil
        }
        // A partition that stands still is the news when it holds a good part of the lag.
        if let stuck = lagging.first(where: { isStuck($0) && ($0.pair.lag ?? 0) * 5 >= total }) {
            let since = Quantity.duration(context.now - (stuck.lastCommit ?? stuck.watchedSince ?? context.now))
            // A commit that was never seen to move stands longer than anybody looked.
            let still = stuck.lastCommit == nil ? "over \(since)" : since
            let all = lagging.filter { isStuck($0) }
            let rest = lagging.count - all.count
            let others =
                rest == 0 ? "no other partition lags." : "\(rest) \(rest == 1 ? "other moves" : "others move")."
            if all.count > 1 {
                let names = all.prefix(8).map { "p\($0.partition.partition)" }.joined(separator: ", ")
                return "\(names) stand still for \(still) while records come in; \(others)"
            }
            return "p\(stuck.partition.partition) stands at offset \(Quantity.grouped(stuck.pair.committed ?? 0)) for "
                + "\(still) while records come in; \(others)"
        }
        // Where nothing is committed it is no matter of speed or of shares: which partitions stand still shows soon.
        if pace.rateOut == 0 { return nil }
        guard rows.count > 1, most >= 100, most * 10 >= total * 6, let share = Quantity.percent(most, of: total) else {
            return slow
        }
        var text = "p\(worst.partition.partition) holds \(share) of the lag"
        if let all = pace.rateIn, all > 0,
            let own = context.view.ends[worst.partition]?.rate(
                over: lag.map { GroupPace.window(worst.partition, $0) } ?? 30_000),
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

    /// All of it is too slow: what comes in, what is read, and whether more members could help.
    private var slow: String? {
        guard let description, !description.members.isEmpty, let rateIn = pace.rateIn, let rateOut = pace.rateOut
        else { return nil }
        let readers = description.members.count { !$0.assignment.isEmpty }
        if let drains = pace.drains, let behind = context.view.behind(group, now: context.now),
            behind.milliseconds >= ClusterView.upToDate
        {
            return
                "It catches up: \(Quantity.rate(rateIn))/s come in, \(Quantity.rate(rateOut))/s are read by "
                + "\(Quantity.count(readers, "member")); done in \(Quantity.duration(drains))."
        }
        guard pace.growth != nil else { return nil }
        let text =
            "Too slow: \(Quantity.rate(rateIn))/s come in, \(Quantity.rate(rateOut))/s are read by "
            + Quantity.count(readers, "member")
        guard !isShare, readers > 0 else { return text + "." }
        let free = rows.count - readers
        return free > 0 ? "\(text); \(free) more could read." : "\(text), all there can be: make them faster."
    }

    /// Commits without members: Kafka lets a consumer that assigns its partitions itself commit under any group's name.
    private var strangers: String? {
        guard let description, description.members.isEmpty else { return nil }
        let moving = context.partitionsOfStrangers(group, within: 30_000)
        guard moving > 0 else { return nil }
        return
            "Commits arrive on \(Quantity.count(moving, "partition")) though nobody is a member (assign): a reset "
            + "would be written over."
    }

    private var rebalancing: String? {
        guard let state = description?.state, state == "PreparingRebalance" || state == "CompletingRebalance" else {
            return nil
        }
        let since = context.view.rebalances[group]?.last { $0.state == "PreparingRebalance" }?.at
        let span = since.map { " for \(Quantity.duration(max(0, context.now - $0)))" } ?? ""
        return
            "It rebalances\(span): nobody reads until all \(description?.members.count ?? 0) members have joined again."
    }

    /// A small lag that holds no record at all is none.
    private func nothingToRead(_ total: Int64) -> String? {
        let known = context.view.readable[group] ?? [:]
        let lagging = rows.filter { $0.pair.lag ?? 0 > 0 }
        guard !lagging.isEmpty, lagging.allSatisfy({ known[$0.partition] != nil }) else { return nil }
        let all = lagging.compactMap { known[$0.partition] }
        guard all.allSatisfy({ $0.records == 0 && $0.hasGaps }) else { return nil }
        let open = all.reduce(0) { $0 + $1.open }
        if open == 0 {
            return
                "\(Quantity.grouped(total)) offsets behind, and not one record among them: a reader of committed records is up to date."
        }
        return
            "\(Quantity.grouped(open)) offsets stand behind an open transaction\(blockers): readers of committed records wait for its end."
    }

    /// ` of producer 17`: who holds readers of committed records up.
    private var blockers: String {
        let producers = Set(rows.compactMap { context.view.openTransactions[$0.partition]?.producer }).sorted()
        guard let first = producers.first else { return "" }
        return " of producer \(first)" + (producers.count > 1 ? " and \(producers.count - 1) more" : "")
    }

    private func isStuck(_ row: GroupLagPane.Row) -> Bool {
        guard row.pair.lag ?? 0 > 0, let since = row.lastCommit ?? row.watchedSince else { return false }
        return context.now - since >= 30_000 && (context.view.ends[row.partition]?.rate(over: 30_000) ?? 0) > 0
    }

    /// Lines about single partitions: what their cells cannot say.
    var notes: [String] {
        var notes: [String] = []
        let never = rows.filter { $0.pair.committed == nil }.map { "p\($0.partition.partition)" }
        if !never.isEmpty {
            let names = never.prefix(6).joined(separator: ", ") + (never.count > 6 ? " …" : "")
            let setting = isShare ? "share.auto.offset.reset" : "auto.offset.reset"
            notes.append(
                "\(names) \(isShare ? "not begun" : "never committed"): \(setting) decides where \(never.count == 1 ? "it starts" : "they start")"
            )
        }
        for row in rows {
            if let note = readableNote(row) { notes.append(note) }
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

    /// `p4 7 behind: 0 readable (5 aborted, 2 markers)`; nil where every offset is a record.
    private func readableNote(_ row: GroupLagPane.Row) -> String? {
        guard let lag = row.pair.lag, lag > 0, let known = context.view.readable[group]?[row.partition],
            known.hasGaps
        else { return nil }
        let counts = [
            (known.causes.aborted, "aborted"), (known.causes.markers, known.causes.markers == 1 ? "marker" : "markers"),
            (known.causes.compacted, "compacted away"), (known.open, "behind an open transaction"),
        ]
        let causes = counts.filter { $0.0 > 0 }.map { "\(Quantity.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
        let end = known.records == 0 && known.open == 0 ? "; a reader of committed records is up to date" : ""
        return
            "p\(row.partition.partition) \(Quantity.grouped(lag)) behind: \(Quantity.grouped(known.records)) readable"
            + (causes.isEmpty ? "" : " (\(causes))") + end
    }

    func explain(_ row: GroupLagPane.Row) -> [String] {
        var lines: [String] = []
        if let committed = row.pair.committed {
            lines.append(
                isShare
                    ? "COMMITTED \(Quantity.grouped(committed)): the share group's start; all before it is done with."
                    : "Committed \(Quantity.grouped(committed)): the offset of the record it reads next after a restart."
            )
        } else {
            lines.append(
                isShare
                    ? "It has not begun here: share.auto.offset.reset of the group decides where it starts."
                    : "It never committed here: auto.offset.reset decides where it starts.")
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
        if let lag = row.pair.lag {
            let origin = row.pair.toldLag == nil ? "= end − committed" : "records not done with, as the broker counts"
            lines.append("Lag \(Quantity.grouped(lag)) \(origin). 0 is measured, – never committed, unknown not told.")
        }
        if let note = readableNote(row) { lines.append(note + ".") }
        if let commits = self.lag?.commits[row.partition], let ends = context.view.ends[row.partition],
            let out = commits.rate(over: 30_000), let arriving = ends.rate(over: 30_000)
        {
            lines.append(
                "Over the last half minute \(Quantity.rate(arriving))/s came in and \(Quantity.rate(out))/s were committed."
            )
        }
        if let top = self.lag?.lags.values.lazy.flatMap(\.samples).map(\.value).max() {
            lines.append("LAST MINUTE: its lag; the full height is \(Quantity.grouped(top)), the group's largest.")
        }
        if let owner = row.owner { lines.append("Owner: \(GroupLagPane.name(of: owner)), member \(owner.id).") }
        return lines
    }
}
