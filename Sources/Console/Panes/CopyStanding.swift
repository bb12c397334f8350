import KafkaClient
import KafkaWire
import Terminal

/// How one copy of a partition stands beside its leader's.
struct CopyStanding {
    /// What it is.
    enum Kind { case none, leads, inSync, catchingUp, behind, gone }

    let kind: Kind
    /// Records that the leader has and it has not; nil when not known.
    let behind: Int64?
    /// When it has all at the pace of the last seconds, in milliseconds; nil when it does not come nearer.
    let eta: Int64?
    /// Since when its broker is not there, in milliseconds.
    let goneFor: Int64?
    /// The end of its log when it was last asked; nil when it never answered.
    let end: Int64?
    /// What it takes a second.
    let rate: Double?

    init(_ info: PartitionInfo, _ key: TopicPartition, on broker: BrokerID, isLive: Bool, in context: PaneContext) {
        let histories = context.view.copies[key]
        let own = histories?[broker]
        let leader = info.leader.flatMap { histories?[$0] }
        end = own?.samples.last?.value
        rate = own?.rate()
        behind = end.flatMap { end in leader?.samples.last.map { max(0, $0.value - end) } }
        let lost = context.view.goneSince[broker] ?? context.view.silentSince[broker]
        goneFor = isLive ? nil : lost.map { max(1_000, context.now - $0) }
        var comesIn: Int64?
        if let behind, behind > 0, let rate, let pace = leader?.rate(), rate > pace {
            comesIn = Int64(min(Double(behind) / (rate - pace) * 1_000, 1e15))
        }
        eta = comesIn
        if !info.replicas.contains(broker) {
            kind = .none
        } else if info.offline.contains(broker) || !isLive {
            kind = .gone
        } else if info.leader == broker {
            kind = .leads
        } else if info.inSync.contains(broker) {
            kind = .inSync
        } else {
            kind = comesIn == nil ? .behind : .catchingUp
        }
    }

    var sign: String {
        switch kind {
        case .none: " "
        case .leads: "L"
        case .inSync: "●"
        case .catchingUp: "◔"
        case .behind: "◌"
        case .gone: "✘"
        }
    }

    var role: Role {
        switch kind {
        case .none: .faint
        case .leads, .inSync: .good
        case .catchingUp, .behind: .warn
        case .gone: .bad
        }
    }

    /// `leads`, `4,114 behind · 21 s`, `88 behind · ETA 1 s`, `out of sync`.
    var words: String {
        switch kind {
        case .none, .inSync: return ""
        case .leads: return "leads"
        case .catchingUp, .behind:
            guard let behind else { return "out of sync" }
            return "\(Quantity.grouped(behind)) behind" + (eta.map { " · ETA \(Quantity.duration($0))" } ?? "")
        case .gone:
            let time = goneFor.map { " · \(Quantity.duration($0))" } ?? ""
            guard let behind else { return "gone\(time)" }
            return "\(Quantity.grouped(behind)) behind\(time)"
        }
    }
}

extension CopyStanding {
    /// As much of ``words`` as `columns` hold: without the time where that is too long.
    func words(within columns: Int) -> String {
        TextWidth.of(words) <= columns ? words : String(words.prefix { $0 != "·" }.dropLast())
    }
}

/// The copies of a partition as bars, one below the other: who has how much of it.
struct CopyBars {
    let row: ReplicationPane.Row

    func draw(on area: inout GridArea, in context: PaneContext) {
        let info = row.info
        let minimum = context.view.minInSync[row.partition.topic].map { " · min.insync.replicas \($0)" } ?? ""
        let leader = info.leader.map { "leader \($0)" } ?? "no leader"
        area.rule(row.partition.description, y: 0, right: "\(leader) · epoch \(info.leaderEpoch)\(minimum)")
        let live = context.view.live
        let order = [info.leader].compactMap { $0 } + info.replicas.filter { $0 != info.leader }
        let bounds = context.view.bounds[row.partition]?.value
        let standings = order.prefix(6).map {
            ($0, CopyStanding(info, row.partition, on: $0, isLive: live.contains($0), in: context))
        }
        let last = standings.compactMap { $0.1.end }.max() ?? bounds?.end ?? 0
        // The bars begin where the log does, or a little before the copy that is furthest behind: else a copy that misses
        // a thousand of a million looks whole.
        let worst = standings.compactMap { $0.1.behind }.max() ?? 0
        let first = max(bounds?.start ?? 0, last - max(worst * 3, 1))
        let width = max(10, area.width - 56)
        for (line, (broker, standing)) in standings.enumerated() {
            let y = line + 1
            area.put(broker.description, x: 2, y: y, style: standing.kind == .leads ? .strong : .text)
            if let end = standing.end {
                let share = last > first ? Double(max(0, end - first)) / Double(last - first) : 1
                let cells = min(width, max(end > 0 ? 1 : 0, Int((share * Double(width)).rounded())))
                let role: Role = standing.kind == .leads || standing.kind == .inSync ? .bar : standing.role
                area.put(String(repeating: "━", count: cells), x: 6, y: y, style: Style(role))
            } else {
                area.put("its end is not told", x: 6, y: y, style: .faint)
            }
            area.put(
                words(standing), x: 6 + width + 2, y: y, style: Style(standing.role), cutTo: area.width - width - 9)
        }
        guard area.height > standings.count + 1, let high = bounds?.end else { return }
        area.put(
            "▲ high watermark \(Quantity.grouped(high)): readers see up to here", endingAt: area.width - 1,
            y: standings.count + 1, style: .dim)
    }

    private func words(_ standing: CopyStanding) -> String {
        let end = standing.end.map { "end \(Quantity.grouped($0))" } ?? ""
        switch standing.kind {
        case .none: return ""
        case .leads: return "leader    \(end)"
        case .inSync: return "in sync   \(end)"
        case .catchingUp, .behind:
            let rate = standing.rate.map { ", \(Quantity.rate($0))/s" } ?? ""
            return "\(standing.words)  \(end)\(rate)"
        case .gone: return "gone      " + (standing.end == nil ? "" : "\(end) when last seen")
        }
    }
}
